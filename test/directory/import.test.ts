import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { createDirectory, historyOf } from '../../src/directory.ts'
import {
  bring,
  CONTRACTOR,
  emptyDirectory,
  entries,
  HEAD,
  HEADINGS,
  LEADER,
  NOW,
  NURSE,
  noted,
  OFFICE,
} from './bringing.ts'

let database: Database
beforeEach(async () => {
  database = await emptyDirectory()
})

const row = (nip: string, rest: Partial<Record<string, string>> = {}): string => {
  const cells = { nip, nama: 'Nama', unit: 'Dinas A', jabatan: 'Staf', jenis: 'PNS', ...rest }
  return HEADINGS.split(',')
    .map((heading) => cells[heading as keyof typeof cells] ?? '')
    .join(',')
}
const file = (...rows: readonly string[]): string => [HEADINGS, ...rows].join('\n')
const cellOf = async (nip: string, field: string): Promise<unknown> => (await entries(database))[nip]?.[field]

describe('a first list', () => {
  it('makes the people, their units and who is above whom', async () => {
    const report = await bring(database, OFFICE)
    expect(report).toMatchObject({
      outcome: 'written',
      rows: 4,
      added: 4,
      changed: 0,
      unchanged: 0,
      missing: 0,
    })
    expect(report.units.added).toEqual(['Dinas Kesehatan', 'Dinas Kesehatan > Puskesmas A'])
    expect(report.refused).toEqual([])
    expect(await entries(database)).toEqual({
      [HEAD]: {
        name: 'Dr. Hj. Ratna Dewi, S.Sos., M.Si',
        kind: 'PNS',
        unit: 'Dinas Kesehatan',
        position: 'Kepala Dinas Kesehatan',
        grade: 'IV/c',
        email: 'ratna@x.go.id',
        phone: '+6281111111111',
        supervisor: null,
        role: 'hr',
        qualification: null,
        competencies: [],
        retirement_age: null,
        retires_on: '2030-02-01',
        left_on: null,
      },
      [LEADER]: expect.objectContaining({
        unit: 'Puskesmas A',
        supervisor: HEAD,
        role: 'employee',
        retires_on: '2038-03-01',
      }),
      [NURSE]: expect.objectContaining({ supervisor: LEADER, retires_on: '2048-04-01' }),
      [CONTRACTOR]: expect.objectContaining({
        kind: 'PPPK',
        grade: 'VII',
        supervisor: LEADER,
        retires_on: null,
      }),
    })
    const directory = createDirectory(database)
    const leader = await directory.byNip(LEADER)
    expect(await directory.reportsOf(leader?.id ?? '')).toHaveLength(2)
  })

  it('changes nothing when it comes again, and leaves no rows behind', async () => {
    await bring(database, OFFICE)
    expect(await bring(database, OFFICE)).toMatchObject({
      outcome: 'unchanged',
      added: 0,
      changed: 0,
      unchanged: 4,
    })
    const [counts] = await database.query(
      'select (select count(*)::int from employee_change) as changes, (select count(*)::int from arrival) as rows',
    )
    expect(counts).toEqual({ changes: 4, rows: 0 })
  })

  it('is only told about when it is tried, and when nobody agrees', async () => {
    expect(await bring(database, OFFICE, { dryRun: true })).toMatchObject({ outcome: 'tried', added: 4 })
    const asked: number[] = []
    const agree = async ({ added }: { added: number }): Promise<boolean> => asked.push(added) > 1
    expect(await bring(database, OFFICE, { agree })).toMatchObject({ outcome: 'declined' })
    expect(await entries(database)).toEqual({})
    expect(await database.query('select 1 from unit')).toEqual([])
    expect(await bring(database, OFFICE, { agree })).toMatchObject({ outcome: 'written' })
    expect(asked).toEqual([4, 4])
  })
})

