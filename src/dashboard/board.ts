import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import type { BoardHooks } from '@bull-board/api/typings/app'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { texts } from './texts.ts'

/**
 * The board of a queue, at a path of ours: what is planned, runs and has failed. What has failed can be run again or
 * removed, what waits can be run now; nothing else is changed there, the schedules follow from the code. `knowsWorkers` is
 * false where the store cannot tell which workers there are.
 */
export function createBoard(queue: unknown, basePath: string, knowsWorkers: boolean): Hono {
  const t = texts.id
  const server = new HonoAdapter(serveStatic)
  createBullBoard({
    // it looks for itself whether that is a queue of BullMQ's, and says so where not
    queues: [new BullMQAdapter(queue as ConstructorParameters<typeof BullMQAdapter>[0])],
    serverAdapter: server,
    options: {
      handlerHooks: HOOKS,
      uiConfig: {
        boardTitle: t.boardTitle,
        hideDocsLink: true,
        showWorkers: knowsWorkers,
        miscLinks: [{ text: t.back, url: '/dasbor' }],
        locale: { lng: 'en-US' },
      },
    },
  })
  server.setBasePath(basePath)
  return server.registerPlugin()
}

/** What may be done besides looking: the last words of a route, and of which jobs. */
const ALLOWED: readonly RegExp[] = [
  /\/(?:retry|clean)\/:queueStatus$/,
  /\/:jobId\/(?:retry|clean|promote)$/,
  /\/job-schedulers\/:schedulerId\/run$/,
]

const HOOKS: BoardHooks = {
  before: ({ method, route, request }) => {
    const { queueStatus } = request?.params ?? {}
    const allowed = ALLOWED.some((pattern) => pattern.test(route))
    if (method === 'get' || (allowed && (queueStatus === undefined || queueStatus === 'failed')))
      return { allow: true }
    return { allow: false }
  },
  // why something failed may quote what people wrote; long numbers are theirs
  after: (_context, result) => JSON.parse(JSON.stringify(result, masked)),
}

function masked(key: string, value: unknown): unknown {
  if (key === 'failedReason' && typeof value === 'string') return withoutNumbers(value)
  if (key === 'stacktrace' && Array.isArray(value)) return value.map((line) => withoutNumbers(String(line)))
  return value
}

function withoutNumbers(text: string): string {
  return text.replace(/\d(?:[\s.-]?\d){6,}/g, '…')
}
