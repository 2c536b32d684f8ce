import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { Role } from '../chat/feature.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import { layout, notice, stylesheet } from './layout.ts'
import { answer, createLogin, type Inside } from './login.ts'
import { createLoginStore } from './login-store.ts'
import { BOARD_SAFETY, PAGE_SAFETY, safe } from './safety.ts'
import { texts } from './texts.ts'

/** What the dashboard is made from. */
export interface DashboardContext {
  readonly database: Database
  /** What somebody may do now, by their account. */
  readonly role: (account: string) => Promise<Role>
  /** The queue as BullMQ has it. */
  readonly queue: unknown
  readonly clock: () => Date
  readonly publicUrl: string | undefined
  readonly organization: string
  readonly log: Log
}

const t = texts.id
const BOARD = '/dasbor/antrean'
const LARGEST_BODY = 64 * 1024

/** The routes of the dashboard at /dasbor, for administrators only; the board of queues is loaded when it is first asked for. */
export function createDashboard(context: DashboardContext): Hono {
  const { clock, log } = context
  const store = createLoginStore(context.database)
  const login = createLogin({ ...context, store })
  let board: Promise<Hono> | undefined
  const loadBoard = async (): Promise<Hono> => {
    const { createBoard } = await import('./board.ts')
    return new Hono().route(BOARD, createBoard(context.queue, BOARD, context.database.kind === 'native'))
  }

  const pages = new Hono<Inside>()
  pages.use(`${BOARD}/*`, login.guard)
  pages.get('/dasbor', login.guard, (c) => answer(c, 200, home()))
  for (const path of ['/dasbor', BOARD]) pages.get(`${path}/`, (c) => c.redirect(path, 301))
  pages.all(`${BOARD}/*`, async (c) => {
    board ??= loadBoard()
    const response = await (await board).fetch(c.req.raw, c.env)
    if (response.status >= 500) log.error({ status: response.status }, 'the board of queues failed')
    if (c.req.method !== 'GET' && response.ok)
      await store.changed(c.get('account'), randomUUID(), { what: whatOf(c.req.path) }, clock())
    return new Response(response.body, response) // its headers can then be changed
  })

  const routes = new Hono()
  routes.use('/dasbor', safe(PAGE_SAFETY))
  routes.use('/dasbor/*', async (c, next) =>
    isBoard(c.req.path)
      ? safe(BOARD_SAFETY, (path) => path.startsWith(`${BOARD}/static/`))(c, next)
      : safe(PAGE_SAFETY, (path) => path === stylesheet.path)(c, next),
  )
  routes.use('/dasbor/*', login.ownPagesOnly, bodyLimit({ maxSize: LARGEST_BODY }))
  routes.get(stylesheet.path, (c) =>
    c.body(stylesheet.body, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  routes.route('/', login.routes)
  routes.route('/', pages)
  routes.all('/dasbor/*', (c) =>
    answer(c, 404, notice(t.noSuchPageTitle, t.noSuchPage, { href: '/dasbor', label: t.back })),
  )
  return routes
}

function isBoard(path: string): boolean {
  return path === BOARD || path.startsWith(`${BOARD}/`)
}

/** What was done on the board, without the ids of jobs: "retry". */
function whatOf(path: string): string {
  return /(?:retry|clean|promote|run)/.exec(path.replace(BOARD, ''))?.[0] ?? 'other'
}

function home() {
  return layout(
    t.title,
    html`<p>${t.welcome}</p><a class="card" href="${BOARD}"><strong>${t.board}</strong><span>${t.boardHint}</span></a>`,
    true,
  )
}
