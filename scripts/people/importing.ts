import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Database } from '../../src/database/database.ts'
import { type ImportReport, type ImportSource, importPeople } from '../../src/directory.ts'
import { Unreadable } from '../../src/errors.ts'
import { showNumber } from '../../src/indonesian/numbers.ts'
import { type Asked, wrong } from './options.ts'
import { outcomeText, planText } from './report.ts'

type Wanted = Extract<Asked, { kind: 'import' }>

/** Imports a file as asked, shows what changes, asks on a terminal; resolves to the exit code. */
export async function importFile(database: Database, wanted: Wanted, timeZone: string): Promise<number> {
  const { path, dryRun, acceptRefused, map, sheet, yes, json } = wanted
  const begun = performance.now()
  let waited = 0
  let shown = false
  const bar = createBar(!json && process.stdout.isTTY)
  const show = (report: ImportReport): void => {
    if (!json && !shown) say(`${bar.clear()}${planText(report)}\n`)
    shown = true
  }
  const agree = async (planned: ImportReport): Promise<boolean> => {
    show(planned)
    const since = performance.now()
    const agreed = !json && (await asked(planned))
    waited = performance.now() - since
    return agreed
  }
  try {
    const report = await importPeople(database, sourceOf(path), {
      now: new Date(),
      timeZone,
      map,
      dryRun,
      acceptRefused,
      ...(sheet !== undefined && { sheet }),
      ...(!yes && { agree }),
      onRows: bar.show,
    })
    show(report)
    const seconds = (performance.now() - begun - waited) / 1000
    say(json ? JSON.stringify({ ...report, seconds }, undefined, 2) : outcomeText(report, seconds))
    return report.outcome === 'held' || report.outcome === 'declined' ? 1 : 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    process.stderr.write(`✗ ${basename(path)}: ${error.message}\n`)
    return 1
  }
}

function sourceOf(path: string): ImportSource {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw wrong(`${path} tidak ada atau bukan berkas.`)
  return { name: basename(path), size: stat.size, open: () => createReadStream(path) }
}

async function asked({ added, changed }: ImportReport): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    process.stderr.write('Tambahkan --yes untuk menyimpan.\n')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question(`Simpan ${added} pegawai baru dan ${changed} perubahan? [y/t] `)
    return /^y/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

/** How far the reading is, in one line of a terminal that is written over. */
function createBar(visible: boolean) {
  return {
    show(count: number): void {
      if (visible) process.stdout.write(`${CLEAR}${showNumber(count)} baris dibaca…`)
    },
    clear: (): string => (visible ? CLEAR : ''),
  }
}

const CLEAR = '\r\u001B[K'

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