describe('a later list', () => {
  beforeEach(() => bring(database, OFFICE))

  it('changes what is another, and writes down from what to what', async () => {
    const later = OFFICE.replace('Perawat Ahli Muda,III/c', 'Perawat Ahli Madya,III/d').replace(
      `PPPK,${LEADER}`,
      `PPPK,${HEAD}`,
    )
    const report = await bring(database, later, { name: 'baru.csv' })
    expect(report).toMatchObject({ outcome: 'written', changed: 2, unchanged: 2 })
    expect(report.fields).toEqual({ position: 1, grade: 1, supervisor: 1, retires_on: 1 })
    const nurse = await createDirectory(database).byNip(NURSE)
    const history = await historyOf(database, nurse?.id ?? '')
    expect(history.map(({ field, before, after, source, by }) => [field, before, after, source, by])).toEqual(
      [
        ['retires_on', '2048-04-01', '2050-04-01', 'import', report.mark],
        ['grade', 'III/c', 'III/d', 'import', report.mark],
        ['position', 'Perawat Ahli Muda', 'Perawat Ahli Madya', 'import', report.mark],
        ['entry', null, 'added', 'import', expect.stringMatching(/^pegawai\.csv#[0-9a-f]{12}$/)],
      ],
    )
    expect(history[0]?.at).toEqual(NOW)
    const other = await createDirectory(database).byNip(CONTRACTOR)
    expect((await historyOf(database, other?.id ?? ''))[0]).toMatchObject({
      field: 'supervisor',
      before: 'Budi Santoso',
      after: 'Dr. Hj. Ratna Dewi, S.Sos., M.Si',
    })
  })

  it('leaves alone who is not in it, and what it does not say', async () => {
    const before = await entries(database)
    const report = await bring(database, `nip,email\n${NURSE},baru@x.go.id\n${HEAD},\n${LEADER},-\n`)
    expect(report).toMatchObject({ outcome: 'written', added: 0, changed: 1, unchanged: 2, missing: 1 })
    expect(await entries(database)).toEqual({
      ...before,
      [NURSE]: { ...before[NURSE], email: 'baru@x.go.id' },
    })
  })

  it('empties what it says is to be empty', async () => {
    await bring(
      database,
      `nip,email,telepon,atasan_nip,golongan\n${NURSE},kosongkan,Kosongkan,KOSONGKAN,kosongkan\n`,
    )
    expect((await entries(database))[NURSE]).toMatchObject({
      email: null,
      phone: null,
      supervisor: null,
      grade: null,
    })
  })

  it('keeps an age of retirement that was stated when the position changes', async () => {
    await bring(database, `nip,bup\n${NURSE},65\n`)
    expect(await cellOf(NURSE, 'retires_on')).toBe('2055-04-01')
    await bring(database, `nip,jabatan\n${NURSE},Perawat Penyelia\n`)
    expect((await entries(database))[NURSE]).toMatchObject({ retirement_age: 65, retires_on: '2055-04-01' })
  })

  it('puts units that were the highest below the one it names, if everybody in them is in it', async () => {
    const named = `nip,unit,unit_induk\n${HEAD},Dinas Kesehatan,Pemerintah Kota\n`
    await bring(database, file(row('197001011990031009', { unit: 'Dinas Kesehatan' })))
    expect((await bring(database, named, { dryRun: true })).units).toEqual({
      added: ['Pemerintah Kota', 'Pemerintah Kota > Dinas Kesehatan'],
      moved: [],
    })
    await bring(database, 'nip,unit\n197001011990031009,Dinas B\n')
    const report = await bring(database, named)
    expect(report.units).toEqual({ added: ['Pemerintah Kota'], moved: ['Pemerintah Kota > Dinas Kesehatan'] })
    const [health] = await database.query<{ id: string }>(`select unit as id from employee where nip = $1`, [
      LEADER,
    ])
    expect(await createDirectory(database).unitsAbove(health?.id ?? '')).toEqual([
      'Pemerintah Kota',
      'Dinas Kesehatan',
      'Puskesmas A',
    ])
  })

  it('says who is back although they had left, and who should have gone', async () => {
    await database.query(`update employee set left_on = '2025-01-01' where nip = $1`, [NURSE])
    const report = await bring(database, OFFICE.replace(LEADER, '196001022005011002'))
    expect(noted(report, 'backAgain')).toEqual({ count: 1, lines: [4] })
    expect(noted(report, 'past')).toEqual({ count: 1, lines: [3] })
  })
})

describe('rows that cannot be', () => {
  it('are refused with their line and the reason, the others are taken', async () => {
    const report = await bring(
      database,
      file(
        row('1.97E+17'),
        row('197013011990031001'),
        row('197001011990031001', { nama: '' }),
        row('197001011990031002', { jabatan: '', unit: '' }),
        row('197001011990031003', { jenis: 'Honorer' }),
        row('197001011990031004'),
        row('', { nama: 'Tanpa NIP' }),
      ),
    )
    expect(report.refused.map(({ line, reason }) => [line, reason.split('.')[0]])).toEqual([
      [2, expect.stringContaining('menjadi bilangan di Excel')],
      [3, 'delapan angka pertama NIP bukan tanggal lahir'],
      [4, 'pegawai baru tanpa nama'],
      [5, 'pegawai baru tanpa unit, jabatan'],
      [6, 'jenis "Honorer" bukan PNS atau PPPK'],
      [8, 'NIP kosong'],
    ])
    expect(report).toMatchObject({ outcome: 'written', rows: 7, added: 1 })
  })

  it('stop everything when they are more than a twentieth, unless that is accepted', async () => {
    const good = Array.from({ length: 19 }, (_, i) => row(`1970010119900310${String(i + 10)}`))
    const bad = row('197001011990033001')
    expect(await bring(database, file(...good, bad), { acceptRefused: false })).toMatchObject({
      outcome: 'written',
    })
    const worse = await bring(database, file(...good.slice(1), bad, bad, row(HEAD)), { acceptRefused: false })
    expect(worse).toMatchObject({ outcome: 'held', added: 1 })
    expect(await cellOf(HEAD, 'name')).toBeUndefined()
  })

  it('are both refused when they are of the same person, also when one of them is refused anyway', async () => {
    const report = await bring(
      database,
      file(row(HEAD), row(NURSE), row(HEAD, { nama: 'Lain' }), row(NURSE, { jenis: 'Honorer' })),
    )
    expect(report.refused).toEqual([
      { line: 2, reason: 'NIP yang sama ada di baris 2, 4.' },
      { line: 3, reason: 'NIP yang sama ada di baris 3, 5.' },
      { line: 4, reason: 'NIP yang sama ada di baris 2, 4.' },
      { line: 5, reason: 'NIP yang sama ada di baris 3, 5.' },
    ])
    expect(await entries(database)).toEqual({})
  })

  it('are refused when their unit could be several', async () => {
    const report = await bring(
      database,
      file(
        row(HEAD, { unit: 'Dinas A > Sekretariat' }),
        row(LEADER, { unit: 'Dinas B > Sekretariat' }),
        row(NURSE, { unit: 'Sekretariat' }),
      ),
    )
    expect(report.refused).toEqual([{ line: 4, reason: expect.stringContaining('Tulis jalurnya') }])
    expect(report.units.added).toHaveLength(4)
  })

  it('are refused where a comma nobody put in quotes has torn them', async () => {
    const torn = `${NURSE},Siti, S.Kep., Ns.,siti@x.go.id,08111,Puskesmas A,Perawat,III/c,PNS,,`
    const short = `${LEADER},Budi, S.E.,budi@x.go.id,08112,Dinas Kesehatan,Staf,III/c,PNS,,`
    const report = await bring(database, [HEADINGS, OFFICE.split('\n')[1], torn, short].join('\n'))
    const reason = expect.stringMatching(/lebih banyak daripada judulnya/)
    expect(report).toMatchObject({
      added: 1,
      refused: [
        { line: 3, reason },
        { line: 4, reason },
      ],
    })
  })

  it('may all end with one more separator', async () => {
    const file = OFFICE.split('\n').map((line, i) => (i === 0 ? line : `${line},`))
    expect(await bring(database, file.join('\n'))).toMatchObject({ added: 4, refused: [] })
  })

  it('have to be there at all', async () => {
    await expect(bring(database, HEADINGS)).rejects.toThrow('tidak ada satu pun baris pegawai')
  })

  it('make no unit', async () => {
    const report = await bring(database, file(row(HEAD), row(HEAD), row(NURSE, { unit: 'Dinas B' })))
    expect(report.units.added).toEqual(['Dinas B'])
    expect(await database.query('select name from unit')).toEqual([{ name: 'Dinas B' }])
  })
})

describe('supervisors', () => {
  it('who are nobody, oneself, or no NIP are told and left out', async () => {
    const report = await bring(
      database,
      file(
        row(HEAD, { atasan_nip: HEAD }),
        row(LEADER, { atasan_nip: '196001011990031001' }),
        row(NURSE, { atasan_nip: 'Pak Camat' }),
        row(CONTRACTOR, { atasan_nip: '1.98E+17' }),
      ),
    )
    expect(noted(report, 'ownSupervisor')).toEqual({ count: 1, lines: [2] })
    expect(noted(report, 'noSupervisor')).toEqual({ count: 1, lines: [3] })
    expect(noted(report, 'supervisorNip')).toEqual({ count: 2, lines: [4, 5] })
    expect(report).toMatchObject({ added: 4, refused: [] })
  })

  it('in a circle are all told, and nobody in it has one', async () => {
    const report = await bring(
      database,
      file(
        row(HEAD, { atasan_nip: NURSE }),
        row(LEADER, { atasan_nip: HEAD }),
        row(NURSE, { atasan_nip: LEADER }),
        row(CONTRACTOR, { atasan_nip: NURSE }),
      ),
    )
    expect(noted(report, 'circle')).toEqual({ count: 3, lines: [2, 3, 4] })
    expect(await cellOf(CONTRACTOR, 'supervisor')).toBe(NURSE)
    expect(await cellOf(NURSE, 'supervisor')).toBeNull()
  })

  it('close no circle with those the directory has already', async () => {
    await bring(database, OFFICE)
    const report = await bring(database, `nip,atasan_nip\n${HEAD},${NURSE}\n`)
    expect(noted(report, 'circle')).toEqual({ count: 1, lines: [2] })
    expect(await cellOf(HEAD, 'supervisor')).toBeNull()
    expect(await cellOf(NURSE, 'supervisor')).toBe(LEADER)
  })

  it('close no circle with what was changed while the import waited to be agreed to', async () => {
    await bring(database, OFFICE)
    const directory = createDirectory(database)
    const [leader, nurse] = [await directory.byNip(LEADER), await directory.byNip(NURSE)]
    await directory.change(nurse?.id ?? '', { supervisor: null }, { source: 'officer', by: 'test', now: NOW })
    const file = `nip,atasan_nip\n${LEADER},${NURSE}`
    const agree = async (): Promise<boolean> => {
      const by = { source: 'officer', by: 'test', now: NOW } as const
      expect(await directory.change(nurse?.id ?? '', { supervisor: leader?.id ?? '' }, by)).toBe('changed')
      return true
    }
    await expect(bring(database, file, { agree })).rejects.toThrow('atasan seseorang diganti')
    expect((await entries(database))[LEADER]?.supervisor).toBe(HEAD)
  })

  it('who have left are told', async () => {
    await bring(database, OFFICE)
    await database.query(`update employee set left_on = '2025-01-01' where nip = $1`, [LEADER])
    expect(noted(await bring(database, OFFICE), 'leftSupervisor')).toEqual({ count: 2, lines: [4, 5] })
  })

  it('whom nobody in a unit has are told by the unit', async () => {
    const report = await bring(database, file(row(HEAD), row(LEADER), row(NURSE, { unit: 'Dinas B' })))
    expect(report.notes.find(({ kind }) => kind === 'headless')).toMatchObject({
      count: 1,
      text: 'unit tanpa pimpinan: tidak seorang pun di dalamnya punya atasan: Dinas A',
    })
  })
})

describe('what people are known by', () => {
  it('is told where several share it, also with somebody who was there before', async () => {
    await bring(database, OFFICE)
    const shared = { email: 'kantor@x.go.id', telepon: '0811-3333-3333' }
    const report = await bring(
      database,
      file(row('197001011990031001', shared), row('197001011990031002', { email: 'KANTOR@x.go.id' })),
    )
    expect(noted(report, 'sharedPhone')).toEqual({ count: 2, lines: [2] })
    expect(noted(report, 'sharedEmail')).toEqual({ count: 2, lines: [2, 3] })
    expect(await createDirectory(database).reachedBy({ email: 'kantor@x.go.id' })).toHaveLength(2)
  })

  it('is told where somebody gets to do more, once', async () => {
    expect(noted(await bring(database, OFFICE), 'rights')).toEqual({ count: 1, lines: [2] })
    expect(noted(await bring(database, OFFICE), 'rights')).toBeUndefined()
  })

  it('is not given up before the day somebody leaves', async () => {
    await bring(database, OFFICE)
    const report = await bring(
      database,
      `nip,berhenti\n${NURSE},12/3/2026\n${LEADER},11 Maret 2026\n${HEAD},45291\n`,
    )
    expect(noted(report, 'leftLater')).toEqual({ count: 1, lines: [2] })
    const all = await entries(database)
    expect([NURSE, LEADER, HEAD].map((nip) => all[nip]?.left_on)).toEqual([null, '2026-03-11', '2023-12-31'])
  })

  it('is left as it was where it cannot be read', async () => {
    await bring(database, OFFICE)
    const report = await bring(
      database,
      `nip,email,telepon,golongan,jenis,peran,berhenti,bup\n${NURSE},siti,123,besar,tetap,bos,kelak,muda\n`,
    )
    expect(report).toMatchObject({ outcome: 'unchanged', unchanged: 1 })
    expect(report.notes.map(({ kind }) => kind)).toEqual([
      'phone',
      'email',
      'grade',
      'kind',
      'role',
      'age',
      'left',
    ])
  })

  it('never contains what the database could not keep', async () => {
    await bring(database, file(row(HEAD, { nama: 'Siti\u0001 Aminah', jabatan: 'Staf\u0007  Umum' })))
    expect((await entries(database))[HEAD]).toMatchObject({ name: 'Siti Aminah', position: 'Staf Umum' })
  })
})
