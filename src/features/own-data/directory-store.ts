import type { Queryable } from '../../database/database.ts'

/** What the directory has of somebody, and who did what about it. */
export interface DirectoryKept {
  readonly entry: readonly object[]
  readonly changes: readonly object[]
  readonly reports: readonly object[]
  /** Who looked at or changed it, by their role: who that was is somebody else's data. */
  readonly looks: readonly object[]
}

/** Everything about an entry, by its id. */
export async function directoryKept(on: Queryable, employee: string): Promise<DirectoryKept> {
  return {
    entry: await on.query(
      `select e.nip, e.name, e.kind, unit.name as unit, e.position, e.grade, e.email, e.phone, above.name as supervisor,
         e.qualification, e.competencies, e.retires_on::text as retires, e.left_on::text as left, e.updated_at as at
       from employee e join unit on unit.id = e.unit left join employee above on above.id = e.supervisor
       where e.id = $1::bigint`,
      [employee],
    ),
    changes: await on.query(
      `select at, source, field, ${named('before')} as before, ${named('after')} as after
       from employee_change change where employee = $1::bigint order by change.id`,
      [employee],
    ),
    reports: await on.query(
      `select at, said, note, decided, reason, decided_at as "decidedAt" from supervisor_report
       where employee = $1::bigint order by id`,
      [employee],
    ),
    looks: await on.query('select at, role, action from audit where subject = $1::bigint order by id', [
      employee,
    ]),
  }
}

/** How often somebody did what about others on one day; about whom is the others' data. */
export interface DeedsKept {
  readonly day: string
  readonly action: string
  readonly count: number
}

/** What these accounts did about entries of the directory, by days. */
export async function deedsKept(on: Queryable, accounts: readonly string[]): Promise<readonly DeedsKept[]> {
  return on.query<DeedsKept>(
    `select at::date::text as day, action, count(*)::int as count from audit where account = any($1::text[])
     group by 1, 2 order by 1, 2`,
    [accounts],
  )
}

/** Units and supervisors by their names, not by their ids. */
function named(column: string): string {
  return `case field
    when 'unit' then coalesce((select name from unit where unit.id::text = change.${column}), change.${column})
    when 'supervisor' then coalesce((select name from employee e where e.id::text = change.${column}), change.${column})
    else change.${column} end`
}
