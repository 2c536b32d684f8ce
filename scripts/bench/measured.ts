import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { NODE, ROOT } from './program.ts'
import type { Rig } from './rig.ts'

/** What running a program to its end cost. */
export interface Cost {
  /** From its start to its end. */
  readonly seconds: number
  /** Seconds of work of all its threads, whatever else the machine was doing. */
  readonly cpu: number
  /** The most memory it held, in bytes (VmHWM, proc(5)). */
  readonly peak: number
  /** What it wrote to standard output. */
  readonly output: string
}

const LOOK_EVERY_MS = 20
const TIMEOUT_MS = 600_000
/** Of the clock by which proc(5) counts work. */
const TICKS_PER_SECOND = 100

/** Runs a file of this repository to its end, in a folder and with no other environment. Throws where it fails. */
export async function measured(
  rig: Rig,
  [file, ...asked]: readonly [file: string, ...asked: readonly string[]],
  { folder, ...environment }: Readonly<Record<string, string>> & { readonly folder: string },
): Promise<Cost> {
  const begun = performance.now()
  const child = spawn(NODE, ['--disable-warning=ExperimentalWarning', join(ROOT, file), ...asked], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: TIMEOUT_MS,
  })
  rig.onEnd(() => child.kill('SIGKILL'))
  let spent = { cpu: 0, peak: 0 }
  const watch = setInterval(() => {
    spent = spentBy(child.pid) ?? spent
  }, LOOK_EVERY_MS)
  const ended = once(child, 'exit')
  const output = await text(child.stdout)
  const [code] = await ended
  clearInterval(watch)
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
  return { seconds: (performance.now() - begun) / 1000, ...spent, output }
}

/** What a process has spent so far; undefined where it has just ended. */
function spentBy(pid: number | undefined): Pick<Cost, 'cpu' | 'peak'> | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    // counted behind the name of the program, which may have spaces: the state is the first
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user, system] = fields.split(' ').slice(11, 13).map(Number)
    if (peak === undefined || user === undefined || system === undefined) return undefined
    return { cpu: (user + system) / TICKS_PER_SECOND, peak: Number(peak) * 1024 }
  } catch {
    return undefined
  }
}
