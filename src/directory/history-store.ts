import type { Queryable } from '../database/database.ts'
import type { ChangeBy } from './employee.ts'

/** One thing that became another about somebody, as it is shown: units and supervisors by their names. */
export interface Change {
  readonly at: Date
  readonly source: ChangeBy['source']
  readonly by: string
  /** The column of the directory; "entry" where they came into it. */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** All that was changed about somebody, by their id, the latest first. */
export async function historyOf(on: Queryable, id: string): Promise<readonly Change[]> {
  return on.query(
    `select at, source, by, field, ${shown('before')} as before, ${shown('after')} as after
     from employee_change change where employee = $1::bigint order by at desc, change.id desc`,
    [id],
  )
}

function shown(column: string): string {
  return `case field
    when 'unit' then coalesce((select name from unit where unit.id::text = change.${column}), change.${column})
    when 'supervisor' then coalesce((select name from employee e where e.id::text = change.${column}), change.${column})
    else change.${column} end`
}
