import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ROLES, type Turn } from '../../src/chat/feature.ts'
import type { FileContent } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { Misconfigured, Refusal, RetryLater, Unreadable } from '../../src/errors.ts'
import { texts } from '../../src/files/texts.ts'
import { createFileStore, createKeeping, type FileStore, fileJobs } from '../../src/files.ts'
import { freshDatabase } from '../support/database.ts'
import { BUCKET, KEYS, startS3 } from './s3-server.ts'
import { madePng, TAKEN } from './samples.ts'

const PHOTO = TAKEN['foto.jpg'] ?? new Uint8Array()
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const HASH = hashOf(PHOTO)
const use = { name: 'foto.jpg', owner: 'web:wati', purpose: 'handover', reference: 'pesan-1' } as const

let database: Database
let directory: string
let files: FileStore
beforeAll(async () => {
  database = await freshDatabase()
}, 60_000)
beforeEach(async () => {
  await database.query('truncate file, file_use')
  directory = await mkdtemp(join(tmpdir(), 'abdi-berkas-'))
  made.push(directory)
  files = createFileStore({ database, at: { kind: 'directory', directory } })
})
const made: string[] = []
afterAll(async () => {
  for (const one of made) await rm(one, { recursive: true, force: true })
})

const uses = (): Promise<readonly object[]> =>
  database.query('select owner, purpose, reference, name from file_use order by owner, reference')
const pathOf = (hash: string): string => join(directory, hash.slice(0, 2), hash)

describe('a file that is kept', () => {
  it('lies under the hash of its bytes, for nobody else on the machine', async () => {
    const kept = await files.keep(PHOTO, use)
    expect(kept).toEqual({ hash: HASH, name: 'foto.jpg', mime: 'image/jpeg', size: PHOTO.length })
    expect(await readdir(directory)).toEqual([HASH.slice(0, 2)])
    expect(await readdir(join(directory, HASH.slice(0, 2)))).toEqual([HASH])
    expect(new Uint8Array(await readFile(pathOf(HASH)))).toEqual(PHOTO)
    expect((await stat(pathOf(HASH))).mode & 0o777).toBe(0o600)
    expect((await stat(join(directory, HASH.slice(0, 2)))).mode & 0o777).toBe(0o700)
    expect(new Uint8Array(await files.read(HASH))).toEqual(PHOTO)
  })

  it('is kept once, however often and by whomever it is sent', async () => {
    await files.keep(PHOTO, use)
    const { mtimeMs, ino } = await stat(pathOf(HASH))
    await files.keep(PHOTO, use)
    await files.keep(PHOTO, { ...use, owner: 'web:budi', name: 'rumah.jpg', reference: 'pesan-2' })
    await Promise.all([1, 2, 3].map(() => files.keep(PHOTO, use)))
    const again = await stat(pathOf(HASH))
    expect([again.mtimeMs, again.ino]).toEqual([mtimeMs, ino])
    expect(await database.query('select mime, size from file')).toEqual([
      { mime: 'image/jpeg', size: PHOTO.length },
    ])
    expect(await uses()).toEqual([
      { owner: 'web:budi', purpose: 'handover', reference: 'pesan-2', name: 'rumah.jpg' },
      { owner: 'web:wati', purpose: 'handover', reference: 'pesan-1', name: 'foto.jpg' },
    ])
  })

  it('is written anew where it was cut short', async () => {
    await files.keep(PHOTO, use)
    await writeFile(pathOf(HASH), PHOTO.subarray(0, 4))
    await expect(files.read(HASH)).rejects.toThrow(Unreadable)
    await files.keep(PHOTO, use)
    expect(new Uint8Array(await files.read(HASH))).toEqual(PHOTO)
  })

  it('leaves nothing behind where it is refused or cannot be written', async () => {
    await expect(files.keep(PHOTO, { ...use, name: 'foto.pdf' })).rejects.toThrow(Refusal)
    await expect(files.keep(new Uint8Array(21 * 1024 * 1024), use)).rejects.toThrow(texts.id.tooLarge)
    expect(await database.query('select 1 from file')).toEqual([])
    await mkdir(pathOf(HASH), { recursive: true }) // something else is in its place
    await expect(files.keep(PHOTO, use)).rejects.toThrow()
    expect(await readdir(join(directory, HASH.slice(0, 2)))).toEqual([HASH])
  })

  it('is one or is refused, whatever is sent under whatever name, and stays within its directory', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...Object.values(TAKEN))),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom(...Object.keys(TAKEN)).map((name) => `../../${name}`),
        ),
        async (bytes, name) => {
          const kept = await files.keep(bytes, { ...use, name }).catch((error: unknown) => error)
          if (kept instanceof Refusal) return
          expect(kept).toMatchObject({ hash: hashOf(bytes), size: bytes.length })
          expect(await files.read(hashOf(bytes))).toHaveLength(bytes.length)
          for (const folder of await readdir(directory)) expect(folder).toMatch(/^[0-9a-f]{2}$/)
        },
      ),
      { numRuns: 100 },
    ))
})

