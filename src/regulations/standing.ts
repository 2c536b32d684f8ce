import type { Queryable } from '../database/database.ts'
import type { Status } from './registry.ts'
import type { RegulationFacts } from './search/laws.ts'

/** Whether a pasal is in force, and what changed that: the regulations and, where known, their pasal. */
export interface Standing {
  readonly status: Status
  readonly by: readonly { readonly regulation: string; readonly pasal?: string }[]
  /** Since when, as an ISO date, where it is known. */
  readonly since?: string
}

/**
 * Works out anew what became of each regulation and pasal. Of a regulation whose row people keep, the row is
 * right; of the others, what the laws themselves say. A pasal is amended where a regulation that does nothing but
 * amend ("Perubahan atas …") has its own text of the same pasal, or where one says that it changes it; of several
 * such texts the latest stands. It is revoked where a regulation deletes it.
 */
export async function settleStandings(connection: Queryable): Promise<void> {
  await connection.query(
    `update regulation set
       revoked_by = array(select distinct by_regulation from effect
                          where on_regulation = regulation.id and on_pasal is null and kind = 'revoked'),
       amended_by = array(select distinct by_regulation from effect
                          where on_regulation = regulation.id and kind in ('amended', 'inserted', 'deleted'))
     where not curated`,
  )
  await connection.query(
    `update regulation set status = case when revoked_by <> '{}' then 'dicabut' when amended_by <> '{}' then 'diubah'
                                         else 'tidak-diketahui' end
     where not curated`,
  )
  await connection.query(
    `with version as (
       select base.id as base, base.id as regulation, base.year from regulation as base where base.amended_by <> '{}'
       union
       select base.id, amending.id, amending.year from regulation as base
       join regulation as amending on amending.id = any(base.amended_by) and amending.title ilike 'perubahan%'
     ), change as (
       select article.id, later.regulation || '#' || article.pasal as by, 'diubah' as status
       from version as earlier
       join version as later on later.base = earlier.base and later.year > earlier.year
       join article on article.regulation = earlier.regulation
       join article as amending on amending.regulation = later.regulation and amending.pasal = article.pasal
       where article.pasal ~ '^[0-9]'
       union
       select article.id, by_regulation || '#' || by_pasal,
              case when kind in ('deleted', 'revoked') then 'dicabut' else 'diubah' end
       from effect join article on article.regulation = on_regulation and article.pasal = on_pasal
       where kind <> 'inserted'
     ), settled as (
       select id, array_agg(distinct by) as changed_by, case when bool_or(status = 'dicabut') then 'dicabut' else 'diubah' end as status
       from change group by id
     )
     update article set status = settled.status, changed_by = coalesce(settled.changed_by, '{}')
     from article as every left join settled on settled.id = every.id
     where article.id = every.id
       and (article.status is distinct from settled.status or article.changed_by is distinct from coalesce(settled.changed_by, '{}'))`,
  )
}

/** What the database keeps of a pasal's standing: what changed it, as "regulation#pasal". */
export interface StoredStanding {
  readonly pasal: string
  readonly status: 'diubah' | 'dicabut' | null
  readonly changed_by: readonly string[]
  readonly since: string | null
  /** Whether its official text is here; a digest alone was written knowing what changed. */
  readonly official_here: boolean
}

/** The standing of a pasal today: its own where something changed it, else its regulation's. */
export function standingOf(article: StoredStanding, regulation: RegulationFacts): Standing {
  const { status, revoked_by, since } = regulation
  if (status === 'dicabut')
    return { status, by: revoked_by.map((id) => ({ regulation: id })), ...(since && { since }) }
  if (article.status !== null) {
    const by = article.changed_by.map((place) => {
      const [id = '', pasal] = place.split('#')
      return { regulation: id, ...(pasal && { pasal }) }
    })
    return { status: article.status, by, ...(article.since && { since: article.since }) }
  }
  // What changed its law is not here, and may have changed this pasal.
  if (status === 'diubah' && article.official_here && regulation.unread.length > 0)
    return { status, by: regulation.unread.map((id) => ({ regulation: id })) }
  // Others of its pasal were changed, this one was not.
  return { status: status === 'diubah' ? 'berlaku' : status, by: [] }
}

/** Whether a pasal may be answered from: it holds, another text of it holds, or it does not (or not yet). */
export type Validity = 'current' | 'unknown' | 'superseded' | 'revoked'

/** The validity of a pasal in the year `asOf`, or today. Without exact days a year's changes count from the next on. */
export function validity(article: StoredStanding, regulation: RegulationFacts, asOf?: number): Validity {
  const happened = (by: readonly string[], since: string): boolean =>
    asOf === undefined ||
    by.length === 0 ||
    Math.min(...by.map(yearOf), since ? Number(since.slice(0, 4)) : 9_999) < asOf
  if (asOf !== undefined && regulation.year > asOf) return 'revoked'
  if (regulation.status === 'dicabut' && happened(regulation.revoked_by, regulation.since)) return 'revoked'
  if (article.status === 'dicabut' && happened(article.changed_by, '')) return 'revoked'
  const replaced = article.changed_by.filter((place) => place.endsWith(`#${article.pasal}`))
  if (article.status === 'diubah' && replaced.length > 0 && happened(replaced, '')) return 'superseded'
  return regulation.status === 'tidak-diketahui' ? 'unknown' : 'current'
}

/** The year at the end of a regulation's id. */
function yearOf(place: string): number {
  return Number(/-(\d{4})(?:#|$)/.exec(place)?.[1] ?? 9_999)
}
