import type { Database } from '../../../database/database.ts'
import { type Deed, noted } from './store.ts'

/** What comes to a stored report, and goes from it, as its evidence; the files themselves are kept elsewhere. */
export function createEvidenceStore(database: Database) {
  return {
    /** Adds evidence that is somewhere else, or notes that some was added, once per key: it is looked at again. */
    async evidenceAdded(id: string, note: string, link: string | null, deed: Deed): Promise<void> {
      await database.transaction(async (connection) => {
        if (!(await noted(connection, id, 'comment', note, deed))) return
        await connection.query(
          `update work_update set link = coalesce($2, link), changed_at = $3 where id = $1::bigint`,
          [id, link, deed.now],
        )
      })
    },

    /** Takes evidence away again, once per key: the files whose hash begins so, or with null what is somewhere else. */
    async evidenceRemoved(id: string, mark: string | null, note: string, deed: Deed): Promise<void> {
      await database.transaction(async (connection) => {
        if (!(await noted(connection, id, 'comment', note, deed))) return
        if (mark !== null)
          await connection.query(
            `delete from file_use using work_update where purpose = 'evidence' and reference = work_update.key
               and work_update.id = $1::bigint and starts_with(hash, $2)`,
            [id, mark],
          )
        await connection.query(
          `update work_update set link = case when $2 then null else link end, changed_at = $3 where id = $1::bigint`,
          [id, mark === null, deed.now],
        )
      })
    },
  }
}
