import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import type { Answer, Request, Start } from './protocol.ts'

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
/** Enough to keep the index of 25,000 pasal warm; PostgreSQL's own default costs 110 MB more of memory. */
const BUFFERS = '24MB'
const asText = (value: string): string => value

/** The thread PostgreSQL runs in, so that a long statement never holds up the bot itself. */
const port = parentPort
if (port === null) throw new Error('this file is the database thread, not a program of its own')
const post = (answer: Answer): void => port.postMessage(answer)

const { directory, seed } = workerData as Start
const database = await PGlite.create({
  dataDir: directory,
  extensions: { vector },
  parsers: { [INT8]: asText, [NUMERIC]: asText, [DATE]: asText },
  startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`],
  ...(seed && { loadDataDir: new Blob([seed]) }),
})
database.onNotification((channel, payload) => post({ kind: 'notification', channel, payload }))
port.on('message', (request: Request) => void serve(request))
post({ kind: 'ready' })

async function serve({ id, ...request }: Request): Promise<void> {
  try {
    if (request.kind === 'close') {
      await database.close()
      return post({ kind: 'result', id, rows: [], affected: 0 })
    }
    if (request.kind === 'dump') {
      const dump = await database.dumpDataDir('gzip')
      return post({
        kind: 'result',
        id,
        rows: [{ dump: new Uint8Array(await dump.arrayBuffer()) }],
        affected: 0,
      })
    }
    if (request.parameters.length === 0) {
      const results = await database.exec(request.sql)
      const last = results.at(-1)
      return post({
        kind: 'result',
        id,
        rows: (last?.rows ?? []) as object[],
        affected: last?.affectedRows ?? 0,
      })
    }
    const result = await database.query<object>(request.sql, request.parameters as unknown[])
    post({ kind: 'result', id, rows: result.rows, affected: result.affectedRows ?? 0 })
  } catch (error) {
    const { message, code, constraint, detail } = error as Error &
      Record<'code' | 'constraint' | 'detail', string>
    post({ kind: 'failure', id, message, code, constraint, detail })
  }
}
