import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** What the registry says of one regulation. `id` is type-number-year, such as "pp-94-2021". */
export interface Regulation {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly year: number
  readonly title: string
  /** What people call it, separated by semicolons. */
  readonly abbreviation: string
  readonly status: Status
  readonly amended_by: readonly string[]
  readonly revoked_by: readonly string[]
  /** Since when it is revoked or last amended, and in force: ISO dates, empty when not known for certain. */
  readonly since: string
  readonly effective: string
  readonly source: string
  readonly note: string
}

/** Whether a regulation is in force, in force as amended, revoked, or nobody here knows. */
export type Status = 'berlaku' | 'diubah' | 'dicabut' | 'tidak-diketahui'

const ids = z.string().transform((text) =>
  text
    .split(';')
    .map((id) => id.trim())
    .filter(Boolean),
)
const day = z.union([z.literal(''), z.iso.date()])
const Row = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-\d{4}$/),
  type: z.string().min(1),
  number: z.string().min(1),
  year: z.coerce.number().int().min(1900).max(2200),
  title: z.string().min(1),
  abbreviation: z.string(),
  status: z.enum(['berlaku', 'diubah', 'dicabut', 'tidak-diketahui']),
  amended_by: ids,
  revoked_by: ids,
  since: day,
  effective: day,
  source: z.string(),
  note: z.string(),
})

/** Reads `regulations.csv` of a knowledge directory. Throws, naming the line, when a row is malformed. */
export function readRegistry(knowledge: string): readonly Regulation[] {
  const file = join(knowledge, 'regulations.csv')
  const rows: unknown[] = parse(readFileSync(file, 'utf8'), { columns: true, bom: true, trim: true })
  const seen = new Set<string>()
  return rows.map((row, i) => {
    const result = Row.safeParse(row)
    const line = `${file}, line ${i + 2}`
    if (!result.success)
      throw new Error(`${line}: ${result.error.issues[0]?.path.join('.')} ${result.error.issues[0]?.message}`)
    if (seen.has(result.data.id)) throw new Error(`${line}: ${result.data.id} is there twice`)
    seen.add(result.data.id)
    return result.data
  })
}

/** A regulation as people name it: "PP 94/2021", "PermenPANRB 6/2022", "Perwal Kota Serang 12/2024". */
export function shortName({ id, number, year }: Pick<Regulation, 'id' | 'number' | 'year'>): string {
  const type = id.slice(0, -`-${number.toLowerCase()}-${year}`.length)
  return `${SHORT_TYPES[type] ?? capitalized(type)} ${number}/${year}`
}

const SHORT_TYPES: Readonly<Record<string, string>> = {
  uu: 'UU',
  perppu: 'Perppu',
  pp: 'PP',
  perpres: 'Perpres',
  keppres: 'Keppres',
  inpres: 'Inpres',
  permenpanrb: 'PermenPANRB',
  kepmenpanrb: 'KepmenPANRB',
  permendagri: 'Permendagri',
  permenkeu: 'Permenkeu',
  pmk: 'PMK',
  perbkn: 'Peraturan BKN',
  perlan: 'Peraturan LAN',
  perkpk: 'Peraturan KPK',
  perki: 'Peraturan KI',
  peranri: 'Peraturan ANRI',
  perombudsman: 'Peraturan Ombudsman',
}

function capitalized(type: string): string {
  return type
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
