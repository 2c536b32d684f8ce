import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { batches } from './batches.ts'
import { TREE } from './units-store.ts'
import { among, type Whose } from './whose.ts'

/** What of the reports is exported: what was done in a stretch of days, and by whom. */
export interface ReportFilter extends Whose {
  readonly from: Day
  readonly until: Day
}

/** One report, with whose it is. */
export interface ReportRow {
  readonly id: string
  readonly nip: string
  readonly name: string
  readonly unit: string
  readonly top: string
  readonly position: string
  readonly done_on: Day
  readonly number: number | null
  readonly title: string | null
  readonly quantity: string
  readonly measure: string
  readonly good: string | null
  readonly wanted: string | null
  readonly wanted_share: string | null
  readonly late: boolean | null
  readonly status: 'sent' | 'approved' | 'asked' | 'withdrawn'
  readonly said: string
  readonly link: string | null
  readonly created_at: Date
}

/** What the reports of a unit come to; shares are means over the reports that said something, which are counted, too. */
export interface UnitFigures {
  readonly unit: string
  readonly people: number
  readonly reports: number
  readonly good_share: number | null
  readonly good_counted: number
  readonly time_share: number | null
  readonly time_counted: number
}

const AT_ONCE = 100

const FROM = `from work_update u join employee e on e.id = u.employee join tree on tree.id = e.unit
  left join target on target.id = u.target
  where u.done_on between $1::date and $2::date and ${among('$3', '$4')}`

const valuesOf = ({ from, until, unit, supervisor }: ReportFilter): readonly unknown[] => [
  from,
  until,
  unit,
  supervisor ?? null,
]

/** Reads reports to be exported, in order of unit, name, and day. */
export function createReportsExportStore(database: Database) {
  return {
    async count(filter: ReportFilter): Promise<number> {
      const [row] = await database.query<{ count: number }>(
        `with recursive ${TREE} select count(*)::int as count ${FROM}`,
        valuesOf(filter),
      )
      return row?.count ?? 0
    },

    /** All of them, some at a time, person by person: a page is what a few people reported. */
    async *pages(filter: ReportFilter): AsyncGenerator<readonly ReportRow[]> {
      const people = await database.query<{ id: string; reports: number }>(
        `with recursive ${TREE} select e.id, count(*)::int as reports ${FROM}
         group by e.id, tree.names, e.name, e.nip order by tree.names, e.name, e.nip`,
        valuesOf(filter),
      )
      for (const some of batches(people, ({ reports }) => reports, AT_ONCE))
        yield await database.query<ReportRow>(
          `with recursive ${TREE}
           select u.id, e.nip, e.name, tree.name as unit, tree.names[1] as top, e.position, u.done_on::text as done_on,
             target.number, target.title, u.quantity, u.unit as measure, u.good, target.quality as wanted,
             target.quality_goal as wanted_share, u.late, u.status, u.said, u.link, u.created_at
           ${FROM} and u.employee = any($5::bigint[]) order by tree.names, e.name, e.nip, u.done_on, u.id`,
          [...valuesOf(filter), some.map(({ id }) => id)],
        )
    },

    /** What they come to by unit, without those that were taken back, and over all (the last, whose unit is empty). */
    async figures(filter: ReportFilter): Promise<readonly UnitFigures[]> {
      return database.query<UnitFigures>(
        `with recursive ${TREE}
         select coalesce(tree.names[1], '') as unit, count(distinct e.id)::int as people, count(*)::int as reports,
           avg(u.good / u.quantity)::float8 as good_share, count(u.good)::int as good_counted,
           avg((not u.late)::int)::float8 as time_share, count(u.late)::int as time_counted
         ${FROM} and u.status <> 'withdrawn'
         group by grouping sets ((tree.names[1]), ()) order by tree.names[1] nulls last`,
        valuesOf(filter),
      )
    },
  }
}

export type ReportsExportStore = ReturnType<typeof createReportsExportStore>
