import type { KeptFile } from '../../../chat/message.ts'
import type { Database } from '../../../database/database.ts'

/** What somebody sent in to show that they have done something. */
export interface Evidence {
  readonly employee: string
  readonly file: KeptFile
}

/** The evidence people put beside what they said they have done. */
export function createEvidenceStore(database: Database) {
  return {
    /** How many have put evidence beside an occurrence. */
    async proofs(occurrence: string): Promise<number> {
      const [row] = await database.query<{ count: number }>(`select count(*)::int as count ${PROVEN}`, [
        occurrence,
      ])
      return row?.count ?? 0
    },

    /** The evidence of an occurrence in the order in which things were said to be done, so many from a place on. */
    async evidence(occurrence: string, offset: number, limit: number): Promise<readonly Evidence[]> {
      const rows = await database.query<KeptFile & { employee: string }>(
        `select employee, file.hash, file.mime, file.size, sent.name ${PROVEN}
         order by at, employee offset $2 limit $3`,
        [occurrence, offset, limit],
      )
      return rows.map(({ employee, ...file }) => ({ employee, file }))
    },
  }
}

const PROVEN = `from completion join file on file.hash = evidence
  cross join lateral (select name from file_use
    where purpose = 'completion' and reference = completion.key and file_use.hash = evidence limit 1) as sent
  where occurrence = $1::bigint`
