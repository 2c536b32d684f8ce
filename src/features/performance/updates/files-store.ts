import type { Database } from '../../../database/database.ts'

/** What is kept of files for this feature, and for how long. */
export function createWorkFilesStore(database: Database) {
  return {
    /** Gives up evidence whose report never came, a day after it was sent in; resolves to how many files. */
    async forgetOrphans(): Promise<number> {
      const rows = await database.query(
        `delete from file_use where purpose = 'evidence' and created_at < now() - interval '1 day'
           and not exists (select from work_update where work_update.key = file_use.reference) returning hash`,
      )
      return rows.length
    },

    /** Gives up what was made for or shown to people more than so many days ago; resolves to how many files. */
    async forgetShown(days: number): Promise<number> {
      const rows = await database.query(
        `delete from file_use where purpose in ('made', 'export', 'shown')
           and created_at < now() - make_interval(days => $1) returning hash`,
        [days],
      )
      return rows.length
    },

    /** Gives up what was made for or shown to some accounts. */
    async forgetShownTo(accounts: readonly string[]): Promise<void> {
      await database.query(
        `delete from file_use where purpose in ('made', 'export', 'shown') and owner = any($1::text[])`,
        [accounts],
      )
    },
  }
}
