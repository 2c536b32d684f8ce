import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Owner } from '../fact-store.ts'
import { createCandidateStore } from './candidate-store.ts'

/** "My supervisor is wrong", and what was made of it. */
export interface Report {
  readonly id: string
  /** The message that said it. */
  readonly key: string
  readonly employee: string
  readonly said: string
  readonly note: string | null
  readonly supposed: string | null
  readonly at: Date
  readonly decided: 'accepted' | 'refused' | null
}

/** What an officer made of a report: whom they chose, or why nothing changes. */
export interface Decision {
  readonly decided: 'accepted' | 'refused'
  readonly supposed: string | null
  readonly reason: string | null
  readonly by: string
  /** The message that decides it. */
  readonly key: string
  readonly now: Date
}

const COLUMNS = 'id, key, employee, said, note, supposed, at, decided'

/** What people say about who their supervisor is. */
export function createReportStore(database: Queryable) {
  return {
    ...createCandidateStore(database),

    /** Keeps a report, once for a message; undefined where the person has one that waits. */
    async report(entry: {
      key: string
      employee: string
      said: string
      note: string | null
      supposed: string | null
      now: Date
    }): Promise<Report | undefined> {
      await database.query(
        `insert into supervisor_report (key, employee, said, note, supposed, at)
         values ($1, $2::bigint, $3, $4, $5::bigint, $6) on conflict do nothing`,
        [entry.key, entry.employee, entry.said, entry.note, entry.supposed, entry.now],
      )
      const [kept] = await database.query<Report>(`select ${COLUMNS} from supervisor_report where key = $1`, [
        entry.key,
      ])
      return kept
    },

    async find(id: string): Promise<Report | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const [found] = await database.query<Report>(
        `select ${COLUMNS} from supervisor_report where id = $1::bigint`,
        [id],
      )
      return found
    },

    /** The report of somebody that waits. */
    async waitingOf(employee: string): Promise<Report | undefined> {
      const [found] = await database.query<Report>(
        `select ${COLUMNS} from supervisor_report where employee = $1::bigint and decided is null`,
        [employee],
      )
      return found
    },

    /** The reports that wait, oldest first, and how many there are. */
    async waiting(limit: number): Promise<{ readonly reports: readonly Report[]; readonly all: number }> {
      const rows = await database.query<Report & { readonly all: number }>(
        `select ${COLUMNS}, (count(*) over ())::int as all from supervisor_report
         where decided is null order by id limit $1`,
        [limit],
      )
      return { reports: rows, all: rows[0]?.all ?? 0 }
    },

    /** Decides a report, once; false where another message decided it before. */
    async decide(id: string, { decided, supposed, reason, by, key, now }: Decision): Promise<boolean> {
      const rows = await database.query(
        `update supervisor_report set decided = $2, supposed = coalesce($3::bigint, supposed), reason = $4,
           decided_by = $5, decided_key = $6, decided_at = coalesce(decided_at, $7)
         where id = $1::bigint and (decided is null or decided_key = $6) returning id`,
        [id, decided, supposed, reason, by, key, now],
      )
      return rows.length > 0
    },

    /** Where officers are written to, one account of each: one that can be reached first; not those of one entry. */
    async officersBut(employee: string, today: Day): Promise<readonly Owner[]> {
      return database.query<Owner>(
        `select distinct on (coalesce(person.id::text, account.id)) account.id, account.name, account.conversation
         from account left join person on person.id = account.person
           left join employee on employee.id = person.employee and coalesce(left_on > $2::date, true)
           left join conversation on conversation.id = account.conversation
         where (account.role in ('hr', 'admin') or employee.role in ('hr', 'admin'))
           and employee.id is distinct from $1::bigint
         order by coalesce(person.id::text, account.id), conversation.unreachable is not null,
           account.id like 'telegram:%' desc, account.id like 'slack:%' desc, account.id`,
        [employee, today],
      )
    },

    /** Deletes reports that were decided more than so many days ago. */
    async forget(days: number): Promise<void> {
      await database.query(
        'delete from supervisor_report where decided_at < now() - make_interval(days => $1)',
        [days],
      )
    },
  }
}
