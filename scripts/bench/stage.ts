import { createTelegramServer, type TelegramServer } from '../../test/support/telegram-server.ts'
import { type Abdi, startAbdi } from './abdi.ts'
import { createOwnDatabase } from './database.ts'
import { type Program, startProgram, until } from './program.ts'
import type { Rig } from './rig.ts'

/** A bot with a loopback Bot API of its own. */
export interface Played<P extends Program = Program> {
  readonly program: P
  readonly server: TelegramServer
  /** From its start until it was ready, in ms. */
  readonly startMs: number
}

/** Starts the real bot on a new data directory, or on a new database of that PostgreSQL server, and awaits it. */
export async function playAbdi(
  rig: Rig,
  on?: string,
  flags: readonly string[] = [],
): Promise<Played<Abdi> & { again(): Promise<Played<Abdi>> }> {
  const directory = rig.folder()
  const database = on === undefined ? undefined : await createOwnDatabase(rig, on)
  const begin = async (): Promise<Played<Abdi>> => {
    const server = await listening(rig)
    const program = await startAbdi(rig, { server, directory, flags, ...(database && { database }) })
    const startMs = await program.ready()
    await polls(program, server)
    return { program, server, startMs }
  }
  return { ...(await begin()), again: begin }
}

/** Starts the bare grammY echo bot and awaits its first question for updates. */
export async function playEcho(rig: Rig): Promise<Played> {
  const server = await listening(rig)
  const environment = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url }
  const program = startProgram(rig, 'scripts/bench/echo.ts', { directory: rig.folder(), environment })
  await polls(program, server)
  return { program, server, startMs: performance.now() - program.begun }
}

async function listening(rig: Rig): Promise<TelegramServer> {
  const server = await createTelegramServer()
  rig.onEnd(() => server.close())
  return server
}

function polls(program: Program, { calls }: TelegramServer): Promise<true> {
  return until(
    program,
    'it asked for updates',
    () => calls.some(({ method }) => method === 'getUpdates') || undefined,
  )
}
