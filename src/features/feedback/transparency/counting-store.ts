import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Promised } from '../tickets/deadlines.ts'

/**
 * What became of a ticket. The rule, by its columns: the clock begins the day it came in and has verify + answer working
 * days; where it was opened again, the day of that, and has answer working days. Days it stood still do not count. A
 * ticket answered by then is in time, a later one late; one not answered waits, or is overdue where the days are over and
 * nothing is asked of whoever wrote. Praise asks for no answer, and what was closed without one has none. A ticket that
 * was joined to another has that one's answer, by its own first day.
 */
export const OUTCOMES = ['inTime', 'late', 'waiting', 'overdue', 'unanswered'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What was counted of the tickets that came in in a year; of all units where `unit` is null, of all months where `month` is. */
export interface Tally extends Readonly<Record<Outcome, number>> {
  readonly year: number
  /** The highest unit above the ticket's; "0" while nobody has said which it is for. */
  readonly unit: string | null
  readonly month: string | null
  /** Working days to the answer, of those that have one. */
  readonly median: number | null
  /** How many said how content they were once it was closed, and their stars together. */
  readonly rated: number
  readonly stars: number
}

/** How many tickets of a year name a theme; `unit` as of a tally. */
export interface ThemeCount {
  readonly year: number
  readonly unit: string | null
  readonly theme: string
  readonly tickets: number
}

/** A day, and how many working days there were from some day up to it. */
export interface Worked {
  readonly day: Day
  readonly count: number
}

/** Counts tickets for the public. What tells of crimes of officials counts nowhere. */
export function createCounting(on: Queryable) {
  return {
    /** Of the tickets that came in on these days, as they stood at the end of the last of them. */
    async tallies(days: readonly Worked[], promised: Promised): Promise<readonly Tally[]> {
      const [first, last] = [days[0], days.at(-1)]
      if (first === undefined || last === undefined) return []
      return on.query<Tally>(TALLIES, [
        days.map(({ day }) => day),
        days.map(({ count }) => count),
        first.day,
        last.day,
        last.count,
        promised.verify + promised.answer,
        promised.answer,
      ])
    },

    /** Of the tickets that came in between two days, both included. */
    async themes(from: Day, to: Day): Promise<readonly ThemeCount[]> {
      return on.query<ThemeCount>(THEMES, [from, to])
    },

    /** All units, what they are called, and the highest one above each. */
    async units(): Promise<readonly { readonly id: string; readonly name: string; readonly top: string }[]> {
      return on.query(
        `with recursive tops (unit, top) as (
           select id, id from unit where parent is null
           union all select unit.id, tops.top from unit join tops on unit.parent = tops.unit
         ) select id, name, top from unit join tops on tops.unit = unit.id order by id`,
      )
    },

    /** The highest unit above a unit. */
    async topOf(unit: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
      const [top] = await on.query<{ id: string; name: string }>(
        `with recursive above as (
           select id, name, parent from unit where id = $1::bigint
           union select unit.id, unit.name, unit.parent from unit join above on unit.id = above.parent
         ) select id, name from above where parent is null`,
        [unit],
      )
      return top
    },
  }
}
export type Counting = ReturnType<typeof createCounting>

const TOPS = `tops (unit, top) as (
  select id, id from unit where parent is null
  union all select unit.id, tops.top from unit join tops on unit.parent = tops.unit
), joins (number, next) as (
  select number, joined_to from ticket where joined_to is not null
  union select joins.number, ticket.joined_to from joins join ticket on ticket.number = joins.next
    where ticket.joined_to is not null
)`

/** $1 and $2 are days and working days up to them, $3 and $4 the first and the last day, $5 those up to the last. */
const TALLIES = `with recursive ${TOPS}, course as (
  select unit, kind, received_on, verified_on, answered_on, asked_on, closed_on, stood_still, reopened, satisfaction
  from ticket where joined_to is null
  union all
  select own.unit, own.kind, own.received_on, lead.verified_on, lead.answered_on, lead.asked_on, lead.closed_on,
    lead.stood_still, lead.reopened, own.satisfaction
  from joins join ticket own using (number)
    join ticket lead on lead.number = joins.next and lead.joined_to is null and lead.kind <> 'whistleblowing'
), worked as (
  select * from unnest($1::date[], $2::int[]) as worked (day, count)
), spent as (
  select coalesce(tops.top, 0) as unit, extract(year from received_on)::int as year,
    extract(month from received_on)::int as month, kind = 'praise' as praise, answered_on <= $4::date as answered,
    coalesce(closed_on <= $4::date, false) as over, coalesce(asked_on <= $4::date, false) as asked,
    greatest(coalesce(ended.count, $5::int) - began.count - stood_still, 0) as days,
    case when reopened > 0 then $7::int else $6::int end as promised,
    case when closed_on <= $4::date then satisfaction end as satisfaction
  from course left join tops on tops.unit = course.unit
    join worked began on began.day = case when reopened > 0
      then least(greatest(verified_on, received_on), $4::date) else received_on end
    left join worked ended on ended.day = answered_on
  where kind <> 'whistleblowing' and received_on between $3::date and $4::date
), told as (
  select *, case
    when praise then 'unanswered'
    when answered then case when days <= promised then 'inTime' else 'late' end
    when over then 'unanswered'
    when asked or days <= promised then 'waiting'
    else 'overdue' end as outcome
  from spent
)
select year, case when grouping(unit) = 0 then unit::text end as unit,
  case when grouping(month) = 0 then year || '-' || lpad(month::text, 2, '0') end as month,
  ${OUTCOMES.map((outcome) => `count(*) filter (where outcome = '${outcome}')::int as "${outcome}"`).join(', ')},
  percentile_cont(0.5) within group (order by days) filter (where outcome in ('inTime', 'late')) as median,
  count(satisfaction)::int as rated, coalesce(sum(satisfaction), 0)::int as stars
from told group by grouping sets ((year, unit, month), (year, unit), (year, month), (year))`

const THEMES = `with recursive ${TOPS}, told as (
  select extract(year from received_on)::int as year, coalesce(tops.top, 0) as unit, theme
  from ticket left join tops on tops.unit = ticket.unit cross join lateral unnest(ticket.themes) as theme
  where kind <> 'whistleblowing' and received_on between $1::date and $2::date
    and not exists (select 1 from joins join ticket lead on lead.number = joins.next
      where joins.number = ticket.number and lead.kind = 'whistleblowing')
)
select year, case when grouping(unit) = 0 then unit::text end as unit, theme, count(*)::int as tickets
from told group by grouping sets ((year, unit, theme), (year, theme))`