describe('a file that is read', () => {
  it('must be there, whole, and asked for by a hash', async () => {
    for (const hash of ['', '../../etc/passwd', 'AB'.repeat(32), HASH, `${HASH}/`, '0'.repeat(64)])
      await expect(files.read(hash), hash).rejects.toThrow(Unreadable)
    await files.keep(PHOTO, use)
    await writeFile(
      pathOf(HASH),
      PHOTO.map((byte) => byte ^ 1),
    )
    await expect(files.read(HASH)).rejects.toThrow(/rusak/)
    await writeFile(pathOf(HASH), new Uint8Array(21 * 1024 * 1024))
    await expect(files.read(HASH)).rejects.toThrow(Unreadable)
    await rm(pathOf(HASH))
    await expect(files.read(HASH)).rejects.toThrow(/tidak ada lagi/)
  })

  it('is for whoever sent it and for officers', async () => {
    await files.keep(PHOTO, use)
    const may = (account: string, role: (typeof ROLES)[number]) => files.mayRead(HASH, { account, role })
    for (const role of ROLES) expect(await may('web:wati', role), role).toBe(true)
    const others = await Promise.all(ROLES.map((role) => may('web:lain', role)))
    expect(Object.fromEntries(ROLES.map((role, i) => [role, others[i]]))).toEqual({
      citizen: false,
      employee: false,
      supervisor: false,
      hr: true,
      admin: true,
    })
    expect(await files.mayRead('../x', { account: 'web:wati', role: 'admin' })).toBe(false)
  })

  it('that no form has taken is for whoever sent it alone, under the name they gave', async () => {
    await files.keep(PHOTO, { ...use, purpose: 'upload', name: 'rahasia.jpg' })
    expect(await files.mayRead(HASH, { account: 'web:budi', role: 'admin' })).toBe(false)
    await files.keep(PHOTO, { ...use, owner: 'web:budi', name: 'punya-budi.jpg' })
    expect((await files.find(HASH, { account: 'web:wati', role: 'citizen' }))?.name).toBe('rahasia.jpg')
    expect((await files.find(HASH, { account: 'web:sari', role: 'hr' }))?.name).toBe('punya-budi.jpg')
  })
})

describe('a file that nobody uses', () => {
  const age = (days: number) =>
    database.query(`update file_use set created_at = now() - make_interval(days => $1)`, [days])

  it('is forgotten with its bytes, by a job that may run twice', async () => {
    const job = fileJobs(files)[0]
    await files.keep(PHOTO, { ...use, purpose: 'upload' })
    await files.keep(madePng(), use)
    for (let night = 0; night < 2; night++) {
      await job?.run({})
      expect(await readFile(pathOf(HASH))).toHaveLength(PHOTO.length)
    }
    await age(2)
    for (let night = 0; night < 2; night++) {
      await job?.run({})
      await expect(stat(pathOf(HASH))).rejects.toThrow('ENOENT')
      expect(await files.read(hashOf(madePng()))).toHaveLength(madePng().length)
    }
    expect(await database.query('select hash from file')).toEqual([{ hash: hashOf(madePng()) }])
  })

  it('stays where somebody else still uses it', async () => {
    await files.keep(PHOTO, { ...use, purpose: 'upload' })
    await age(2)
    await files.keep(PHOTO, use)
    expect(await files.forget()).toBe(0)
    expect(await files.read(HASH)).toHaveLength(PHOTO.length)
  })

  it('and one that is kept in the same moment end whole: gone, or there', async () => {
    for (let round = 0; round < 10; round++) {
      await files.keep(PHOTO, { ...use, purpose: 'upload' })
      await age(2)
      await Promise.all([files.forget(), files.keep(PHOTO, use), files.forget(), files.keep(PHOTO, use)])
      expect(await files.read(HASH)).toHaveLength(PHOTO.length)
      await database.query('delete from file_use')
      expect(await files.forget()).toBe(1)
      await expect(stat(pathOf(HASH))).rejects.toThrow('ENOENT')
    }
  })

  it('finds no room once too much of the kind waits', async () => {
    await files.keep(PHOTO, { ...use, purpose: 'upload' })
    await database.query('update file set size = $1', [1024 * 1024 * 1024])
    await expect(files.keep(madePng(), { ...use, purpose: 'upload' })).rejects.toThrow(texts.id.noRoom)
    await files.keep(madePng(), use)
  })
})

