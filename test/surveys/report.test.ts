import { CFB, read, utils, type WorkBook } from '@e965/xlsx'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it, test } from 'vitest'
import { elementChart } from '../../src/features/surveys/report/chart.ts'
import {
  type About,
  type Answered,
  type FollowUp,
  type SkmReport,
  skmReport,
} from '../../src/features/surveys/report/skm-report.ts'
import { writeReport } from '../../src/features/surveys/report/thread.ts'
import { shippedSurveys } from '../../src/features/surveys/shipped.ts'
import { ELEMENTS, type Score } from '../../src/features/surveys/skm/elements.ts'
import { talliesOf } from '../../src/features/surveys/skm/tallies.ts'

const skm = shippedSurveys().find(({ id }) => id === 'skm') ?? { facts: [], minimum: 0 }
const ABOUT: About = {
  organization: 'Pemerintah Kota Serang',
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  service: 'Akta kelahiran',
  period: 'Semester I 2026',
  from: '2026-01-01',
  until: '2026-06-30',
  madeOn: '2026-07-06',
  population: 1_200,
}
const PLAN: FollowUp = {
  element: 'complaints',
  activity: '=HYPERLINK("http://contoh.id";"Kotak saran")',
  time: 'Juli 2026',
  responsible: 'Kepala Bidang',
}

type Said = readonly (readonly Score[])[]
/** The same scores from so many people. */
const people = (count: number, scores: readonly Score[]): Said => Array.from({ length: count }, () => scores)
const added = (said: Said): Answered => ({
  respondents: said.length,
  tallies: talliesOf(
    said.map((scores) =>
      Object.fromEntries(ELEMENTS.flatMap((element, at) => (scores[at] ? [[element, scores[at]]] : []))),
    ),
  ),
  facts: {
    umur: { '20–29 tahun': 7 },
    'jenis-kelamin': { 'Laki-laki': 6, Perempuan: 5 },
    pendidikan: { SMP: 4 },
  },
})
/** Means 3 2 2 3 3 2 3 2.6 3: 23.6 × 25 ÷ 9 = 65.56 and × 2.75 = 64.90. */
const ANSWERED = added([...people(9, [3, 2, 2, 3, 3, 2, 3, 3, 3]), ...people(6, [3, 2, 2, 3, 3, 2, 3, 2, 3])])

function made(plan: readonly FollowUp[] = [PLAN], about = ABOUT): SkmReport {
  const reporting = skmReport(about, skm, ANSWERED, plan)
  if (reporting.kind !== 'report') throw new Error(`no report: ${reporting.kind}`)
  return reporting.report
}

describe('the report', () => {
  it('has the index, how many were needed, who answered, and a line for each of the lowest', () => {
    const { index, respondents, needed, profiles, followUps } = made()
    expect(index).toMatchObject({
      value: 65.56,
      band: 'C',
      worksheet: { value: 64.9, band: 'D' },
      differs: true,
    })
    expect([respondents, needed]).toEqual([15, 291])
    expect(profiles.map(({ title }) => title)).toEqual(['Umur', 'Jenis kelamin', 'Pendidikan', 'Pekerjaan'])
    expect(profiles[1]?.groups).toEqual([
      { label: 'Laki-laki', count: 6 },
      { label: 'Perempuan', count: null },
      { label: null, count: null }, // four; and with the five beside them nobody can tell
    ])
    expect(profiles[2]?.groups.filter(({ count }) => count === null).map(({ label }) => label)).toEqual([
      'SMP',
      null,
    ])
    expect(followUps.map(({ element }) => element)).toEqual(['complaints', 'procedure', 'time', 'competence'])
    expect(followUps.slice(1).every(({ activity }) => activity === null)).toBe(true)
  })

  it('is not made of fewer answers than the minimum, to any element', () => {
    const few = people(4, [3, 3, 3, 3, 3, 3, 3, 3, 3])
    const passed = people(9, [3, 3, 3, 3, 3, 3, 3, 3])
    expect(skmReport(ABOUT, skm, added(few))).toEqual({ kind: 'too-few', answers: 4, minimum: 5 })
    expect(skmReport(ABOUT, skm, added([...few, ...passed]))).toEqual({
      kind: 'too-few',
      answers: 4,
      minimum: 5,
    })
    expect(skmReport(ABOUT, skm, added(passed))).toEqual({ kind: 'incomplete', missing: ['facilities'] })
  })
})

