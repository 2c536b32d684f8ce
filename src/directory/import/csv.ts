import { isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { type Info, type Options, parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { Unreadable } from '../../errors.ts'
import type { TableRow } from './table.ts'

/** So much of a file is looked at to find out how its cells are separated. */
const LOOK_AT_ROWS = 25
const LOOK_AT = 16 * 1024
const LONGEST_LINE = 1024 * 1024
const SEPARATORS = [';', ',', '\t', '|'] as const
const LINE_FEED = 10

/**
 * The rows of a CSV file, in UTF-8, UTF-16 or Windows-1252, separated as most of its first rows can be understood; reads
 * on only as rows are taken. `fits` says how well a row serves as headings. Throws `Unreadable`.
 */
export async function* rowsOfCsv(
  bytes: AsyncIterable<Uint8Array>,
  fits: (row: readonly string[]) => number,
): AsyncGenerator<TableRow> {
  const texts = withPlainBreaks(decoded(bytes))
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

/** Every line ends in one way, also within quotes. */
async function* withPlainBreaks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of texts) {
    const whole = rest + text
    rest = whole.endsWith('\r') ? '\r' : '' // its other half may come with the next piece
    yield whole.slice(0, whole.length - rest.length).replaceAll('\r\n', '\n')
  }
  if (rest !== '') yield rest
}

/** Text in pieces that end with a line; each is UTF-8 or, where it cannot be, Windows-1252. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let wide: ReturnType<typeof wideOf>
  let rest: Buffer = Buffer.alloc(0)
  let begun = false
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    if (!begun && rest.length < 4) continue
    if (!begun) {
      begun = true
      wide = wideOf(rest)
      if (rest[0] === 0xef && rest[1] === 0xbb && rest[2] === 0xbf) rest = rest.subarray(3)
    }
    const end = wide === undefined ? rest.lastIndexOf(LINE_FEED) + 1 : rest.length
    if (end === 0 && rest.length > LONGEST_LINE) throw new Unreadable(NO_LINES)
    if (end === 0) continue
    yield wide?.decode(rest.subarray(0, end), { stream: true }) ?? plain(rest.subarray(0, end))
    rest = rest.subarray(end)
  }
  if (rest.length > 0) yield wide?.decode(rest) ?? plain(rest)
}

function wideOf([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be') : undefined
}

const WESTERN = new TextDecoder('windows-1252')

function plain(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : WESTERN.decode(bytes)
}

const NO_LINES = 'satu baris berkas ini lebih panjang dari 1 MB; itu bukan daftar pegawai.'

function asUnreadable(error: unknown, line: number): unknown {
  const { code } = error as { code?: string }
  if (code === undefined || !code.startsWith('CSV_')) return error
  return new Unreadable(
    `tanda kutip (") yang dibuka di sekitar baris ${line} tidak ditutup lagi. Perbaiki baris itu, lalu impor lagi.`,
  )
}
