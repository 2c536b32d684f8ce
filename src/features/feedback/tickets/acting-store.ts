import type { ConversationId } from '../../../chat/message.ts'
import type { Database, Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'
import { TICKETS } from './store.ts'
import type { Spot, Ticket, TicketKind, TicketState } from './ticket.ts'

/** What is done about a ticket: by the office the first ones, by whoever wrote the others, by nobody the last. */
export type Deed =
  | 'take'
  | 'ask'
  | 'answer'
  | 'pass'
  | 'note'
  | 'close'
  | 'join'
  | 'part'
  | 'reply'
  | 'reopen'
  | 'rate'
  | 'kind'
  | 'place'
  | 'officer'
  | 'lapse'

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
  /** Of `join`: the number of the ticket it goes with from now on. */
  readonly into?: string
  /** Of `reply`: for so many working days the clock stood still. */
  readonly stood?: number
  /** Of `rate`: one to five. */
  readonly stars?: number
  readonly kind?: TicketKind
  readonly place?: Spot
  /** Of `officer`: whom it is about, and how much its rating counts for them. */
  readonly officer?: string
  readonly weight?: number
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

/** Whether a conversation is the one that a return address is of. */
export type IsOf = (address: ConversationId, conversation: ConversationId) => boolean

/** What offices and citizens do about tickets. The id of a citizen's message is kept as a digest. */
export function createActingStore(database: Database, seal: Seal, isOf: IsOf) {
  const keyOf = (message: string): string => seal.digest('ticket deed', message)

  return {
    /** A message's id as it may be kept and shown in keys. */
    keyOf,

    /** A ticket as the office works with it. */
    ticket: (number: string): Promise<Worked | undefined> => worked(number, database),

    async announced(number: string): Promise<void> {
      await database.query('update ticket set announced = true where number = $1', [number])
    },

    /** Does it and writes it down; the same message again changes nothing. */
    async act(doing: Doing): Promise<Done> {
      const { number, deed } = doing
      const key = keyOf(`${doing.message}:${deed}:${number}`)
      return database.transaction(async (connection) => {
        const [found] = await connection.query<{ state: TicketState }>(
          'select state from ticket where number = $1 for update',
          [number],
        )
        if (found === undefined) return 'gone'
        const before = await connection.query('select 1 from ticket_event where key = $1', [key])
        if (before.length === 0) {
          if (isOver(found.state, deed)) return 'over'
          await written(doing, key, connection)
          await connection.query(
            `update ticket set ${CHANGES[deed]} where number = $1 and $2::jsonb is not null`,
            [number, JSON.stringify(doing)],
          )
          // whatever was joined to it goes along
          if (deed === 'join')
            await connection.query('update ticket set joined_to = $2 where joined_to = $1', [
              number,
              doing.into,
            ])
        }
        const ticket = await worked(number, connection)
        return ticket === undefined ? 'gone' : { ticket }
      })
    },

    /** Whether a conversation is the one that a ticket's return address is of. */
    isFrom(ticket: Pick<Worked, 'address'>, conversation: ConversationId): boolean {
      return ticket.address !== null && isOf(ticket.address, conversation)
    },
  }
}

/** SQL of a ticket as `Worked`. */
export const WORKED = `${TICKETS.columns}, address, tempers, taken_by as "takenBy",
  case when identity = 'named' then ticket.name end as name`

async function worked(number: string, on: Queryable): Promise<Worked | undefined> {
  const [ticket] = await on.query<Worked>(`select ${WORKED} from ${TICKETS.from} where number = $1`, [number])
  return ticket
}

async function written(
  { number, deed, on, by, words, into }: Doing,
  key: string,
  { query }: Queryable,
): Promise<void> {
  await query(
    `insert into ticket_event (ticket, position, key, on_day, side, account, action, words, internal)
     select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from ticket_event where ticket = $1`,
    [
      number,
      key,
      on,
      deed === 'lapse' ? 'bot' : by === undefined ? 'citizen' : 'office',
      by ?? null,
      deed,
      words ?? into ?? null,
      INTERNAL.has(deed),
    ],
  )
}

/** What whoever wrote the ticket does not read in its history. */
const INTERNAL: ReadonlySet<Deed> = new Set(['note', 'join', 'part'])

/** What may still be done once a ticket is closed, and once it went with another. */
const AFTERWARDS: Readonly<Partial<Record<TicketState, ReadonlySet<Deed>>>> = {
  closed: new Set(['note', 'reopen', 'rate']),
  joined: new Set(['note', 'reopen', 'rate', 'part', 'join']),
}

function isOver(state: TicketState, deed: Deed): boolean {
  const allowed = AFTERWARDS[state]
  return allowed === undefined ? deed === 'part' : !allowed.has(deed)
}

const TAKEN = `taken_by = coalesce(taken_by, $2::jsonb->>'by')`
const LOOKED_AT = `verified_on = coalesce(verified_on, ($2::jsonb->>'on')::date)`
/** The office has its days to answer once more. */
const AGAIN = `state = 'verified', verified_on = ($2::jsonb->>'on')::date, answered_on = null, asked_on = null,
  closed_on = null, stood_still = 0, joined_to = null`

/** What each deed changes; $2 is the deed as it was asked for, as JSON. */
const CHANGES: Readonly<Record<Deed, string>> = {
  take: `state = case state when 'new' then 'verified' else state end, ${LOOKED_AT}, ${TAKEN}`,
  ask: `state = 'asked', asked_on = ($2::jsonb->>'on')::date, answered_on = null, ${LOOKED_AT}, ${TAKEN}`,
  answer: `state = 'answered', answered_on = ($2::jsonb->>'on')::date, asked_on = null, ${LOOKED_AT}, ${TAKEN}`,
  pass: `unit = ($2::jsonb->>'unit')::bigint, service = null, announced = false, taken_by = null`,
  note: TAKEN,
  close: `state = 'closed', closed_on = ($2::jsonb->>'on')::date, ${TAKEN}`,
  lapse: `state = 'closed', closed_on = ($2::jsonb->>'on')::date`,
  join: `state = 'joined', joined_to = $2::jsonb->>'into', closed_on = ($2::jsonb->>'on')::date, asked_on = null`,
  part: AGAIN,
  reply: `state = case state when 'asked' then 'verified' else state end, asked_on = null,
    stood_still = stood_still + ($2::jsonb->>'stood')::int`,
  reopen: `${AGAIN}, reopened = reopened + 1`,
  rate: `satisfaction = ($2::jsonb->>'stars')::smallint`,
  // it is for others now, who are told
  kind: `kind = $2::jsonb->>'kind', announced = announced and (kind = 'whistleblowing') = ($2::jsonb->>'kind' = 'whistleblowing')`,
  place: `place = $2::jsonb#>>'{place,words}', latitude = ($2::jsonb#>>'{place,latitude}')::float8,
    longitude = ($2::jsonb#>>'{place,longitude}')::float8`,
  officer: `officer = ($2::jsonb->>'officer')::bigint, weight = ($2::jsonb->>'weight')::real`,
}
