import { accountsOf, type Turn } from '../../../chat/feature.ts'
import type { ActingStore, Worked } from '../tickets/acting-store.ts'
import type { TicketStore } from '../tickets/store.ts'

/** What telling whose a ticket is needs. */
export interface Ownership {
  readonly acting: Pick<ActingStore, 'ticket' | 'isFrom'>
  readonly tickets: Pick<TicketStore, 'opened'>
}

/** A ticket, where it is theirs: written from this conversation, or by an account of theirs. */
export async function ownTicket(
  { acting, tickets }: Ownership,
  { conversation, person }: Pick<Turn, 'conversation' | 'person'>,
  number: string,
): Promise<Worked | undefined> {
  const ticket = /^\d{8}$/.test(number) ? await acting.ticket(number) : undefined
  if (ticket === undefined) return undefined
  if (acting.isFrom(ticket, conversation)) return ticket
  return (await tickets.opened(number, { accounts: accountsOf(person) })) && ticket
}
