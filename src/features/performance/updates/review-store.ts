import type { Database } from '../../../database/database.ts'
import { type Row, SELECT, updateOf } from './row-store.ts'
import type { Deed } from './store.ts'
import type { Update } from './update.ts'

/** How many reports of somebody wait for their supervisor. */
export interface Waiting {
  readonly employee: string
  readonly name: string
  readonly count: number
}

/** What became of an approval: it is done, the report has changed since it was shown, or it is not theirs to approve. */
export type Approval = 'approved' | 'changed' | 'gone'

/** The reports as their supervisors see them: those of the people directly below, and nobody else's. */
export function createReviewStore(database: Database) {
  return {
    /** Who has reports waiting for a supervisor, the oldest first. */
    async waitingFor(supervisor: string): Promise<readonly Waiting[]> {
      return database.query<Waiting>(
        `select e.id as employee, e.name, count(*)::int as count
         from work_update u join employee e on e.id = u.employee
         where e.supervisor = $1::bigint and u.status = 'sent' group by e.id, e.name order by min(u.changed_at), e.id`,
        [supervisor],
      )
    },

    /** The reports of somebody that wait for a supervisor, the oldest first. */
    async waitingOf(employee: string, supervisor: string): Promise<readonly Update[]> {
      const rows = await database.query<Row>(
        `${SELECT} where u.employee = $1::bigint and e.supervisor = $2::bigint and u.status = 'sent' order by u.id`,
        [employee, supervisor],
      )
      return rows.map(updateOf)
    },

    /** Approves a report as it was shown, once per key; nobody approves their own, and only the supervisor any. */
    async approve(id: string, revision: number, { key, by, now }: Deed): Promise<Approval> {
      return database.transaction(async ({ query }) => {
        const [row] = await query<{ revision: number; status: string }>(
          `select u.revision, u.status from work_update u join employee e on e.id = u.employee
           where u.id = $1::bigint and e.supervisor = $2::bigint and e.id <> $2::bigint for update of u`,
          [id, by],
        )
        if (row === undefined || row.status === 'withdrawn') return 'gone'
        if (row.revision !== revision) return 'changed'
        const noted = await query(
          `insert into work_note (key, work_update, by_employee, kind, at) values ($1, $2::bigint, $3::bigint, 'approved', $4)
           on conflict (key) do nothing returning id`,
          [key, id, by, now],
        )
        if (noted.length > 0)
          await query(`update work_update set status = 'approved' where id = $1::bigint`, [id])
        return 'approved'
      })
    },

    /**
     * Approves all reports of somebody that wait and have not changed since then; resolves to them, also when repeated.
     * Each is noted under the key with its id behind it.
     */
    async approveAll(employee: string, shownAt: Date, { key, by, now }: Deed): Promise<readonly Update[]> {
      const rows = await database.query<{ work_update: string }>(
        `with approved as (
           update work_update u set status = 'approved' from employee e
           where e.id = u.employee and u.employee = $1::bigint and e.supervisor = $2::bigint and e.id <> $2::bigint
             and u.status = 'sent' and u.changed_at <= $3
           returning u.id
         ), noted as (
           insert into work_note (key, work_update, by_employee, kind, at)
           select $4 || '#' || id, id, $2::bigint, 'approved', $5 from approved
           on conflict (key) do nothing
           returning work_update
         )
         select work_update from noted union select work_update from work_note where key like $6`,
        [employee, by, shownAt, key, now, `${key.replace(/[\\%_]/g, '\\$&')}#%`],
      )
      const ids = rows.map(({ work_update }) => work_update)
      const found = await database.query<Row>(`${SELECT} where u.id = any($1::bigint[]) order by u.id`, [ids])
      return found.map(updateOf)
    },
  }
}
