import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startServer } from '../../src/http.ts'
import type { Log } from '../../src/log.ts'
import { publicStage } from './transparency-stage.ts'

const CHROMIUM = '/usr/bin/chromium'
const SHOTS = process.env.SHOTS // a folder: pictures of the pages are put there, to be looked at
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
const DESKTOP = { viewport: { width: 1280, height: 900 } }
const AXE = createRequire(import.meta.url).resolve('axe-core')

if (!existsSync(CHROMIUM))
  console.warn(
    `The public page is not tried in a browser: ${CHROMIUM} is missing (apt-get install chromium).`,
  )

describe.skipIf(!existsSync(CHROMIUM))('the public page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    if (SHOTS) mkdirSync(SHOTS, { recursive: true })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') })
  }, 60_000)
  afterAll(() => browser?.close())

  async function visit(
    options: BrowserContextOptions,
  ): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
    const url = await furnished()
    const context = await browser.newContext({ locale: 'id-ID', ...options })
    onTestFinished(() => context.close())
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const [complaints, asked]: [string[], string[]] = [[], []]
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${url}/transparansi`)
    return { page, complaints, asked }
  }

  async function faults(page: Page): Promise<readonly string[]> {
    await page.addScriptTag({ path: AXE })
    return page.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
         violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    )
  }

  const picture = (page: Page, name: string) =>
    SHOTS ? page.screenshot({ path: `${SHOTS}/transparansi-${name}.png`, fullPage: true }) : undefined

  it('needs no script and nothing else, and is filtered with a form', async () => {
    const { page, complaints, asked } = await visit({ ...PHONE, javaScriptEnabled: false })
    expect(asked).toHaveLength(1)
    await page.getByLabel('Kantor', { exact: true }).selectOption('Dinas Sosial')
    await page.getByLabel('Bulan', { exact: true }).selectOption('Februari 2026')
    await page.getByRole('button', { name: 'Tampilkan' }).tap()
    await page.getByRole('heading', { name: 'Dinas Sosial, Februari 2026' }).waitFor()
    expect(await page.getByLabel('Kantor', { exact: true }).inputValue()).toBe('4')
    await picture(page, 'phone-filtered')
    expect(complaints.filter((line) => !line.includes('favicon'))).toEqual([])
  })

  it.each([
    ['phone', 'light', PHONE],
    ['phone', 'dark', PHONE],
    ['desktop', 'light', DESKTOP],
    ['desktop', 'dark', DESKTOP],
  ] as const)('is fit for all on a %s, %s', async (name, colorScheme, options) => {
    const { page } = await visit({ ...options, colorScheme, bypassCSP: true })
    await picture(page, `${name}-${colorScheme}`)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(await faults(page)).toEqual([])
    const small = await page.evaluate(
      `[...document.querySelectorAll('button, select')].filter((one) => one.getBoundingClientRect().height < 44).length`,
    )
    expect(small).toBe(0)
  })

  it('is printed without what can only be pressed', async () => {
    const { page } = await visit({ ...DESKTOP, colorScheme: 'light' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Tampilkan' }).isVisible()).toBe(false)
    expect(await page.getByRole('heading', { name: 'Per bulan' }).isVisible()).toBe(true)
    if (SHOTS) await page.pdf({ path: `${SHOTS}/transparansi.pdf`, format: 'A4' })
    await picture(page, 'print')
  })
})

/** Starts it with something of everything to show. */
async function furnished(): Promise<string> {
  const stage = await publicStage(async () =>
    (['2026-01', '2026-02'] as const).flatMap((month, i) => [
      {
        unit: { id: '1', name: 'Dinas Kesehatan' },
        month,
        value: 84.12 + i,
        band: 'B' as const,
        respondents: 120,
      },
      {
        unit: { id: '4', name: 'Dinas Sosial' },
        month,
        value: 89.4 - i,
        band: 'A' as const,
        respondents: 45,
      },
    ]),
  )
  await stage.database.query(
    `insert into unit (name, key) values ('Dinas Kependudukan dan Pencatatan Sipil', 'dinas kependudukan dan pencatatan sipil'),
       ('Badan Pengelolaan Keuangan dan Aset Daerah', 'badan pengelolaan keuangan dan aset daerah')`,
  )
  const some = [
    [1, '2026-01-05', { answered: '2026-01-08', stars: 4, closed: '2026-01-20', themes: ['antrean'] }, 34],
    [1, '2026-02-02', { answered: '2026-02-23', themes: ['toilet'] }, 11],
    [1, '2026-03-27', {}, 6],
    [4, '2026-01-06', { answered: '2026-01-12', stars: 5, closed: '2026-01-20' }, 18],
    [4, '2026-02-03', { answered: '2026-02-06', themes: ['antrean'] }, 22],
    [4, '2026-03-02', {}, 3],
    [5, '2026-01-07', { answered: '2026-01-09', themes: ['antrean'] }, 1_204],
    [5, '2026-02-04', { answered: '2026-02-20' }, 240],
    [5, '2026-03-02', {}, 17],
    [6, '2026-02-05', { answered: '2026-02-06' }, 2],
    [null, '2026-03-26', {}, 5],
    [1, '2025-11-03', { answered: '2025-11-05' }, 60],
  ] as const
  for (const [unit, on, row, count] of some)
    await stage.lodge(
      { unit, on, kind: 'complaint', state: 'answered', ...row },
      count > 100 ? Math.round(count / 20) : count,
    )
  await stage.database.query(
    `insert into feedback_change (key, unit, on_day, words, account, published_on) values
       ('a', 2, '2026-03-02', 'Loket pendaftaran dibuka pukul 07.00, sebelumnya 08.00, karena warga sudah antre sejak pagi.', 'web:1', '2026-03-02'),
       ('b', 4, '2026-02-12', 'Kursi tunggu ditambah 20 buah dan ada toilet untuk penyandang disabilitas.', 'web:1', '2026-02-12')`,
  )
  const note = (): void => undefined
  const server = await startServer(
    {
      routes: new Hono(),
      pages: stage.pages(),
      ready: async () => undefined,
      metrics: async () => ({ contentType: 'text/plain', body: '' }),
      log: { debug: note, info: note, warn: note, error: note } as unknown as Log,
    },
    { host: '127.0.0.1', port: 0 },
  )
  onTestFinished(() => server.stop())
  return `http://127.0.0.1:${server.port}`
}
