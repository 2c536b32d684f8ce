import type { Queryable } from '../../database/database.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Regulation } from '../registry.ts'

/** What an answer says of the regulation it rests on. */
export interface RegulationFacts
  extends Pick<
    Regulation,
    'id' | 'number' | 'year' | 'title' | 'abbreviation' | 'status' | 'amended_by' | 'revoked_by' | 'since'
  > {
  /** Of the regulations that amended it those whose text is not here. */
  readonly unread: readonly string[]
}

/** A regulation as the search knows it: its facts, the stems of its name, and whether people keep its row. */
export interface Law {
  readonly facts: RegulationFacts
  readonly stems: readonly string[]
  readonly curated: boolean
}

/** Every regulation, in a list and by its id. */
export interface Laws {
  readonly all: readonly RegulationFacts[]
  get(id: string): Law | undefined
}

/** The regulations, kept in memory and read again when the index has grown since (`generation`). */
export function createLaws(database: Queryable, lexicon: Lexicon): (generation: string) => Promise<Laws> {
  let kept: { readonly generation: string; readonly laws: Promise<Laws> } | undefined
  return (generation) => {
    if (kept?.generation !== generation) {
      const laws = read(database, lexicon)
      kept = { generation, laws }
      laws.catch(() => {
        kept = undefined // whoever waits hears of it; the next search tries again
      })
    }
    return kept.laws
  }
}

/** SQL for the regulations that amended `regulation` and whose text is not here. */
export const UNREAD = `array(select by from unnest(amended_by) as by
  where not exists (select from article where article.regulation = by and official is not null))`

async function read(database: Queryable, lexicon: Lexicon): Promise<Laws> {
  const rows = await database.query<RegulationFacts & { curated: boolean }>(
    `select id, number, year, title, abbreviation, status, amended_by, revoked_by, coalesce(since, '') as since, curated,
            ${UNREAD} as unread
     from regulation`,
  )
  const laws = new Map(
    rows.map(({ curated, ...facts }) => [
      facts.id,
      { facts, curated, stems: lexicon.stems(`${facts.title} ${facts.abbreviation}`) },
    ]),
  )
  return { all: [...laws.values()].map(({ facts }) => facts), get: (id) => laws.get(id) }
}
