import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import type { Database } from '../../src/database/database.ts'
import { type Audience, type Audiences, createAudiences } from '../../src/directory.ts'
import { lacksOf } from '../../src/features/performance/lacking.ts'
import { createStandingStore } from '../../src/features/performance/standing-store.ts'
import { employ, NIP, seat } from '../people/staff.ts'

const TODAY = '2026-03-02'
/** Their entries, in the order of the office. */
const [HENDRA, BUDI, SRI, DEWI] = ['1', '2', '3', '4'] as const
const [AGUS, HARTONO, RINA, TONO, TINI] = ['5', '6', '7', '8', '9'] as const

let database: Database
let audiences: Audiences
beforeEach(async () => {
  database = await freshDatabase()
  await employ(database)
  audiences = createAudiences(database, lacksOf(createStandingStore(database)))
})

const ids = async (audience: Audience, today = TODAY) =>
  (await audiences.members(audience, today)).map(({ employee }) => employee)

async function unreachable(conversation: string): Promise<void> {
  await database.query(
    `insert into conversation (id, unreachable) values ($1, 'blocked') on conflict (id) do update set unreachable = 'blocked'`,
    [conversation],
  )
}

describe('who is in an audience', () => {
  it('everybody who works here on the day, those who leave later among them', async () => {
    expect(await ids({})).toEqual([HENDRA, BUDI, SRI, DEWI, AGUS, HARTONO, TONO, TINI])
    expect(await ids({}, '2026-02-28')).toContain(RINA)
  })

  it('units with all that is below them, and all conditions together', async () => {
    expect(await ids({ units: ['1'] })).toEqual([HENDRA, BUDI, SRI, DEWI, AGUS])
    expect(await ids({ units: ['2'] })).toEqual([BUDI, SRI])
    expect(await ids({ units: ['1', '2'], role: 'supervisor' })).toEqual([HENDRA, BUDI])
    expect(await ids({ role: 'hr' })).toEqual([DEWI])
    await database.query(`update employee set kind = 'PPPK' where id in (3, 8)`)
    expect(await ids({ kind: 'PPPK' })).toEqual([SRI, TONO])
    expect(await ids({ kind: 'PPPK', units: ['3'] })).toEqual([TONO])
    expect(await ids({ list: ['9', '7', '3', '3', 'x'] })).toEqual([SRI, TINI])
    expect(await ids({ list: ['9', '3'], units: ['3'] })).toEqual([TINI])
  })

  it('a condition that fits nobody fits nobody, and never everybody', async () => {
    for (const audience of [{ units: [] }, { list: [] }, { lacks: 'yang hilang' }, { units: ['77'] }]) {
      expect(await ids(audience)).toEqual([])
      expect(await audiences.count(audience, TODAY)).toEqual({
        people: 0,
        reachable: 0,
        byChannel: {},
        byUnit: [],
      })
    }
    expect(await audiences.describe({ units: [] })).toContain('sudah tidak ada')
    expect(await audiences.describe({ lacks: 'yang hilang' })).toContain('tidak dikenal lagi')
  })

  it('units in a circle end', async () => {
    await database.query('update unit set parent = 2 where id = 1')
    expect(await ids({ units: ['1'] })).toEqual([HENDRA, BUDI, SRI, DEWI, AGUS])
    expect((await audiences.count({ units: ['1'] }, TODAY)).people).toBe(5)
    expect((await audiences.read('Puskesmas Ciracas', TODAY)).ok).toBe(true)
  })

  it('those who lack something', async () => {
    expect(await ids({ lacks: 'atasan' })).toEqual([HENDRA, HARTONO])
    expect(await ids({ lacks: 'email' })).toEqual([HARTONO, TONO, TINI])
    expect(await ids({ lacks: 'telepon', units: ['3'] })).toEqual([HARTONO])
    const report = (employee: string, day: string, status: string) =>
      database.query(
        `insert into work_update (key, employee, done_on, quantity, unit, said, status, created_at, changed_at)
         values ($1 || $2, $1::bigint, $2::text::date, 1, 'berkas', '-', $3, now(), now())`,
        [employee, day, status],
      )
    await report(SRI, '2026-03-01', 'sent')
    await report(BUDI, '2026-03-31', 'approved')
    await report(DEWI, '2026-02-28', 'sent')
    await report(AGUS, '2026-03-02', 'withdrawn')
    await report(TONO, '2026-03-02', 'asked')
    expect(await ids({ lacks: 'laporan' })).toEqual([HENDRA, DEWI, AGUS, HARTONO, TINI])
    await database.query(
      `insert into target (key, employee, year, number, title, created_at, dropped_at)
       values ('a', 3, 2026, 1, 'A', now(), null), ('b', 2, 2025, 1, 'B', now(), null), ('c', 4, 2026, 1, 'C', now(), now())`,
    )
    expect(await ids({ lacks: 'rhk', units: ['1'] })).toEqual([HENDRA, BUDI, DEWI, AGUS])
  })
})

