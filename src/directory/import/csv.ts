import { pipeline, Readable } from 'node:stream'
import { type Info, type Options, parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { Unreadable } from '../../errors.ts'
import { LONGEST_LINE, textsOf } from './decoding.ts'
import type { TableRow } from './table.ts'

/** So much of a file is looked at to find out how its cells are separated. */
const LOOK_AT_ROWS = 25
const LOOK_AT = 16 * 1024
const SEPARATORS = [';', ',', '\t', '|'] as const

/**
 * The rows of a CSV file, in UTF-8, UTF-16 or Windows-1252, separated as most of its first rows can be understood; reads
 * on only as rows are taken. `fits` says how well a row serves as headings. Throws `Unreadable`.
 */
export async function* rowsOfCsv(
  bytes: AsyncIterable<Uint8Array>,
  fits: (row: readonly string[]) => number,
): AsyncGenerator<TableRow> {
  const texts = textsOf(bytes)
  const start = await startOf(texts)
  const said = /^sep=(.)\n/i.exec(start)
  const head = said === null ? start : start.slice(said[0].length)
  const delimiter = said?.[1] ?? separatorOf(head, fits)
  const before = said === null ? 0 : 1
  let whole = before
  const parser = parse({
    ...OPTIONS,
    delimiter,
    info: true,
    on_record(record, { lines }) {
      whole = lines + before // what was parsed, which is more than was taken when it breaks off
      return record
    },
  })
  pipeline(Readable.from(joined(head, texts)), parser, () => undefined) // what goes wrong comes out of the parser below
  try {
    // With `info` each record comes with where it ended.
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>)
      yield { line: info.lines + before - breaksIn(record), cells: record }
  } catch (error) {
    throw asUnreadable(error, whole + 1)
  }
}

const OPTIONS: Options = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_LINE,
}

async function startOf(texts: AsyncGenerator<string>): Promise<string> {
  let start = ''
  while (start.length < LOOK_AT) {
    const { value, done } = await texts.next()
    if (done) break
    start += value
  }
  return start
}

async function* joined(head: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head
  yield* texts
}

/** So many lines more than one a record goes over. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
}

function separatorOf(head: string, fits: (row: readonly string[]) => number): string {
  const scores = SEPARATORS.map((delimiter) => {
    const rows = firstRows(head, delimiter)
    return {
      delimiter,
      fit: Math.max(0, ...rows.map(fits)),
      wide: Math.max(0, ...rows.map((row) => row.length)),
    }
  })
  const [best] = scores.toSorted((a, b) => b.fit - a.fit || b.wide - a.wide)
  return best?.delimiter ?? ','
}

function firstRows(head: string, delimiter: string): readonly string[][] {
  const whole = head.slice(0, head.lastIndexOf('\n') + 1) || head
  try {
    return parseAll(whole, { ...OPTIONS, delimiter, to: LOOK_AT_ROWS }) as string[][]
  } catch {
    // quotes that do not close are told when they are come to
    return whole.split('\n', LOOK_AT_ROWS).map((line) => line.split(delimiter))
  }
}

function asUnreadable(error: unknown, line: number): unknown {
  const { code } = error as { code?: string }
  if (code === undefined || !code.startsWith('CSV_')) return error
  return new Unreadable(
    `tanda kutip (") yang dibuka di sekitar baris ${line} tidak ditutup lagi. Perbaiki baris itu, lalu impor lagi.`,
  )
}
