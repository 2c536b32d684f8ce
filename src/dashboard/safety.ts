import type { MiddlewareHandler } from 'hono'

/** Headers of the dashboard's own pages: nothing from elsewhere, no scripts, no frames, nothing kept by the browser. */
export const PAGE_SAFETY = headersWith([
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
])

/**
 * Headers of the board of queues, which runs scripts of its own, sets styles in its markup, and names a base address. The
 * fonts it would fetch from elsewhere stay away.
 */
export const BOARD_SAFETY = headersWith([
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
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

function headersWith(policy: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // with none at all a form of ours would no longer say where it comes from
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'X-Robots-Tag': 'noindex',
  }
}
