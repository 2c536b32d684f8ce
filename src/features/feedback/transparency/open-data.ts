import { z } from 'zod'
import type { Change } from './changes-store.ts'
import type { Course, Figures, Index, Month, Published, Year } from './figures.ts'
import { FEWEST } from './hiding.ts'
import { page as t } from './texts.ts'

const COUNT = z.int().nonnegative().nullable()
const ROW = z.object({
  tahun: z.int(),
  /** Null where the row is of the whole year. */
  bulan: z.string().nullable(),
  /** Null where the row is of all units; of a unit below the highest there is only what surveys say. */
  kantor_id: z.string().nullable(),
  kantor: z.string(),
  masuk: COUNT,
  tepat_waktu: COUNT,
  terlambat: COUNT,
  menunggu: COUNT,
  lewat_tenggat: COUNT,
  tanpa_jawaban: COUNT,
  median_hari_kerja: z.number().nonnegative().nullable(),
  penilaian: COUNT,
  kepuasan: z.number().min(1).max(5).nullable(),
  skm: z.number().nullable(),
  skm_mutu: z.enum(['A', 'B', 'C', 'D']).nullable(),
  skm_responden: COUNT,
})
type Row = z.infer<typeof ROW>

/** What /transparansi.json has: numbers are null where they are hidden or cannot be said. */
export const OPEN_DATA = z.object({
  sumber: z.string(),
  /** The figures are as things stood when this day began. */
  per: z.iso.date(),
  paling_sedikit: z.literal(FEWEST),
  cara_menghitung: z.array(z.string()),
  angka: z.array(ROW),
  tema: z.array(z.object({ tahun: z.int(), tema: z.string(), laporan: z.int() })),
  perubahan: z.array(
    z.object({
      tanggal: z.iso.date(),
      kantor: z.string(),
      layanan: z.string().nullable(),
      isi: z.string(),
    }),
  ),
})

/** All that is public, for programs; as `OPEN_DATA` says. */
export function jsonOf(organization: string, published: Published, changes: readonly Change[]): string {
  const data: z.infer<typeof OPEN_DATA> = {
    sumber: organization,
    per: published.on,
    paling_sedikit: FEWEST,
    cara_menghitung: [...t.rules(published.promised)],
    angka: [...rowsOf(published)],
    tema: published.years.flatMap(({ year, themes }) =>
      themes.map(({ name, tickets }) => ({ tahun: year, tema: name, laporan: tickets })),
    ),
    perubahan: changes.map(({ on, unit, service, words }) => ({
      tanggal: on,
      kantor: unit.name,
      layanan: service,
      isi: words,
    })),
  }
  return JSON.stringify(data)
}

/** The figures for spreadsheets (RFC 4180), with a mark by which they know the letters; empty where JSON has null. */
export function csvOf(published: Published): string {
  const heads = Object.keys(ROW.shape)
  const lines = rowsOf(published).map((row) => Object.values(row).map(cell).join(','))
  return `\uFEFF${[heads.join(','), ...lines].join('\r\n')}\r\n`
}

function rowsOf({ years }: Published): readonly Row[] {
  return years.flatMap((year) => [
    ...ofCourse(year, null, t.city, year.city),
    ...year.units.flatMap((unit) => ofCourse(year, unit.id, unit.name, unit)),
    ...year.indices
      .filter((one) => !year.units.some(({ id }) => id === one.unit.id))
      .map((one) => rowOf(year.year, one.month, one.unit, undefined, one)),
  ])
}

function ofCourse(
  { year, months, indices }: Year,
  id: string | null,
  name: string,
  course: Course,
): readonly Row[] {
  return [null, ...months].map((month) => {
    const figures = month === null ? course.year : course.months[month]
    const index = indices.find((one) => one.unit.id === id && one.month === month)
    return rowOf(year, month, { id, name }, figures, index)
  })
}

function rowOf(
  year: number,
  month: Month | null,
  unit: { readonly id: string | null; readonly name: string },
  figures: Figures | undefined,
  index: Index | undefined,
): Row {
  return {
    tahun: year,
    bulan: month,
    kantor_id: unit.id,
    kantor: unit.name,
    masuk: figures?.received ?? null,
    tepat_waktu: figures?.inTime ?? null,
    terlambat: figures?.late ?? null,
    menunggu: figures?.waiting ?? null,
    lewat_tenggat: figures?.overdue ?? null,
    tanpa_jawaban: figures?.unanswered ?? null,
    median_hari_kerja: figures?.medianDays ?? null,
    penilaian: figures?.rated ?? null,
    kepuasan: figures?.satisfaction ?? null,
    skm: index?.value ?? null,
    skm_mutu: index?.band ?? null,
    skm_responden: index?.respondents ?? null,
  }
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
