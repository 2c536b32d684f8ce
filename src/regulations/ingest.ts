import { availableParallelism } from 'node:os'
import type { Database } from '../database/database.ts'
import type { RegulationFile } from './format.ts'
import { indexArticles } from './indexing.ts'
import { lessThan, type There } from './ingest/deciding.ts'
import type { Met, WaitingFile } from './ingest/meeting.ts'
import type { Given } from './ingest/naming.ts'
import { readAhead } from './ingest/reading-ahead.ts'
import type { IngestReport } from './ingest/report.ts'
import { reportOf } from './ingest/reporting.ts'
import { knownSources } from './ingest/sources.ts'
import { store } from './ingest/storing.ts'
import { createThreads } from './ingest/threads.ts'
import type { Lexicon } from './lexicon.ts'
import { settleStandings } from './standing.ts'

export type { WaitingFile } from './ingest/meeting.ts'
export { type Given, readGiven, type Said } from './ingest/naming.ts'
export type { Findings, IngestReport, Outcome } from './ingest/report.ts'

/** What importing works with: where texts go, and the knowledge directory whose lexicon makes their stems. */
export interface Ingesting {
  readonly database: Database
  readonly knowledge: string
}

/** How files are imported. */
export interface IngestOptions {
  /** Reads again what is unchanged, and replaces a text by one with far fewer pasal. */
  readonly force?: boolean
  /** Says what would happen, and changes nothing. */
  readonly dryRun?: boolean
  /** Told after each page of a file that has pages. */
  onPage?(file: string, done: number, of: number): void
  /** Once aborted, no further file is begun; those that are being read are still stored. */
  readonly stop?: AbortSignal
  /** Gives up what is being read; what is stored stays. */
  readonly signal?: AbortSignal
  /** How many threads read, none for this one; as many as the machine has processors, two at most, where not said. */
  readonly threads?: number
}

/** How one file is imported. */
export interface FileOptions extends Pick<IngestOptions, 'force' | 'dryRun' | 'signal' | 'threads'> {
  /** Which regulation it is, where somebody says so. */
  readonly identity?: Given
  /** Told after each page of a file that has pages. */
  onProgress?(done: number, of: number): void
}

/**
 * Imports one file: its pasal take the place of an older version, all or nothing, and join the digests that are
 * there. A file that cannot be imported is a report with the reason; throws the signal's reason. `finishIngest` must
 * follow, once, after the last file.
 */
export async function ingestFile(
  ingesting: Ingesting,
  { name, bytes }: RegulationFile,
  { identity, onProgress, ...options }: FileOptions = {},
): Promise<IngestReport> {
  const file = { name, size: bytes.length, read: async () => bytes, ...(identity && { given: identity }) }
  const onPage = onProgress && ((_: string, done: number, of: number) => onProgress(done, of))
  const reports = ingestFiles(ingesting, [file], { threads: 1, ...options, ...(onPage && { onPage }) })
  for await (const report of reports) return report
  throw new Error('a file was given and nothing was reported of it')
}

const MOST_THREADS = 2

/**
 * Imports files and reports of each, in order, once it is stored: all of it or nothing of it is there, whenever the
 * process ends. The next files are read while the former are written. Throws the signal's reason.
 */
export async function* ingestFiles(
  { database, knowledge }: Ingesting,
  files: Iterable<WaitingFile>,
  options: IngestOptions = {},
): AsyncGenerator<IngestReport> {
  const {
    force = false,
    dryRun = false,
    threads: most = Math.min(MOST_THREADS, availableParallelism()),
  } = options
  const threads = createThreads(knowledge, most)
  const known = new Map(await knownSources(database))
  const ofThisRun = new Map<string, There>()
  const ahead = readAhead(files, { ...options, known, threads, force }, most)
  try {
    for (let batch = await ahead.next(); batch.length > 0; batch = await ahead.next()) {
      const begun = performance.now()
      const met = await Promise.all(batch.map((one) => recalled(one, ofThisRun)))
      const arrivals = met.flatMap((one) => (one.kind === 'arrival' ? [one.arrival] : []))
      const { settled, sources } = await store(database, arrivals, { ofThisRun, force, dryRun })
      if (!dryRun) for (const source of sources) known.set(source.fingerprint, source)
      const seconds = (performance.now() - begun) / 1000 / Math.max(1, arrivals.length)
      yield* met.flatMap((one) =>
        one.kind === 'arrival'
          ? settled.filter(({ arrival }) => arrival === one.arrival).map((own) => reportOf(own, seconds))
          : one.kind === 'left'
            ? []
            : one.report,
      )
    }
  } finally {
    await threads.close()
  }
}

/** Settles the standings and brings the index up to date after files were read; `progress` hears of the pasal indexed. */
export async function finishIngest(
  database: Database,
  lexicon: Lexicon,
  progress?: (done: number) => void,
): Promise<void> {
  await database.transaction(settleStandings)
  await indexArticles(database, lexicon, progress)
}

/** A file known from before; one that this run's text of the same regulation has pushed out is read after all, or set aside. */
async function recalled(met: Met, ofThisRun: Map<string, There>): Promise<Met> {
  if (met.kind !== 'known' || !met.source.used) return met
  const { source, report } = met
  const there = ofThisRun.get(source.regulation)
  if (there === undefined || there.textMark === source.textMark) {
    ofThisRun.set(source.regulation, { ...source, ofThisRun: true })
    return met
  }
  if (source.articles > there.articles) return met.read()
  const reason = lessThan(there.file ?? '', source.articles, there.articles)
  return { ...met, report: { ...report, outcome: 'set-aside', reason } }
}
