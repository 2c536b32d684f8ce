import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Log } from '../../log.ts'
import { SAFETY } from './page.ts'
import { isCrossSite } from './request.ts'
import { texts } from './texts.ts'

type Handler = (c: Context) => Response | Promise<Response>

/** Refuses a request with one sentence for people, and where waiting helps, for how many seconds. */
export function refuse(
  c: Context,
  status: ContentfulStatusCode,
  sentence: string,
  retryAfter?: number,
): Response {
  const headers = retryAfter === undefined ? SAFETY : { ...SAFETY, 'Retry-After': String(retryAfter) }
  return c.json({ error: sentence }, status, headers)
}

/** The edge of a route: refuses pages of other sites, and says in words that something went wrong with us. */
export function guarded(handle: Handler, log: Log, publicUrl?: string): Handler {
  return async (c) => {
    if (isCrossSite(c.req.raw.headers, publicUrl)) return refuse(c, 403, texts.id.crossSite)
    try {
      return await handle(c)
    } catch (error) {
      log.error({ err: error }, 'a web chat request failed')
      return refuse(c, 503, texts.id.notReady, 5)
    }
  }
}

/** Lets pass only what says it is JSON, which no form of another site can. */
export async function requireJson(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return refuse(c, 415, texts.id.wrongType)
  await next()
  return undefined
}

/** The body as JSON; undefined when it is none, which nothing that is expected can be. */
export async function readJson(c: Context): Promise<unknown> {
  const body = await c.req.text()
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
