import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Identity, TicketKind, TicketState } from '../tickets/ticket.ts'

/** Which tickets are exported: of some days, of some units and those below them (null: of all, and of none). */
export interface ExportFilter {
  readonly from: Day
  readonly until: Day
  readonly units: readonly string[] | null
  /** True where what tells of a crime of officials is among them. */
  readonly crimes: boolean
  /** The entry of whoever asks: what is about them is not among them. */
  readonly asking: string | null
}

/** What was said and done about a ticket where the citizen may read it. */
export interface ExportedDeed {
  readonly on: Day
  readonly side: 'citizen' | 'office' | 'bot'
  readonly action: string
  readonly words: string | null
}

/** A ticket as it is exported; the name is that of whoever gave it to the office. */
export interface ExportedTicket {
  readonly number: string
  readonly kind: TicketKind
  readonly identity: Identity
  readonly name: string | null
  readonly state: TicketState
  readonly words: string
  readonly rating: number | null
  readonly themes: readonly string[]
  readonly unit: string | null
  readonly service: string | null
  readonly place: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly receivedOn: Day
  readonly verifiedOn: Day | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
  readonly joinedTo: string | null
  readonly photos: number
  readonly deeds: readonly ExportedDeed[]
}

/** So many are read at once. */
const AT_ONCE = 500

export type ExportStore = ReturnType<typeof createExportStore>

/** Reads tickets to be exported, by the days they came in. */
export function createExportStore(on: Queryable) {
  const values = ({ from, until, units, crimes, asking }: ExportFilter): readonly unknown[] => [
    from,
    until,
    units,
    crimes,
    asking,
  ]
  return {
    async count(filter: ExportFilter): Promise<number> {
      const [row] = await on.query<{ count: number }>(
        `${BELOW} select count(*)::int as count from ticket where ${WHICH}`,
        values(filter),
      )
      return row?.count ?? 0
    },

    /** All of them, some at a time. */
    async *pages(filter: ExportFilter): AsyncGenerator<readonly ExportedTicket[]> {
      let [day, number]: [Day, string] = [filter.from, '']
      for (;;) {
        const some = await on.query<ExportedTicket>(
          `${BELOW} ${ROWS} where ${WHICH} and (received_on, number) > ($6::date, $7::text)
           order by received_on, number limit ${AT_ONCE}`,
          [...values(filter), day, number],
        )
        if (some.length > 0) yield some
        const last = some.at(-1)
        if (last === undefined || some.length < AT_ONCE) return
        ;[day, number] = [last.receivedOn, last.number]
      }
    },
  }
}

const BELOW = `with recursive below as (
  select id from unit where id = any($3::bigint[])
  union select unit.id from unit join below on unit.parent = below.id
)`
const WHICH = `received_on between $1::date and $2::date and (kind <> 'whistleblowing' or $4)
  and ($3::bigint[] is null or ticket.unit in (select id from below))
  and ticket.officer is distinct from coalesce($5::bigint, -1)`
const ROWS = `select number, kind, identity, case when identity = 'named' then ticket.name end as name, state, words, rating,
    themes, unit.name as unit, service.name as service, place, latitude, longitude, received_on as "receivedOn",
    verified_on as "verifiedOn", answered_on as "answeredOn", ticket.closed_on as "closedOn", joined_to as "joinedTo",
    (select count(*)::int from ticket_photo photo where photo.ticket = number) as photos,
    coalesce((select jsonb_agg(jsonb_build_object('on', on_day, 'side', side, 'action', action, 'words', event.words)
        order by position)
      from ticket_event event where event.ticket = number and not internal), '[]') as deeds
  from ticket left join unit on unit.id = ticket.unit left join service on service.id = ticket.service`