describe('how people stand', () => {
  it('tells who reported in a period and who evaluated themselves in its quarter', async () => {
    const standing = createStandingStore(database)
    await database.query(
      `insert into work_update (key, employee, done_on, quantity, unit, said, created_at, changed_at)
       select 'r' || g, g % 4 + 1, date '2026-01-31' + g, 1, 'berkas', '-', now(), now() from generate_series(0, 29) g`,
    )
    expect(await standing.reported('2026-01-31', '2026-01-31')).toEqual([HENDRA])
    expect(await standing.reported('2026-02-01', '2026-02-28')).toEqual([HENDRA, BUDI, SRI, DEWI])
    expect(await standing.reported('2026-03-02', '2026-03-31')).toEqual([])
    await database.query(
      `insert into evaluation (key, employee, year, quarter, results, behaviours, own_result, own_behaviour, sent_at)
       values ('e', 3, 2026, 1, '-', '{}', 2, 2, now()), ('f', 2, 2025, 4, '-', '{}', 2, 2, now())`,
    )
    expect(await standing.evaluated('2026-01-01', '2026-03-31')).toEqual([SRI])
    expect(await standing.evaluated('2026-03-01', '2026-04-30')).toEqual([])
  })
})

describe('where people are written to', () => {
  it('on Telegram before Slack before others, the platform of their choice before all', async () => {
    for (const account of ['web:sri', 'slack:sri', 'telegram:30']) await seat(database, NIP.sri, account)
    await database.query(`update account set conversation = id`)
    const place = async () => (await audiences.byIds([SRI]))[0]
    expect(await place()).toMatchObject({ conversation: 'telegram:30', reason: null, hour: null })
    await audiences.prefer(SRI, { channel: 'web', hour: 9 })
    expect(await place()).toMatchObject({ conversation: 'web:sri', hour: 9 })
    await unreachable('web:sri')
    expect(await place()).toMatchObject({ conversation: 'telegram:30' })
    await unreachable('telegram:30')
    expect(await place()).toMatchObject({ conversation: 'slack:sri', reason: null })
    await unreachable('slack:sri')
    expect(await place()).toMatchObject({ conversation: null, reason: 'unreachable' })
    expect((await audiences.byIds([BUDI]))[0]).toEqual({
      employee: BUDI,
      name: 'Budi Santoso, S.Kep.',
      nip: NIP.budi,
      unit: 'Puskesmas Ciracas',
      supervisor: HENDRA,
      conversation: null,
      reason: 'no account',
      hour: null,
    })
  })

  it('a choice is kept in part, given up, and refused where it is no hour', async () => {
    await audiences.prefer(SRI, { hour: 7 })
    await audiences.prefer(SRI, { channel: 'slack' })
    expect(await audiences.preference(SRI)).toEqual({ hour: 7, channel: 'slack' })
    await audiences.prefer(SRI, { hour: null })
    expect(await audiences.preference(SRI)).toEqual({ hour: null, channel: 'slack' })
    expect(await audiences.preference(BUDI)).toEqual({ hour: null, channel: null })
    await expect(audiences.prefer(SRI, { hour: 22 })).rejects.toThrow()
  })

  it('counts people by unit and by platform', async () => {
    await seat(database, NIP.sri, 'telegram:30')
    await seat(database, NIP.budi, 'slack:budi')
    await seat(database, NIP.tono, 'slack:tono')
    await database.query(`update account set conversation = id`)
    await unreachable('slack:tono')
    expect(await audiences.count({}, TODAY)).toEqual({
      people: 8,
      reachable: 2,
      byChannel: { slack: 1, telegram: 1 },
      byUnit: [
        { name: 'Dinas Kesehatan', people: 5 },
        { name: 'Dinas Sosial', people: 3 },
      ],
    })
    expect((await audiences.count({ units: ['1'] }, TODAY)).byUnit).toEqual([
      { name: 'Dinas Kesehatan', people: 3 },
      { name: 'Puskesmas Ciracas', people: 2 },
    ])
  })

  it('who left is nobody to write to, and no supervisor', async () => {
    await database.query(`update employee set left_on = '2026-03-02' where id = 2`)
    const [sri] = await audiences.members({ list: [SRI, BUDI] }, TODAY)
    expect(sri).toMatchObject({ employee: SRI, supervisor: null })
    expect(await audiences.byIds([SRI, BUDI], '2026-03-01')).toMatchObject([
      { employee: BUDI },
      { employee: SRI, supervisor: BUDI },
    ])
  })

  it('officers once each, by their entry or what was granted, where they can be reached', async () => {
    await seat(database, NIP.dewi, 'web:dewi')
    await seat(database, NIP.dewi, 'telegram:4')
    await seat(database, NIP.rina, 'telegram:7')
    await seat(database, NIP.sri, 'telegram:3')
    await database.query(
      `insert into account (id, name, role, conversation) values ('slack:boss', 'Bos', 'admin', 'slack:D1')`,
    )
    await database.query(`update account set role = 'hr' where id = 'telegram:3'`)
    await database.query(`update account set conversation = id where id <> 'slack:boss'`)
    expect(await audiences.officers(TODAY)).toEqual([
      { account: 'slack:boss', name: 'Bos', conversation: 'slack:D1', employee: null, role: 'admin' },
      { account: 'telegram:3', name: 'Sri Wahyuni', conversation: 'telegram:3', employee: SRI, role: 'hr' },
      { account: 'telegram:4', name: 'Dewi Lestari', conversation: 'telegram:4', employee: DEWI, role: 'hr' },
    ])
    await unreachable('telegram:4')
    await unreachable('slack:D1')
    expect((await audiences.officers(TODAY)).map(({ account }) => account)).toEqual([
      'telegram:3',
      'web:dewi',
    ])
    expect((await audiences.officers('2026-02-28')).map(({ account }) => account)).toContain('telegram:7')
  })
})