test('the chart names every element and is drawn in two colours', async () => {
  const svg = await elementChart(made(), 511)
  expect(svg).toMatch(/^<svg [^>]*width="511"/)
  expect([...svg.matchAll(/U\d {2}/g)].length).toBe(9)
  expect(svg.match(/fill="#e69f00"/g)?.length).toBe(3 + 1) // and its word below
  expect(svg).toContain('65,00  C')
})

async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false })
  return text.map((page) => page.replace(/\s+/g, ' '))
}

test('on paper it is two pages, with all figures, the warning about the worksheet and room for the plan', async () => {
  const pages = await textOf(await writeReport(made(), 'pdf'))
  expect(pages.length).toBe(2)
  const [first = '', second = ''] = pages
  expect(first).toContain('Dinas Kependudukan dan Pencatatan Sipil')
  expect(first).toContain('Semester I 2026, 1 Januari 2026 sampai 30 Juni 2026')
  expect(first).toContain('65,56')
  expect(first).toContain('belum cukup: perlu 291 untuk 1.200 pengguna')
  expect(first).toContain('menghasilkan 64,90, mutu D')
  expect(first).toMatch(/U8 Penanganan pengaduan, saran, dan masukan 15 2,600 65,00 C kurang baik/)
  expect(second).toMatch(
    /Tiga unsur terendah Sistem, mekanisme, dan prosedur rata-rata 2,000, nilai 50,00, mutu D/,
  )
  expect(second).toContain('Kotak saran')
  expect(second).toMatch(/Laki-laki 6 40,0% Perempuan – –/)
  expect(second).toContain('Halaman 2 dari 2')
})

test('long names and words without an end stay on the page', async () => {
  const unit = 'Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Kecamatan '.repeat(3).trim()
  const plan = { ...PLAN, activity: 'x'.repeat(400), responsible: 'y'.repeat(120) }
  const { service, population, ...rest } = ABOUT
  const pages = await textOf(await writeReport(made([plan], { ...rest, unit }), 'pdf'))
  expect([service, population]).toEqual(['Akta kelahiran', 1_200])
  expect(pages.length).toBeLessThanOrEqual(4)
  expect(pages.join(' ').match(/x/g)?.length).toBeGreaterThanOrEqual(400)
  expect(pages[0]).toContain('jumlah pengguna layanan belum diisi')
})

describe('as a workbook', async () => {
  const bytes = await writeReport(made(), 'xlsx')
  const book: WorkBook = read(bytes, { cellFormula: true, cellNF: true })
  const rows = (name: string) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, raw: true, defval: null })

  it('has numbers as numbers and days as days', () => {
    expect(book.SheetNames).toEqual(['Ringkasan', 'Unsur', 'Responden', 'Tindak lanjut', 'Cara membaca'])
    expect(rows('Ringkasan')).toContainEqual(['Indeks kepuasan (bobot 1/9)', 65.56])
    expect(rows('Ringkasan')).toContainEqual(['Nilai lembar kerja (bobot 0,11)', 64.9])
    expect(rows('Ringkasan')).toContainEqual(['Mutu keduanya berbeda', 'ya'])
    expect(rows('Unsur')[8]).toEqual(['U8', 'Penanganan pengaduan, saran, dan masukan', 15, 2.6, 65, 'C'])
    expect(book.Sheets.Ringkasan?.B6).toMatchObject({ t: 'n', v: 46_023, z: 'yyyy-mm-dd' }) // 1 January 2026
    expect(rows('Responden')).toContainEqual(['Jenis kelamin', 'Laki-laki', 6, 0.4])
  })

  it('takes nothing that somebody typed for a formula, and declares no macros', () => {
    const planned = book.Sheets['Tindak lanjut']?.C2
    expect(planned).toMatchObject({ t: 's', v: `'${PLAN.activity}` })
    expect(planned?.f).toBeUndefined()
    expect(rows('Tindak lanjut').length).toBe(5)
    const types: unknown = CFB.find(CFB.read(Buffer.from(bytes), { type: 'buffer' }), '[Content_Types].xml')
    expect(Buffer.from((types as { content: Uint8Array }).content).toString()).not.toContain('macro')
  })
})

test('what cannot be written is an error, not a wait without end', async () => {
  const broken = { ...made(), index: null } as unknown as SkmReport
  await expect(writeReport(broken, 'xlsx')).rejects.toThrow()
})
