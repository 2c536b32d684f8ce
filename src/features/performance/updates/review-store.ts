import type { Database } from '../../../database/database.ts'
import { below, type Moment, theirs } from './reviewer-store.ts'
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

/** The reports as those who decide about them see them, and nobody else's. */
export function createReviewStore(database: Database) {
  return {
    /** Who has reports waiting for a supervisor, the oldest first. */
    async waitingFor(supervisor: string, { today, now }: Moment): Promise<readonly Waiting[]> {
      return database.query<Waiting>(
        `with recursive ${below('$1', '$2')}
         select e.id as employee, e.name, count(*)::int as count
         from work_update u join employee e on e.id = u.employee
         where u.employee in (select employee from below) and u.status = 'sent' and ${theirs('$3')}
         group by e.id, e.name order by min(u.changed_at), e.id`,
        [supervisor, today, now],
      )
    },

    /** The reports of somebody that wait for a supervisor, the oldest first. */
    async waitingOf(
      employee: string,
      supervisor: string,
      { today, now }: Moment,
    ): Promise<readonly Update[]> {
      const rows = await database.query<Row>(
        `with recursive ${below('$2', '$3')}
         ${SELECT} where u.employee = $1::bigint and u.status = 'sent' and ${theirs('$4')} order by u.id`,
        [employee, supervisor, today, now],
      )
      return rows.map(updateOf)
    },

    /** Whether somebody decides about a report; nobody does about their own. */
    async reviews(supervisor: string, id: string, { today, now }: Moment): Promise<boolean> {
      const rows = await database.query(
        `with recursive ${below('$1', '$2')}
         select from work_update u where u.id = $4::bigint and ${theirs('$3')}`,
        [supervisor, today, now, id],
      )
      return rows.length > 0
    },

    /** Approves a report as it was shown, once per key; only who decides about it approves any. */
    async approve(id: string, revision: number, { key, by, now, today }: Deed & Moment): Promise<Approval> {
      return database.transaction(async ({ query }) => {
        const [row] = await query<{ revision: number; status: string }>(
          `with recursive ${below('$2', '$3')}
           select u.revision, u.status from work_update u where u.id = $1::bigint and ${theirs('$4')} for update of u`,
          [id, by, today, now],
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
    async approveAll(
      employee: string,
      shownAt: Date,
      { key, by, now, today }: Deed & Moment,
    ): Promise<readonly Update[]> {
      const rows = await database.query<{ work_update: string }>(
        `with recursive ${below('$2', '$7')}, approved as (
           update work_update u set status = 'approved'
           where u.employee = $1::bigint and u.status = 'sent' and u.changed_at <= $3 and ${theirs('$5')}
           returning u.id
         ), noted as (
           insert into work_note (key, work_update, by_employee, kind, at)
           select $4 || '#' || id, id, $2::bigint, 'approved', $5 from approved
           on conflict (key) do nothing
           returning work_update
         )
         select work_update from noted union select work_update from work_note where key like $6`,
        [employee, by, shownAt, key, now, `${key.replace(/[\\%_]/g, '\\$&')}#%`, today],
      )
      const ids = rows.map(({ work_update }) => work_update)
      const found = await database.query<Row>(`${SELECT} where u.id = any($1::bigint[]) order by u.id`, [ids])
      return found.map(updateOf)
    },
  }
}