describe('a store', () => {
  it('in a directory that cannot be written says so at the start', async () => {
    await writeFile(join(directory, 'berkas'), '')
    const at = { kind: 'directory', directory: join(directory, 'berkas', 'di-dalam') } as const
    await expect(createFileStore({ database, at }).check()).rejects.toThrow(Misconfigured)
    await chmod(directory, 0o700)
    await expect(files.check()).resolves.toBeUndefined()
  })

  it('in a bucket keeps the same promises', async () => {
    const server = await startS3()
    try {
      const at = { kind: 'bucket', endpoint: server.endpoint, bucket: BUCKET, ...KEYS } as const
      const remote = createFileStore({ database, at })
      await remote.check()
      server.fails(503, 1)
      await expect(remote.keep(PHOTO, use)).rejects.toThrow(RetryLater)
      await remote.keep(PHOTO, use)
      await remote.keep(PHOTO, use)
      expect(server.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
      expect(new Uint8Array(await remote.read(HASH))).toEqual(PHOTO)
      await database.query('delete from file_use')
      server.fails(503, 1)
      await expect(remote.forget()).rejects.toThrow(RetryLater)
      expect(await remote.forget()).toBe(1)
      await expect(remote.read(HASH)).rejects.toThrow(Unreadable)
      expect(server.objects.size).toBe(0)
    } finally {
      await server.stop()
    }
  })
})

describe('keeping for features', () => {
  const person = { account: 'test:wati', name: 'Wati', role: 'citizen', language: 'id' } as const
  const turn = { conversation: 'test:wati', person, message: { id: 'pesan-9' } } as unknown as Turn // all that is looked at
  const content: FileContent = { kind: 'file', name: 'foto.jpg', mime: 'image/jpeg', ref: 'x' }
  const keeping = (open?: () => Promise<Uint8Array>) =>
    createKeeping(files, () => (open ? { open } : {}) as never) // as much of a channel as is looked at

  it('fetches the bytes where they were sent in, and keeps them for whoever wrote', async () => {
    const { hash } = await keeping(async () => PHOTO).keep(content, turn, 'handover')
    expect(hash).toBe(HASH)
    expect(await uses()).toEqual([
      { owner: 'test:wati', purpose: 'handover', reference: 'pesan-9', name: 'foto.jpg' },
    ])
  })

  it('refuses in words what cannot be fetched, what is too large, and programs, before it fetches them', async () => {
    const fetching = keeping(() => Promise.reject(new Unreadable('gone')))
    await expect(fetching.keep(content, turn, 'handover')).rejects.toThrow(new Refusal(texts.id.cannotFetch))
    const never = keeping(() => expect.unreachable('fetched'))
    const large = { ...content, size: 21 * 1024 * 1024 }
    await expect(never.keep(large, turn, 'handover')).rejects.toThrow(texts.id.tooLarge)
    const program = { ...content, name: 'foto.jpg.exe' }
    await expect(never.keep(program, turn, 'handover')).rejects.toThrow(texts.id.program)
    expect([never.objection(content), never.objection(large), never.objection(program)]).toEqual([
      undefined,
      texts.id.tooLarge,
      texts.id.program,
    ])
  })

  it.each([
    ['berkas.ZIP', texts.id.archive],
    ['arsip.tar.gz', texts.id.archive],
    ['suara.ogg', texts.id.recording],
    ['rapat.mp4', texts.id.recording],
    ['halaman.html', texts.id.page],
    ['surat.zip.pdf', undefined],
    ['tanpa akhiran', undefined],
  ])('says of %s by its name alone what is to be said', (name, expected) => {
    expect(keeping().objection({ ...content, name })).toBe(expected)
  })

  it('lets go at once of what was only sent in, and of nothing anybody keeps', async () => {
    const upload = { name: 'foto.jpg', owner: 'test:wati', purpose: 'upload', reference: 'm1' } as const
    await files.keep(PHOTO, upload)
    await keeping(async () => PHOTO).letGo({ ...content, ref: HASH }, turn)
    expect(await uses()).toEqual([])
    await expect(files.read(HASH)).rejects.toThrow(Unreadable)

    await files.keep(PHOTO, upload)
    await files.keep(PHOTO, { ...upload, owner: 'test:budi', purpose: 'handover' })
    await keeping(async () => PHOTO).letGo({ ...content, ref: HASH }, turn)
    expect(await uses()).toMatchObject([{ owner: 'test:budi', purpose: 'handover' }])
    await keeping(async () => PHOTO).letGo({ ...content, ref: 'AgACAgUAAxk' }, turn) // what a platform calls it
  })

  it('is possible where there is a store and a channel that opens files, and nowhere else', async () => {
    expect(keeping(async () => PHOTO).isPossible('test:wati')).toBe(true)
    expect(keeping().isPossible('test:wati')).toBe(false)
    expect(createKeeping(undefined, () => undefined).isPossible('test:wati')).toBe(false)
    await expect(keeping().keep(content, turn, 'handover')).rejects.toThrow(texts.id.notHere)
  })

  it('passes on that the platform is away: nothing is refused, it is tried again', async () => {
    const away = keeping(() => Promise.reject(new RetryLater(5, 'away')))
    await expect(away.keep(content, turn, 'handover')).rejects.toThrow(RetryLater)
  })
})
