import { stringify } from 'csv-stringify/sync'
import { showNip } from '../../directory.ts'
import type { Entry } from './store.ts'

/**
 * A table as a file that Indonesian spreadsheets open as they should: semicolons, UTF-8 marked as such. What would be a
 * formula begins with an apostrophe.
 */
export function tableFile(columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const text = stringify(
    [columns, ...rows].map((row) => [...row]),
    {
      delimiter: ';',
      bom: true,
      record_delimiter: '\r\n',
      escape_formulas: true,
    },
  )
  return Buffer.from(text, 'utf8')
}

/** A list of people as such a file; no phones and no addresses are in it. */
export function listFile(entries: readonly Entry[], columns: readonly string[]): Uint8Array {
  const rows = entries.map((entry) => [
    showNip(entry.nip),
    entry.name,
    entry.kind,
    entry.grade ?? '',
    entry.position,
    entry.unit,
    entry.qualification ?? '',
    entry.supervisor ?? '',
    entry.retiresOn ?? '',
  ])
  return tableFile(columns, rows)
}
