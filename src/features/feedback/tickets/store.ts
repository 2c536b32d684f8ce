import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'
import { newCode, newNumber } from './number.ts'
import type { Identity, Ticket, TicketEvent, TicketKind } from './ticket.ts'

/** What a citizen sends, as it is to be kept. */
export interface Lodged {
  /** The id of the message that sent it. */
  readonly message: string
  readonly identity: Identity
  readonly kind: TicketKind
  readonly unit: string | null
  readonly service: string | null
  readonly rating: number | null
  readonly words: string
  readonly sentiment: string
  readonly themes: readonly string[]
  readonly tempers: readonly string[]
  readonly address: string
  /** Null where they stay anonymous. */
  readonly sender: { readonly account: string; readonly name: string } | null
  readonly on: Day
}

/** The number of a ticket, and the code that opens it: said once, and nowhere kept. */
export interface Receipt {
  readonly number: string
  readonly code: string
}

/** So often somebody may be wrong about a number or its code, and all together, within `TRIES_MS`. */
export const TRIES = 5
const TRIES_OF_ALL = 300
/** So many tickets one may send on a day. */
export const MOST_A_DAY = 20
const TRIES_MS = 10 * 60_000

export type TicketStore = ReturnType<typeof createTicketStore>

/** The tickets. Codes and the ids of messages are kept as digests by the seal. */
export function createTicketStore(database: Database, seal: Seal) {
  const codeOf = (number: string, code: string): string => seal.digest('ticket code', `${number}:${code}`)

  return {
    /**
     * Keeps what a citizen sent, once for a message: sent again it gets a new code, since nobody knows the old one. A
     * number that is taken already, by chance, is drawn again.
     */
    async lodge(lodged: Lodged): Promise<Receipt> {
      const key = seal.digest('ticket message', lodged.message)
      for (;;) {
        const [number, code] = [newNumber(), newCode()]
        const rows = await database.query<{ number: string }>(
          `insert into ticket (number, code, key, identity, kind, unit, service, rating, words, sentiment, themes, tempers,
             address, account, name, received_on)
           values ($1, $2, $3, $4, $5, $6::bigint, $7::bigint, $8, $9, $10, $11, $12, $13, $14, $15, $16)
           on conflict do nothing returning number`,
          [
            number,
            codeOf(number, code),
            key,
            lodged.identity,
            lodged.kind,
            lodged.unit,
            lodged.service,
            lodged.rating,
            lodged.words,
            lodged.sentiment,
            lodged.themes,
            lodged.tempers,
            lodged.address,
            lodged.sender?.account ?? null,
            lodged.sender?.name ?? null,
            lodged.on,
          ],
        )
        if (rows.length > 0) return { number, code }
        const again = await renewed(key, code)
        if (again !== undefined) return again
      }
    },

    /** The ticket of a number, with what was said about it, where the code opens it or the account wrote it. */
    async opened(
      number: string,
      by: { readonly code: string } | { readonly accounts: readonly string[] },
    ): Promise<{ readonly ticket: Ticket; readonly events: readonly TicketEvent[] } | undefined> {
      const [ticket] = await database.query<Ticket>(
        `select ${TICKETS.columns} from ${TICKETS.from}
         where number = $1 and (code = $2 or account = any($3::text[]))`,
        [number, 'code' in by ? codeOf(number, by.code) : null, 'accounts' in by ? by.accounts : []],
      )
      if (ticket === undefined) return undefined
      const events = await database.query<TicketEvent>(
        `select on_day as on, side, action, words from ticket_event
         where ticket = $1 and not internal order by position`,
        [number],
      )
      return { ticket, events }
    },

    /** Counts a ticket of somebody's on a day; false once they have sent as many as one may. Only a digest is kept of who. */
    async mayLodge(account: string, on: Day): Promise<boolean> {
      await database.query('delete from ticket_sender where on_day < $1', [on])
      const [row] = await database.query<{ tickets: number }>(
        `insert into ticket_sender as sent (who, on_day, tickets) values ($1, $2, 1)
         on conflict (who, on_day) do update set tickets = sent.tickets + 1 returning tickets`,
        [seal.digest('ticket sender', account), on],
      )
      return (row?.tickets ?? 0) <= MOST_A_DAY
    },

    /**
     * Looks whether a number and a code belong together, unless somebody was wrong too often lately; of who that is only
     * a digest is kept, for ten minutes.
     */
    async tried<T>(
      { account, message, now }: { readonly account: string; readonly message: string; readonly now: Date },
      look: () => Promise<T | undefined>,
    ): Promise<T | 'wrong' | 'too often'> {
      const who = seal.digest('ticket try', account)
      const since = new Date(now.getTime() - TRIES_MS)
      await database.query('delete from ticket_try where at < $1', [since])
      const [before] = await database.query<{ own: number; all: number }>(
        `select count(*) filter (where who = $1)::int as own, count(*)::int as all from ticket_try where at >= $2`,
        [who, since],
      )
      if ((before?.own ?? 0) >= TRIES || (before?.all ?? 0) >= TRIES_OF_ALL) return 'too often'
      const found = await look()
      if (found !== undefined) return found
      await database.query(
        'insert into ticket_try (key, who, at) values ($1, $2, $3) on conflict (key) do nothing',
        [seal.digest('ticket try message', message), who, now],
      )
      return 'wrong'
    },

    /** Makes the tickets of some accounts nobody's, for good; resolves to how many. */
    async disown(accounts: readonly string[]): Promise<number> {
      const rows = await database.query(
        `update ticket set account = null, name = null, address = null, identity = 'anonymous'
         where account = any($1::text[]) returning number`,
        [accounts],
      )
      return rows.length
    },

    /** The tickets of those who gave their names, the latest first. */
    async of(accounts: readonly string[], limit: number): Promise<readonly Ticket[]> {
      return database.query<Ticket>(
        `select ${TICKETS.columns} from ${TICKETS.from}
         where account = any($1::text[]) order by received_on desc, number limit $2`,
        [accounts, limit],
      )
    },
  }

  async function renewed(key: string, code: string): Promise<Receipt | undefined> {
    return database.transaction(async ({ query }) => {
      const [known] = await query<{ number: string }>('select number from ticket where key = $1 for update', [
        key,
      ])
      if (known === undefined) return undefined
      await query('update ticket set code = $2 where number = $1', [known.number, codeOf(known.number, code)])
      return { number: known.number, code }
    })
  }
}

/** SQL of tickets as `Ticket`. */
export const TICKETS = {
  columns: `number, identity, kind, state, rating, words,
  case when unit.id is not null then jsonb_build_object('id', unit.id::text, 'name', unit.name) end as unit,
  service.name as service, received_on as "receivedOn", verified_on as "verifiedOn", answered_on as "answeredOn",
  asked_on as "askedOn", stood_still as "stoodStill", joined_to as "joinedTo"`,
  from: `ticket left join unit on unit.id = ticket.unit left join service on service.id = ticket.service`,
} as const
