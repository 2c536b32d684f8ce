import { type Field, type ImportReport, MOST_REFUSED, type Note, type Refused } from '../../src/directory.ts'
import { showNumber } from '../../src/indonesian/numbers.ts'

const MOST_ROWS = 20
const MOST_NAMED = 8
const MOST_LINES = 8

/** Columns of the directory in words. */
export const COLUMNS: Readonly<Record<string, string>> = {
  entry: 'direktori',
  name: 'nama',
  kind: 'jenis',
  unit: 'unit',
  position: 'jabatan',
  grade: 'golongan',
  email: 'email',
  phone: 'telepon',
  supervisor: 'atasan',
  role: 'peran',
  qualification: 'pendidikan',
  wanted_qualification: 'kualifikasi jabatan',
  competencies: 'kompetensi',
  wanted_competencies: 'kompetensi jabatan',
  retirement_age: 'batas usia pensiun',
  retires_on: 'tanggal pensiun',
  left_on: 'tanggal berhenti',
}

/** What an import will change, for whoever is to agree; in Indonesian. */
export function planText(report: ImportReport): string {
  const { rows, passedOver, added, changed, unchanged, missing, refused, notes, units } = report
  return [
    `${report.file}${report.sheet === undefined ? '' : `, lembar ${report.sheet}`}: ${showNumber(rows)} baris pegawai`,
    ...columnLines(report),
    ...(passedOver > 0 ? [`  Dilewati, karena bukan baris pegawai: ${showNumber(passedOver)} baris.`] : []),
    '',
    `  + ${showNumber(added)} pegawai baru`,
    `  ~ ${showNumber(changed)} pegawai berubah${fieldsOf(report)}`,
    `  = ${showNumber(unchanged)} pegawai tetap`,
    ...unitLines('+', 'unit baru', units.added),
    ...unitLines('→', 'unit mendapat induk', units.moved),
    ...(missing > 0
      ? [
          `  ? ${showNumber(missing)} pegawai di direktori tidak ada di berkas ini; mereka dibiarkan, tidak dihapus`,
        ]
      : []),
    ...refusedLines(refused),
    ...notes.map(noteLine),
  ].join('\n')
}

/** What came of it, in a sentence. */
export function outcomeText(
  { outcome, added, changed, mark, refused, rows }: ImportReport,
  seconds: number,
): string {
  const within = `dalam ${showNumber(Math.max(0.1, Math.round(seconds * 10) / 10))} detik`
  switch (outcome) {
    case 'written':
      return `Selesai: ${showNumber(added)} pegawai baru dan ${showNumber(changed)} perubahan disimpan (${mark}), ${within}.`
    case 'tried':
      return `Hanya percobaan (--dry-run): tidak ada yang disimpan. Dibaca ${within}.${tooMany(refused, rows) ? `\n${HELD}` : ''}`
    case 'held':
      return `Tidak ada yang disimpan. ${HELD}`
    case 'declined':
      return 'Tidak ada yang disimpan.'
    case 'unchanged':
      return `Tidak ada yang perlu disimpan. Dibaca ${within}.`
  }
}

const HELD = `Lebih dari ${MOST_REFUSED * 100}% barisnya ditolak: berkas ini baru disimpan setelah diperbaiki, atau dengan --accept-refused.`

function tooMany(refused: readonly Refused[], rows: number): boolean {
  return refused.length > rows * MOST_REFUSED
}

function columnLines({ columns: { used, unused } }: ImportReport): readonly string[] {
  const renamed = (Object.entries(used) as [Field, readonly string[]][]).flatMap(([field, headings]) =>
    headings.filter((heading) => heading.toLowerCase() !== field).map((heading) => `${heading} → ${field}`),
  )
  return [
    ...(renamed.length > 0 ? [`  Kolom dikenali: ${renamed.join(', ')}.`] : []),
    ...(unused.length > 0 ? [`  Kolom tidak dipakai: ${unused.join(', ')}.`] : []),
  ]
}

function fieldsOf({ fields }: ImportReport): string {
  const said = Object.entries(fields)
    .toSorted(([, a], [, b]) => b - a)
    .map(([column, count]) => `${COLUMNS[column] ?? column} ${showNumber(count)}`)
  return said.length > 0 ? ` (${said.join(', ')})` : ''
}

function unitLines(sign: string, what: string, names: readonly string[]): readonly string[] {
  return names.length === 0
    ? []
    : [`  ${sign} ${showNumber(names.length)} ${what}: ${some(names, '; ', MOST_NAMED)}`]
}

function refusedLines(refused: readonly Refused[]): readonly string[] {
  if (refused.length === 0) return []
  const rest = refused.length - MOST_ROWS
  return [
    `  ✗ ${showNumber(refused.length)} baris ditolak:`,
    ...refused.slice(0, MOST_ROWS).map(({ line, reason }) => `      baris ${line}: ${reason}`),
    ...(rest > 0 ? [`      dan ${showNumber(rest)} lagi (semuanya dengan --json)`] : []),
  ]
}

function noteLine({ text, count, lines }: Note): string {
  const where = lines.length > 0 ? ` (baris ${some(lines.map(String), ', ', MOST_LINES, count)})` : ''
  return `  ! ${showNumber(count)} × ${text}${where}`
}

function some(all: readonly string[], between: string, most: number, of = all.length): string {
  const rest = of - Math.min(most, all.length)
  return all.slice(0, most).join(between) + (rest > 0 ? `${between}dan ${showNumber(rest)} lagi` : '')
}
