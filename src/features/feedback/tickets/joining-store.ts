import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'
import { WORKED, type Worked } from './acting-store.ts'
import { newCode, newNumber } from './number.ts'
import { codeDigest, type Receipt, TICKETS } from './store.ts'
import type { Ticket } from './ticket.ts'

/** So many open tickets are compared with one. */
const MOST_COMPARED = 500

/** A part of a ticket that becomes one of its own. */
export interface Split {
  readonly number: string
  readonly words: string
  /** The unit it is for. */
  readonly unit: string
  readonly message: string
  readonly on: Day
  /** The officer's account. */
  readonly by: string
}

/** Tickets that are about the same, and tickets that are about two things. */
export function createJoiningStore(database: Database, seal: Seal) {
  const keyOf = (message: string): string => seal.digest('ticket split', message)

  return {
    /** Open tickets that came in since a day for the same unit, as far as that is known, the oldest first. */
    near: ({ number, unit, kind }: Ticket, since: Day): Promise<readonly Worked[]> =>
      database.query<Worked>(
        `select ${WORKED} from ${TICKETS.from}
         where state not in ('closed', 'joined') and received_on >= $1 and number <> $2
           and ($3::bigint is null or ticket.unit is null or ticket.unit = $3::bigint)
           and (kind = 'whistleblowing') = ($4 = 'whistleblowing') and kind <> 'praise'
         order by received_on, number limit $5`,
        [since, number, unit?.id ?? null, kind, MOST_COMPARED],
      ),

    /** The tickets that went with one. */
    joined: (number: string): Promise<readonly Worked[]> =>
      database.query<Worked>(
        `select ${WORKED} from ${TICKETS.from} where joined_to = $1 order by received_on, number`,
        [number],
      ),

    /** Makes a part of a ticket, which there is, one of its own: of the same writer and day, once for a message. */
    async split({ number, words, unit, message, on, by }: Split): Promise<Receipt> {
      const key = keyOf(message)
      const code = newCode()
      return database.transaction(async ({ query }) => {
        const [known] = await query<{ number: string }>('select number from ticket where key = $1', [key])
        if (known !== undefined) {
          await query('update ticket set code = $2 where number = $1', [
            known.number,
            codeDigest(seal, known.number, code),
          ])
          return { number: known.number, code }
        }
        for (;;) {
          const own = newNumber()
          const made = await query(
            `insert into ticket (number, code, key, identity, kind, unit, words, sentiment, themes, tempers, address, account,
               name, received_on, split_from)
             select $2, $3, $4, identity, kind, $5::bigint, $6, sentiment, themes, tempers, address, account, name,
               received_on, number
             from ticket where number = $1 on conflict (number) do nothing returning number`,
            [number, own, codeDigest(seal, own, code), key, unit, words],
          )
          if (made.length === 0) continue
          await query(
            `insert into ticket_event (ticket, position, key, on_day, side, account, action, words, internal)
             select $1, coalesce(max(position), 0) + 1, $2, $3, 'office', $4, 'split', $5, true
             from ticket_event where ticket = $1`,
            [number, key, on, by, own],
          )
          return { number: own, code }
        }
      })
    },
  }
}
export type JoiningStore = ReturnType<typeof createJoiningStore>
