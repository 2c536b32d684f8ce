import fc from 'fast-check'
import { beforeAll, describe, expect, it, test, vi } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { figuresOf } from '../../src/features/performance/appraisal/spread/figures.ts'
import { spreadText } from '../../src/features/performance/appraisal/spread/showing.ts'
import type { Standing } from '../../src/features/performance/appraisal/spread/spread-store.ts'
import { SMALL, suppressed } from '../../src/features/performance/appraisal/spread/suppressing.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { audited, employ, evaluated } from './appraisal-stage.ts'

const office = vi.hoisted(() => ({ database: undefined as unknown }))
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await employ(database, [
        { name: 'Budi' },
        { name: 'Wati', supervisor: 'Budi' },
        { name: 'Sari', supervisor: 'Budi', unit: 'Dinas Kesehatan' },
        { name: 'Rina', supervisor: 'Budi', unit: 'Dinas Sosial' },
        { name: 'Lama', unit: 'Dinas Sosial', account: false },
        { name: 'Dewi', role: 'hr', unit: 'Dinas Sosial' },
      ])
      await database.query(`update employee set left_on = '2026-01-31' where name = 'Lama'`)
      await evaluated(database, 'Wati')
      const rated = await evaluated(database, 'Sari', { result: 3, behaviour: 3 })
      await database.query(
        `update evaluation set status = 'rated', result = 3, behaviour = 2, reason = 'Mutunya sangat rapi', rated_at = now(),
           rated_by = (select id from employee where name = 'Budi'), replied = 'objected', replied_at = now() where id = $1`,
        [rated],
      )
      office.database = database
      return database
    },
  }
})

beforeAll(async () => void (await freshDatabase()))

test('officers see how the predicates spread, by unit, and who is missing', async () => {
  await plays(
    `
    Dewi> /sebaran
    Dewi< Sebaran predikat triwulan I 2026, semua unit 2 dari 5 pegawai sudah mengirim evaluasi (40%). 1 dari 2 evaluasi sudah dinilai (50%). Dari 1 yang dinilai: baik 1 (100%). 1 pegawai menyatakan keberatan. …Unit …SB …Belum kirim…Dinas Kesehatan…Dinas Sosial…hanya pratinjau.
    Dewi> [Yang belum mengirim]
    Dewi< 3 pegawai belum mengirim evaluasi triwulan I 2026: • Budi, Puskesmas Serang • Dewi, Dinas Sosial • Rina, Dinas Sosial
    Dewi> [Yang belum dinilai]
    Dewi< 1 evaluasi triwulan I 2026 belum dinilai: • Wati, Puskesmas Serang: menunggu Budi Penilai yang berhalangan digantikan atasannya, …Pasal 46 ayat (3)…
    Dewi> /sebaran dinas kesehatan tw 1 2026
    Dewi< Sebaran predikat triwulan I 2026, Dinas Kesehatan 2 dari 3 pegawai…Puskesmas Serang…
    Dewi> [Unduh berkas]
    Dewi< Evaluasi, triwulan I 2026, Dinas Kesehatan: 3 baris. {evaluasi_2026-Q1_dinas-kesehatan.xlsx}
    Dewi> /sebaran dinas
    Dewi< Ada beberapa unit yang cocok dengan “dinas”. Yang mana?
    Dewi> [Dinas Sosial]
    Dewi< Sebaran predikat triwulan I 2026, Dinas Sosial 0 dari 2 pegawai sudah mengirim evaluasi (0%). Belum ada yang dinilai. Predikat dihitung…
    Dewi> [Triwulan sebelumnya]
    Dewi< Sebaran predikat triwulan IV 2025, Dinas Sosial 0 dari 2…
    Dewi> /sebaran dinas perhubungan
    Dewi< Unit “dinas perhubungan” tidak saya temukan.…
  `,
    { files: {} },
  )
  expect((await audited(office.database as Database)).map(({ action }) => action)).toEqual([
    'evaluation.spread',
    'evaluation.unsent',
    'evaluation.unrated',
    'evaluation.spread',
    'export.made',
    'evaluation.spread',
    'evaluation.spread',
  ])
})

test('a button of a unit or quarter that is none is none', async () => {
  const stage = await testBot()
  const press = async (value: string) =>
    (await stage.person('Dewi').sends({ kind: 'choice', value }))[0]?.text
  expect(await press('sebaran:belum:2026-Q1:999')).toBe('Tidak ada pegawai di unit itu.')
  expect(await press('sebaran:lihat:2026-Q9')).toContain('triwulan I 2026, semua unit')
  expect(await press('sebaran:buka:x')).toBe('Evaluasi itu tidak ada atau bukan untuk Anda.')
})

describe('where few people are', () => {
  const standing = (name: string, people: number, rated?: [1 | 2 | 3, 1 | 2 | 3]): Standing => ({
    part: name,
    name,
    state: rated ? 'rated' : 'unsent',
    result: rated?.[0] ?? null,
    behaviour: rated?.[1] ?? null,
    people,
    objected: 2,
  })
  const standings = [
    standing('Kesehatan', 40, [2, 2]),
    standing('Kesehatan', 3, [1, 1]),
    standing('Sosial', 12, [2, 2]),
    standing('Sosial', 9, [1, 1]),
    standing('Sosial', 30),
  ]

  it('officers see how many, and others do not', () => {
    expect(figuresOf(standings, 'hr').parts[0]?.counts).toMatchObject({
      baik: 40,
      sangat_kurang: 3,
      unsent: 0,
    })
    const { parts, objected } = figuresOf(standings, 'supervisor')
    expect(parts[0]?.counts.sangat_kurang).toBeNull()
    expect(objected).toBeNull()
    expect(figuresOf(standings, 'admin').objected).toBe(10)
    const text = spreadText(figuresOf(standings, 'supervisor'), 'triwulan I 2026', 'semua unit', 'id')
    expect(text).toContain('Tanda * berarti kurang dari 5')
    expect(text).not.toContain('| 3 |')
  })

  it('nothing hidden can be found by subtraction', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat({ max: 12 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(table, (counts) => {
        const shown = suppressed(counts)
        for (const [i, row] of counts.entries())
          for (const [j, count] of row.entries()) {
            if (count < SMALL) expect(shown[i]?.[j]).toBeNull()
            expect([null, count]).toContain(shown[i]?.[j])
          }
        const alone = (line: readonly (number | null | undefined)[]) =>
          line.length > 1 && line.filter((cell) => cell === null).length === 1
        for (const row of shown) expect(alone(row)).toBe(false)
        for (const j of counts[0]?.keys() ?? []) expect(alone(shown.map((row) => row[j]))).toBe(false)
      }),
    )
  })
})
