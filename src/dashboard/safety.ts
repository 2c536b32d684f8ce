import type { MiddlewareHandler } from 'hono'
import { headersWith } from '../appearance/headers.ts'

/** Headers of the dashboard's own pages: nothing from elsewhere, no scripts, no frames, nothing kept by the browser. */
export const PAGE_SAFETY = ownHeaders([
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
])

/**
 * Headers of the board of queues, which runs scripts of its own, sets styles in its markup, and names a base address. The
 * fonts it would fetch from elsewhere stay away.
 */
export const BOARD_SAFETY = ownHeaders([
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
])

/** Puts headers on every answer, over what is there; `keep` where a browser may keep it. */
export function safe(
  headers: Readonly<Record<string, string>>,
  keep: (path: string) => boolean = () => false,
): MiddlewareHandler {
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    const kept = keep(c.req.path) && c.res.status === 200
    c.res.headers.set('Cache-Control', kept ? 'private, max-age=86400' : 'no-store')
  }
}

function ownHeaders(policy: readonly string[]): Readonly<Record<string, string>> {
  // with no referrer at all a form of ours would no longer say where it comes from
  return { ...headersWith(policy, 'same-origin'), 'X-Robots-Tag': 'noindex' }
}
