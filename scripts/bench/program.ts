import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Rig } from './rig.ts'

/** A program of ours in its own process, begun by us and ended by its own process id. */
export interface Program {
  readonly pid: number
  /** When it was begun, by performance.now(). */
  readonly begun: number
  readonly alive: boolean
  /** How it ended, and what it last wrote to standard error. */
  complaint(): string
  /** Its resident memory in bytes (VmRSS, proc(5)); all its threads are in it. */
  memory(): number
  /** Ends it at once (SIGKILL), as a crash or a power cut of the process would; resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop (SIGTERM), insists after 25 s; resolves when it is gone. */
  stop(): Promise<void>
}

/** Where this repository is. */
export const ROOT = join(import.meta.dirname, '../..')

/** The Node that came with the packages, by its absolute path. */
export const NODE = join(ROOT, 'node_modules/.bin/node')

/** Begins a file of this repository, as a process group of its own; the rig ends it if nobody else does. */
export function startProgram(
  rig: Rig,
  file: string,
  options: { directory: string; environment: Readonly<Record<string, string>>; flags?: readonly string[] },
): Program {
  const { directory, environment, flags = [] } = options
  const begun = performance.now()
  const child = spawn(NODE, ['--disable-warning=ExperimentalWarning', ...flags, join(ROOT, file)], {
    cwd: directory,
    env: { PATH: process.env.PATH, HOME: directory, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started`)
  const lastly = (): void => void child.kill('SIGKILL') // signals this child only, and nothing once it has ended
  process.on('exit', lastly)
  const gone = once(child, 'exit').then(() => void process.off('exit', lastly))
  const words = lastWords(child)
  const program: Program = {
    pid,
    begun,
    get alive() {
      return child.exitCode === null && child.signalCode === null
    },
    complaint: () => `${child.signalCode ?? child.exitCode ?? 'still running'} ${words()}`.trim(),
    memory: () => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(lastly, 25_000)
      await gone
      clearTimeout(timer)
    },
  }
  rig.onEnd(() => program.kill())
  return program
}

/** The last thousand letters of a child's standard error. */
function lastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-1_000)
  })
  return () => words
}

/** Looks every `everyMs` until something is there; throws when the program has ended or time is up. */
export async function until<T>(
  program: Program,
  what: string,
  find: () => Promise<T | undefined> | T | undefined,
  { timeoutMs = 90_000, everyMs = 5 } = {},
): Promise<T> {
  for (const late = performance.now() + timeoutMs; performance.now() < late; await pause(everyMs)) {
    const found = await find()
    if (found !== undefined) return found
    if (!program.alive) throw new Error(`the program ended before ${what}:\n${program.complaint()}`)
  }
  throw new Error(`${what}: not within ${timeoutMs / 1_000} s\n${program.complaint()}`)
}

/** A TCP port of the loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
