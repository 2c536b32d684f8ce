import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { wordsOf } from '../../../indonesian/words.ts'
import { newOfficerCode } from './officer-code.ts'

/** Somebody who serves citizens, as these may see them: name and position, and in which unit. */
export interface Serving {
  readonly employee: string
  readonly name: string
  readonly position: string
  readonly unit: string
}

const MOST_NAMED = 5
const SHORTEST = 3
/** How people are called, not what they are called. */
const TITLES: ReadonlySet<string> = new Set([
  'pak',
  'bapak',
  'bpk',
  'bu',
  'ibu',
  'mas',
  'mbak',
  'kang',
  'teh',
])

/** The codes on name tags, and who can be meant by a name. */
export function createCodes(on: Queryable, today: () => Day) {
  const current = async (employee: string): Promise<string | undefined> => {
    const rows = await on.query<{ code: string }>(
      'select code from officer_code where employee = $1::bigint and not replaced',
      [employee],
    )
    return rows[0]?.code
  }

  /** Their code, made where they have none. */
  async function codeOf(employee: string): Promise<string> {
    for (;;) {
      const known = await current(employee)
      if (known !== undefined) return known
      // a code that somebody has already, by chance, is drawn again
      await on.query(
        'insert into officer_code (code, employee) values ($1, $2::bigint) on conflict do nothing',
        [newOfficerCode(), employee],
      )
    }
  }

  return {
    current,
    codeOf,

    /** A new code in the place of one; where that is no longer theirs, the one they have by now. */
    async replace(employee: string, code: string): Promise<string> {
      await on.query('update officer_code set replaced = true where employee = $1::bigint and code = $2', [
        employee,
        code,
      ])
      return codeOf(employee)
    },

    /** Whose code it is, while they work here. */
    async whoHas(code: string): Promise<Serving | undefined> {
      const rows = await on.query<Serving>(
        `select ${SERVING} join officer_code on officer_code.employee = e.id
         where officer_code.code = $1 and not replaced and ${HERE}`,
        [code, today()],
      )
      return rows[0]
    },

    /** Those of a unit and below it whose names have words that begin like all of these; none for too few letters. */
    async named(words: string, unit: string): Promise<readonly Serving[]> {
      const asked = wordsOf(words).filter((word) => !TITLES.has(word))
      const longest = asked.toSorted((a, b) => b.length - a.length)[0] ?? ''
      if (longest.length < SHORTEST) return []
      const rows = await on.query<Serving>(
        `with recursive below as (
           select id from unit where id = $1::bigint
           union select unit.id from unit join below on unit.parent = below.id
         )
         select ${SERVING} where e.unit in (select id from below) and ${HERE} order by e.name, e.id`,
        [unit, today()],
      )
      return rows
        .filter(({ name }) => {
          const parts = wordsOf(name)
          return asked.every((word) => parts.some((part) => part.startsWith(word)))
        })
        .slice(0, MOST_NAMED)
    },
  }
}

const SERVING = `e.id as employee, e.name, e.position, e.unit from employee e`
const HERE = '(e.left_on is null or e.left_on > $2::date)'
