import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Due } from '../deadline.ts'
import { COLUMNS, DUE_COLUMNS, deadlineOf, type Item, isId, type Row } from '../deadlines/row.ts'
import { createEvidenceStore } from './evidence-store.ts'
import { createFeedStore } from './feed-store.ts'
import { createKeptStore } from './kept-store.ts'

/** That somebody has done what an occurrence asks for; `how` it is known. */
export interface Completion {
  readonly occurrence: string
  readonly employee: string
  readonly key: string
  readonly how: 'said' | 'list'
  readonly by: string
  readonly now: Date
}

/** What single people have to do, have done, and want to hear of again. */
export type OwnStore = ReturnType<typeof createOwnStore>

/** Opens what single people have to do in a database. */
export function createOwnStore(database: Database) {
  const items = async (where: string, values: readonly unknown[]): Promise<readonly Item[]> => {
    const rows = await database.query<Row & { one: Due }>(
      `select ${COLUMNS}, to_jsonb(one) as one from (select ${DUE_COLUMNS} from occurrence) as one
         join deadline on deadline.id = one.deadline where ${where} order by due, title, one.id`,
      values,
    )
    // what JSON has as numbers are ids, which are texts everywhere else
    return rows.map(({ one, ...row }) => ({
      ...one,
      id: String(one.id),
      deadline: String(one.deadline),
      of: deadlineOf(row),
    }))
  }

  return {
    ...createEvidenceStore(database),
    ...createFeedStore(database),
    ...createKeptStore(database),

    /** An occurrence with its deadline; undefined where there is none. */
    async item(id: string): Promise<Item | undefined> {
      return isId(id) ? (await items('one.id = $1::bigint', [id]))[0] : undefined
    },

    /** The occurrences of some deadlines that are due through a day and of which something may still be said. */
    open: (deadlines: readonly string[], today: Day, until: Day): Promise<readonly Item[]> =>
      items('one.deadline = any($1::bigint[]) and "lastDay" >= $2::date and due <= $3::date', [
        deadlines,
        today,
        until,
      ]),

    /** The occurrences of some deadlines due between two days, whether anything is still said of them or not. */
    between: (deadlines: readonly string[], from: Day, to: Day): Promise<readonly Item[]> =>
      items('one.deadline = any($1::bigint[]) and due >= $2::date and due <= $3::date', [
        deadlines,
        from,
        to,
      ]),

    /** The occurrence of a deadline that was due last before a day is over, else the next. */
    async latest(deadline: string, today: Day): Promise<Item | undefined> {
      const all = await items('one.deadline = $1::bigint', [deadline])
      return all.findLast(({ due }) => due <= today) ?? all[0]
    },

    /** What somebody has been reminded of (in the digest of a day, where one is given) and has not done, while it is open. */
    told: (employee: string, today: Day, digest: Day | null = null): Promise<readonly Item[]> =>
      items(
        `"lastDay" >= $2::date and status = 'active'
         and exists (select from reminder where reminder.occurrence = one.id and reminder.employee = $1::bigint
           and step <> 'atasan' and digest is not null and coalesce(digest = $3::date, true))
         and not exists (select from completion where completion.occurrence = one.id and completion.employee = $1::bigint)`,
        [employee, today, digest],
      ),

    /** Of some occurrences, those somebody has done. */
    async doneOf(employee: string, occurrences: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await database.query<{ occurrence: string }>(
        'select occurrence from completion where employee = $1::bigint and occurrence = any($2::bigint[])',
        [employee, occurrences],
      )
      return new Set(rows.map(({ occurrence }) => occurrence))
    },

    /** Keeps that people have done something; resolves to those of whom it was not known. */
    async complete(completions: readonly Completion[]): Promise<readonly string[]> {
      const rows = await database.query<{ employee: string }>(
        `insert into completion (occurrence, employee, key, how, by, at)
         select occurrence, employee, key, how, by, now
         from jsonb_to_recordset($1::jsonb) as one (occurrence bigint, employee bigint, key text, how text, by text, now timestamptz)
         on conflict do nothing returning employee`,
        [JSON.stringify(completions)],
      )
      return rows.map(({ employee }) => employee)
    },

    /** Takes back what somebody has said about themselves. */
    async uncomplete(employee: string, occurrence: string): Promise<boolean> {
      if (!isId(occurrence)) return false
      const rows = await database.query(
        `delete from completion where employee = $1::bigint and occurrence = $2::bigint and how = 'said' returning key`,
        [employee, occurrence],
      )
      return rows.length > 0
    },

    /** The key of what somebody has said about an occurrence; undefined where that is nothing. */
    async completionKey(employee: string, occurrence: string): Promise<string | undefined> {
      if (!isId(occurrence)) return undefined
      const [row] = await database.query<{ key: string }>(
        'select key from completion where employee = $1::bigint and occurrence = $2::bigint',
        [employee, occurrence],
      )
      return row?.key
    },

    /** Puts evidence beside what somebody has said, in the place of what was there. */
    async prove(employee: string, occurrence: string, hash: string): Promise<void> {
      await database.query(
        'update completion set evidence = $3 where employee = $1::bigint and occurrence = $2::bigint',
        [employee, occurrence, hash],
      )
    },

    /** Reminds somebody of occurrences again on a day, and not before. */
    async again(
      employee: string,
      occurrences: readonly string[],
      { day, hour, now }: { readonly day: Day; readonly hour: number; readonly now: Date },
    ): Promise<void> {
      await database.query(
        `delete from reminder where employee = $1::bigint and occurrence = any($2::bigint[]) and said_at is null
           and step <> 'atasan' and day < $3::date`,
        [employee, occurrences, day],
      )
      await database.query(
        `insert into reminder (occurrence, employee, step, planned_at, day, hour)
         select occurrence, $1::bigint, 'besok:' || $3::date, $5, $3::date, $4 from unnest($2::bigint[]) as one (occurrence)
         on conflict do nothing`,
        [employee, occurrences, day, hour, now],
      )
    },

    /** What waits to be said to somebody is said from another hour on. */
    async atHour(employee: string, hour: number): Promise<void> {
      await database.query('update reminder set hour = $2 where employee = $1::bigint and said_at is null', [
        employee,
        hour,
      ])
    },
  }
}
