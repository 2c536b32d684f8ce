import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { read } from '../../src/features/staff/reading/read.ts'
import { selectionOf } from '../../src/features/staff/selecting.ts'
import { createStaffStore, type StaffStore } from '../../src/features/staff/store.ts'
import { freshDatabase } from '../support/database.ts'
import { employ, emptyDirectory } from './people.ts'

const TODAY = '2026-03-02'
let database: Database
let store: StaffStore
beforeAll(async () => {
  database = await freshDatabase()
  await emptyDirectory(database)
  const unit = 'Puskesmas Ciracas'
  await employ(database, [
    { name: 'Kartika', unit: 'Dinas Kesehatan', position: 'Kepala Dinas', born: '1970-03-02', grade: 'IV/c' },
    {
      name: 'Budi',
      unit,
      position: 'Kepala Bidang Bina Bidan',
      born: '1976-03-02',
      supervisor: 'Kartika',
      grade: 'IV/a',
    },
    {
      name: 'Ani',
      unit,
      position: 'Bidan Terampil',
      sex: 'P',
      born: '1976-03-03',
      qualification: 'S-1 Kebidanan',
    },
    {
      name: 'Rina',
      unit,
      position: 'BIDAN Ahli Muda',
      sex: 'P',
      kind: 'PPPK',
      grade: 'IX',
      qualification: 'D3 Kebidanan',
    },
    {
      name: 'Cici Paramida',
      unit,
      position: 'Perawat',
      sex: 'P',
      grade: null,
      retires: '2027-12-31',
      phone: '+6281',
    },
    {
      name: 'Nu’man D’Arcy',
      unit,
      position: 'Ahli Pertama - Guru Kelas',
      retires: '2028-01-01',
      grade: 'III/d',
    },
  ])
  await database.query(`insert into employee (nip, name, kind, unit, position, left_on)
    values ('196001011990011999', 'Lama', 'PNS', 1, 'Bidan', '2020-01-01')`)
  store = createStaffStore(database)
})

async function counted(text: string): Promise<number> {
  const words = await store.vocabulary({})
  const reading = read(text, { ...words, home: 'serang' }, TODAY, true)
  if (reading.kind !== 'query') throw new Error(`not read: ${text} ${JSON.stringify(reading)}`)
  return store.count(selectionOf(reading.query.filters, words, TODAY))
}

describe('people are counted', () => {
  it.each([
    ['berapa pegawai', 6],
    ['berapa bidan', 3],
    ['berapa guru', 1],
    ['berapa tenaga kesehatan', 4],
    ['berapa perempuan di dinkes', 3],
    ['berapa laki-laki', 3],
    ['berapa PPPK', 1],
    ['berapa pegawai golongan III', 2],
    ['berapa pegawai golongan III/d ke atas', 3],
    ['berapa PPPK golongan IX', 1],
    ['berapa pegawai yang pensiun 2027', 1],
    ['berapa pegawai yang pensiun antara 2027 dan 2028', 2],
    ['berapa pegawai lulusan S1', 1],
    ['berapa pegawai lulusan D3 kebidanan', 1],
    ['berapa pegawai yang belum punya atasan', 5],
    ['berapa pegawai tanpa nomor hp', 5],
    ['berapa orang belum daftar ke abdi', 6],
    ['berapa orang sudah daftar ke abdi', 0],
  ])('%s', async (text, count) => {
    expect(await counted(text)).toBe(count)
  })

  // Budi is fifty today, Ani will be tomorrow
  it.each([
    ['umur di atas 49', 2],
    ['umur 50 tahun ke atas', 2],
    ['umur di atas 50', 1],
    ['umur 50 tahun', 1],
    ['umur kurang dari 50', 4],
    ['umur 49 tahun', 1],
    ['umur 49 sampai 50', 2],
  ])('by whole years, on the birthday: %s', async (text, count) => {
    expect(await counted(`berapa pegawai ${text}`)).toBe(count)
  })

  it('and their age is the mean of whole years', async () => {
    const { age, count } = await store.averageAge({ positions: ['Kepala Dinas', 'Bidan Terampil'] }, TODAY)
    expect([age, count]).toEqual([(56 + 49) / 2, 2])
  })
})

it('a name is found by its beginnings, and nothing in it is an operator', async () => {
  const named = async (name: string) => (await store.entries({ name }, 0, 10)).map((entry) => entry.name)
  expect(await named('cici par')).toEqual(['Cici Paramida'])
  expect(await named('nu man')).toEqual(['Nu’man D’Arcy'])
  expect(await named("x' | cici & !(ani):*")).toEqual([])
})

it('what the directory knows is read again once it has changed', async () => {
  const before = await store.vocabulary({})
  expect(await store.vocabulary({})).toBe(before)
  await employ(database, [
    { name: 'Baru', unit: 'Inspektorat', position: 'Pawang Hujan', born: '1999-09-09' },
  ])
  expect((await store.vocabulary({})).positions).toContain('pawang hujan')
  await database.query(`update unit set name = 'Dinas Kesehatan Kota' where id = 1`)
  expect((await store.vocabulary({})).unit('1')?.name).toBe('Dinas Kesehatan Kota')
})
