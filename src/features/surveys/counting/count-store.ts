import { randomInt } from 'node:crypto'
import type { Database, Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'

/** Where answers are added up: of one place in one month, or of one unit in one round of a sending. */
export interface Bucket {
  readonly survey: string
  readonly sending: string | null
  readonly months: number
  readonly unit: string | null
  readonly service: string | null
  /** The first day of a month. */
  readonly month: Day
}

/** What somebody answered, and by what they may not answer again. */
export interface Given {
  readonly bucket: Bucket
  /** All names of whoever answered, of which only digests are kept. */
  readonly names: readonly string[]
  readonly scope: string
  /** The id of the message. */
  readonly delivery: string
  /** From then on nobody needs to know any more that they have answered. */
  readonly forgetOn: Day
  /** The answers by question, and what was written. */
  readonly answers: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, string>>
}

type Counts = Record<string, Record<string, number>>
type Words = Record<string, readonly string[]>

export type CountStore = ReturnType<typeof createCountStore>

/** Takes answers, and keeps of them only how many there are of each. Who has answered is kept as digests by the seal. */
export function createCountStore(database: Database, seal: Seal) {
  const digestOf = (scope: string) => (name: string) =>
    seal.digest('survey respondent', JSON.stringify([name, scope]))

  return {
    /** Counts that somebody opened a survey, without whom; a turn that has to be gone through again counts again. */
    async opened(bucket: Bucket): Promise<void> {
      await touch(database, bucket)
      await database.query(`update survey_count set opened = opened + 1 where ${IS_BUCKET}`, valuesOf(bucket))
    },

    /** Which of several people have answered, by the names they go by. */
    async haveAnswered(names: readonly string[], scope: string): Promise<ReadonlySet<string>> {
      const byDigest = new Map(names.map((name) => [digestOf(scope)(name), name]))
      const rows = await database.query<{ who: string }>(
        'select who from survey_respondent where who = any($1::text[])',
        [[...byDigest.keys()]],
      )
      return new Set(rows.flatMap(({ who }) => byDigest.get(who) ?? []))
    },

    /** Adds what somebody answered, once: 'before' where they have answered already, but not by the same message. */
    async answer(given: Given): Promise<'kept' | 'before'> {
      const delivery = seal.digest('survey message', given.delivery)
      const digests = given.names.map(digestOf(given.scope)).sort() // in one order, so that none waits for another
      return database.transaction(async (connection) => {
        const added = await connection.query(
          `insert into survey_respondent (who, delivery, forget_on) select unnest($1::text[]), $2, $3
           on conflict (who) do nothing returning who`,
          [digests, delivery, given.forgetOn],
        )
        if (added.length < digests.length) {
          const same = await connection.query(
            'select from survey_respondent where who = any($1::text[]) and delivery = $2',
            [digests, delivery],
          )
          return same.length === digests.length ? 'kept' : 'before'
        }
        await add(connection, given)
        return 'kept'
      })
    },

    /** Forgets who has answered what is over; resolves to how many digests that were. */
    async forget(today: Day): Promise<number> {
      const rows = await database.query('delete from survey_respondent where forget_on <= $1 returning who', [
        today,
      ])
      return rows.length
    },
  }
}

const BUCKET = 'survey, sending, months, unit, service, month'
const IS_BUCKET = `survey = $1 and sending is not distinct from $2::bigint and months = $3
  and unit is not distinct from $4::bigint and service is not distinct from $5::bigint and month = $6`

function valuesOf({ survey, sending, months, unit, service, month }: Bucket): readonly unknown[] {
  return [survey, sending, months, unit, service, month]
}

async function touch(on: Queryable, bucket: Bucket): Promise<void> {
  await on.query(
    `insert into survey_count (${BUCKET}) values ($1, $2::bigint, $3, $4::bigint, $5::bigint, $6)
     on conflict do nothing`,
    valuesOf(bucket),
  )
}

async function add(on: Queryable, { bucket, answers, words }: Given): Promise<void> {
  await touch(on, bucket)
  const [row] = await on.query<{ counts: Counts; words: Words }>(
    `select counts, words from survey_count where ${IS_BUCKET} for update`,
    valuesOf(bucket),
  )
  if (row === undefined) throw new Error('a bucket that was just made is gone')
  const counts = { ...row.counts }
  for (const [question, answer] of Object.entries(answers)) {
    const before = counts[question] ?? {}
    counts[question] = { ...before, [answer]: (before[answer] ?? 0) + 1 }
  }
  const written = { ...row.words }
  for (const [question, text] of Object.entries(words))
    written[question] = strewn(written[question] ?? [], text)
  await on.query(
    `update survey_count set answered = answered + 1, counts = $7::jsonb, words = $8::jsonb where ${IS_BUCKET}`,
    [...valuesOf(bucket), JSON.stringify(counts), JSON.stringify(written)],
  )
}

/** With one more at a place by chance: no order tells who came last. */
function strewn(texts: readonly string[], text: string): readonly string[] {
  const clean = text.toWellFormed().replaceAll('\0', '')
  return texts.toSpliced(randomInt(texts.length + 1), 0, clean)
}
