import type { CalendarStore } from '../../../calendar.ts'
import type { Turn } from '../../../chat/feature.ts'
import type { ConversationId, Outgoing } from '../../../chat/message.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'
import { kindOf, sentimentOf, tempersOf, themesOf } from '../reading.ts'
import { dueNext, PROMISED } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import type { TicketStore } from '../tickets/store.ts'
import type { Identity } from '../tickets/ticket.ts'
import { texts } from './texts.ts'

/** What keeping what a citizen wrote needs. */
export interface Keeping {
  readonly tickets: TicketStore
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly seal: Seal
  readonly timeZone: string
  /** A new return address of a conversation: by it an answer arrives, and nobody sees whose it is. */
  addressOf(conversation: ConversationId): ConversationId
}

/** What a citizen wrote, and what they tapped. */
export interface Written {
  readonly unit: string | null
  readonly service: string | null
  readonly rating: number | null
  readonly identity: Identity
  readonly words: string
}

/** Keeps it, once for a message, and resolves to what its writer is told. */
export async function keepTicket(deps: Keeping, turn: Turn, written: Written): Promise<readonly Outgoing[]> {
  const { person, conversation, message, now } = turn
  const t = texts[person.language]
  const on = dayAt(now, deps.timeZone)
  if (!(await deps.tickets.mayLodge(person.account, on))) return [{ text: t.tooMany }]
  const read = readIn(written)
  const { number, code } = await deps.tickets.lodge({
    ...written,
    ...read,
    message: message.id,
    address: deps.addressOf(conversation),
    sender: written.identity === 'anonymous' ? null : { account: person.account, name: person.name },
    on,
  })
  const due = dueNext(
    { receivedOn: on, verifiedOn: null, answeredOn: null, askedOn: null, stoodStill: 0 },
    await deps.calendar.calendar(),
  )
  const kept = t.kept({
    number: showDigits(number),
    code: showDigits(code),
    kind: read.kind,
    verified: showDay(due.on),
    answerDays: PROMISED.answer,
    identity: written.identity,
  })
  return [...(read.tempers.includes('danger') ? [{ text: t.careFirst }] : []), { text: kept }]
}

/** What the words tell by themselves: to sort by, never to judge anybody by. */
function readIn({ words, rating }: Written) {
  const { words: _, ...tempers } = tempersOf(words)
  return {
    kind: kindOf(words, rating ?? undefined).kind,
    sentiment: sentimentOf(words).label,
    themes: themesOf(words).map(({ theme }) => theme),
    tempers: Object.entries(tempers).flatMap(([temper, has]) => (has ? [temper] : [])),
  }
}
