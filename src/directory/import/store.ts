import type { Database } from '../../database/database.ts'
import type { Unit } from '../units.ts'
import { CHANGED, CHANGING, PLACE } from './differing.ts'
import type { Arrival } from './row.ts'
import {
  CIRCLING,
  DOUBLES,
  INCOMPLETE,
  LEFT_OUT,
  MISPLACED,
  STAGE,
  UNKNOWN_SUPERVISORS,
} from './statements.ts'

/** A row on its way in: as it was read, or refused and known only by its NIP; the unit by its place among the paths. */
export type StagedRow = Omit<Arrival, 'unit'> & {
  readonly line: number
  readonly place?: number
  readonly refused?: string
}

/** Which unit a place is; below nought one that is yet to be made. */
export interface Placement {
  readonly number: number
  readonly unit: string
}

/** How many entries an import adds and changes, by column; and how many rows say nothing new. */
export interface Difference {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly fields: Readonly<Record<string, number>>
}

/** The rows of one import, kept in the database until it is over, and what follows from them; nothing is imported here. */
export function createStaging(database: Database, id: string) {
  const run = <Row extends object>(sql: string, ...rest: readonly unknown[]): Promise<readonly Row[]> =>
    database.query<Row>(sql, [id, ...rest])
  return {
    id,

    /** Throws away what an import that was cut off has left. */
    async begin(): Promise<void> {
      await database.query(`delete from arrival where at < now() - interval '1 day'`)
    },

    async add(rows: readonly StagedRow[]): Promise<void> {
      if (rows.length > 0) await run(STAGE, JSON.stringify(rows))
    },

    /** Ends the reading: what comes after knows how much there is. */
    async complete(): Promise<void> {
      await database.query('analyze arrival')
    },

    /** Refuses people who come more than once, all of their rows. */
    refuseDoubles: () => run(DOUBLES),

    /** Refuses people who are new and of whom too little is said. */
    refuseIncomplete: () => run(INCOMPLETE),

    /** Refuses rows whose unit could not be found. */
    refusePlaces: (problems: readonly { readonly number: number; readonly problem: string }[]) =>
      run(MISPLACED, JSON.stringify(problems)),

    refused: () =>
      run<{ line: number; reason: string }>(
        'select line, refused as reason from arrival where import = $1 and refused is not null order by line',
      ),

    /** The places of the rows that are taken. */
    async places(): Promise<readonly number[]> {
      const rows = await run<{ place: number }>(
        'select distinct place from arrival where import = $1 and refused is null and place is not null',
      )
      return rows.map(({ place }) => place)
    },

    units: () => database.query<Unit>('select id, name, key, parent from unit order by id'),

    /** Units in which somebody works whom the file does not speak of. */
    async settledUnits(): Promise<ReadonlySet<string>> {
      const rows = await run<{ unit: string }>(`select distinct e.unit from ${LEFT_OUT}`)
      return new Set(rows.map(({ unit }) => unit))
    },

    /** Forgets supervisors that nobody knows; the lines that named them. */
    forgetUnknownSupervisors: () => lines(run(UNKNOWN_SUPERVISORS)),

    /** Everybody, of the file and the directory, who is in a circle of supervisors or below one, with who is above them. */
    async circling(): Promise<ReadonlyMap<string, string>> {
      const rows = await run<{ nip: string; above: string }>(CIRCLING)
      return new Map(rows.map(({ nip, above }) => [nip, above]))
    },

    /** Lets go of the supervisors that the file names for these people; the lines that did. */
    unbind: (nips: readonly string[]) =>
      lines(
        run(
          `update arrival set supervisor = '' where import = $1 and refused is null and nip = any($2::text[])
           and supervisor <> '' returning line`,
          nips,
        ),
      ),

    async difference(places: readonly Placement[]): Promise<Difference> {
      const counts = CHANGING.map(
        (column) =>
          `count(*) filter (where ${column}_before is distinct from ${column}_after)::int as ${column}`,
      )
      const [count] = await run<{ added: number; taken: number }>(
        `select count(*)::int as taken, count(*) filter (where e.id is null)::int as added
         from arrival a left join employee e on e.nip = a.nip where a.import = $1 and a.refused is null`,
      )
      const [fields] = await run<Record<string, number>>(
        `with ${PLACE}, ${CHANGED} select count(*)::int as changed, ${counts.join(', ')} from changed`,
        JSON.stringify(places),
      )
      const { changed = 0, ...rest } = fields ?? {}
      const { taken = 0, added = 0 } = count ?? {}
      return {
        added,
        changed,
        unchanged: taken - added - changed,
        fields: Object.fromEntries(Object.entries(rest).filter(([, many]) => many > 0)),
      }
    },

    /** How many work here and are not in the file. */
    async missing(): Promise<number> {
      const [row] = await run<{ count: number }>(`select count(*)::int as count from ${LEFT_OUT}`)
      return row?.count ?? 0
    },

    /** Forgets the rows, and gives their room back. */
    async clear(): Promise<void> {
      await run('delete from arrival where import = $1')
      await database.query('vacuum arrival')
    },
  }
}
export type Staging = ReturnType<typeof createStaging>

async function lines(asked: Promise<readonly object[]>): Promise<readonly number[]> {
  const rows = (await asked) as readonly { line: number }[]
  return rows.map(({ line }) => line).sort((a, b) => a - b)
}
