import { showNumber } from '../indonesian/numbers.ts'
import type { Column, Value } from './table.ts'

/** A value in plain words, with a decimal comma; days as ISO 8601, shares in percent, long numbers in their groups. */
export function plainCell(value: Value, column: Pick<Column, 'kind' | 'groups'>): string {
  if (value === null) return ''
  if (typeof value === 'string') return column.kind === 'digits' ? grouped(value, column.groups ?? []) : value
  return column.kind === 'share' ? `${decimal(Math.round(value * 1_000) / 10)}%` : decimal(value)
}

/** The same as people read it on paper: days with the name of their month, thousands with their points. */
export function paperCell(value: Value, column: Pick<Column, 'kind' | 'groups'>): string {
  if (column.kind === 'day' && typeof value === 'string') return DAY.format(new Date(`${value}T00:00:00Z`))
  return column.kind === 'number' && typeof value === 'number' ? showNumber(value) : plainCell(value, column)
}

const DAY = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** Digits apart in groups of so many; what has another number of them stays as it is. */
function grouped(digits: string, groups: readonly number[]): string {
  if (groups.reduce((sum, size) => sum + size, 0) !== digits.length) return digits
  const starts = groups.map((_, i) => groups.slice(0, i).reduce((sum, size) => sum + size, 0))
  return groups.map((size, i) => digits.slice(starts[i], (starts[i] ?? 0) + size)).join(' ')
}

function decimal(value: number): string {
  return String(Math.round(value * 1e6) / 1e6).replace('.', ',')
}
