import { beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../src/directory.ts'
import { createOfficers } from '../../src/features/feedback/officers/officers.ts'
import { createPrinting } from '../../src/features/feedback/services/printing.ts'
import { newNumber } from '../../src/features/feedback/tickets/number.ts'
import { createSeal } from '../../src/seal.ts'
import { citizens, everything } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
let officers: ReturnType<typeof createOfficers>
let today: string
beforeEach(async () => {
  stage = await citizens()
  today = '2026-03-02'
  const printing = createPrinting({
    files: { isPossible: () => false, make: async () => Promise.reject(new Error('no files here')) },
    organization: 'Pemerintah Kota Serang',
    link: (payload) => `https://t.me/abdi_uji_bot?start=${payload}`,
  })
  officers = createOfficers({
    database: stage.database,
    seal: createSeal('kunci uji'),
    audit: createAudit(stage.database),
    printing,
    clock: () => new Date(`${today}T09:00:00+07:00`),
    timeZone: 'Asia/Jakarta',
  })
})

const SRI = '3'
const BUDI = '2'

/** A rating of an officer that came in on a day. */
async function rated(
  officer: string,
  on: string,
  stars: number,
  { words = 'Cepat dan ramah', kind = 'praise', weight = 1, times = 1 } = {},
): Promise<void> {
  for (let i = 0; i < times; i++)
    await stage.database.query(
      `insert into ticket (number, code, key, identity, kind, unit, rating, words, sentiment, received_on, officer, weight)
       values ($1, 'x', gen_random_uuid()::text, 'anonymous', $2, 2, $3, $4, 'neutral', $5, $6::bigint, $7)`,
      [newNumber(), kind, stars, words, on, officer, weight],
    )
}
const year = (employee: string) => officers.ratings(employee, '2026-01-01', '2026-12-31')

describe('the code on a name tag', () => {
  it('is given by an officer of staff, opens a ticket about them, and can be replaced', async () => {
    const [said = ''] = await stage.say('dewi', '/kode_petugas 19850315 201001 2 001')
    const code = /\*\*(\d{3}-\d{3})\*\*/.exec(said)?.[1] ?? ''
    expect(said).toContain(`https://t.me/abdi_uji_bot?start=lapor_p${code.replace('-', '')}`)
    expect(await officers.coded(`p${code.replace('-', '')}`)).toMatchObject({
      employee: SRI,
      name: 'Sri Wahyuni',
      position: 'Perawat',
      unit: '2',
    })
    const [slip] = [...code.replace('-', '')].map((digit) => String((Number(digit) + 1) % 10))
    expect(await officers.coded(`${slip}${code.replace('-', '').slice(1)}`)).toBeUndefined()
    const [replaced = ''] = await stage.say('dewi', '[Ganti kode]')
    expect(replaced).toContain('Kode yang lama tidak berlaku lagi')
    expect(await officers.coded(code)).toBeUndefined()
    expect((await stage.say('sri', '/kode_saya'))[0]).toContain(/\*\*(\d{3}-\d{3})\*\*/.exec(replaced)?.[1])
    expect(
      await stage.database.query(
        `select action, subject from audit where action like 'officer.%' order by id`,
      ),
    ).toEqual([
      { action: 'officer.code-seen', subject: SRI },
      { action: 'officer.code-replaced', subject: SRI },
    ])
  })

  it('is pressed twice and replaced once', async () => {
    await stage.say('dewi', '/kode_petugas 198503152010012001')
    const [row] = await stage.database.query<{ code: string }>('select code from officer_code')
    await stage.press('dewi', `kode_petugas:ganti:${SRI}:${row?.code}`)
    await stage.press('dewi', `kode_petugas:ganti:${SRI}:${row?.code}`)
    expect(await stage.database.query('select replaced from officer_code order by replaced')).toEqual([
      { replaced: false },
      { replaced: true },
    ])
  })

  it('is not for everybody to ask for, and ends with the work', async () => {
    expect((await stage.say('sri', '/kode_petugas 198808082012012002'))[0]).not.toMatch(/\d{3}-\d{3}/)
    expect((await stage.say('77', '/kode_saya'))[0]).not.toMatch(/\d{3}-\d{3}/)
    await stage.say('sri', '/kode_saya')
    const [row] = await stage.database.query<{ code: string }>('select code from officer_code')
    await stage.database.query(`update employee set left_on = '2026-03-01' where id = ${SRI}`)
    expect(await officers.coded(row?.code ?? '')).toBeUndefined()
  })
})

it('a name means those of the unit and below it whose words begin so, with name and position and no more', async () => {
  expect(await officers.named('bu sri', '1')).toEqual([
    { employee: SRI, name: 'Sri Wahyuni', position: 'Perawat', unit: '2' },
  ])
  expect((await officers.named('pak budi', '2')).map(({ name }) => name)).toEqual(['Budi Santoso, S.Kep.'])
  expect(await officers.named('sri', '3')).toEqual([])
  expect(await officers.named('s', '1')).toEqual([])
  expect(await officers.named('%%%', '1')).toEqual([])
  expect(await officers.named('rina', '3')).toEqual([])
})

describe('one source', () => {
  it('counts once, then a quarter, then not, and again after a month; the same message counts the same', async () => {
    const weigh = (on: string, message: string) => officers.weigh('telegram:77', SRI, on, message)
    expect(await weigh('2026-03-02', 'm1')).toBe(1)
    expect(await weigh('2026-03-02', 'm1')).toBe(1)
    expect(await weigh('2026-03-20', 'm2')).toBe(0.25)
    expect(await weigh('2026-03-21', 'm3')).toBe(0)
    expect(await weigh('2026-03-21', 'm2')).toBe(0.25)
    expect(await officers.weigh('telegram:77', BUDI, '2026-03-21')).toBe(1)
    expect(await officers.weigh('telegram:88', SRI, '2026-03-21')).toBe(1)
    expect(await weigh('2026-05-01', 'm4')).toBe(1)
  })

  it('is kept for a month at most, and nothing leads to it', async () => {
    await officers.weigh('telegram:7788', SRI, '2026-03-04', 'telegram:7788:m1')
    const rows = await everything(stage.database)
    expect(rows.filter((row) => row.includes('telegram:7788'))).toEqual([])
    expect(await stage.database.query('select week from officer_source')).toEqual([{ week: '2026-03-02' }])
    today = '2026-04-03'
    for (const job of officers.jobs) {
      await job.run({})
      await job.run({})
    }
    expect(await stage.database.query('select * from officer_source')).toEqual([])
  })
})

describe('what citizens think of somebody', () => {
  it('is not shown of fewer than five, of this month, or of what tells of a crime', async () => {
    await rated(SRI, '2026-02-03', 5, { times: 4 })
    await rated(SRI, '2026-03-01', 5, { times: 9 })
    await rated(SRI, '2026-02-04', 1, { times: 9, kind: 'whistleblowing' })
    await rated(SRI, '2026-02-05', 1, { times: 9, weight: 0 })
    expect(await year(SRI)).toBeUndefined()
    await rated(SRI, '2026-02-06', 5)
    expect(await year(SRI)).toMatchObject({ count: 5, average: 4 })
    today = '2026-04-01'
    expect((await year(SRI))?.count).toBe(14)
  })

  it('is pulled to the mean of the others in their unit', async () => {
    await rated(SRI, '2026-02-03', 5, { times: 5 })
    for (let day = 1; day <= 4; day++) await rated(BUDI, `2026-02-0${day}`, 4, { times: 5 })
    expect((await year(SRI))?.average).toBeCloseTo(4.5, 5)
  })

  it('is seen by themselves, by months that were joined, with what many speak of', async () => {
    await rated(SRI, '2026-01-13', 5, {
      times: 3,
      words: 'Petugasnya ramah sekali, Bu Endang dari Jl Mawar no 3',
    })
    await rated(SRI, '2026-02-03', 5, { times: 4, words: 'Ramah, tapi antre lama' })
    const [said = ''] = await stage.say('sri', '/penilaian_saya')
    expect(said).toContain('dari 7 penilaian warga; laporan yang membanjir dihitung sekali')
    expect(said).toContain('Januari–Februari 2026')
    expect(said).toMatch(/Kata yang sering dipakai: [^.]*ramah/)
    expect(said).not.toMatch(/Endang|Mawar|antre|2026-0|13 Januari/)
    expect((await stage.say('budi', '/penilaian_saya'))[0]).toContain('Belum ada angka')
    expect((await stage.say('77', '/penilaian_saya'))[0]).not.toContain('penilaian warga')
  })

  it('can be answered, which stands beside the figure, is theirs to see, and goes when they ask', async () => {
    await rated(SRI, '2026-02-03', 4, { times: 6 })
    await stage.say('sri', '/penilaian_saya')
    expect((await stage.say('sri', '[Tanggapi Februari 2026]'))[0]).toContain('Apa tanggapan Anda')
    expect((await stage.say('sri', 'Loket waktu itu *hanya* satu'))[0]).toContain('disimpan')
    expect((await year(SRI))?.statements).toEqual([
      { month: '2026-02-01', words: 'Loket waktu itu *hanya* satu' },
    ])
    await stage.press('sri', 'penilaian_saya:2026-02-01')
    await stage.say('sri', 'Sekarang loketnya dua')
    const person = {
      account: 'telegram:sri',
      name: 'Sri',
      role: 'employee',
      language: 'id',
      employee: SRI,
    } as const
    expect((await officers.ownData.collect(person)).flatMap(({ rows }) => rows)).toEqual([
      { month: '2026-02-01', words: 'Sekarang loketnya dua' },
    ])
    expect(await officers.ownData.erase(person)).toEqual([])
    await stage.say('sri', '/kode_saya')
    expect(await officers.ownData.erase(person)).toEqual([expect.stringContaining('UU 25/2009')])
    expect((await year(SRI))?.statements).toEqual([])
  })
})
