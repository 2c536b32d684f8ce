import { showNip } from '../../../directory.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Column, Value } from './table.ts'

/**
 * A text that no spreadsheet takes for a formula, whatever somebody typed, and without characters that would break the
 * file (owasp.org/www-community/attacks/CSV_Injection).
 */
export function safeText(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\n\t\r]|[\u{fffe}\u{ffff}]/gu, '')
  return /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(clean) ? `'${clean}` : clean
}

/** A value in plain words, with a decimal comma; days as ISO 8601, shares in percent. */
export function plainCell(value: Value, { kind }: Pick<Column, 'kind'>): string {
  if (value === null) return ''
  if (typeof value === 'string') return kind === 'nip' ? showNip(value) : value
  return kind === 'share' ? `${decimal(Math.round(value * 1_000) / 10)}%` : decimal(value)
}

/** The same as people read it on paper: days with the name of their month, thousands with their points. */
export function paperCell(value: Value, column: Pick<Column, 'kind'>): string {
  if (column.kind === 'day' && typeof value === 'string') return DAY.format(new Date(`${value}T00:00:00Z`))
  return column.kind === 'number' && typeof value === 'number' ? showNumber(value) : plainCell(value, column)
}

const DAY = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

function decimal(value: number): string {
  return String(Math.round(value * 1e6) / 1e6).replace('.', ',')
}
