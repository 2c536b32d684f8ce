import type { Person, Reply, Turn } from '../../../chat/feature.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Audit, Detail } from '../../../directory.ts'
import type { ActingStore, Worked } from '../tickets/acting-store.ts'
import type { Desks } from '../tickets/desk-store.ts'
import { texts } from './texts.ts'

/** What finding a ticket for those who answer it needs. */
export interface Finding {
  readonly acting: Pick<ActingStore, 'ticket'>
  readonly desks: Pick<Desks, 'answersFor'>
  readonly audit: Audit
}

/** The ticket, where this person may work with it; else what to tell them. That somebody may not is written down. */
export async function findTicket(deps: Finding, turn: Turn, number: string): Promise<Worked | Reply> {
  const { person } = turn
  const t = texts[person.language]
  const ticket = /^\d{8}$/.test(number) ? await deps.acting.ticket(number) : undefined
  if (ticket === undefined) return { say: [{ text: t.gone }] }
  if (await mayHandle(deps.desks, person, ticket)) return ticket
  await noteDeed(deps.audit, turn, 'ticket.refused', { ticket: number })
  return { say: [{ text: t.notYours }] }
}

/**
 * Whether somebody works with a ticket: officers do, and whoever answers for its unit, but nobody with one about
 * themselves. What tells of a crime of officials is for administrators alone.
 */
export async function mayHandle(
  desks: Pick<Desks, 'answersFor'>,
  { role, employee }: Person,
  ticket: Worked,
): Promise<boolean> {
  if (employee !== undefined && ticket.officer?.id === employee) return false
  if (ticket.kind === 'whistleblowing') return mayUse(role, 'admin')
  if (mayUse(role, 'hr')) return true
  return employee !== undefined && ticket.unit !== null && desks.answersFor(employee, ticket.unit.id)
}

/** Writes down what an officer did with a ticket, once for their message. */
export async function noteDeed(
  audit: Audit,
  { person, message, now }: Turn,
  action: string,
  detail: Detail,
): Promise<void> {
  const { account, role } = person
  await audit.note({ key: `${action}:${message.id}`, action, account, role, subject: null, detail }, now)
}