describe('reading and describing', () => {
  it('words become an audience that can be said again', async () => {
    const said = async (text: string) => {
      const reading = await audiences.read(text, TODAY)
      return reading.ok ? audiences.describe(reading.audience) : reading.hint
    }
    expect(await said('semua')).toBe('semua pegawai')
    expect(await said('p3k dinkes')).toBe('PPPK di Dinas Kesehatan dan unit di bawahnya')
    expect(await said('atasan PNS')).toBe('atasan PNS')
    expect(await said('dinas sosial, puskesmas ciracas yang belum lapor')).toBe(
      'pegawai di Puskesmas Ciracas dan Dinas Sosial, dengan unit di bawahnya yang belum punya laporan bulan ini',
    )
    expect(await said('perawat')).toContain('Jabatan ("perawat") belum bisa')
    for (const again of ['semua pegawai', 'PPPK di Dinas Kesehatan dan unit di bawahnya', 'atasan PNS'])
      expect(await said(again)).toBe(again)
  })

  it('NIPs one a line or with commas, with names beside them, each once', async () => {
    const list = `NIP, Nama\n1. ${NIP.sri} Sri\n\n19820101 200801 1 003, ${NIP.tono}\r\nSri lagi: ${NIP.sri}`
    const reading = await audiences.read(list, TODAY)
    expect(reading).toEqual({ ok: true, everyone: false, audience: { list: [SRI, AGUS, TONO] } })
    expect(reading.ok && (await audiences.describe(reading.audience))).toBe('3 orang dari daftar NIP')
  })

  it.each([
    [`${NIP.sri}\n${NIP.rina}`, 'baris 2: 19900101 201501 2 005 sudah tidak bekerja di sini'],
    [`${NIP.sri}\n\n199912312020011009`, 'baris 3: 19991231 202001 1 009 tidak ada di data pegawai'],
    [`${NIP.sri}, 12345678`, 'baris 1: NIP terdiri dari 8 angka'],
    [`${NIP.sri}\nBudi Santoso`, 'baris 2: NIP berisi selain angka'],
    ['198513452010012001', 'bukan tanggal lahir'],
    ['1.98503E+17', 'menjadi bilangan di Excel'],
    [`semua kecuali ${NIP.sri}`, 'tidak bisa digabung'],
    [`PPPK ${NIP.sri}`, 'tidak bisa digabung'],
  ])('a list with something wrong says where: %j', async (text, hint) => {
    const reading = await audiences.read(text, TODAY)
    expect(reading.ok ? JSON.stringify(reading) : reading.hint).toContain(hint)
  })

  it('no text breaks it', async () => {
    const bits = fc.constantFrom(
      '1985',
      '03152010012001',
      NIP.sri,
      '\n',
      ',',
      'semua',
      ' PNS ',
      'dinas',
      '.',
      '-',
    )
    const said = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(bits, { maxLength: 12 }).map((some) => some.join('')),
    )
    await fc.assert(
      fc.asyncProperty(said, async (text) => {
        const reading = await audiences.read(text, TODAY)
        if (reading.ok) expect(await audiences.describe(reading.audience)).not.toBe('')
        else expect(reading.hint).not.toBe('')
      }),
      { numRuns: 200 },
    )
  })
})
