import type { Queryable } from '../database/database.ts'
import type { Day } from '../indonesian/dates.ts'
import type { Absence } from './absence.ts'

/** An absence as it is kept; `by` is the account that noted it, `key` the message that did. */
export interface NotedAbsence extends Absence {
  readonly id: string
  readonly key: string
  readonly employee: string
  readonly by: string
}

const COLUMNS = 'id, key, employee, first_day as "from", last_day as "to", kind, noted_by as by'

/** Who is away when. */
export function createAbsenceStore(database: Queryable) {
  return {
    /** The absences of these employees that touch the days between two, both included, by employee; none has no key. */
    async absences(
      employees: readonly string[],
      from: Day,
      to: Day,
    ): Promise<ReadonlyMap<string, readonly Absence[]>> {
      const found = new Map<string, Absence[]>()
      if (employees.length === 0) return found
      const rows = await database.query<Absence & { employee: string }>(
        `select employee, first_day as "from", last_day as "to", kind from absence
         where employee = any ($1::bigint[]) and last_day >= $2::date and first_day <= $3::date
         order by employee, first_day, id`,
        [employees, from, to],
      )
      for (const { employee, ...absence } of rows)
        found.set(employee, [...(found.get(employee) ?? []), absence])
      return found
    },

    /** Notes an absence, once for a key; resolves to it as it is kept. */
    async note(
      entry: Absence & {
        readonly key: string
        readonly employee: string
        readonly by: string
        readonly now: Date
      },
    ): Promise<NotedAbsence | undefined> {
      await database.query(
        `insert into absence (key, employee, first_day, last_day, kind, noted_by, noted_at)
         values ($1, $2::bigint, $3::date, $4::date, $5, $6, $7) on conflict do nothing`,
        [entry.key, entry.employee, entry.from, entry.to, entry.kind, entry.by, entry.now],
      )
      const [kept] = await database.query<NotedAbsence>(`select ${COLUMNS} from absence where key = $1`, [
        entry.key,
      ])
      return kept
    },

    /** What is noted of somebody and not over before a day, in its order. */
    async absencesOf(employee: string, from: Day): Promise<readonly NotedAbsence[]> {
      return database.query<NotedAbsence>(
        `select ${COLUMNS} from absence where employee = $1::bigint and last_day >= $2::date
         order by first_day, id`,
        [employee, from],
      )
    },

    /**
     * Takes back an absence of somebody; of one that has begun, the days from `today` on. Resolves to it as it was, or to
     * undefined where there is none (any more) that is not over.
     */
    async takeBack(id: string, employee: string, today: Day): Promise<NotedAbsence | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const [found] = await database.query<NotedAbsence>(
        `select ${COLUMNS} from absence where id = $1::bigint and employee = $2::bigint and last_day >= $3::date`,
        [id, employee, today],
      )
      if (found === undefined) return undefined
      if (found.from >= today) await database.query('delete from absence where id = $1::bigint', [id])
      else
        await database.query('update absence set last_day = $2::date - 1 where id = $1::bigint', [id, today])
      return found
    },

    /** Everything noted of somebody, for them to see. */
    async absencesKept(employee: string): Promise<readonly (NotedAbsence & { readonly at: Date })[]> {
      return database.query(
        `select ${COLUMNS}, noted_at as at from absence where employee = $1::bigint order by first_day, id`,
        [employee],
      )
    },

    /** Erases all absences of somebody. */
    async eraseAbsences(employee: string): Promise<void> {
      await database.query('delete from absence where employee = $1::bigint', [employee])
    },

    /** Deletes absences that were over before a day. */
    async forgetAbsences(before: Day): Promise<void> {
      await database.query('delete from absence where last_day < $1::date', [before])
    },
  }
}
