import type { Queryable } from '../../../database/database.ts'

/** By what gaps are told apart. */
export type GapGroup = 'unit' | 'position'

/** So many of a group hold one schooling where another is wanted. */
export interface SchoolingPair {
  readonly place: string
  readonly held: string | null
  readonly wanted: string
  readonly count: number
}

/** Of so many in a group whose position asks for competencies, so many lack at least one. */
export interface CompetencyGap {
  readonly place: string
  readonly count: number
  readonly lacking: number
}

/** Somebody whose position asks for something, with what they hold. */
export interface Needs {
  readonly nip: string
  readonly name: string
  readonly position: string
  readonly unit: string
  readonly held: string | null
  readonly wanted: string | null
  /** The competencies they lack. */
  readonly missing: readonly string[]
}

/** What people have and what their positions ask for; `units` narrows to some. */
export function createGapStore(database: Queryable) {
  return {
    async schooling(units: readonly string[] | null, by: GapGroup): Promise<readonly SchoolingPair[]> {
      return database.query<SchoolingPair>(
        `select ${PLACE[by]} as place, qualification as held, wanted_qualification as wanted, count(*)::int as count
         from employee e where ${HERE} and wanted_qualification is not null group by 1, 2, 3`,
        [units],
      )
    },

    async competencies(units: readonly string[] | null, by: GapGroup): Promise<readonly CompetencyGap[]> {
      return database.query<CompetencyGap>(
        `select ${PLACE[by]} as place, count(*)::int as count,
           count(*) filter (where not ${lowered('wanted_competencies')} <@ ${lowered('competencies')})::int as lacking
         from employee e where ${HERE} and wanted_competencies <> '{}' group by 1`,
        [units],
      )
    },

    /** The competencies most people lack, the most first. */
    async mostMissing(
      units: readonly string[] | null,
      limit: number,
    ): Promise<readonly { readonly name: string; readonly count: number }[]> {
      return database.query(
        `select min(wanted) as name, count(*)::int as count from employee e, unnest(e.wanted_competencies) as wanted
         where ${HERE} and not lower(wanted) = any(${lowered('competencies')})
         group by lower(wanted) order by 2 desc, 1 limit $2`,
        [units, limit],
      )
    },

    /** Everybody whose position asks for something, by unit and name. */
    async needs(units: readonly string[] | null): Promise<readonly Needs[]> {
      return database.query<Needs>(
        `select e.nip, e.name, e.position, unit.name as unit, e.qualification as held, e.wanted_qualification as wanted,
           array(select wanted from unnest(e.wanted_competencies) as wanted
                 where not lower(wanted) = any(${lowered('competencies')})) as missing
         from employee e join unit on unit.id = e.unit
         where ${HERE} and (e.wanted_qualification is not null or e.wanted_competencies <> '{}')
         order by unit.name, e.name, e.id`,
        [units],
      )
    },
  }
}

const HERE = 'e.left_on is null and ($1::bigint[] is null or e.unit = any($1::bigint[]))'
const PLACE: Readonly<Record<GapGroup, string>> = { unit: 'e.unit::text', position: 'e.position' }

/** Names of competencies are the same however they are capitalized. */
function lowered(column: 'competencies' | 'wanted_competencies'): string {
  return `lower(e.${column}::text)::text[]`
}
