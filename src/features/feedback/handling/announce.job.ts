import { z } from 'zod'
import type { CalendarStore } from '../../../calendar.ts'
import type { Outbox } from '../../../chat/feature.ts'
import type { ConversationId } from '../../../chat/message.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { ActingStore, Worked } from '../tickets/acting-store.ts'
import type { Desks } from '../tickets/desk-store.ts'
import { cardOf } from './card.ts'

/** What telling those who answer needs. */
export interface Announcing {
  readonly acting: ActingStore
  readonly desks: Desks
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly outbox: Outbox
  /** Where some people are written to, by their entries. */
  placesOf(employees: readonly string[]): Promise<readonly ConversationId[]>
  officers(): Promise<readonly { readonly conversation: ConversationId; readonly role: 'hr' | 'admin' }[]>
}

const AT_ONCE = 200

/**
 * Tells those who answer of new tickets, some minutes after they came in and all of a while together: the minute of a
 * notice would else lead from a ticket without a name to who wrote just then.
 */
export function announceTickets(deps: Announcing): Job {
  const { acting, calendar, outbox } = deps

  async function announce(ticket: Worked): Promise<void> {
    const card = cardOf(ticket, await calendar.calendar(), 'id')
    for (const place of await readersOf(deps, ticket))
      await outbox.say(place, card, `ticket:${ticket.number}:new:${place}`)
    await acting.announced(ticket.number)
  }

  return job({
    name: 'feedback.announce',
    payload: z.object({}),
    every: { cron: '*/15 6-20 * * *' }, // nobody is woken
    async run() {
      for (const ticket of await acting.unannounced(AT_ONCE)) await announce(ticket)
    },
  })
}

/** Where those who answer a ticket are written to: of its unit, else the officers; of a crime the administrators. */
export async function readersOf(
  { desks, placesOf, officers }: Pick<Announcing, 'desks' | 'placesOf' | 'officers'>,
  ticket: Worked,
): Promise<readonly ConversationId[]> {
  const { kind, unit } = ticket
  const clerks =
    unit === null || kind === 'whistleblowing' ? [] : await placesOf(await desks.clerksOf(unit.id))
  return clerks.length > 0 ? clerks : officersFor({ officers }, ticket)
}

/** Where the officers are written to about a ticket: of a crime the administrators alone. */
export async function officersFor(
  { officers }: Pick<Announcing, 'officers'>,
  { kind }: Worked,
): Promise<readonly ConversationId[]> {
  const all = await officers()
  return all
    .filter(({ role }) => kind !== 'whistleblowing' || role === 'admin')
    .map(({ conversation }) => conversation)
}
