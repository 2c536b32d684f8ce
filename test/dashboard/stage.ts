import { createPostgresBackend, Queue, runMigrations } from 'bullmq'
import { onTestFinished } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import type { Role } from '../../src/chat/feature.ts'
import { createDashboard } from '../../src/dashboard/server.ts'
import type { Database } from '../../src/database/database.ts'
import { createCodeStore } from '../../src/features/dashboard/store.ts'
import { startServer } from '../../src/http.ts'
import type { Log } from '../../src/log.ts'

/** The dashboard as browsers and programs reach it, with a queue that has a schedule and a job that failed. */
export interface Stage {
  readonly url: string
  readonly database: Database
  readonly queue: Queue
  readonly logged: readonly object[]
  /** What accounts may do; all others are citizens. */
  readonly roles: Map<string, Role>
  now: Date
  /** A new code for an account that is known. */
  code(account?: string): Promise<string>
  /** Posts a code; resolves to the answer without following it. */
  enters(code: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The cookie of somebody who came in. */
  cookie(account?: string): Promise<string>
}

export const ADMIN = 'telegram:7'

/** Opens it on a loopback port; it ends with the test. */
export async function openDashboard({ publicUrl }: { publicUrl?: string } = {}): Promise<Stage> {
  const database = await freshDatabase()
  await database.query('truncate dashboard_code, dashboard_session')
  for (const account of [ADMIN, 'web:warga'])
    await database.query(`insert into account (id, name, conversation) values ($1, 'Agus', $1)`, [account])
  const queue = await queueOn(database)
  const logged: object[] = []
  const stage = {
    now: new Date('2026-03-02T09:00:00+07:00'),
    roles: new Map<string, Role>([[ADMIN, 'admin']]),
  }
  const dashboard = createDashboard({
    database,
    queue,
    role: async (account) => stage.roles.get(account) ?? 'citizen',
    clock: () => stage.now,
    publicUrl,
    organization: 'Kota <Contoh>',
    log: logInto(logged),
  })
  const server = await startServer(
    {
      routes: dashboard,
      ready: async () => undefined,
      metrics: async () => ({ contentType: 'text/plain', body: '' }),
      log: logInto(logged),
    },
    { host: '127.0.0.1', port: 0 },
  )
  onTestFinished(() => server.stop())
  const url = `http://127.0.0.1:${server.port}`
  const codes = createCodeStore(database)

  const code = (account = ADMIN): Promise<string> => codes.issue(account, stage.now)
  const enters: Stage['enters'] = (secret, headers = {}) =>
    fetch(`${url}/dasbor/masuk`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ kode: secret }),
    })
  return Object.assign(stage, {
    url,
    database,
    queue,
    logged,
    code,
    enters,
    async cookie(account = ADMIN) {
      const response = await enters(await code(account))
      return response.headers.get('set-cookie')?.split(';')[0] ?? 'none'
    },
  })
}

async function queueOn(database: Database): Promise<Queue> {
  const client = await database.pool.connect()
  try {
    await runMigrations(client)
    await client.query('set search_path to public, bullmq')
  } finally {
    client.release()
  }
  // the types of BullMQ know a queue by its backend, those of the test need only one
  const queue = new Queue('abdi', { connection: database.pool } as never, createPostgresBackend as never)
  await queue.obliterate({ force: true })
  await queue.upsertJobScheduler(
    'reminders.tick',
    { pattern: '0 8 * * *', tz: 'Asia/Jakarta' },
    { name: 'reminders.tick', data: {} },
  )
  onTestFinished(() => queue.close())
  return queue
}

function logInto(logged: object[]): Log {
  const note = (details: object, message?: string): void => void logged.push({ ...details, message })
  return { debug: note, info: note, warn: note, error: note } as unknown as Log // as much of a log as is used here
}
