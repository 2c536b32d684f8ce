import { z } from 'zod'
import type { CalendarStore } from '../../../calendar.ts'
import {
  accountsOf,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal, type Outgoing } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { texts as lodging } from '../lodging/texts.ts'
import { dueNext } from '../tickets/deadlines.ts'
import { readReference, showDigits } from '../tickets/number.ts'
import type { PromisedStore } from '../tickets/promised-store.ts'
import type { TicketStore } from '../tickets/store.ts'
import type { Ticket, TicketEvent } from '../tickets/ticket.ts'
import type { Tries } from '../tickets/try-store.ts'
import { type Ownership, ownTicket } from './ownership.ts'
import { texts } from './texts.ts'

/** What seeing a ticket needs. */
export interface Following extends Ownership {
  readonly tickets: TicketStore
  readonly tries: Tries
  readonly promised: PromisedStore
  readonly calendar: Pick<CalendarStore, 'calendar'>
}

const NAME = 'status'
const ASK = 'status-nomor'
const SHOWN = 10

const numberForm: Form<{ number: z.ZodString }> = {
  name: ASK,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object({ number: z.string() }),
  questions: { number: { ask: (l) => texts[l].ask, label: (l) => texts[l].label, field: text(1, 200) } },
}

/**
 * `/status`: how a ticket stands, for whoever has its number and code, or wrote it from here or with their name. Whether there is a
 * ticket of a number nobody is told otherwise, and too many wrong tries are not answered.
 */
export function createFollowing(deps: Following) {
  const { tickets, tries, calendar, promised } = deps

  async function run(turn: Turn, rest: string): Promise<Reply> {
    return rest === '' ? own(turn) : find(turn, rest)
  }

  async function own({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const mine = await tickets.of(accountsOf(person), SHOWN)
    if (mine.length === 0) return { say: [{ text: t.noneOfMine }], open: { form: ASK, answers: {} } }
    const lines = mine.map(({ number, kind, state }) =>
      t.line(showDigits(number), lodging[person.language].kinds[kind], t.states[state]),
    )
    const choices = mine.map(({ number }) => ({ label: showDigits(number), value: `${NAME}:${number}` }))
    return { say: [{ text: [t.mine, ...lines].join('\n'), choices }] }
  }

  async function find(turn: Turn, words: string): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    const read = readReference(words)
    if (read === undefined) return { say: [{ text: t.unread }] }
    if (read === 'slip') return { say: [{ text: t.slip }] }
    const { number, code } = read
    const found = await tries.tried({ account: person.account, message: message.id, now }, async () => {
      if (code !== undefined) return tickets.opened(number, { code })
      const own = await ownTicket(deps, turn, number)
      return own && tickets.opened(number, { address: own.address, accounts: accountsOf(person) })
    })
    if (found === 'wrong') return { say: [{ text: t.needsCode }] }
    if (found === 'too often') return { say: [{ text: t.tooOften }] }
    return { say: [await shown(turn, found.ticket, found.events)] }
  }

  async function shown({ person }: Turn, ticket: Ticket, events: readonly TicketEvent[]): Promise<Outgoing> {
    const t = texts[person.language]
    const said = [
      t.head({
        number: showDigits(ticket.number),
        kind: lodging[person.language].kinds[ticket.kind],
        where: ticket.service ?? ticket.unit?.name ?? null,
        received: showDay(ticket.receivedOn),
        state: t.states[ticket.state],
      }),
      t.words(literal(ticket.words)),
      ...events.flatMap(({ on, side, words }) =>
        words === null ? [] : [t.event(showDay(on), t.sides[side], literal(words))],
      ),
      ...(ticket.photos > 0 ? [t.photos(ticket.photos)] : []),
      ...(await next(ticket, t)),
    ]
    return { text: said.join('\n\n') }
  }

  async function next(ticket: Ticket, t: (typeof texts)['id']): Promise<readonly string[]> {
    if (ticket.state === 'joined') return [t.joined(showDigits(ticket.joinedTo ?? ''))]
    if (ticket.state === 'closed' || ticket.kind === 'praise') return []
    const { what, on } = dueNext(ticket, await calendar.calendar(), await promised.days())
    const say = { verify: t.dueVerify, answer: t.dueAnswer, close: t.dueClose }[what]
    return [say(showDay(on))]
  }

  const command: Command = {
    name: NAME,
    audience: 'citizen',
    personal: true,
    traceless: true,
    summary: (l) => texts[l].summary,
    run,
  }
  const form: FeatureForm = {
    ...whenSent(numberForm, (turn, { number }) => find(turn, number)),
    traceless: true,
  }
  return {
    command,
    action: { name: NAME, audience: 'citizen', personal: true, traceless: true, run } as const,
    form,
  }
}
