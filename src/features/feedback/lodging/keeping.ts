import type { CalendarStore } from '../../../calendar.ts'
import type { Turn } from '../../../chat/feature.ts'
import type { Choice, ConversationId, FileContent, Language, Outgoing } from '../../../chat/message.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import type { Officers } from '../officers/officers.ts'
import { sentimentOf, tempersOf, themesOf } from '../reading.ts'
import { dueNext } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import type { PromisedStore } from '../tickets/promised-store.ts'
import type { TicketStore } from '../tickets/store.ts'
import type { Identity, Spot, TicketKind } from '../tickets/ticket.ts'
import { type Photographing, takePhoto } from './photos.ts'
import { texts } from './texts.ts'

/** What keeping what a citizen wrote needs. */
export interface Keeping extends Photographing {
  readonly tickets: TicketStore
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly promised: PromisedStore
  readonly timeZone: string
  /** A new return address of a conversation: by it an answer arrives, and nobody sees whose it is. */
  addressOf(conversation: ConversationId): ConversationId
  readonly namedOfficers: Pick<Officers, 'weigh'>
}

/** What a citizen wrote, and what they tapped. */
export interface Written {
  readonly unit: string | null
  readonly service: string | null
  /** The entry of whom it is about. */
  readonly officer: string | null
  readonly place: Spot | null
  readonly rating: number | null
  readonly identity: Identity
  readonly kind: TicketKind
  readonly words: string
  readonly photo: FileContent | null
}

/** Keeps it, once for a message, and resolves to what its writer is told. */
export async function keepTicket(deps: Keeping, turn: Turn, written: Written): Promise<readonly Outgoing[]> {
  const { person, conversation, message, now } = turn
  const t = texts[person.language]
  const on = dayAt(now, deps.timeZone)
  const { officer, rating, photo, kind, identity } = written
  const tempers = tempersIn(written.words)
  const receipt = await deps.tickets.lodge({
    ...written,
    sentiment: sentimentOf(written.words).label,
    themes: themesOf(written.words).map(({ theme }) => theme),
    tempers,
    weight:
      officer === null || rating === null
        ? 1
        : await deps.namedOfficers.weigh(person.account, officer, on, message.id),
    message: message.id,
    address: deps.addressOf(conversation),
    account: person.account,
    name: person.name,
    on,
  })
  if (receipt === 'same') return [{ text: t.same }]
  if (receipt === 'too many') return [{ text: t.tooMany }]
  const { number, code } = receipt
  const unread = photo && (await takePhoto(deps, turn, number, photo))
  const promised = await deps.promised.days()
  const due = dueNext(JUST_IN(on), await deps.calendar.calendar(), promised)
  const kept = t.kept({
    number: showDigits(number),
    code: showDigits(code),
    kind,
    verified: showDay(due.on),
    answerDays: promised.answer,
    identity,
  })
  return [
    ...(tempers.includes('danger') ? [{ text: t.careFirst }] : []),
    ...(unread ? [{ text: t.withoutPhoto(unread) }] : []),
    ...(tempers.includes('abusive') ? [{ text: t.stillHeard }] : []),
    { text: kept, choices: moreOf(number, kind, person.language) },
  ]
}

/** What may be added to a ticket once it is kept. */
function moreOf(number: string, kind: TicketKind, language: Language): readonly Choice[] {
  const t = texts[language].add
  const verbs = [
    ['foto', t.photo],
    ['tempat', t.place],
    ['petugas', t.officer],
    ['jenis', t.kind],
  ] as const
  return verbs
    .filter(([verb]) => kind !== 'praise' || verb === 'petugas' || verb === 'jenis')
    .map(([verb, label]) => ({ label, value: `lapor:${verb}:${number}` }))
}

/** What the words sound like: to sort by, never to judge anybody by. */
function tempersIn(words: string): readonly string[] {
  const { words: _, ...tempers } = tempersOf(words)
  return Object.entries(tempers).flatMap(([temper, has]) => (has ? [temper] : []))
}

const JUST_IN = (receivedOn: string) => ({
  receivedOn,
  verifiedOn: null,
  answeredOn: null,
  askedOn: null,
  stoodStill: 0,
})
