import { accountsOf, type OwnData } from '../../../chat/feature.ts'
import { showDigits } from '../tickets/number.ts'
import type { TicketStore } from '../tickets/store.ts'
import { texts } from './texts.ts'

const MOST = 1_000

/** What is kept of somebody: the tickets they gave their name to. Of others nobody knows that they are theirs. */
export function createOwnTickets(tickets: TicketStore): OwnData {
  return {
    async collect(person) {
      const t = texts[person.language]
      const rows = await tickets.of(accountsOf(person), MOST)
      if (rows.length === 0) return []
      const shown = rows.map(
        ({ number, kind, identity, state, receivedOn, rating, words, unit, service }) => ({
          number: showDigits(number),
          kind,
          identity,
          state,
          receivedOn,
          rating,
          words,
          unit: unit?.name ?? null,
          service,
        }),
      )
      return [{ title: t.tickets, why: t.ticketsWhy, rows: shown }]
    },

    async erase(person) {
      const count = await tickets.disown(accountsOf(person))
      return count > 0 ? [texts[person.language].stays(count)] : []
    },
  }
}
