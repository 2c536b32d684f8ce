import { createHash } from 'node:crypto'
import { LARGEST_FILE, tooLarge } from '../formats.ts'
import { lessThan, sameTextAs } from './deciding.ts'
import type { Given } from './naming.ts'
import type { IngestReport } from './report.ts'
import type { Source } from './sources.ts'
import type { Arrival } from './storing.ts'
import type { Threads } from './threads.ts'

/** A file that waits to be imported; it is read when its turn comes. */
export interface WaitingFile {
  readonly name: string
  /** In bytes, known before it is read. */
  readonly size: number
  read(): Promise<Uint8Array>
  /** Which regulation it is, where somebody says so. */
  readonly given?: Given
}

/** A file once it was looked at: refused, known from before, read and on its way into the database, or left unread. */
export type Met =
  | { readonly kind: 'left' }
  | { readonly kind: 'refused'; readonly report: IngestReport }
  | { readonly kind: 'known'; readonly source: Source; readonly report: IngestReport; read(): Promise<Met> }
  | { readonly kind: 'arrival'; readonly arrival: Arrival }

/** What looking at a file needs. */
export interface Meeting {
  readonly known: ReadonlyMap<string, Source>
  readonly threads: Threads
  readonly force: boolean
  onPage?(file: string, done: number, of: number): void
  readonly stop?: AbortSignal
  readonly signal?: AbortSignal
}

/** Raise when files are read otherwise than before, so that the same bytes are read again. */
const READING = 1

/** Looks at a file: too large a one is refused unread, one whose bytes were read before is known, others are read. */
export async function meet(file: WaitingFile, meeting: Meeting): Promise<Met> {
  const { known, threads, force, onPage, stop, signal } = meeting
  const { name, size, given = {} } = file
  const refused = (report: Pick<IngestReport, 'reason' | 'cause' | 'seconds'>): Met => ({
    kind: 'refused',
    report: { file: name, outcome: 'refused', ...report },
  })
  if (size > LARGEST_FILE) return refused({ cause: 'unreadable', reason: tooLarge(size), seconds: 0 })
  let bytes: Uint8Array
  try {
    bytes = await file.read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused({ cause: 'unreadable', reason: `berkasnya tidak bisa dibuka (${code}).`, seconds: 0 })
  }
  const fingerprint = createHash('sha256').update(`${READING}\0`).update(bytes).digest('hex')
  const before = known.get(fingerprint)
  const told = Object.keys(given).length > 0
  const read = async (): Promise<Met> => {
    const prepared = await threads.prepare(
      { name, bytes },
      {
        given,
        ...(onPage && { onPage: (done: number, of: number) => onPage(name, done, of) }),
        ...(stop && { stop }),
        ...(signal && { signal }),
      },
    )
    if (prepared === undefined) return { kind: 'left' }
    if (prepared.kind === 'refused') return refused(prepared)
    const mistaken = before?.used && before.regulation !== prepared.named.id
    return {
      kind: 'arrival',
      arrival: {
        file: name,
        fingerprint,
        prepared,
        told,
        ...(mistaken && { mistakenFor: before.regulation }),
      },
    }
  }
  if (before === undefined || force || told) return read()
  return { kind: 'known', source: before, report: passedOver(name, before, known), read }
}

/** What is said of a file that need not be read again. */
function passedOver(file: string, source: Source, known: ReadonlyMap<string, Source>): IngestReport {
  const common = { file, regulation: source.regulation, seconds: 0 }
  const used = [...known.values()].find((other) => other.used && other.regulation === source.regulation)
  if (source.used || used === undefined) {
    const as = source.file === file ? '' : ` (sebagai ${source.file})`
    return { ...common, outcome: 'unchanged', reason: `sudah ada, tidak berubah${as}` }
  }
  if (used.textMark === source.textMark)
    return { ...common, outcome: 'same-text', reason: sameTextAs(used.file) }
  return { ...common, outcome: 'set-aside', reason: lessThan(used.file, source.articles, used.articles) }
}
