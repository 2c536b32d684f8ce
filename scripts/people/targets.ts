import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Database } from '../../src/database/database.ts'
import { Unreadable } from '../../src/errors.ts'
import { importTargets, type TargetImport } from '../../src/features/performance/targets/import.ts'
import { showNumber } from '../../src/indonesian/numbers.ts'
import { wrong } from './options.ts'

/** Which file of targets is imported, and whether it is only looked at or stored without asking. */
export interface WantedTargets {
  readonly path: string
  readonly dryRun: boolean
  readonly yes: boolean
}

/** Shows what a file of targets (RHK) changes, asks on a terminal, and stores it; resolves to the exit code. */
export async function importTargetFile(
  database: Database,
  { path, dryRun, yes }: WantedTargets,
  say: (text: string) => void = (text) => void process.stdout.write(`${text}\n`),
): Promise<number> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw wrong(`${path} tidak ada atau bukan berkas.`)
  const file = { name: basename(path), open: () => createReadStream(path) }
  const now = new Date()
  try {
    const planned = await importTargets(database, file, { now, dryRun: true })
    say(planText(planned))
    if (planned.added + planned.changed === 0) return planned.problems.length > 0 ? 1 : 0
    if (dryRun) return 0
    if (!yes && !(await agreed(planned))) {
      say('Tidak ada yang disimpan. Tambahkan --yes untuk menyimpan tanpa bertanya.')
      return 1
    }
    const { added, changed } = await importTargets(database, file, { now })
    say(`Tersimpan: ${showNumber(added)} RHK baru, ${showNumber(changed)} diubah.`)
    return 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    process.stderr.write(`✗ ${file.name}: ${error.message}\n`)
    return 1
  }
}

/** So many rows that are not taken are named; of a file in the wrong order it may be all. */
const MOST_PROBLEMS = 20

function planText({ added, changed, unchanged, problems }: TargetImport): string {
  const [counts, shown] = [[added, changed, unchanged].map(showNumber), problems.slice(0, MOST_PROBLEMS)]
  const rest = problems.length - shown.length
  return [
    `RHK baru: ${counts[0]} · diubah: ${counts[1]} · sudah sama: ${counts[2]}`,
    ...(problems.length > 0 ? [`${showNumber(problems.length)} baris perlu dilihat:`] : []),
    ...shown.map(({ line, problem }) => `  baris ${line}: ${problem}`),
    ...(rest > 0 ? [`  … dan ${showNumber(rest)} baris lagi`] : []),
  ].join('\n')
}

async function agreed({ added, changed }: TargetImport): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question(
      `Simpan ${showNumber(added)} RHK baru dan ${showNumber(changed)} perubahan? [y/t] `,
    )
    return /^y/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}
