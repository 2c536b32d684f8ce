import type { TelegramServer } from '../../test/support/telegram-server.ts'
import { freePort, type Program, startProgram, until } from './program.ts'
import type { Rig } from './rig.ts'

/** The real bot (src/main.ts) in its own process, with Telegram at a loopback server. */
export interface Abdi extends Program {
  /** Resolves once /readyz says yes, to the milliseconds since it was begun. */
  ready(): Promise<number>
  /** How many stored messages wait to be answered or delivered, as /metrics says it. */
  open(): Promise<number>
}

/** How the bot is started; without `database` (an address) it keeps its own in `directory`. With `hook` Telegram brings. */
export interface AbdiOptions {
  readonly server: Pick<TelegramServer, 'url' | 'token'>
  readonly directory: string
  readonly database?: string
  readonly flags?: readonly string[]
  readonly hook?: boolean
  /** Other settings. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A time zone in which it is a morning now, of a Monday to Friday where there is one: nobody is written to at night. */
export function zoneOfMorning(now = new Date()): string {
  const zones = Array.from({ length: 27 }, (_, i) => i - 12).map((ahead) => {
    const local = new Date(now.getTime() + ahead * 3_600_000)
    const isWeekend = [0, 6].includes(local.getUTCDay())
    // POSIX counts the other way round
    const name = ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
    return { name, far: Math.abs(local.getUTCHours() - 10) + (isWeekend ? 5 : 0) }
  })
  return zones.toSorted((a, b) => a.far - b.far)[0]?.name ?? 'UTC'
}

/** Starts src/main.ts with nothing of our own environment. */
export async function startAbdi(
  rig: Rig,
  { server, directory, database, flags = [], hook = false, settings = {} }: AbdiOptions,
): Promise<Abdi> {
  const port = await freePort()
  const program = startProgram(rig, 'src/main.ts', {
    directory,
    flags,
    environment: {
      PORT: String(port),
      DATA_DIR: directory,
      LOG_LEVEL: 'error',
      ...settings,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.url,
      ...(database && { DATABASE_URL: database }),
      ...(hook && {
        TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
        TELEGRAM_WEBHOOK_SECRET: 'rahasia-webhook-tolok-ukur',
      }),
    },
  })
  const page = (path: string): Promise<Response | undefined> =>
    fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) }).then(
      (response) => (response.ok ? response : undefined),
      () => undefined, // nobody listens there yet; `until` asks again, and knows when the program has ended
    )
  return Object.assign(program, {
    ready: () =>
      until(program, 'it was ready', async () => {
        const response = await page('/readyz')
        await response?.text()
        return response && performance.now() - program.begun
      }),
    open: () =>
      until(program, 'it told its open messages', async () => {
        const text = await (await page('/metrics'))?.text()
        const counts = [...(text ?? '').matchAll(/^abdi_messages_open\{.*\} (\d+)$/gm)].map(([, count]) =>
          Number(count),
        )
        return counts.length === 3 ? counts.reduce((sum, count) => sum + count) : undefined
      }),
  })
}
