import { describe, expect, it } from 'vitest'
import { ADMIN, openDashboard } from './stage.ts'

const MINUTE = 60_000

describe('coming in', () => {
  it('the link shows a button, the button lets in once, the cookie opens the dashboard', async () => {
    const stage = await openDashboard()
    const code = await stage.code()
    for (const _ of ['a look ahead', 'the person']) {
      const page = await fetch(`${stage.url}/dasbor/masuk?kode=${code}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain(`value="${code}"`)
    }
    const response = await stage.enters(code)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/dasbor'])
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^abdi_dasbor=[\w-]{43}; Max-Age=28800; Path=\/dasbor; HttpOnly; SameSite=Strict$/)
    const home = await fetch(`${stage.url}/dasbor`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(home.status).toBe(200)
    expect(await home.text()).toContain('href="/dasbor/antrean"')
    const trail = await stage.database.query('select action, account, role, subject from audit')
    expect(trail).toEqual([{ action: 'dashboard.entered', account: ADMIN, role: 'admin', subject: null }])
  })

  it('keeps neither the code nor the cookie as they are', async () => {
    const stage = await openDashboard()
    const code = await stage.code()
    const cookie = (await stage.enters(code)).headers.get('set-cookie') ?? ''
    const token = /=([\w-]{43})/.exec(cookie)?.[1] ?? ''
    const rows = await stage.database.query(
      'select to_jsonb(c) as row from dashboard_code c union all select to_jsonb(s) from dashboard_session s',
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(code)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('behind https the cookie is for https only', async () => {
    const stage = await openDashboard({ publicUrl: 'https://abdi.contoh.go.id' })
    const response = await stage.enters(await stage.code())
    expect(response.headers.get('set-cookie')).toContain('; Secure')
  })

  it('what is used, old, wrong or no code gets a kind page, and no cookie', async () => {
    const stage = await openDashboard()
    const used = await stage.code()
    await stage.enters(used)
    const old = await stage.code()
    stage.now = new Date(stage.now.getTime() + 5 * MINUTE)
    for (const code of [used, old, 'A'.repeat(43), '', "' or 1=1 --"]) {
      const response = await stage.enters(code)
      expect(response.status).toBe(403)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(await response.text()).toContain('tidak berlaku lagi')
    }
    const page = await fetch(`${stage.url}/dasbor/masuk?kode=${encodeURIComponent('"><script>')}`)
    expect(page.status).toBe(400)
    expect(await page.text()).not.toContain('<script>')
  })

  it('the button pressed twice lets in all the same', async () => {
    const stage = await openDashboard()
    const code = await stage.code()
    const cookie = (await stage.enters(code)).headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await stage.enters(code, { cookie })).status).toBe(303)
    const [count] = await stage.database.query('select count(*)::int as n from dashboard_session')
    expect(count).toEqual({ n: 1 })
  })

  it('two at once with one code: one comes in', async () => {
    const stage = await openDashboard()
    const code = await stage.code()
    const answers = await Promise.all([stage.enters(code), stage.enters(code), stage.enters(code)])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('who is no administrator any more does not come in, and is out at once', async () => {
    const stage = await openDashboard()
    const cookie = await stage.cookie()
    const code = await stage.code()
    stage.roles.set(ADMIN, 'hr')
    const refused = await stage.enters(code)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('Hanya untuk administrator')
    expect((await fetch(`${stage.url}/dasbor`, { headers: { cookie } })).status).toBe(401)
    stage.roles.set(ADMIN, 'admin')
    expect((await fetch(`${stage.url}/dasbor`, { headers: { cookie } })).status).toBe(401)
  })

  it('after eight hours, and after leaving, nobody is in', async () => {
    const stage = await openDashboard()
    const [first, second] = [await stage.cookie(), await stage.cookie()]
    const status = async (cookie: string) =>
      (await fetch(`${stage.url}/dasbor`, { headers: { cookie } })).status
    const left = await fetch(`${stage.url}/dasbor/keluar`, {
      method: 'POST',
      headers: { cookie: first, origin: stage.url },
    })
    expect(await left.text()).toContain('sudah keluar')
    expect(left.headers.get('set-cookie')).toMatch(/abdi_dasbor=; Max-Age=0; Path=\/dasbor/)
    expect(await Promise.all([status(first), status(second)])).toEqual([401, 200])
    stage.now = new Date(stage.now.getTime() + 8 * 60 * MINUTE)
    expect(await status(second)).toBe(401)
  })

  it('guesses are few in a minute', async () => {
    const stage = await openDashboard()
    const wrong = () => stage.enters('B'.repeat(43))
    for (let i = 0; i < 20; i++) expect((await wrong()).status).toBe(403)
    const refused = await wrong()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    stage.now = new Date(stage.now.getTime() + MINUTE + 1)
    expect((await wrong()).status).toBe(403)
  })
})

describe('the edge', () => {
  it('other sites cannot post', async () => {
    const stage = await openDashboard()
    const code = await stage.code()
    const cookie = await stage.cookie()
    for (const headers of [
      { origin: 'https://jahat.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      expect((await stage.enters(code, headers)).status).toBe(403)
      const leave = await fetch(`${stage.url}/dasbor/keluar`, {
        method: 'POST',
        headers: { cookie, ...headers },
      })
      expect(leave.status).toBe(403)
    }
    expect((await stage.enters(code)).status).toBe(303)
    expect((await fetch(`${stage.url}/dasbor`, { headers: { cookie } })).status).toBe(200)
  })

  it('every page is kept by nobody, framed by nobody, and runs no script', async () => {
    const stage = await openDashboard()
    const cookie = await stage.cookie()
    for (const path of ['/dasbor', '/dasbor/masuk', '/dasbor/entah', '/dasbor/antrean']) {
      for (const headers of [{}, { cookie }]) {
        const response = await fetch(stage.url + path, { headers })
        expect(response.headers.get('cache-control'), path).toBe('no-store')
        expect(response.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
        expect(response.headers.get('x-content-type-options'), path).toBe('nosniff')
      }
    }
    const home = await fetch(`${stage.url}/dasbor`, { headers: { cookie } })
    expect(home.headers.get('content-security-policy')).not.toContain('script-src')
    const style = await fetch(`${stage.url}/dasbor/gaya.css?v=x`)
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  })

  it('names are escaped, and a page that is not there says so', async () => {
    const stage = await openDashboard()
    const page = await fetch(`${stage.url}/dasbor/masuk?kode=${await stage.code()}`)
    expect(await page.text()).toContain('Kota &lt;Contoh&gt;')
    const lost = await fetch(`${stage.url}/dasbor/entah`)
    expect([lost.status, await lost.text()]).toEqual([404, expect.stringContaining('Halaman itu tidak ada')])
  })
})
