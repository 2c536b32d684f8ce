import type { Queryable } from '../../database/database.ts'
import type { Effect } from '../effects.ts'
import type { Named } from './naming.ts'
import type { Findings } from './report.ts'

/**
 * Writes what is known of the regulations themselves. Where people keep a regulation's row only its issuer is taken
 * from the text; a new title has the regulation's pasal indexed again, as they are found by it too.
 */
export async function writeRegulations(
  connection: Queryable,
  regulations: readonly { readonly named: Named; readonly findings: Findings }[],
): Promise<void> {
  if (regulations.length === 0) return
  const rows = regulations.map(({ named: { id, type, number, year, title, issuer }, findings }) => ({
    id,
    type,
    number,
    year,
    title,
    issuer,
    effective: findings.effective,
  }))
  await connection.query(
    `with draft as materialized (
       select * from json_to_recordset($1::json) as row
         (id text, type text, number text, year int, title text, issuer text, effective text)
     ), renamed as (
       select regulation.id from regulation join draft on draft.id = regulation.id
       where not curated and regulation.title is distinct from coalesce(draft.title, regulation.title)
     ), written as (
       insert into regulation (id, type, number, year, title, status, curated, issuer, effective)
       select id, type, number, year, coalesce(title, id), 'tidak-diketahui', false, issuer, effective from draft
       on conflict (id) do update set
         issuer = coalesce(excluded.issuer, regulation.issuer),
         title = case when regulation.curated or excluded.title = excluded.id then regulation.title else excluded.title end,
         effective = case when regulation.curated then regulation.effective else coalesce(excluded.effective, regulation.effective) end
     )
     update article set doc = null from renamed where article.regulation = renamed.id`,
    [JSON.stringify(rows)],
  )
}

/** Writes what these regulations say they do to others, in place of what was known of them. */
export async function writeEffects(
  connection: Queryable,
  regulations: readonly string[],
  effects: readonly Effect[],
): Promise<void> {
  await connection.query('delete from effect where by_regulation = any($1)', [regulations])
  const rows = effects.flatMap(storedEffect)
  if (rows.length === 0) return
  await connection.query(
    `insert into effect (by_regulation, by_pasal, on_regulation, on_pasal, kind)
     select by_regulation, by_pasal, on_regulation, on_pasal, kind
     from json_to_recordset($1::json) as row
       (by_regulation text, by_pasal text, on_regulation text, on_pasal text, kind text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}

/** Effects as they are kept: of whole pasal and whole regulations. */
interface StoredEffect {
  readonly by_regulation: string
  readonly by_pasal: string
  readonly on_regulation: string
  readonly on_pasal?: string
  readonly kind: Exclude<Effect['kind'], 'kept'>
}

/**
 * What happens to a part of a pasal or of a regulation changes the whole of it: a pasal whose ayat (2) is deleted is
 * amended, not deleted. What was made to carry a regulation out, or explains it, is not the regulation.
 */
export function storedEffect({ by, on, kind }: Effect): readonly StoredEffect[] {
  if (kind === 'kept' || on.regulation === by.regulation) return []
  if (on.part === 'peraturan pelaksanaan' || on.part === 'penjelasan') return []
  const whole = on.ayat === undefined && on.part === undefined
  return [
    {
      by_regulation: by.regulation,
      by_pasal: by.pasal,
      on_regulation: on.regulation,
      ...(on.pasal !== undefined && { on_pasal: on.pasal }),
      kind: whole ? kind : 'amended',
    },
  ]
}
