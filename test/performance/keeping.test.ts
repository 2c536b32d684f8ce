import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Turn } from '../../src/chat/feature.ts'
import type { Database } from '../../src/database/database.ts'
import { Refusal, Unreadable } from '../../src/errors.ts'
import { createPerformanceStore } from '../../src/features/performance/store.ts'
import { forgetWorkFiles } from '../../src/features/performance/updates/forget.job.ts'
import { createFileStore, createKeeping, type FileStore, type Keeping } from '../../src/files.ts'
import { madePng, TAKEN } from '../files/samples.ts'
import { freshDatabase } from '../support/database.ts'

const PNG = madePng()
const turn = (account: string, id = 'pesan-1'): Turn =>
  ({ conversation: account, person: { account, language: 'id', role: 'employee' }, message: { id } }) as never

let database: Database
let directory: string
let files: FileStore
let keeping: Keeping
beforeAll(async () => {
  database = await freshDatabase()
}, 90_000)
beforeEach(async () => {
  await database.query('truncate file, file_use')
  directory = await mkdtemp(join(tmpdir(), 'abdi-berkas-'))
  made.push(directory)
  files = createFileStore({ database, at: { kind: 'directory', directory } })
  keeping = createKeeping(files, () => ({ open: async () => PNG }) as never) // as much of a channel as is looked at
})
const made: string[] = []
afterAll(async () => {
  for (const one of made) await rm(one, { recursive: true, force: true })
})

it('what the bot makes is kept for whoever asked, once, and nobody else may open it', async () => {
  const png = { name: 'kinerja.png', mime: 'image/png' }
  const file = await keeping.make(PNG, png, turn('test:wati'), 'made')
  expect(await keeping.make(PNG, png, turn('test:wati'), 'made')).toEqual(file)
  expect(file).toMatchObject({ name: 'kinerja.png', mime: 'image/png', size: PNG.length })
  const may = (account: string) => files.mayRead(file.hash, { account, role: 'admin' })
  expect([await may('test:wati'), await may('test:budi')]).toEqual([true, false])
  expect(await database.query('select count(*)::int as count from file_use')).toEqual([{ count: 1 }])
})

it('a table is kept under its own name; what is not what it should be is a mistake of ours', async () => {
  const csv = { name: 'laporan.csv', mime: 'text/csv' }
  const table = await keeping.make(
    new TextEncoder().encode('nama;jumlah\r\nWati;3\r\n'),
    csv,
    turn('test:hana'),
    'export',
  )
  expect(table).toMatchObject(csv)
  // as the web chat gives it: by what the store knows of it
  expect(await files.find(table.hash, { account: 'test:hana', role: 'hr' })).toMatchObject(csv)
  const sent = { ...csv, owner: 'test:wati', purpose: 'upload', reference: 'pesan-2' } as const
  await expect(files.keep(new TextEncoder().encode('=1+1;2\r\n'), sent)).rejects.toThrow(Refusal)
  await expect(
    keeping.make(PNG, { name: 'kinerja.png', mime: 'application/pdf' }, turn('test:wati'), 'made'),
  ).rejects.toThrow('a file was made as application/pdf and is image/png')
})

it('where files cannot be had nothing is made', async () => {
  const png = { name: 'kinerja.png', mime: 'image/png' }
  const without = createKeeping(files, () => ({}) as never)
  await expect(without.make(PNG, png, turn('test:wati'), 'made')).rejects.toThrow(Refusal)
  await expect(
    createKeeping(undefined, () => undefined).make(PNG, png, turn('test:wati'), 'made'),
  ).rejects.toThrow(Refusal)
})

it('evidence can be opened by its owner and officers, by others once it was shown to them', async () => {
  const content = { kind: 'file', name: 'foto.png', mime: 'image/png', ref: 'r' } as const
  const file = await keeping.keep(content, turn('test:wati'), 'evidence', 'laporan-1')
  const [use] = await database.query('select owner, purpose, reference from file_use')
  expect(use).toEqual({ owner: 'test:wati', purpose: 'evidence', reference: 'laporan-1' })
  const may = (account: string, role: 'supervisor' | 'hr') => files.mayRead(file.hash, { account, role })
  expect([await may('test:sari', 'supervisor'), await may('test:hana', 'hr')]).toEqual([false, true])
  expect(await keeping.show(file, turn('test:sari'))).toEqual(file)
  expect([await may('test:sari', 'supervisor'), await may('test:dewi', 'supervisor')]).toEqual([true, false])
  await rm(directory, { recursive: true })
  await expect(keeping.show(file, turn('test:sari'))).rejects.toThrow(Unreadable)
})

it('every night, and again, what was made or shown a month ago and evidence without a report is given up', async () => {
  await keeping.make(PNG, { name: 'kinerja.png', mime: 'image/png' }, turn('test:wati'), 'made')
  await files.keep(TAKEN['SK.pdf'] ?? PNG, {
    name: 'SK.pdf',
    owner: 'test:wati',
    purpose: 'evidence',
    reference: 'tidak-ada',
  })
  const job = forgetWorkFiles(createPerformanceStore(database))
  const left = async () => (await database.query('select purpose from file_use order by purpose')).length
  for (const _ of [1, 2]) {
    await job.run({})
    expect(await left()).toBe(2)
  }
  await database.query(`update file_use set created_at = now() - interval '2 days'`)
  for (const _ of [1, 2]) {
    await job.run({})
    expect(await left()).toBe(1)
  }
  await database.query(`update file_use set created_at = now() - interval '31 days'`)
  for (const _ of [1, 2]) {
    await job.run({})
    expect(await left()).toBe(0)
  }
})
