import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { IN_MEMORY } from '../../src/database/embedded/pool.ts'
import { migrate } from '../../src/database/migrate.ts'
import { Misconfigured } from '../../src/errors.ts'
import { administer, withName } from '../support/global-setup.ts'

const SHIPPED = join(import.meta.dirname, '../../src/database/migrations')
const origin = inject('origin')
const scratch = mkdtempSync(join(tmpdir(), 'abdi-migrate-'))
const names: string[] = []
const key = origin.kind === 'embedded' ? 'DATA_DIR' : 'DATABASE_URL'
let database: Database

beforeAll(async () => {
  database = await openDatabase(
    origin.kind === 'embedded'
      ? { kind: 'embedded', directory: IN_MEMORY }
      : { kind: 'native', url: await created(origin.url) },
  )
})

afterAll(async () => {
  await database.close()
  if (origin.kind === 'native')
    for (const name of names) await administer(origin.url, `drop database ${name} with (force)`)
  rmSync(scratch, { recursive: true })
})

it('brings a fresh database to the newest version', async () => {
  expect(await applied()).toEqual(readdirSync(SHIPPED).toSorted())
  expect(await database.query('select id from conversation')).toEqual([])
})

it('changes nothing the second time', async () => {
  await database.query(`insert into conversation (id) values ('test:1')`)
  await migrate(database)
  expect(await database.query('select id from conversation')).toEqual([{ id: 'test:1' }])
})

it('applies what is new, in the order of the names, and a semicolon inside a line does not part a statement', async () => {
  const directory = shippedAnd({
    '9001_then.sql': `insert into colour values ('red; or;not');\n\n-- a remark at the end;\ninsert into colour values ('blue')`,
    '9000_first.sql': 'create table colour (name text);',
  })
  await migrate(database, directory)
  expect(await database.query('select name from colour')).toEqual([{ name: 'red; or;not' }, { name: 'blue' }])
  expect((await applied()).slice(-2)).toEqual(['9000_first.sql', '9001_then.sql'])
  await database.query(`delete from migration where name like '900%'`)
})

it('leaves nothing half done where a migration fails, and can be run again', async () => {
  const before = await applied()
  const name = '9100_broken.sql'
  const broken = shippedAnd({
    [name]: 'create table half (id int);\ninsert into half values (1);\ninsert into nowhere values (1);\n',
  })
  await expect(migrate(database, broken)).rejects.toMatchObject({ code: '42P01' })
  expect(await applied()).toEqual(before)
  expect(await database.query(`select to_regclass('half') as half`)).toEqual([{ half: null }])
  await migrate(database, shippedAnd({ [name]: 'create table half (id int);' }))
  expect(await applied()).toEqual([...before, name])
  await database.query('delete from migration where name = $1', [name])
})

it('refuses a database that a newer version has used, and changes nothing in it', async () => {
  await database.query(`insert into migration (name) values ('9999_from_the_future.sql')`)
  const again = migrate(database, shippedAnd({ '9998_ours.sql': 'create table ours (id int);' }))
  await expect(again).rejects.toThrow(
    `${key}: basis data ini dipakai versi Abdi yang lebih baru (9999_from_the_future.sql). Jalankan versi itu`,
  )
  await expect(migrate(database)).rejects.toBeInstanceOf(Misconfigured)
  expect(await database.query(`select to_regclass('ours') as ours`)).toEqual([{ ours: null }])
  await database.query(`delete from migration where name like '9999%'`)
})

describe.skipIf(origin.kind === 'embedded')('on a server (TEST_DATABASE_URL)', () => {
  it('is done once by several processes that start on a fresh database together', async () => {
    const url = await created()
    const all = await Promise.all(
      Array.from({ length: 6 }, () => openDatabase({ kind: 'native', url, poolSize: 2 })),
    )
    expect(await all[0]?.query('select count(*) from migration')).toEqual([
      { count: String(readdirSync(SHIPPED).length) },
    ])
    await Promise.all(all.map((one) => one.close()))
  })

  it('says what to do where the user may not create tables', async () => {
    const url = await created()
    const user = `abdi_guest_${randomBytes(4).toString('hex')}`
    await administer(url, `create role ${user} login`)
    await administer(url, 'create extension vector')
    const address = new URL(url)
    address.username = user
    await expect(openDatabase({ kind: 'native', url: address.href })).rejects.toThrow(
      'DATABASE_URL: pengguna basis data itu tidak boleh membuat tabel.',
    )
    await administer(url, `drop role ${user}`)
  })
})

async function applied(): Promise<readonly string[]> {
  return (await database.query<{ name: string }>('select name from migration order by name')).map(
    ({ name }) => name,
  )
}

/** A directory with the migrations that ship and more. */
function shippedAnd(more: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(scratch, 'more-'))
  cpSync(SHIPPED, directory, { recursive: true })
  for (const [name, sql] of Object.entries(more)) writeFileSync(join(directory, name), sql)
  return directory
}

async function created(server = origin.kind === 'native' ? origin.url : ''): Promise<string> {
  const name = `abdi_migrate_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name}`)
  names.push(name)
  return withName(server, name)
}
