import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Database } from '../src/database/database.ts'
import { databaseOf, failStart, KNOWLEDGE, loadConfig } from '../src/main.ts'
import { finishIngest, type IngestReport, ingestFiles } from '../src/regulations/ingest.ts'
import { bringKnowledge } from '../src/regulations/knowledge.ts'
import { type Lexicon, readLexicon } from '../src/regulations/lexicon.ts'
import { linesOf } from './ingest/lines.ts'
import { type Options, readOptions, USAGE, wrong } from './ingest/options.ts'
import { duration, number } from './ingest/pace.ts'
import { type Found, filesOf } from './ingest/paths.ts'
import { createProgress, type Progress } from './ingest/progress.ts'
import { stopOnSignals } from './ingest/stopping.ts'

const INTERRUPTED = 130
const MOST_NAMED = 5

/** Reads official texts of regulations into the database: `npm run ingest -- PATH…`. Exit code 1 when a file was refused. */
async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return void process.stdout.write(`${USAGE}\n`)
  const found = filesOf(options.paths)
  if (Object.keys(options.given).length > 0 && found.files.length !== 1)
    throw wrong(
      `--id, --type, --title dan sejenisnya hanya untuk satu berkas; ini ${found.files.length} berkas.`,
    )
  if (found.files.length === 0) throw wrong('tidak ada PDF, DOCX, HTML, atau teks di sana.')
  const database = await databaseOf(loadConfig())
  try {
    const lexicon = readLexicon(KNOWLEDGE)
    if (!options.dryRun) await bringKnowledge(database, KNOWLEDGE, lexicon)
    const bytes = found.files.reduce((sum, { size }) => sum + size, 0)
    const progress = createProgress(process.stdout, { files: found.files.length, bytes })
    await importAll(database, lexicon, found, options, progress).finally(progress.end)
  } finally {
    await database.close()
  }
}

async function importAll(
  database: Database,
  lexicon: Lexicon,
  { files, passedOver }: Found,
  options: Options,
  progress: Progress,
): Promise<void> {
  const stop = stopOnSignals(
    () => progress.say('Berhenti setelah berkas ini… (Ctrl+C sekali lagi untuk berhenti seketika)'),
    () => process.exit(INTERRUPTED),
  )
  const begun = performance.now()
  const reports: IngestReport[] = []
  const { dryRun, force, given } = options
  const waiting = files.map(({ path, size }) => ({ name: path, size, read: () => readFile(path), given }))
  const reading = { dryRun, force, stop, onPage: progress.page }
  for await (const report of ingestFiles({ database, knowledge: KNOWLEDGE }, waiting, reading)) {
    progress.file(files[reports.length]?.size ?? 0)
    reports.push(report)
    progress.say(`[${reports.length}/${files.length}] ${linesOf(report)}`)
  }
  if (!dryRun) await finish(database, lexicon, progress)
  if (options.report !== undefined) writeFileSync(options.report, asJson(reports, files.length))
  if (passedOver.length > 0) progress.say(left(passedOver))
  progress.say(summary(reports, files.length, (performance.now() - begun) / 1000))
  if (dryRun) progress.say('Hanya percobaan (--dry-run): tidak ada yang disimpan.')
  if (reports.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1
  if (reports.length < files.length) process.exitCode = INTERRUPTED
}

async function finish(database: Database, lexicon: Lexicon, progress: Progress): Promise<void> {
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from article where doc is null',
  )
  await finishIngest(database, lexicon, (done) => progress.indexed(done, Math.max(done, row?.count ?? 0)))
}

function left(paths: readonly string[]): string {
  const rest = paths.length - MOST_NAMED
  return `Dilewati, karena bukan PDF, DOCX, HTML, atau teks: ${paths.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? `, dan ${rest} lagi` : ''}.`
}

function summary(reports: readonly IngestReport[], of: number, seconds: number): string {
  const count = (outcome: IngestReport['outcome']): number =>
    reports.filter((report) => report.outcome === outcome).length
  const [imported, refused] = [count('imported'), count('refused')]
  const parts = [
    `${number(imported)} berkas diimpor`,
    `${number(reports.length - imported - refused)} dilewati`,
    `${number(refused)} ditolak`,
  ]
  const said = `${parts.join(', ')}, dalam ${duration(seconds)}.`
  if (reports.length === of) return `Selesai: ${said}`
  return `Dihentikan pada ${number(reports.length)} dari ${number(of)} berkas: ${said}\nUntuk melanjutkan, jalankan perintah yang sama; yang sudah selesai dilewati.`
}

function asJson(reports: readonly IngestReport[], of: number): string {
  return `${JSON.stringify({ files: of, complete: reports.length === of, reports }, undefined, 2)}\n`
}

await run().catch(failStart)
