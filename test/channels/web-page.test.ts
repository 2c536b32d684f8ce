import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inboxOf } from '#test/inbox.ts'
import { createWebChannel, type TranscriptLine, type WebChannel } from '../../src/channels/web.ts'
import type { Content, Outgoing } from '../../src/chat/message.ts'

const CHROMIUM = '/usr/bin/chromium'
const SHOTS = process.env.SHOTS // a folder: pictures of the page are put there, to be looked at
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
const SOON = { timeout: 10_000 }
const DESKTOP = { viewport: { width: 1280, height: 800 } }

if (!existsSync(CHROMIUM))
  console.warn(`The page of the web chat is not tested: ${CHROMIUM} is missing (apt-get install chromium).`)

describe.skipIf(!existsSync(CHROMIUM))('the page of the web chat', { timeout: 30_000 }, () => {
  let browser: Browser
  let context: BrowserContext
  let bot: Bot

  beforeAll(async () => {
    if (SHOTS) mkdirSync(SHOTS, { recursive: true })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(' ') })
  }, 60_000)
  afterAll(() => browser?.close())
  beforeEach(async () => {
    bot = await startBot()
  })
  afterEach(async () => {
    await context?.close()
    await bot.stop()
  })

  async function visit(options: BrowserContextOptions = PHONE): Promise<Page> {
    context = await browser.newContext({ locale: 'id-ID', reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    page.on('request', (request) => bot.requests.push(new URL(request.url()).origin))
    page.on('pageerror', (error) => bot.complaints.push(error.message))
    page.on('console', (line) => line.type() === 'error' && bot.complaints.push(line.text()))
    await page.goto(bot.url)
    return page
  }

  async function ask(page: Page, text: string): Promise<void> {
    await page.getByLabel('Tulis pesan untuk Abdi').fill(text)
    await page.getByLabel('Tulis pesan untuk Abdi').press('Enter')
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` })
  }

  const lines = (page: Page) => page.locator('#log .line')

  /** What axe finds wrong, and where. */
  async function faults(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE)
    return page.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
         violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    )
  }

  it('answers a question, offers buttons, and takes one', async () => {
    const page = await visit()
    await picture(page, 'phone-welcome')
    await ask(page, 'bolos 5 hari kena sanksi apa?')
    await page.getByRole('button', { name: 'Membantu', exact: true }).waitFor()
    expect(await lines(page).allInnerTexts()).toEqual([
      'Anda:\nbolos 5 hari kena sanksi apa?',
      expect.stringContaining('Pasal 9'),
    ])
    expect(await page.locator('.out blockquote').innerText()).toContain('tidak Masuk Kerja')
    expect(await page.locator('.out li').count()).toBe(3)
    await picture(page, 'phone-answer')
    await page.getByRole('button', { name: 'Membantu', exact: true }).click()
    await page.getByText('Terima kasih').waitFor()
    expect(await lines(page).locator('.bubble').allInnerTexts()).toMatchObject({
      2: 'Membantu',
      3: 'Terima kasih, senang bisa membantu!',
    })
    expect(await page.locator('.choices .chosen').innerText()).toBe('Membantu')
    expect(bot.said()).toEqual([
      { kind: 'text', text: 'bolos 5 hari kena sanksi apa?' },
      { kind: 'choice', value: 'questions:up' },
    ])
    await picture(page, 'phone-pressed')
  })

  it('suggests first questions, which are asked with one tap', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Cuti tahunan berapa hari?' }).tap()
    await page.getByText('12 (dua belas) hari kerja').waitFor()
    expect(await page.locator('#welcome').isVisible()).toBe(false)
  })

  it('resumes the conversation after a reload, each line once, until a new one is begun', async () => {
    const page = await visit()
    await ask(page, 'Cuti tahunan berapa hari?')
    await page.getByText('12 (dua belas) hari kerja').waitFor()
    await page.getByLabel('Tulis pesan untuk Abdi').fill('belum selesai ditu')
    const before = await lines(page).allInnerTexts()
    await page.reload()
    await page.locator('#log[aria-live=polite]').waitFor()
    expect(await lines(page).allInnerTexts()).toEqual(before)
    expect(await page.getByLabel('Tulis pesan untuk Abdi').inputValue()).toBe('belum selesai ditu')
    await page.getByRole('button', { name: 'Obrolan baru' }).click()
    await picture(page, 'phone-new')
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Mulai baru' }).click()
    await page.getByRole('heading', { name: 'Halo, ada yang bisa Abdi bantu?' }).waitFor()
    expect(await lines(page).count()).toBe(0)
    await ask(page, 'Halo')
    await lines(page).nth(1).waitFor()
    expect(new Set(bot.rows.map((row) => row.key.split(':')[1])).size).toBeGreaterThan(1)
  })

  it('keeps what could not be sent and sends it once the connection is back', async () => {
    const page = await visit()
    await context.setOffline(true)
    await ask(page, 'Cuti tahunan berapa hari?')
    await page.locator('.state', { hasText: 'Belum terkirim' }).waitFor()
    await page.getByText('Sambungan internet terputus').waitFor()
    expect(await faults(page)).toEqual([])
    await picture(page, 'phone-offline')
    await context.setOffline(false)
    await page.getByText('12 (dua belas) hari kerja').waitFor()
    expect(bot.said()).toHaveLength(1)
    expect(await lines(page).count()).toBe(2)
    expect(await page.locator('.state').count()).toBe(0)
  })

  it('sends an unsent message once, also when the page was closed and when the first answer got lost', async () => {
    const page = await visit()
    let lost = 0
    await page.route('**/api/chat', async (route) => {
      if (lost++ === 0) await send(route.request())
      await route.abort('connectionreset')
    })
    await page.route('**/api/chat/events*', (route) => route.abort('connectionreset'))
    await ask(page, 'Cuti tahunan berapa hari?')
    await page.getByRole('button', { name: 'Kirim sekarang' }).click()
    await expect.poll(() => lost, SOON).toBeGreaterThan(1)
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await page.getByText('12 (dua belas) hari kerja').waitFor()
    expect(await lines(page).count()).toBe(2)
    expect(bot.said()).toHaveLength(1)
    expect(await page.evaluate<string[]>('Object.keys(localStorage)')).toEqual(['abdi:session'])
    bot.complaints.length = 0 // the browser tells of the requests broken off above
  })

  it('shows a message once that was written before the conversation was there', async () => {
    const page = await visit()
    await ask(page, 'Cuti tahunan berapa hari?')
    await page.getByText('12 (dua belas) hari kerja').waitFor()
    const { promise: online, resolve: goOnline } = Promise.withResolvers<void>()
    await page.route('**/api/chat**', async (route) => {
      await online
      await route.continue()
    })
    await page.reload()
    await ask(page, 'bolos 5 hari')
    await page.evaluate('settle()') // as when the stream cannot be had
    goOnline()
    await page.getByRole('button', { name: 'Membantu', exact: true }).waitFor()
    await page.locator('#log').getByText('12 (dua belas) hari kerja').waitFor()
    expect(await lines(page).count()).toBe(4)
    expect(bot.said()).toHaveLength(2)
  })

  it('shows the answer while it grows, and then the answer in its place', async () => {
    const page = await visit()
    bot.hold()
    await ask(page, 'Cuti tahunan berapa hari?')
    await page.getByText('Abdi sedang menyiapkan jawaban').waitFor()
    await page.locator('#dots').waitFor()
    await picture(page, 'phone-typing')
    const [question] = bot.rows
    await bot.channel.preview?.(`web:${question?.key.split(':')[1]}`, 'PNS berhak atas cuti tahunan **selama')
    await page.locator('#preview').getByText('PNS berhak atas cuti').waitFor()
    expect(await page.locator('#dots').isVisible()).toBe(false)
    await bot.release()
    await page.locator('#log').getByText('12 (dua belas) hari kerja').waitFor()
    expect(await page.locator('#preview').isVisible()).toBe(false)
    expect(await page.getByText('Abdi sedang menyiapkan jawaban').count()).toBe(0)
  })

  it('says that an answer takes longer, and shows it when it is there', async () => {
    const page = await visit()
    bot.hold()
    await page.route('**/api/chat', async (route) => {
      void send(route.request()) // the bot gets it, but its answer takes too long
      await route.fulfill({ status: 202, json: { session: 'sesi', replies: [] } })
    })
    await ask(page, 'Cuti tahunan berapa hari?')
    await page.getByText('Jawabannya perlu waktu lebih lama').waitFor()
    await expect.poll(() => bot.said().length, SOON).toBe(1)
    await bot.release()
    await page.getByText('12 (dua belas) hari kerja').waitFor()
    expect(await page.getByText('Jawabannya perlu waktu lebih lama').count()).toBe(0)
    expect(await lines(page).count()).toBe(2)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

  it('says why a message is refused and lets it be changed', async () => {
    const page = await visit()
    await page.route('**/api/chat', (route) =>
      route.fulfill({ status: 400, json: { error: 'Pesannya terlalu panjang.' } }),
    )
    await ask(page, 'panjang sekali')
    await page.getByText('Pesannya terlalu panjang.').waitFor()
    await page.getByRole('button', { name: 'Ubah pesan' }).click()
    expect(await page.getByLabel('Tulis pesan untuk Abdi').inputValue()).toBe('panjang sekali')
    expect(await lines(page).count()).toBe(0)
    bot.complaints.length = 0 // the browser tells of the status 400
  })

  it('shows what people and the bot wrote as text, never as code', async () => {
    const page = await visit()
    const attack = `<img src=x onerror="document.title='jebol'"><script>document.title='jebol'</script>`
    bot.answerWith({
      text: `${attack} [klik](javascript:alert(1)) <a href="javascript:alert(1)">x</a>`,
      choices: [{ label: attack.slice(0, 40), value: 'x' }],
    })
    await ask(page, attack)
    await lines(page).nth(1).waitFor()
    expect(await page.locator('#log :is(img, script, a, iframe)').count()).toBe(0)
    expect(await lines(page).first().locator('.bubble').innerText()).toBe(attack)
    expect(await lines(page).nth(1).innerText()).toContain(attack)
    expect(await page.title()).toBe('Abdi · Pemerintah Kota Serang')
  })

  it('stays where one reads, and says that there is more', async () => {
    const page = await visit()
    for (const [i, question] of ['bolos satu', 'bolos dua', 'bolos tiga'].entries()) {
      await ask(page, question)
      await page.locator('#log .out').nth(i).waitFor()
    }
    const scrollTop = (): Promise<number> => page.evaluate<number>('scroller.scrollTop')
    await page.evaluate('scroller.scrollTo(0, 40)')
    await expect.poll(() => page.evaluate('isStuck'), SOON).toBe(false)
    await bot.remind('Pengingat: SKP triwulan ditutup besok.')
    await page.getByRole('button', { name: 'Pesan baru' }).waitFor()
    expect(await scrollTop()).toBe(40)
    await picture(page, 'phone-reading')
    await page.getByRole('button', { name: 'Pesan baru' }).tap()
    expect(await page.getByText('Pengingat: SKP').isVisible()).toBe(true)
    expect(await scrollTop()).toBeGreaterThan(40)
    expect(await page.getByRole('button', { name: 'Pesan baru' }).isVisible()).toBe(false)
  })

  it('writes on with Shift+Enter and grows with the text', async () => {
    const page = await visit(DESKTOP)
    const box = page.getByLabel('Tulis pesan untuk Abdi')
    const height = async (): Promise<number> => (await box.boundingBox())?.height ?? 0
    const low = await height()
    await box.pressSequentially('satu')
    for (const word of ['dua', 'tiga']) {
      await box.press('Shift+Enter')
      await box.pressSequentially(word)
    }
    expect(await height()).toBeGreaterThan(low + 30)
    await box.press('Enter')
    await lines(page).nth(1).waitFor()
    expect(bot.said()).toEqual([{ kind: 'text', text: 'satu\ndua\ntiga' }])
    expect(await height()).toBe(low)
  })

  it('can be used with the keyboard alone', async () => {
    const page = await visit(DESKTOP)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.type('bolos 5 hari')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Membantu', exact: true }).waitFor()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => bot.said().at(-1), SOON).toEqual({ kind: 'choice', value: 'questions:up' })
  })

  it('says what is needed where JavaScript is switched off', async () => {
    const page = await visit({ ...PHONE, javaScriptEnabled: false })
    expect(await page.locator('.notice').innerText()).toContain('Nyalakan JavaScript')
    expect(await page.getByLabel('Tulis pesan untuk Abdi').isVisible()).toBe(false)
    await picture(page, 'phone-noscript')
  })

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
      it(`is accessible on a ${name}, ${colorScheme}, with targets that can be hit`, async () => {
        const page = await visit({ ...size, colorScheme })
        expect(await faults(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
        await picture(page, `${name}-${colorScheme}-welcome`)
        await ask(page, 'bolos 5 hari kena sanksi apa?')
        await page.getByRole('button', { name: 'Membantu', exact: true }).waitFor()
        expect(await faults(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
        await picture(page, `${name}-${colorScheme}-answer`)
        await page.getByRole('button', { name: 'Membantu', exact: true }).click()
        await page.getByText('Terima kasih').waitFor()
        bot.hold()
        await ask(page, 'Cuti?')
        await page.locator('#dots').waitFor()
        expect(await faults(page)).toEqual([])
        await picture(page, `${name}-${colorScheme}-typing`)
      })

  afterEach(() => {
    expect(bot.complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    expect(new Set(bot.requests)).toEqual(new Set([bot.url]))
  })
})

const AXE = `${createRequire(import.meta.url)('axe-core').source}; undefined`

/** Sends what the page wanted to send. */
function send(request: Request): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(request.url(), { method: 'POST', body: request.postData(), headers })
}

/** Buttons and fields that are less than 44 pixels high or wide. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('button, textarea')].filter((node) => {
       const { width, height } = node.getBoundingClientRect()
       return width > 0 && (width < 44 || height < 44)
     }).map((node) => node.outerHTML)`,
  )
}

// ---- A bot that knows two answers

interface Bot {
  readonly url: string
  readonly channel: WebChannel
  readonly rows: readonly TranscriptLine[]
  readonly requests: string[]
  readonly complaints: string[]
  said(): readonly Content[]
  answerWith(message: Outgoing): void
  /** Leaves questions unanswered until `release`. */
  hold(): void
  release(): Promise<void>
  remind(text: string): Promise<void>
  stop(): Promise<void>
}

const SANCTION: Outgoing = {
  text: `Bolos **5 hari kerja** dalam setahun termasuk pelanggaran ringan: teguran tertulis.

> PNS yang tidak Masuk Kerja tanpa alasan yang sah secara kumulatif selama **4 (empat) sampai dengan 6 (enam) hari kerja** dalam 1 (satu) tahun dijatuhi teguran tertulis.
>
> PP 94/2021, Pasal 9 ayat (2) huruf b

Urutannya menurut lamanya:

1. **3 hari**: teguran lisan
2. **4–6 hari**: teguran tertulis
3. **7–10 hari**: pernyataan tidak puas secara tertulis

Bunyi lengkapnya di [peraturan.go.id](https://peraturan.go.id/id/pp-no-94-tahun-2021).`,
  choices: [
    { label: 'Membantu', value: 'questions:up' },
    { label: 'Belum menjawab', value: 'questions:down' },
    { label: 'Tanya petugas', value: 'questions:hand' },
  ],
}

function answerTo(content: Content): Outgoing {
  if (content.kind === 'choice') return { text: 'Terima kasih, senang bisa membantu!' }
  if (content.kind === 'text' && content.text.includes('bolos')) return SANCTION
  return {
    text: 'PNS berhak atas cuti tahunan selama **12 (dua belas) hari kerja** (PP 11/2017, Pasal 311).',
  }
}

async function startBot(): Promise<Bot> {
  const rows: TranscriptLine[] = []
  const answered = new Set<string>()
  const requests: string[] = []
  const complaints: string[] = []
  const held: TranscriptLine[] = []
  let isHolding = false
  let answer: (content: Content) => Outgoing = answerTo
  const complain = (...args: unknown[]): void => void complaints.push(JSON.stringify(args))
  const channel = createWebChannel({
    organization: 'Pemerintah Kota Serang',
    log: { debug: complain, info: complain, warn: complain, error: complain },
    transcript: async (to, after) =>
      rows.filter((row) => row.key.startsWith(`${to}:`) && Number(row.id) > Number(after)),
    repliesTo: async (key) =>
      answered.has(key)
        ? rows.filter((row) => row.answers === rows.find((r) => r.key === key)?.id)
        : undefined,
  })
  const conversationOf = ({ key }: TranscriptLine) => key.slice(0, key.lastIndexOf(':')) as `web:${string}`
  const add = (row: Omit<TranscriptLine, 'id'>): TranscriptLine => {
    const stored = { ...row, id: String(rows.length + 1) }
    rows.push(stored)
    return stored
  }

  async function reply(row: TranscriptLine): Promise<void> {
    const to = conversationOf(row)
    add({
      key: `${to}:reply-${row.id}`,
      direction: 'out',
      content: answer(row.content as Content),
      answers: row.id,
    })
    answered.add(row.key)
    await channel.send(to, { text: '' })
  }

  await channel.start(
    inboxOf({
      async receive({ id, content }) {
        if (rows.some((row) => row.key === id)) return
        const row = add({ key: id, direction: 'in', content, answers: null })
        if (isHolding) held.push(row)
        else queueMicrotask(() => void reply(row))
      },
      unreachable: async () => expect.unreachable('a web conversation is always reachable'),
    }),
  )
  const server = createServer(getRequestListener(channel.routes.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is always one
    channel,
    rows,
    requests,
    complaints,
    said: () => rows.filter((row) => row.direction === 'in').map((row) => row.content as Content),
    answerWith(message) {
      answer = () => message
    },
    hold() {
      isHolding = true
    },
    async release() {
      isHolding = false
      for (const row of held.splice(0)) await reply(row)
    },
    async remind(text) {
      const [first] = rows
      if (first === undefined) throw new Error('nobody to remind')
      const to = conversationOf(first)
      add({ key: `${to}:reminder`, direction: 'out', content: { text }, answers: null })
      await channel.send(to, { text })
    },
    async stop() {
      await channel.stop()
      server.close().closeAllConnections()
      await once(server, 'close')
    },
  }
}
