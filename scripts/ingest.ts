import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Misconfigured, Unreadable } from '../src/errors.ts'
import { databaseOf, failStart, KNOWLEDGE, loadConfig } from '../src/main.ts'
import { indexKnowledge } from '../src/regulations/indexing.ts'
import { finishIngest, ingest } from '../src/regulations/ingest.ts'
import { readLexicon } from '../src/regulations/lexicon.ts'

const LARGEST_FILE = 50 * 1024 * 1024

/** Reads official texts of regulations from files and folders: `npm run ingest -- PATH…`. */
async function run(): Promise<void> {
  const paths = process.argv.slice(2)
  if (paths.length === 0)
    throw new Misconfigured('ingest', 'sebutkan berkas atau folder peraturan: npm run ingest -- peraturan/')
  const files = paths.flatMap(filesIn)
  const database = await databaseOf(loadConfig())
  let failed = 0
  try {
    const lexicon = readLexicon(KNOWLEDGE)
    await indexKnowledge(database, KNOWLEDGE, lexicon)
    for (const [i, path] of files.entries()) {
      const line = await describe(path, async () => {
        if (statSync(path).size > LARGEST_FILE)
          throw new Unreadable(`${basename(path)}: lebih dari 50 MB, tidak dibaca.`)
        return ingest(database, lexicon, { name: basename(path), bytes: readFileSync(path) })
      })
      if (line.failed) failed++
      process.stdout.write(`[${i + 1}/${files.length}] ${line.text}\n`)
    }
    await finishIngest(database)
  } finally {
    await database.close()
  }
  process.stdout.write(`Selesai: ${files.length - failed} berkas dibaca, ${failed} tidak.\n`)
  if (failed > 0) process.exitCode = 1
}

async function describe(
  path: string,
  read: () => ReturnType<typeof ingest>,
): Promise<{ text: string; failed: boolean }> {
  try {
    const { regulation, articles, passages, unchanged, warnings } = await read()
    if (unchanged) return { text: `${regulation}: sudah ada, tidak berubah`, failed: false }
    return {
      text: [
        `${regulation}: ${articles} pasal, ${passages} bagian`,
        ...warnings.map((warning) => `    ! ${warning}`),
      ].join('\n'),
      failed: false,
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { text: `✗ ${error.message || path}`, failed: true }
  }
}

function filesIn(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => join(path, name))
      .filter((name) => statSync(name).isFile() && !basename(name).startsWith('.'))
  } catch {
    throw new Misconfigured('ingest', `${path} tidak ada atau tidak boleh dibaca.`)
  }
}

await run().catch(failStart)
