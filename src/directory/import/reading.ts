import { createHash } from 'node:crypto'
import { Unreadable } from '../../errors.ts'
import type { Day } from '../../indonesian/dates.ts'
import type { Notes, Refused } from './report.ts'
import { createRowReader } from './row.ts'
import type { ImportSource } from './source.ts'
import type { StagedRow, Staging } from './store.ts'
import type { Table } from './table.ts'

/** What the rows of a file came to: how many there were, those that cannot be taken, and the paths of units they name. */
export interface Reading {
  readonly rows: number
  readonly passedOver: number
  readonly refused: readonly Refused[]
  readonly paths: readonly (readonly string[])[]
}

const AT_ONCE = 2000

/** Reads all rows of a table and stages them, a batch at a time. Throws `Unreadable` where there is nobody in it. */
export async function stageRows(
  staging: Staging,
  { columns, rows: all }: Table,
  notes: Notes,
  { today, onRows }: { readonly today: Day; onRows?: ((count: number) => void) | undefined },
): Promise<Reading> {
  const read = createRowReader(columns.of, today)
  const places = createPlaces()
  const refused: Refused[] = []
  let batch: StagedRow[] = []
  let [rows, passedOver] = [0, 0]
  const put = async (): Promise<void> => {
    await staging.add(batch)
    batch = []
    onRows?.(rows)
  }
  for await (const row of all) {
    const reading = read(row)
    if ('empty' in reading) {
      passedOver++
      continue
    }
    rows++
    const { line } = row
    if ('problem' in reading) {
      const { problem, nip } = reading
      if (nip === undefined) refused.push({ line, reason: problem })
      else batch.push({ line, nip, refused: problem }) // it may be one of two rows about the same person
    } else {
      const { unit, ...arrival } = reading.arrival
      batch.push({ line, ...arrival, ...(unit && { place: places.numberOf(unit) }) })
      for (const kind of reading.notes) notes.add(kind, [line])
    }
    if (batch.length >= AT_ONCE) await put()
  }
  await put()
  if (rows === 0) throw new Unreadable('di bawah judulnya tidak ada satu pun baris pegawai.')
  await staging.complete()
  return { rows, passedOver, refused, paths: places.paths }
}

/** The bytes of a file as they are, and once they were all read what they are known by. */
export function hashed(source: ImportSource): ImportSource & { mark(): string } {
  const hash = createHash('sha256')
  return {
    ...source,
    async *open() {
      for await (const chunk of source.open()) {
        hash.update(chunk)
        yield chunk
      }
    },
    mark: () => `${source.name}#${hash.digest('hex').slice(0, 12)}`,
  }
}

/** Numbers each path of units once. */
function createPlaces() {
  const numbers = new Map<string, number>()
  const paths: (readonly string[])[] = []
  return {
    paths,
    numberOf(path: readonly string[]): number {
      // spelt otherwise it is another path, so that the better of two spellings can be chosen
      const key = path.join('\n')
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, paths.length)
      paths.push(path)
      return paths.length - 1
    },
  }
}
