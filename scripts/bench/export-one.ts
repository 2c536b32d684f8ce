// Writes one export as the bot does, and says on one line of JSON what it took. It is a program; a bench starts it.
import { openDatabase } from '../../src/database/database.ts'
import { createReportsExportStore } from '../../src/features/performance/exports/reports-export-store.ts'
import { reportRows, reportsTable } from '../../src/features/performance/exports/reports-table.ts'
import { KINDS } from '../../src/paper/table.ts'
import { createWriting } from '../../src/paper/writing.ts'
import type { Written } from './exports.ts'

const { DATA_DIR: directory = '', DATABASE_URL: url } = process.env
const [asked, until = ''] = process.argv.slice(2)
const kind = KINDS.find((one) => one === asked)
const database = await openDatabase(url ? { kind: 'native', url } : { kind: 'embedded', directory })

/** The longest the main thread has worked without a break, in ms of its own work, so that other programs do not count. */
function watchBreaks(): () => number {
  const worked = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  let [last, longest] = [worked(), 0]
  const breaks = setInterval(() => {
    const now = worked()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return () => {
    clearInterval(breaks)
    return longest
  }
}

if (kind !== undefined) {
  const store = createReportsExportStore(database)
  const filter = { from: '2026-01-01', until, unit: null }
  const watch = watchBreaks()
  const begun = performance.now()
  const own = reportsTable(await store.figures(filter), 'id')
  const table = {
    ...own,
    title: own.name,
    heading: ['Kota'],
    words: { notes: 'Keterangan', page: '{page}/{pages}' },
    at: '2026-04-01T00:00:00Z',
  }
  const bytes = await createWriting()(table, kind, reportRows(store.pages(filter), 'id', 'Asia/Jakarta'))
  const seconds = (performance.now() - begun) / 1_000
  const written: Written = { seconds, bytes: bytes.length, stretch: watch() }
  process.stdout.write(JSON.stringify(written))
}
await database.close()
