import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openDatabase } from '../../src/database/database.ts'
import { createOwnDatabase } from './database.ts'
import type { Findings } from './figures.ts'
import { madePeople } from './made-people.ts'
import { NODE } from './program.ts'
import type { Rig } from './rig.ts'

const PEOPLE = 50_000
const FEW = 500
const MEGA = 1024 * 1024
const LOOK_EVERY_MS = 50
const TIMEOUT_MS = 600_000
const PROGRAM = join(import.meta.dirname, '../people.ts')

/** How long `npm run people -- import` takes for a list of invented people, the first time and again, and its memory. */
export async function benchPeople(rig: Rig, on?: string): Promise<Findings> {
  const folder = rig.folder()
  const database = on === undefined ? undefined : await createOwnDatabase(rig, on)
  const prepared = await openDatabase(
    database === undefined
      ? { kind: 'embedded', directory: join(folder, 'data') }
      : { kind: 'native', url: database },
  )
  await prepared.close()
  const environment = { DATA_DIR: join(folder, 'data'), ...(database && { DATABASE_URL: database }) }
  const run = async (count: number, change = (line: string): string => line) => {
    const path = join(folder, `people.csv`)
    await pipeline(changed(madePeople(count), change), createWriteStream(path))
    rig.tell(`importing ${count} people, ${(statSync(path).size / MEGA).toFixed(1)} MB`)
    return measured(rig, ['import', path, '--yes'], { folder, environment })
  }
  const opened = await measured(rig, ['list'], { folder, environment })
  const few = await run(FEW)
  const all = await run(PEOPLE)
  const again = await run(PEOPLE)
  const moved = await run(PEOPLE, (line) => line.replace(',III/d,', ',IV/b,'))
  return {
    bench: `people (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    figures: [
      { name: `${PEOPLE} people, most of them new`, unit: 's', abdi: all.seconds },
      { name: 'the same file again', unit: 's', abdi: again.seconds },
      { name: 'a fifth of them changed', unit: 's', abdi: moved.seconds },
      { name: 'memory at most, nothing imported', unit: 'MB', abdi: opened.peak / MEGA },
      { name: `memory at most, ${FEW} people`, unit: 'MB', abdi: few.peak / MEGA },
      { name: `memory at most, ${PEOPLE} people`, unit: 'MB', abdi: all.peak / MEGA },
      { name: 'memory at most, the same file again', unit: 'MB', abdi: again.peak / MEGA },
    ],
    notes: [
      'The whole program each time, from its start to its end, with its database opened and closed.',
      'Peak resident memory (VmHWM) of the process; the embedded database is in it.',
    ],
  }
}

function* changed(lines: Iterable<string>, change: (line: string) => string): Generator<string> {
  for (const line of lines) yield change(line)
}

/** Runs the program to its end; resolves to how long it took and the most memory it held, in bytes. */
async function measured(
  rig: Rig,
  asked: readonly string[],
  {
    folder,
    environment,
  }: { readonly folder: string; readonly environment: Readonly<Record<string, string>> },
): Promise<{ readonly seconds: number; readonly peak: number }> {
  const begun = performance.now()
  const child = spawn(NODE, ['--disable-warning=ExperimentalWarning', PROGRAM, ...asked], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: TIMEOUT_MS,
  })
  rig.onEnd(() => child.kill('SIGKILL'))
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid))
  }, LOOK_EVERY_MS)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  return { seconds: (performance.now() - begun) / 1000, peak }
}

/** The most memory a process has held, in bytes (VmHWM, proc(5)); 0 where it is gone. */
function highWater(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0 // it has just ended
  }
}
