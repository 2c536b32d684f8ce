import { createHash } from 'node:crypto'
import type { Files } from '../chat/channel.ts'
import type { Person } from '../chat/feature.ts'
import type { KeptFile } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import { Refusal, Unreadable } from '../errors.ts'
import { type BucketOptions, createBucket } from './bucket.ts'
import { createDirectory } from './directory.ts'
import { KINDS, nameOf, TABLE } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { isHash, type Place } from './place.ts'
import { type Purpose, readableBy } from './purposes.ts'
import { recognize } from './recognize.ts'
import { texts } from './texts.ts'

/** Where the bytes of files lie: a directory of this machine, or a bucket of an S3-compatible store. */
export type FilesAt =
  | { readonly kind: 'directory'; readonly directory: string }
  | ({ readonly kind: 'bucket' } & BucketOptions)

/** Whose file it is, what it is called and kept for; `reference` names the row it goes with, also for a repeat. */
export interface Use {
  readonly name: string
  readonly owner: string
  readonly purpose: Purpose
  readonly reference: string
  /** True of a table (CSV) that the bot made. */
  readonly table?: boolean
}

/** Who wants to open a file: from whichever of their accounts, they are who sent it in. */
export type Reader = Pick<Person, 'account' | 'accounts' | 'role'>

/** The files that people sent in. */
export interface FileStore extends Files {
  /**
   * Keeps a file once, under the sha256 of its bytes. Throws `Refusal` where it is empty, too large, of a kind that
   * is not taken or named as another; `RetryLater` while the bucket is away.
   */
  keep(bytes: Uint8Array, use: Use): Promise<KeptFile>
  /** Throws `Unreadable` where it is gone or no longer what it was. */
  read(hash: string): Promise<Uint8Array>
  /** The file under the name it may be opened by; undefined where it is not theirs to open, or there is none. */
  find(hash: string, reader: Reader): Promise<KeptFile | undefined>
  /** True for whoever sent it in, and for the roles its purpose is shown to. */
  mayRead(hash: string, reader: Reader): Promise<boolean>
  /** Lets go at once of what an account sent in and no form has taken; the bytes go with it where nobody else uses them. */
  letGo(hash: string, account: string): Promise<void>
  /** Deletes what nobody uses any more; resolves to how many files. */
  forget(): Promise<number>
  /** Throws `Misconfigured` where nothing can be kept. */
  check(): Promise<void>
}

const FORGOTTEN_AT_ONCE = 500

/** Opens the file store; `database` says whose the files are, `at` where their bytes lie. */
export function createFileStore({ database, at }: { database: Database; at: FilesAt }): FileStore {
  const place: Place = at.kind === 'directory' ? createDirectory(at.directory) : createBucket(at)

  async function find(hash: string, { account, accounts, role }: Reader): Promise<KeptFile | undefined> {
    if (!isHash(hash)) return undefined
    const rows = await database.query<KeptFile>(
      `select file.hash, file_use.name, file.mime, file.size from file join file_use using (hash)
       where hash = $1 and (owner = any($2::text[]) or purpose = any($3::text[]))
       order by owner = any($2::text[]) desc, file_use.created_at desc limit 1`,
      [hash, accounts ?? [account], readableBy(role)],
    )
    return rows[0]
  }

  /**
   * Says whose it is before the bytes are written: from then on nobody takes the file for unused. Writing the row
   * also where it is there already holds it, so that nobody takes it away before the use is in.
   */
  async function use(file: KeptFile, { owner, purpose, reference }: Use): Promise<void> {
    await database.transaction(async ({ query }) => {
      await query(
        `insert into file (hash, mime, size) values ($1, $2, $3) on conflict (hash) do update set mime = excluded.mime`,
        [file.hash, file.mime, file.size],
      )
      await query(
        `insert into file_use (hash, owner, purpose, reference, name) values ($1, $2, $3, $4, $5)
         on conflict (hash, owner, purpose, reference) do update set name = excluded.name`,
        [file.hash, owner, purpose, reference, file.name],
      )
    })
  }

  async function hasRoom(size: number): Promise<boolean> {
    const rows = await database.query<{ waiting: string }>(
      `select coalesce(sum(size), 0) as waiting from file
       where not exists (select from file_use where file_use.hash = file.hash and purpose <> 'upload')`,
    )
    return Number(rows[0]?.waiting) + size <= LIMITS.waitingBytes
  }

  /** The row goes only together with the bytes; whoever keeps the same file meanwhile waits, and writes it anew. */
  async function remove(hash: string): Promise<boolean> {
    return database.transaction(async ({ query }) => {
      await query('select 1 from file where hash = $1 for update', [hash])
      const gone = await query(
        `delete from file where hash = $1 and not exists (select from file_use where hash = $1) returning hash`,
        [hash],
      )
      if (gone.length > 0) await place.remove(hash)
      return gone.length > 0
    })
  }

  return {
    async keep(bytes, how) {
      const seen = await recognize(bytes)
      const kind = how.table && seen === KINDS.text ? TABLE : seen
      const name = nameOf(how.name, kind)
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (how.purpose === 'upload' && !(await hasRoom(bytes.length))) throw new Refusal(texts.id.noRoom)
      const file: KeptFile = { hash, name, mime: kind.mime, size: bytes.length }
      await use(file, how)
      if (!(await place.has(hash, bytes.length))) await place.write(hash, bytes)
      return file
    },

    async read(hash) {
      const bytes = isHash(hash) ? await place.read(hash, LIMITS.bytes) : undefined
      if (bytes === undefined) throw new Unreadable(`berkas ${hash.slice(0, 12)} tidak ada lagi`)
      if (createHash('sha256').update(bytes).digest('hex') !== hash)
        throw new Unreadable(`berkas ${hash.slice(0, 12)} rusak di tempat penyimpanannya`)
      return bytes
    },

    find,
    mayRead: async (hash, reader) => (await find(hash, reader)) !== undefined,

    async letGo(hash, account) {
      if (!isHash(hash)) return
      await database.query(`delete from file_use where hash = $1 and owner = $2 and purpose = 'upload'`, [
        hash,
        account,
      ])
      await remove(hash)
    },

    async forget() {
      await database.query(
        `delete from file_use where purpose = 'upload' and created_at < now() - make_interval(days => $1)`,
        [LIMITS.waitingDays],
      )
      const unused = await database.query<{ hash: string }>(
        `select hash from file where not exists (select from file_use where file_use.hash = file.hash) limit $1`,
        [FORGOTTEN_AT_ONCE],
      )
      let count = 0
      for (const { hash } of unused) if (await remove(hash)) count++
      return count
    },

    check: () => place.check(),
  }
}
