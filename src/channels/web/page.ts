import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { headersWith } from '../../appearance/headers.ts'
import { colorOf, stylesWith } from '../../appearance/styles.ts'
import { texts } from './texts.ts'

interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
}

/** The headers every answer of the web chat carries. */
export const SAFETY = headersWith([
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:", // pictures are fetched with the session in a header, and shown from there
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
])

/** The routes of the page at `/` and of what it is made of, with the organization's name in it; it may offer to send files. */
export function createPageRoutes(organization: string, takesFiles = false): Hono {
  const icon = asset('icon.svg', 'image/svg+xml', read('icon.svg'))
  const parts = [
    asset('chat.css', 'text/css; charset=utf-8', stylesWith(read('chat.css'))),
    asset('chat.js', 'text/javascript; charset=utf-8', read('chat.js')),
    icon,
    asset('manifest.webmanifest', 'application/manifest+json', manifest(organization, icon)),
  ]
  const page = fill(read('page.html'), {
    organization: escapeHtml(organization),
    description: escapeHtml(texts.id.description),
    words: escapeHtml(JSON.stringify(texts.id.page)),
    light: colorOf('brand', 'light'),
    dark: colorOf('ground', 'dark'),
    attach: takesFiles ? 'on' : 'off',
    ...Object.fromEntries(parts.map(({ path }) => [path.replace(/^.*\/|\?.*$/g, ''), path])),
  })
  const routes = new Hono()
  routes.get('/', serve({ path: '/', type: 'text/html; charset=utf-8', body: page }, 'no-cache'))
  for (const part of parts)
    routes.get(part.path.replace(/\?.*$/, ''), serve(part, 'public, max-age=31536000, immutable'))
  return routes
}

/** A file under an address that changes with its content, so that a browser may keep it for ever. */
function asset(name: string, type: string, body: string): Asset {
  return { path: `/web/${name}?v=${digest(body).slice(0, 10)}`, type, body }
}

function serve({ path, type, body }: Asset, forEver: string) {
  const etag = `W/"${digest(body).slice(0, 22)}"`
  const zipped = new Uint8Array(gzipSync(body, { level: 9 }))
  const version = new URLSearchParams(path.split('?')[1]).get('v')
  return (c: Context): Response => {
    const isThisVersion = c.req.query('v') === (version ?? undefined)
    const headers = {
      ...SAFETY,
      'Cache-Control': isThisVersion ? forEver : 'no-cache',
      'Content-Type': type,
      ETag: etag,
      Vary: 'Accept-Encoding',
    }
    if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers)
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(body, 200, headers)
    return c.body(zipped, 200, { ...headers, 'Content-Encoding': 'gzip' })
  }
}

function manifest(organization: string, icon: Asset): string {
  return JSON.stringify({
    name: `Abdi · ${organization}`,
    short_name: 'Abdi',
    description: texts.id.description,
    lang: 'id',
    start_url: '/',
    display: 'standalone',
    background_color: colorOf('ground', 'light'),
    theme_color: colorOf('brand', 'light'),
    icons: [{ src: icon.path, sizes: 'any', type: icon.type, purpose: 'any' }],
  })
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** Puts values where the page says {{name}}; a name without a value is a mistake of ours. */
function fill(page: string, values: Readonly<Record<string, string>>): string {
  return page.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`page.html asks for the unknown value ${name}`)
    return value
  })
}

function digest(body: string): string {
  return createHash('sha256').update(body).digest('base64url')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
