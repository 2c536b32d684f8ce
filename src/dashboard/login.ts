import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { createLimit } from '../channels/web/limit.ts'
import { clientAddress, isCrossSite } from '../channels/web/request.ts'
import type { Role } from '../chat/feature.ts'
import { layout, type Markup, notice } from './layout.ts'
import { type LoginStore, SESSION_HOURS } from './login-store.ts'
import { texts } from './texts.ts'

/** What coming in is made from. */
export interface LoginContext {
  readonly store: LoginStore
  /** What somebody may do now. */
  readonly role: (account: string) => Promise<Role>
  readonly clock: () => Date
  readonly publicUrl: string | undefined
  readonly organization: string
}

/** Who is in, for the pages behind the door. */
export interface Inside {
  readonly Variables: { readonly account: string }
}

const t = texts.id
const COOKIE = 'abdi_dasbor'
const PATH = '/dasbor'
const SECRET = /^[\w-]{43}$/
const LARGEST_FORM = 4 * 1024
const MOST_TRIES = 20
const TRIES_MS = 60_000

/** The door of the dashboard: the pages by which administrators come in and leave, and the guard before all others. */
export function createLogin(context: LoginContext): {
  readonly routes: Hono
  readonly guard: MiddlewareHandler<Inside>
  readonly ownPagesOnly: MiddlewareHandler
} {
  const { store, role, clock, publicUrl } = context
  const tries = createLimit(MOST_TRIES, TRIES_MS, () => clock().getTime())
  const cookie = {
    path: PATH,
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicUrl?.startsWith('https:') === true,
  } as const

  /** The administrator a request comes from; whoever is none any more is out. */
  async function administrator(c: Context): Promise<string | undefined> {
    const token = getCookie(c, COOKIE)
    if (token === undefined || !SECRET.test(token)) return undefined
    const account = await store.accountOf(token, clock())
    if (account === undefined) return undefined
    if ((await role(account)) === 'admin') return account
    await store.leave(token)
    return undefined
  }

  async function enter(c: Context): Promise<Response> {
    const seconds = tries(clientAddress(c))
    if (seconds > 0) {
      c.header('Retry-After', String(seconds))
      return answer(c, 429, notice(t.tooManyTitle, t.tooMany))
    }
    const code = await codeIn(c)
    const holder = code === undefined ? undefined : await store.holderOf(code, clock())
    if (code === undefined || holder === undefined) {
      if ((await administrator(c)) !== undefined) return c.redirect(PATH, 303) // the button was pressed twice
      return answer(c, 403, notice(t.badCodeTitle, t.badCode, { href: PATH, label: t.tryAgain }))
    }
    if ((await role(holder)) !== 'admin') return answer(c, 403, notice(t.noAdminTitle, t.noAdmin))
    const token = await store.enter(code, clock())
    if (token === undefined)
      return answer(c, 403, notice(t.badCodeTitle, t.badCode, { href: PATH, label: t.tryAgain }))
    setCookie(c, COOKIE, token, { ...cookie, maxAge: SESSION_HOURS * 3_600 })
    return c.redirect(PATH, 303)
  }

  const routes = new Hono()
  // only shown: what looks ahead at links in a chat would else use them up
  routes.get('/dasbor/masuk', (c) => {
    const code = c.req.query('kode') ?? ''
    if (!SECRET.test(code)) return answer(c, 400, notice(t.badCodeTitle, t.badCode))
    return answer(c, 200, layout(t.enterTitle, door(code, context.organization)))
  })
  routes.post(
    '/dasbor/masuk',
    bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => answer(c, 413, notice(t.badCodeTitle, t.badCode)) }),
    enter,
  )
  routes.post('/dasbor/keluar', async (c) => {
    const token = getCookie(c, COOKIE)
    if (token !== undefined) await store.leave(token)
    deleteCookie(c, COOKIE, cookie)
    return answer(c, 200, notice(t.leftTitle, t.left))
  })

  return {
    routes,
    guard: async (c, next) => {
      const account = await administrator(c)
      if (account === undefined)
        return answer(c, 401, notice(t.notInTitle, t.notIn, { href: PATH, label: t.tryAgain }))
      c.set('account', account)
      await next()
      return undefined
    },
    ownPagesOnly: async (c, next) => {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isCrossSite(c.req.raw.headers, publicUrl))
        return answer(c, 403, notice(t.otherSiteTitle, t.otherSite))
      await next()
      return undefined
    },
  }
}

/** Answers with a page. */
export function answer(c: Context, status: ContentfulStatusCode, page: Markup): Response | Promise<Response> {
  return c.html(page, status)
}

function door(code: string, organization: string): Markup {
  return html`<p>${t.enter(organization)}</p>
<form method="post" action="/dasbor/masuk"><input type="hidden" name="kode" value="${code}"><button>${t.enterButton}</button></form>`
}

/** The code in a form that was sent; undefined for all that is none. */
async function codeIn(c: Context): Promise<string | undefined> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined
  const code = new URLSearchParams(await c.req.text()).get('kode') ?? ''
  return SECRET.test(code) ? code : undefined
}
