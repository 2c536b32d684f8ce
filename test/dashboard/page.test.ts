import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDashboard } from './stage.ts'

const CHROMIUM = '/usr/bin/chromium'
const SHOTS = process.env.SHOTS // a folder: pictures of the pages are put there, to be looked at
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const AXE = createRequire(import.meta.url).resolve('axe-core')

if (!existsSync(CHROMIUM))
  console.warn(`The dashboard is not tried in a browser: ${CHROMIUM} is missing (apt-get install chromium).`)

describe.skipIf(!existsSync(CHROMIUM))('the dashboard in a browser', { timeout: 60_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    if (SHOTS) mkdirSync(SHOTS, { recursive: true })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') })
  }, 60_000)
  afterAll(() => browser?.close())

  async function open(): Promise<{ page: Page; elsewhere: string[]; complaints: string[] }> {
    const context = await browser.newContext({ locale: 'id-ID', reducedMotion: 'reduce', ...PHONE })
    onTestFinished(() => context.close())
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const elsewhere: string[] = []
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') elsewhere.push(request.url())
    })
    return { page, elsewhere, complaints }
  }

  const picture = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }) : undefined

  async function faults(page: Page): Promise<readonly string[]> {
    await page.addScriptTag({ path: AXE }).catch(() => undefined) // the page itself allows no script
    return page.evaluate<string[]>(
      `typeof axe === 'undefined' ? ['no axe'] : axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
         violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    )
  }

  it('from the link in the chat to the board and out again', async () => {
    const stage = await openDashboard()
    const { page, elsewhere, complaints } = await open()
    await page.goto(`${stage.url}/dasbor/masuk?kode=${await stage.code()}`)
    await picture(page, 'enter')
    await page.getByRole('button', { name: 'Masuk' }).tap()
    await page.getByRole('heading', { name: 'Dasbor Abdi' }).waitFor()
    expect(page.url()).toBe(`${stage.url}/dasbor`)
    await picture(page, 'home')
    await page.getByRole('link', { name: 'Antrean pekerjaan' }).tap()
    await page.getByText('abdi', { exact: true }).first().waitFor()
    await picture(page, 'board')
    await page.goto(`${stage.url}/dasbor/antrean/job-schedulers`)
    await page.getByText('reminders.tick').first().waitFor()
    await picture(page, 'schedules')
    await page.goto(`${stage.url}/dasbor`)
    await page.getByRole('button', { name: 'Keluar' }).tap()
    await page.getByRole('heading', { name: 'Anda sudah keluar' }).waitFor()
    await page.goto(`${stage.url}/dasbor/antrean`)
    await page.getByRole('heading', { name: 'Anda belum masuk' }).waitFor()
    expect([elsewhere, complaints]).toEqual([[], []])
  })

  it('its own pages are fit for all', async () => {
    const stage = await openDashboard()
    const context = await browser.newContext({ ...PHONE, bypassCSP: true })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`${stage.url}/dasbor/masuk?kode=${await stage.code()}`)
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Masuk' }).tap()
    await page.getByRole('heading', { name: 'Dasbor Abdi' }).waitFor()
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.viewport.width)
  })
})
