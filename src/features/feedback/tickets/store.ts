import type { ConversationId } from '../../../chat/message.ts'
import type { Database, Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import type { Seal } from '../../../seal.ts'
import { newCode, newNumber } from './number.ts'
import type { Identity, Spot, Ticket, TicketEvent, TicketKind } from './ticket.ts'

/** What a citizen sends, as it is to be kept. */
export interface Lodged {
  /** The id of the message that sent it. */
  readonly message: string
  readonly identity: Identity
  readonly kind: TicketKind
  readonly unit: string | null
  readonly service: string | null
  readonly officer: string | null
  readonly rating: number | null
  /** How much the rating counts for the officer, from 0 to 1. */
  readonly weight: number
  readonly words: string
  readonly place: Spot | null
  readonly sentiment: string
  readonly themes: readonly string[]
  readonly tempers: readonly string[]
  readonly address: string
  /** Who wrote it; of whom nothing is kept where they stay anonymous. */
  readonly account: string
  readonly name: string
  readonly on: Day
}

/** The number of a ticket, and the code that opens it: said once, and nowhere kept. */
export interface Receipt {
  readonly number: string
  readonly code: string
}

/** So many tickets one may send on a day. */
export const MOST_A_DAY = 20

export type TicketStore = ReturnType<typeof createTicketStore>

/** The tickets. Codes and the ids of messages are kept as digests by the seal. */
export function createTicketStore(database: Database, seal: Seal) {
  const codeOf = (number: string, code: string): string => codeDigest(seal, number, code)

  return {
    /**
     * Keeps what a citizen sent, once for a message: sent again it gets a new code, since nobody knows the old one.
     * Resolves to 'same' where they sent the very same today, to 'too many' where they sent as many as one may. Of who
     * sends only digests are kept, until the next morning.
     */
    async lodge(lodged: Lodged): Promise<Receipt | 'same' | 'too many'> {
      const key = seal.digest('ticket message', lodged.message)
      const known = await renewed(key)
      if (known !== undefined) return known
      return database.transaction(async (connection) => {
        const sent = await counted(lodged, connection)
        return sent ?? numbered(lodged, key, connection)
      })
    },

    /** The ticket of a number, with what was said about it, where the code opens it, or it was written by the account or from the address. */
    async opened(
      number: string,
      by:
        | { readonly code: string }
        | { readonly accounts: readonly string[]; readonly address?: ConversationId | null },
    ): Promise<{ readonly ticket: Ticket; readonly events: readonly TicketEvent[] } | undefined> {
      const [ticket] = await database.query<Ticket>(
        `select ${TICKETS.columns} from ${TICKETS.from}
         where number = $1 and (code = $2 or account = any($3::text[]) or address = $4)`,
        [
          number,
          'code' in by ? codeOf(number, by.code) : null,
          'accounts' in by ? by.accounts : [],
          'address' in by ? (by.address ?? null) : null,
        ],
      )
      if (ticket === undefined) return undefined
      const events = await database.query<TicketEvent>(
        `select on_day as on, side, action, words from ticket_event
         where ticket = $1 and not internal order by position`,
        [number],
      )
      return { ticket, events }
    },

    /** Forgets who sent tickets on the days before one. */
    async forgetSenders(today: Day): Promise<void> {
      await database.query('delete from ticket_sender where on_day < $1', [today])
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

  /** The number of the ticket that a message made before, with another code. */
  async function renewed(key: string): Promise<Receipt | undefined> {
    const [known] = await database.query<{ number: string }>('select number from ticket where key = $1', [
      key,
    ])
    if (known === undefined) return undefined
    const code = newCode()
    const { number } = known
    await database.query('update ticket set code = $2 where number = $1', [number, codeOf(number, code)])
    return { number, code }
  }

  /** Counts a ticket of somebody's on a day; resolves to what speaks against it. */
  async function counted(
    { account, on, unit, service, words }: Lodged,
    { query }: Queryable,
  ): Promise<'same' | 'too many' | undefined> {
    const who = seal.digest('ticket sender', account)
    const said = seal.digest('ticket words', [account, unit, service, fold(words)].join('\n'))
    const [row] = await query<{ tickets: number; again: boolean }>(
      `insert into ticket_sender as sent (who, on_day, tickets, said) values ($1, $2, 1, array[$3])
       on conflict (who, on_day) do update set
         tickets = sent.tickets + case when $3 = any(sent.said) then 0 else 1 end,
         said = array_append(sent.said, $3)
       returning tickets, cardinality(array_positions(said, $3)) > 1 as again`,
      [who, on, said],
    )
    if (row?.again) return 'same'
    return (row?.tickets ?? 0) > MOST_A_DAY ? 'too many' : undefined
  }

  /** Keeps it under a number nobody has; one that is taken already, by chance, is drawn again. */
  async function numbered(lodged: Lodged, key: string, { query }: Queryable): Promise<Receipt> {
    const { place } = lodged
    for (;;) {
      const [number, code] = [newNumber(), newCode()]
      const rows = await query(
        `insert into ticket (number, code, key, identity, kind, unit, service, officer, rating, weight, words, place,
           latitude, longitude, sentiment, themes, tempers, address, account, name, received_on)
         values ($1, $2, $3, $4, $5, $6::bigint, $7::bigint, $8::bigint, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
           $19, $20, $21)
         on conflict (number) do nothing returning number`,
        [
          number,
          codeOf(number, code),
          key,
          lodged.identity,
          lodged.kind,
          lodged.unit,
          lodged.service,
          lodged.officer,
          lodged.rating,
          lodged.weight,
          lodged.words,
          place !== null && 'words' in place ? place.words : null,
          place !== null && 'latitude' in place ? place.latitude : null,
          place !== null && 'latitude' in place ? place.longitude : null,
          lodged.sentiment,
          lodged.themes,
          lodged.tempers,
          lodged.address,
          lodged.identity === 'anonymous' ? null : lodged.account,
          lodged.identity === 'anonymous' ? null : lodged.name,
          lodged.on,
        ],
      )
      if (rows.length > 0) return { number, code }
    }
  }
}

/** What is kept of a code. */
export function codeDigest(seal: Seal, number: string, code: string): string {
  return seal.digest('ticket code', `${number}:${code}`)
}

/** SQL of tickets as `Ticket`. */
export const TICKETS = {
  columns: `number, identity, kind, state, rating, words,
  case when unit.id is not null then jsonb_build_object('id', unit.id::text, 'name', unit.name) end as unit,
  service.name as service,
  (select jsonb_build_object('id', id::text, 'name', name) from employee where id = ticket.officer) as officer,
  case when place is not null then jsonb_build_object('words', place)
    when latitude is not null then jsonb_build_object('latitude', latitude, 'longitude', longitude) end as place,
  (select count(*)::int from ticket_photo where ticket_photo.ticket = ticket.number) as photos, received_on as "receivedOn", verified_on as "verifiedOn", answered_on as "answeredOn",
  asked_on as "askedOn", stood_still as "stoodStill", joined_to as "joinedTo",
  split_from as "splitFrom"`,
  from: `ticket left join unit on unit.id = ticket.unit left join service on service.id = ticket.service`,
} as const
