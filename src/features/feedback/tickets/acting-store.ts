import type { ConversationId } from '../../../chat/message.ts'
import type { Database } from '../../../database/database.ts'
import { Unreadable } from '../../../errors.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'
import { TICKETS } from './store.ts'
import type { Ticket } from './ticket.ts'

/** What is done about a ticket: by the office the first ones, by whoever wrote the others, by nobody the last. */
export const DEEDS = [
  'take',
  'ask',
  'answer',
  'pass',
  'note',
  'close',
  'reply',
  'reopen',
  'rate',
  'lapse',
] as const
export type Deed = (typeof DEEDS)[number]

/** Something to be done about a ticket, once for a message. */
export interface Doing {
  readonly number: string
  readonly deed: Deed
  readonly message: string
  readonly on: Day
  /** The officer's account; left out for whoever wrote it. */
  readonly by?: string
  readonly words?: string
  /** Of `pass`: the unit it goes to. */
  readonly unit?: string
  /** Of `reply`: for so many working days the clock stood still. */
  readonly stood?: number
  /** Of `rate`: one to five. */
  readonly stars?: number
}

/** A ticket as the office works with it. */
export interface Worked extends Ticket {
  readonly address: ConversationId | null
  /** The name of whoever wrote it, where they gave it to the office. */
  readonly name: string | null
  readonly takenBy: string | null
  readonly tempers: readonly string[]
}

/** What became of it; 'over' where the ticket was closed or joined meanwhile. */
export type Done = { readonly ticket: Worked } | 'over' | 'gone'

export type ActingStore = ReturnType<typeof createActingStore>

/** What offices and citizens do about tickets. The id of a citizen's message is kept as a digest. */
export function createActingStore(database: Database, seal: Seal) {
  const keyOf = (message: string): string => seal.digest('ticket deed', message)
  const worked = (number: string, on: Pick<Database, 'query'> = database): Promise<readonly Worked[]> =>
    on.query<Worked>(`select ${WORKED} from ${TICKETS.from} where number = $1`, [number])

  return {
    /** A message's id as it may be kept and shown in keys. */
    keyOf,

    /** A ticket as the office works with it. */
    ticket: async (number: string): Promise<Worked | undefined> => (await worked(number))[0],

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

    /** Gives up the return addresses of tickets closed so many days ago, and what was said to them. */
    async forgetAddresses(today: Day, days: number): Promise<void> {
      await database.query(
        `with over as (
           select number, address from ticket
           where address is not null and state in ('closed', 'joined') and closed_on <= $1::date - $2::int for update
         ), said as (
           delete from conversation where id in (select address from over)
         )
         update ticket set address = null where number in (select number from over)`,
        [today, days],
      )
    },

    async announced(number: string): Promise<void> {
      await database.query('update ticket set announced = true where number = $1', [number])
    },

    /**
     * The tickets that wait for the office, in some units and below them (null: all of them), the oldest first, and how
     * many there are; what tells of a crime of officials only where `crimes` is set.
     */
    async waiting(
      units: readonly string[] | null,
      { crimes }: { readonly crimes: boolean },
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
         order by received_on, number limit $3`,
        [units, crimes, limit],
      )
      return { count: rows[0]?.count ?? 0, first: rows }
    },

    /** Does it and writes it down; the same message again changes nothing. */
    async act(doing: Doing): Promise<Done> {
      const key = keyOf(doing.message)
      return database.transaction(async (connection) => {
        const [found] = await connection.query<{ state: string }>(
          'select state from ticket where number = $1 for update',
          [doing.number],
        )
        if (found === undefined) return 'gone'
        const before = await connection.query('select 1 from ticket_event where key = $1', [key])
        const isOver = found.state === 'joined' || (found.state === 'closed' && !AFTERWARDS.has(doing.deed))
        if (before.length === 0) {
          if (isOver) return 'over'
          await connection.query(
            `insert into ticket_event (ticket, position, key, on_day, side, account, action, words, internal)
             select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from ticket_event where ticket = $1`,
            [
              doing.number,
              key,
              doing.on,
              doing.deed === 'lapse' ? 'bot' : doing.by === undefined ? 'citizen' : 'office',
              doing.by ?? null,
              doing.deed,
              doing.words ?? null,
              doing.deed === 'note',
            ],
          )
          await connection.query(
            `update ticket set taken_by = case when $7 then null else coalesce(taken_by, $3) end,
               ${CHANGES[doing.deed]} where number = $1 and ($2::date, $4::bigint, $5::int, $6::int) is not null`,
            [
              doing.number,
              doing.on,
              doing.by ?? null,
              doing.unit ?? 0,
              doing.stood ?? 0,
              doing.stars ?? 0,
              doing.deed === 'pass',
            ],
          )
        }
        const [ticket] = await worked(doing.number, connection)
        return ticket === undefined ? 'gone' : { ticket }
      })
    },

    /** Whether a conversation is the one that a ticket's return address is of. */
    isFrom(ticket: Pick<Worked, 'address'>, conversation: ConversationId): boolean {
      return ticket.address !== null && conversationOf(seal, ticket.address) === conversation
    },
  }
}

/** Whose a return address is; undefined where the key is another by now. */
function conversationOf(seal: Seal, address: ConversationId): string | undefined {
  try {
    return seal.open(address.slice(address.indexOf(':') + 1))
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** SQL of a ticket as `Worked`. */
const WORKED = `${TICKETS.columns}, address, tempers, taken_by as "takenBy",
  case when identity = 'named' then ticket.name end as name`

/** What may still be done once a ticket is closed. */
const AFTERWARDS: ReadonlySet<Deed> = new Set(['note', 'reopen', 'rate'])

/** What each deed changes; $2 is the day, $4 the unit, $5 the days the clock stood still, $6 the stars. */
const CHANGES: Readonly<Record<Deed, string>> = {
  take: `state = case state when 'new' then 'verified' else state end, verified_on = coalesce(verified_on, $2)`,
  ask: `state = 'asked', verified_on = coalesce(verified_on, $2), asked_on = $2, answered_on = null`,
  answer: `state = 'answered', verified_on = coalesce(verified_on, $2), answered_on = $2, asked_on = null`,
  pass: `unit = $4, announced = false`,
  note: `state = state`,
  close: `state = 'closed', closed_on = $2`,
  lapse: `state = 'closed', closed_on = $2`,
  reply: `state = case state when 'asked' then 'verified' else state end, asked_on = null, stood_still = stood_still + $5`,
  // the office has its days to answer once more
  reopen: `state = 'verified', verified_on = $2, answered_on = null, closed_on = null, stood_still = 0,
    reopened = reopened + 1`,
  rate: `satisfaction = $6`,
}
