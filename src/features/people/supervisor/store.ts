import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { wordsOf } from '../../../indonesian/words.ts'
import type { Owner } from '../fact-store.ts'
import { readNip } from '../nip.ts'

/** Somebody who may be meant by what was written. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly unit: string
}

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

/** So many of those who may be meant are shown. */
export const MOST_CANDIDATES = 5

const COLUMNS = 'id, key, employee, said, note, supposed, at, decided'

/** What people say about who their supervisor is. */
export function createReportStore(database: Database) {
  return {
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

    /** Who may be meant by a NIP or the words of a name, of those who work here on a day, but not one of them. */
    async meant(written: string, but: string, today: Day): Promise<readonly Candidate[]> {
      const nip = readNip(written)
      if (nip === undefined && nameWords(written).length === 0) return []
      const found = await database.query<Candidate>(
        `select employee.id, employee.name, position, unit.name as unit
         from employee join unit on unit.id = employee.unit
         where ${nip === undefined ? BY_NAME : 'nip = $1'} and employee.id <> $2::bigint
           and coalesce(left_on > $3::date, true)
         order by employee.name, employee.id limit 50`,
        [nip ?? nameWords(written).map((word) => `%${word}%`), but, today],
      )
      if (nip !== undefined) return found
      const whole = found.filter(({ name }) => {
        const words = wordsOf(bare(name))
        return nameWords(written).every((word) => words.includes(word))
      })
      return whole.length > 0 ? whole : found
    },

    /** Whether somebody has another above them, at any height: then they cannot be the other's supervisor. */
    async isBelow(employee: string, other: string): Promise<boolean> {
      const rows = await database.query(
        `with recursive above as (
           select supervisor as id, array[id] as seen from employee where id = $1::bigint
           union all
           select employee.supervisor, seen || employee.id from employee join above on employee.id = above.id
           where not employee.id = any(seen)
         ) select 1 from above where id = $2::bigint limit 1`,
        [employee, other],
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

const BY_NAME = `lower(regexp_replace(employee.name, '[''’‘\`]', '', 'g')) like all ($1::text[])`

/** What stands before a name and is no part of it. */
const TITLES = new Set(
  'pak bapak bu ibu mas mbak kang teh bang pa dr drs dra drg ir h hj hajjah haji prof yth sdr sdri'.split(
    ' ',
  ),
)

/** The words of a name as it was written, without titles. */
function nameWords(written: string): readonly string[] {
  const words = wordsOf(bare(written.replace(/,.*$/s, '')))
  const named = words.filter((word) => !TITLES.has(word))
  return named.length > 0 ? named : words
}

/** "Nur'aini" and "Nuraini" are one name. */
function bare(name: string): string {
  return name.replaceAll(/['’‘`]/g, '')
}
