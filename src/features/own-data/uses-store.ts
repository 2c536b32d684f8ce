import type { Queryable } from '../../database/database.ts'

/** A file somebody sent in or was made for them; `size` in bytes. */
export interface FileKept {
  readonly at: Date
  readonly name: string
  readonly purpose: string
  readonly size: number
}

/** The files of these accounts, whatever they are kept for. */
export async function filesKept(on: Queryable, accounts: readonly string[]): Promise<readonly FileKept[]> {
  return on.query<FileKept>(
    `select file_use.created_at as at, name, purpose, size from file_use join file using (hash)
     where owner = any($1::text[]) order by file_use.created_at, name`,
    [accounts],
  )
}

/**
 * Gives up the files that nothing else rests on; the bytes go at night, once nobody uses them. What was sent along with
 * a report of work belongs to the report.
 */
export async function eraseFiles(on: Queryable, accounts: readonly string[]): Promise<void> {
  await on.query(`delete from file_use where owner = any($1::text[]) and purpose = any($2::text[])`, [
    accounts,
    ['upload', 'handover', 'made', 'export', 'shown'],
  ])
}
