import type { Database } from '../../database/database.ts'
import type { Kind } from '../../directory.ts'
import type { Day } from '../../indonesian/dates.ts'
import type { Cell } from './disclosure.ts'
import { createFollowing } from './following-store.ts'
import { createGapStore } from './gaps/store.ts'
import type { Grouping } from './query.ts'
import { familyOf } from './reading/positions.ts'
import { conditionOf, type Selection } from './selection-store.ts'
import { createVocabulary } from './vocabulary-store.ts'

/** An entry as it is listed. */
export interface Listed {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly unit: string
  readonly unitId: string
  readonly kind: Kind
  readonly grade: string | null
  readonly retiresOn: Day | null
}

/** An entry with all that hr and the person may see of it. */
export interface Entry extends Listed {
  readonly nip: string
  readonly phone: string | null
  readonly email: string | null
  readonly qualification: string | null
  readonly supervisorId: string | null
  readonly supervisor: string | null
}

/** How many have one value of what people are grouped by; null where an entry has none. */
export interface Tally {
  readonly value: string | null
  readonly count: number
}

/** What is read of the directory to answer questions; nothing is written. */
export type StaffStore = ReturnType<typeof createStaffStore>

export function createStaffStore(database: Database) {
  async function count(selection: Selection): Promise<number> {
    const { sql, values } = conditionOf(selection)
    const rows = await database.query<{ count: number }>(
      `select count(*)::int as count from employee e where ${sql}`,
      values,
    )
    return rows[0]?.count ?? 0
  }

  /**
   * Some of those meant, by name. The index on names is read along only where that soon meets enough of them: many, and
   * found by more than a part of their name.
   */
  async function entries(
    selection: Selection,
    from: number,
    limit: number,
    count = 0,
  ): Promise<readonly Entry[]> {
    const { sql, values } = conditionOf(selection)
    const isMany = count > MANY && selection.name === undefined
    const page = `order by e.name, e.id offset ${Math.trunc(from)} limit ${Math.trunc(limit)}`
    const found = isMany
      ? `select e.id from employee e where ${sql} ${page}`
      : `select e.id from (select e.id, e.name from employee e where ${sql} offset 0) e ${page}`
    return database.query<Entry>(
      `select ${COLUMNS} from (${found}) found join employee e on e.id = found.id
         join unit on unit.id = e.unit left join employee above on above.id = e.supervisor
       order by e.name, e.id`,
      values,
    )
  }

  return {
    vocabulary: createVocabulary(database),
    ...createGapStore(database),
    ...createFollowing(database),
    count,
    entries,

    /** The entry with an id, of somebody who still works here. */
    async entry(id: string): Promise<Entry | undefined> {
      const rows = await database.query<Entry>(
        `select ${COLUMNS} from employee e join unit on unit.id = e.unit
           left join employee above on above.id = e.supervisor
         where e.id = $1::bigint and e.left_on is null`,
        [id],
      )
      return rows[0]
    },

    /** How many there are of each value, the most first; years of retirement in their order. */
    async tally(selection: Selection, by: Grouping): Promise<readonly Tally[]> {
      const { sql, values } = conditionOf(selection)
      const counted = `select ${GROUPS[by]} as value, count(*)::int as count from employee e where ${sql} group by 1`
      // days of retirement are few, and much sooner made years than all people's
      const [rows, order] =
        by === 'retirement'
          ? [
              `select to_char(value, 'YYYY') as value, sum(count) as count from (${counted}) d group by 1`,
              'value',
            ]
          : [counted, 'count desc, value::text']
      // in one row: as many as there are units would be longer on their way than counted
      const [found] = await database.query<{ tallies: readonly (readonly [string | null, number])[] }>(
        `select coalesce(json_agg(json_build_array(value::text, count) order by ${order}), '[]') as tallies
         from (${rows}) tally`,
        values,
      )
      return (found?.tallies ?? []).map(([value, count]) => ({ value, count }))
    },

    /** The mean of the ages on a day in whole years, and of how many people. */
    async averageAge(
      selection: Selection,
      today: Day,
    ): Promise<{ readonly age: number; readonly count: number }> {
      const { sql, values } = conditionOf(selection)
      const rows = await database.query<{ age: number | null; count: number }>(
        `select avg(($${values.length + 1}::int - substr(e.nip, 1, 8)::int) / 10000)::float8 as age,
           count(*)::int as count
         from employee e where ${sql}`,
        [...values, Number(today.replaceAll('-', ''))],
      )
      return { age: rows[0]?.age ?? 0, count: rows[0]?.count ?? 0 }
    },

    /** Everybody of some units, by all that may be counted there by those who are no officers. */
    async cells(units: readonly string[]): Promise<readonly Cell[]> {
      const rows = await database.query<Omit<Cell, 'family'> & { readonly position: string }>(
        `select kind, kind || ' ' || split_part(coalesce(grade, '-'), '/', 1) as grade, ${GROUPS.sex} as sex,
           position, count(*)::int as count
         from employee e where left_on is null and unit = any($1::bigint[]) group by 1, 2, 3, 4`,
        [units],
      )
      return rows.map(({ position, ...cell }) => ({ ...cell, family: familyOf(position) }))
    },
  }
}

const MANY = 2_000
const COLUMNS = `e.id, e.nip, e.name, e.kind, e.position, e.grade, e.phone, e.email, e.qualification,
  e.unit as "unitId", unit.name as unit, e.supervisor as "supervisorId", above.name as supervisor,
  e.retires_on::text as "retiresOn"`

const GROUPS: Readonly<Record<Grouping, string>> = {
  unit: 'e.unit',
  position: 'e.position',
  kind: 'e.kind',
  grade: 'e.grade',
  sex: `case substr(e.nip, 15, 1) when '2' then 'P' else 'L' end`,
  retirement: 'e.retires_on',
}
