import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { HOLIDAY_KINDS, type Holiday } from './holiday.ts'

const FILE = join(import.meta.dirname, '../../knowledge/holidays.csv')
const ROW = z.object({
  day: z.iso.date(),
  kind: z.enum(HOLIDAY_KINDS),
  name: z.string().min(1),
  decree: z.string().min(1),
})

/** The days off that ship with the bot. Throws where the table is broken. */
export function shippedHolidays(): readonly Holiday[] {
  const rows: unknown = parse(readFileSync(FILE, 'utf8'), { columns: true, bom: true, trim: true })
  return z.array(ROW).parse(rows)
}
