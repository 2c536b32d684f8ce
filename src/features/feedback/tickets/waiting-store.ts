import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { WORKED, type Worked } from './acting-store.ts'
import { TICKETS } from './store.ts'
import type { Ticket } from './ticket.ts'

/** The tickets that something is to be done about. */
export function createWaitingStore(database: Database) {
  return {
    /** Tickets that nobody who answers has been told of, the oldest first. */
    unannounced: (limit: number): Promise<readonly Worked[]> =>
      database.query<Worked>(
        `select ${WORKED} from ${TICKETS.from} where not announced order by received_on, number limit $1`,
        [limit],
      ),

    /** The open tickets with a number after one, in the order of their numbers. */
    open: (after: string, limit: number): Promise<readonly Worked[]> =>
      database.query<Worked>(
        `select ${WORKED} from ${TICKETS.from} where state not in ('closed', 'joined') and kind <> 'praise' and number > $1
         order by number limit $2`,
        [after, limit],
      ),

    /**
     * The tickets that wait for the office, in some units and below them (null: all of them), the oldest first, and how
     * many there are; what tells of a crime of officials only where `crimes` is set, and none about whoever asks.
     */
    async waiting(
      units: readonly string[] | null,
      { crimes, asking }: { readonly crimes: boolean; readonly asking: string | undefined },
      limit: number,
    ): Promise<{ readonly count: number; readonly first: readonly Ticket[] }> {
      const rows = await database.query<Ticket & { readonly count: number }>(
        `with recursive below as (
           select id from unit where id = any($1::bigint[])
           union select unit.id from unit join below on unit.parent = below.id
         )
         select ${TICKETS.columns}, count(*) over ()::int as count from ${TICKETS.from}
         where state in ('new', 'verified') and kind <> 'praise' and (kind <> 'whistleblowing' or $2)
           and ($1::bigint[] is null or ticket.unit in (select id from below))
           and ticket.officer is distinct from coalesce($4::bigint, -1)
         order by received_on, number limit $3`,
        [units, crimes, limit, asking ?? null],
      )
      return { count: rows[0]?.count ?? 0, first: rows }
    },

    /**
     * Gives up the return addresses of tickets closed so many days ago, and what was said to them; of one that went with
     * another once that is closed so long.
     */
    async forgetAddresses(today: Day, days: number): Promise<void> {
      await database.query(
        `with over as (
           select number, address from ticket
           where address is not null and state in ('closed', 'joined') and closed_on <= $1::date - $2::int
             and not exists (
               select from ticket whole where whole.number = ticket.joined_to
                 and (whole.closed_on is null or whole.closed_on > $1::date - $2::int))
           for update
         ), said as (
           delete from conversation where id in (select address from over)
         )
         update ticket set address = null where number in (select number from over)`,
        [today, days],
      )
    },
  }
}
export type WaitingStore = ReturnType<typeof createWaitingStore>
