import { z } from 'zod'
import type { CalendarStore } from '../../../calendar.ts'
import type { Outbox } from '../../../chat/feature.ts'
import type { ConversationId } from '../../../chat/message.ts'
import type { Officer } from '../../../directory.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { ActingStore, Worked } from '../tickets/acting-store.ts'
import type { Desks } from '../tickets/desk-store.ts'
import type { PromisedStore } from '../tickets/promised-store.ts'
import type { WaitingStore } from '../tickets/waiting-store.ts'
import { cardOf } from './card.ts'

/** What telling those who answer needs. */
export interface Announcing {
  readonly acting: ActingStore
  readonly open: WaitingStore
  readonly promised: PromisedStore
  readonly desks: Desks
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly outbox: Outbox
  /** Where some people are written to, by their entries. */
  placesOf(employees: readonly string[]): Promise<readonly ConversationId[]>
  officers(): Promise<readonly Pick<Officer, 'conversation' | 'employee' | 'role'>[]>
}

const AT_ONCE = 200
/** What the officers hear of, too, whoever answers. */
const ALARMING: ReadonlySet<string> = new Set(['danger', 'threat'])

/**
 * Tells those who answer of new tickets, some minutes after they came in and all of a while together: the minute of a
 * notice would else lead from a ticket without a name to who wrote just then.
 */
export function announceTickets(deps: Announcing): Job {
  const { acting, calendar, outbox } = deps

  async function announce(ticket: Worked): Promise<void> {
    const card = cardOf(ticket, await calendar.calendar(), await deps.promised.days(), 'id')
    const readers = await readersOf(deps, ticket)
    const others = ticket.tempers.some((one) => ALARMING.has(one)) ? await officersFor(deps, ticket) : []
    const places = new Set([...readers, ...others])
    for (const place of places) await outbox.say(place, card, `ticket:${ticket.number}:new:${place}`)
    if (places.size > 0) await acting.announced(ticket.number) // else whoever becomes an officer hears of it
  }

  return job({
    name: 'feedback.announce',
    payload: z.object({}),
    every: { cron: '*/15 6-20 * * *' }, // nobody is woken
    async run() {
      for (const ticket of await deps.open.unannounced(AT_ONCE)) await announce(ticket)
    },
  })
}

/**
 * Where those who answer a ticket are written to: of its unit, else the officers; of a crime the administrators. Whoever
 * it is about is none of them.
 */
export async function readersOf(
  { desks, placesOf, officers }: Pick<Announcing, 'desks' | 'placesOf' | 'officers'>,
  ticket: Worked,
): Promise<readonly ConversationId[]> {
  const { kind, unit, officer } = ticket
  if (unit === null || kind === 'whistleblowing') return officersFor({ officers }, ticket)
  const clerks = (await desks.clerksOf(unit.id)).filter((employee) => employee !== officer?.id)
  const places = await placesOf(clerks)
  return places.length > 0 ? places : officersFor({ officers }, ticket)
}

/** Where the officers are written to about a ticket: of a crime the administrators alone, of themselves nobody. */
export async function officersFor(
  { officers }: Pick<Announcing, 'officers'>,
  { kind, officer }: Worked,
): Promise<readonly ConversationId[]> {
  const all = await officers()
  return all
    .filter(({ role }) => kind !== 'whistleblowing' || role === 'admin')
    .filter(({ employee }) => employee === null || employee !== officer?.id)
    .map(({ conversation }) => conversation)
}
