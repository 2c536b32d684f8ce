/** What spreadsheets take for the beginning of a formula (owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[\t\r]|^\s*[=+\-@＝＋－＠]/

/** A text that no spreadsheet takes for a formula, whatever somebody typed, and without characters that would break the file. */
export function safeText(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\n\t\r]|[\u{fffe}\u{ffff}]/gu, '')
  return FORMULA.test(clean) ? `'${clean}` : clean
}
