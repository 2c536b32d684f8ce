import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Page } from './chat/feature.ts'
import { Misconfigured } from './errors.ts'
import type { Log } from './log.ts'

/** What the web server serves. Routes that are not there answer 404 with a kind sentence. */
export interface Pages {
  readonly routes: Hono
  /** What features show by themselves. */
  readonly pages?: readonly Page[]
  readonly webhook?: { readonly path: string; handle(request: Request): Promise<Response> }
  /** Everything below /dasbor. */
  readonly dashboard?: Hono
  /** Takes what Slack sends to /slack/events. */
  slack?(request: Request): Promise<Response>
  /** Throws when the database does not answer. */
  ready(): Promise<void>
  metrics(): Promise<{ readonly contentType: string; readonly body: string }>
  readonly log: Log
}

const LARGEST_BODY = 1024 * 1024

/** Listens on a host and port. Throws `Misconfigured` when the port is taken or not allowed. */
export async function startServer(
  pages: Pages,
  address: { host: string; port: number },
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const app = new Hono()
  const { webhook, log } = pages
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    try {
      await pages.ready()
      return c.json({ ok: true })
    } catch (error) {
      log.warn({ err: error }, 'not ready')
      return c.json({ ok: false }, 503)
    }
  })
  app.get('/metrics', async (c) => {
    const { contentType, body } = await pages.metrics()
    return c.body(body, 200, { 'content-type': contentType })
  })
  const limit = bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text('Terlalu besar.', 413) })
  if (webhook) app.post(webhook.path, limit, (c) => webhook.handle(c.req.raw))
  if (pages.slack)
    app.post(
      '/slack/events',
      limit,
      async (c) => pages.slack?.(c.req.raw) ?? new Response('', { status: 404 }),
    )
  for (const { path, respond } of pages.pages ?? []) app.get(path, (c) => respond(c.req.raw))
  if (pages.dashboard) app.route('/', pages.dashboard)
  app.route('/', pages.routes)
  app.notFound((c) => c.text('Halaman itu tidak ada.', 404))
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.routePath }, 'a request failed')
    return c.json({ error: 'Maaf, ada gangguan di pihak kami. Silakan coba lagi sebentar lagi.' }, 500)
  })
  const server = await listen(app, address)
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : address.port,
    stop: () =>
      new Promise((resolve) => {
        const close = (): void => void ('closeIdleConnections' in server && server.closeIdleConnections())
        const idle = setInterval(close, 50) // an event stream that ends now leaves its connection open
        server.close(() => {
          clearInterval(idle)
          resolve()
        })
        close()
      }),
  }
}

function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Misconfigured(
      'PORT',
      `porta ${port} sudah dipakai program lain. Hentikan program itu atau isi PORT dengan angka lain.`,
    )
  if (error.code === 'EACCES')
    return new Misconfigured(
      'PORT',
      `porta ${port} butuh hak khusus. Pakai angka di atas 1023, misalnya 3000.`,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Misconfigured('HOST', `alamat ${host} tidak ada di mesin ini. Pakai 127.0.0.1 atau 0.0.0.0.`)
  return error
}
