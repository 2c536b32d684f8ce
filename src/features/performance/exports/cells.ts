import type { Column, Value } from './table.ts'

/**
 * A text that no spreadsheet takes for a formula, whatever somebody typed, and without characters that would break the
 * file (owasp.org/www-community/attacks/CSV_Injection).
 */
export function safeText(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\n\t\r]|[\u{fffe}\u{ffff}]/gu, '')
  return /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(clean) ? `'${clean}` : clean
}

/** A NIP in its four groups: birth, appointment, sex, serial; as such no spreadsheet takes it for a number. */
export function groupedNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

/** A value in plain words, with a decimal comma; days as ISO 8601, shares in percent. */
export function plainCell(value: Value, { kind }: Pick<Column, 'kind'>): string {
  if (value === null) return ''
  if (typeof value === 'string') return kind === 'nip' ? groupedNip(value) : value
  return kind === 'share' ? `${decimal(Math.round(value * 1_000) / 10)}%` : decimal(value)
}

function decimal(value: number): string {
  return String(Math.round(value * 1e6) / 1e6).replace('.', ',')
}
