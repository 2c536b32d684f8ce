import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** What somebody reported under one plan of theirs, in one unit of quantity. */
export interface Reported {
  /** The number of the plan (RHK) in its year; null where the reports name none. */
  readonly number: number | null
  readonly title: string | null
  readonly unit: string
  readonly quantity: number
  /** How much of it the supervisor has approved. */
  readonly approved: number
  /** What the plan wants over its year, where it counts in the same unit. */
  readonly goal: number | null
  readonly reports: number
  /** Of those that said how much was right the first time: how many they are, how much it was, of how much. */
  readonly quality: { readonly reports: number; readonly good: number; readonly of: number }
  /** Of those that said whether they were late: how many they are, and how many were on time. */
  readonly time: { readonly reports: number; readonly onTime: number }
  /** What good means by the plan in words, and the share of 100 it wants right the first time. */
  readonly wanted: string | null
  readonly wantedShare: number | null
}

/** What somebody reported in a stretch of days, and how many of those reports count. */
export interface Reports {
  readonly lines: readonly Reported[]
  readonly counted: number
  readonly approved: number
  readonly asked: number
  readonly withdrawn: number
}

interface Line {
  readonly number: number | null
  readonly title: string | null
  readonly unit: string
  readonly quantity: string
  readonly approved: string | null
  readonly goal: string | null
  readonly reports: number
  readonly good_reports: number
  readonly good: string | null
  readonly good_of: string | null
  readonly time_reports: number
  readonly on_time: number
  readonly wanted: string | null
  readonly wanted_share: string | null
}

/** Reads what was reported; reports that were taken back are counted apart. */
export function createReportsStore(database: Database) {
  return {
    async reported(employee: string, from: Day, until: Day): Promise<Reports> {
      const lines = await database.query<Line>(
        `select target.number, target.title, min(u.unit) as unit, sum(u.quantity) as quantity,
           sum(u.quantity) filter (where u.status = 'approved') as approved,
           case when lower(target.unit) = lower(u.unit) then target.quantity end as goal, count(*)::int as reports,
           count(u.good)::int as good_reports, sum(u.good) as good,
           sum(u.quantity) filter (where u.good is not null) as good_of,
           count(u.late)::int as time_reports, count(*) filter (where not u.late)::int as on_time,
           target.quality as wanted, target.quality_goal as wanted_share
         from work_update u left join target on target.id = u.target
         where u.employee = $1::bigint and u.done_on between $2::date and $3::date and u.status <> 'withdrawn'
         group by target.id, lower(u.unit) order by target.number nulls last, lower(u.unit)`,
        [employee, from, until],
      )
      const [counts] = await database.query<Omit<Reports, 'lines'>>(
        `select count(*) filter (where status <> 'withdrawn')::int as counted,
           count(*) filter (where status = 'approved')::int as approved,
           count(*) filter (where status = 'asked')::int as asked,
           count(*) filter (where status = 'withdrawn')::int as withdrawn
         from work_update where employee = $1::bigint and done_on between $2::date and $3::date`,
        [employee, from, until],
      )
      return { lines: lines.map(reportedOf), ...NONE, ...counts }
    },
  }
}

export type ReportsStore = ReturnType<typeof createReportsStore>

const NONE = { counted: 0, approved: 0, asked: 0, withdrawn: 0 }

function reportedOf(line: Line): Reported {
  return {
    number: line.number,
    title: line.title,
    unit: line.unit,
    quantity: Number(line.quantity),
    approved: Number(line.approved ?? 0),
    goal: line.goal === null ? null : Number(line.goal),
    reports: line.reports,
    quality: { reports: line.good_reports, good: Number(line.good ?? 0), of: Number(line.good_of ?? 0) },
    time: { reports: line.time_reports, onTime: line.on_time },
    wanted: line.wanted,
    wantedShare: line.wanted_share === null ? null : Number(line.wanted_share),
  }
}
