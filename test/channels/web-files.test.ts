import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import fc from 'fast-check'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot.ts'
import { createWebChannel, type WebChannel } from '../../src/channels/web.ts'
import type { Database } from '../../src/database/database.ts'
import { Unreadable } from '../../src/errors.ts'
import { texts as fileTexts } from '../../src/files/texts.ts'
import { REFUSED, TAKEN } from '../files/samples.ts'
import { botOn, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WATI = 'sesi-wati-0001'
const SARI = 'sesi-sari-0001'
const BUDI = 'sesi-budi-0001'
const PHOTO = TAKEN['foto.jpg'] ?? new Uint8Array()

interface Shown {
  readonly text: string
  readonly file?: { readonly hash: string; readonly name: string; readonly size: string }
  readonly choices?: readonly { readonly label: string; readonly value: string }[]
}

let chat: Awaited<ReturnType<typeof open>>
let database: Database
beforeAll(async () => {
  database = await freshDatabase()
}, 60_000)
beforeEach(async () => {
  database = await freshDatabase()
  await database.query('truncate file, file_use')
  chat = await open()
})
afterEach(() => chat.stop())

describe('a file sent through the web chat', () => {
  it('goes with the question to the officer, and both can fetch it', async () => {
    await officer(SARI)
    for (const text of ['tanya hr', 'Apakah foto ini cukup sebagai bukti?', 'lewati'])
      await chat.says(WATI, text)
    const taken = await chat.upload(WATI, 'rumah.jpg', PHOTO)
    expect(taken.status).toBe(200)
    expect(taken.body.replies?.[0]?.text).toMatch(/Lampiran:.* rumah\\\.jpg/)
    await chat.says(WATI, 'ya')
    const [, notice] = await chat.says(SARI, '/pertanyaan')
    expect(notice?.text).toMatch(/Lampiran: rumah/)
    const [shown] = await chat.presses(SARI, notice?.choices?.[1]?.value ?? '')
    expect(shown?.file).toMatchObject({ name: 'rumah.jpg', size: `${PHOTO.length} B` })
    for (const session of [WATI, SARI]) {
      const given = await chat.download(session, shown?.file?.hash ?? '')
      expect(given.status, session).toBe(200)
      expect(given.bytes).toEqual(PHOTO)
    }
  })

  it('is given to be saved, and nothing in it can act in the page', async () => {
    const { hash } = await sent(WATI, 'Surat «izin» (1).txt', new TextEncoder().encode('Mohon izin.'))
    const { headers } = await chat.download(WATI, hash)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Surat%20%C2%ABizin%C2%BB%20%281%29.txt",
    )
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('is refused to every other session, as if it were not there', async () => {
    const { hash } = await sent(WATI, 'foto.jpg', PHOTO)
    const nobody = await chat.download(BUDI, '0'.repeat(64))
    for (const session of [BUDI, `${WATI}x`]) {
      const refused = await chat.download(session, hash)
      expect([refused.status, refused.text]).toEqual([404, nobody.text])
    }
    await officer(SARI)
    expect((await chat.download(SARI, hash)).status, 'no form has taken it').toBe(404)
    expect((await chat.download(WATI, hash)).status).toBe(200)
  })

  it('needs a session in its header, for nothing else keeps it out of addresses and other sites', async () => {
    const { hash } = await sent(WATI, 'foto.jpg', PHOTO)
    expect((await chat.download('', hash)).status).toBe(400)
    const inAddress = await fetch(`${chat.url}/api/chat/files/${hash}?session=${WATI}`)
    expect(inAddress.status).toBe(400)
    expect((await chat.upload('', 'foto.jpg', PHOTO)).status).toBe(400)
    const elsewhere = { 'sec-fetch-site': 'cross-site' }
    expect((await chat.download(WATI, hash, elsewhere)).status).toBe(403)
    expect((await chat.upload(WATI, 'foto.jpg', PHOTO, { headers: elsewhere })).status).toBe(403)
    expect(
      (await chat.upload(WATI, 'foto.jpg', PHOTO, { headers: { origin: 'https://jahat.example' } })).status,
    ).toBe(403)
  })

  it.each(['program.pdf', 'gambar.png', 'makro.docx', 'bom.docx', 'kosong.txt'])(
    '%s is refused with the reason, and nothing is said or kept',
    async (name) => {
      const refused = await chat.upload(WATI, name, REFUSED[name] ?? new Uint8Array(1))
      expect(refused.status).toBe(422)
      expect(Object.values(fileTexts.id)).toContain(refused.body.error)
      expect(await database.query('select 1 from message union all select 1 from file')).toEqual([])
    },
  )

  it('under a name that claims another kind is refused; under one with a path it keeps its last part', async () => {
    expect((await chat.upload(WATI, 'foto.pdf', PHOTO)).body.error).toMatch(/berakhiran \.pdf/)
    expect((await sent(WATI, '../../../etc/foto.jpg', PHOTO)).name).toBe('foto.jpg')
  })

  it('of more than 20 MB is refused, also where nobody says beforehand how large it is', async () => {
    const large = new Uint8Array(21 * 1024 * 1024)
    const refused = await chat.upload(WATI, 'besar.pdf', large)
    expect([refused.status, refused.body.error]).toEqual([413, expect.stringContaining('20 MB')])
    expect(await chat.trickle(WATI, large)).toBe(413)
    expect(chat.log.filter((line) => line.startsWith('error'))).toEqual([])
  })

  it('comes once, however often it is sent under the same id', async () => {
    const first = await chat.upload(WATI, 'foto.jpg', PHOTO, { id: 'berkas-satu' })
    const again = await chat.upload(WATI, 'foto.jpg', PHOTO, { id: 'berkas-satu' })
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(await database.query(`select 1 from message where direction = 'in'`)).toHaveLength(1)
    expect(await database.query('select 1 from file_use')).toHaveLength(1)
  })

  it('that no longer lies where it was kept is said to be gone, and logged', async () => {
    const { hash } = await sent(WATI, 'foto.jpg', PHOTO)
    chat.loses()
    const refused = await chat.download(WATI, hash)
    expect([refused.status, refused.text]).toEqual([404, expect.stringContaining('sudah tidak disimpan')])
    expect(chat.log.join('\n')).toMatch(/a kept file cannot be read/)
    expect(chat.log.join('\n')).not.toMatch(/foto\.jpg/)
  })

  it('may be one of twenty an hour from one session', async () => {
    let now = Date.parse('2026-03-02T02:00:00Z')
    await chat.stop()
    chat = await open(() => {
      now += 15_000
      return new Date(now)
    })
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await chat.upload(WATI, 'foto.jpg', PHOTO)).status)
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429])
    expect((await chat.upload(BUDI, 'foto.jpg', PHOTO)).status).toBe(200)
  }, 30_000)
})

describe('what is no upload', () => {
  it('is refused kindly, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'multipart/form-data; boundary=x',
          'multipart/form-data',
          'text/plain',
          'application/json',
        ),
        fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...BODIES)),
        async (type, body) => {
          await chat.stop()
          chat = await open() // without the limits of those before
          const response = await fetch(`${chat.url}/api/chat/files`, {
            method: 'POST',
            headers: { 'content-type': type, 'x-abdi-session': WATI },
            body: typeof body === 'string' ? body : new Blob([new Uint8Array(body)]),
          })
          expect(response.status).toBe(400)
          expect((await response.json()) as object).toEqual({ error: expect.stringContaining('Maaf') })
        },
      ),
      { numRuns: 60 },
    )
    expect(chat.log.filter((line) => line.startsWith('error'))).toEqual([])
  }, 60_000)

  it('finds no route and no button where no files are kept', async () => {
    await chat.stop()
    chat = await open(undefined, false)
    expect((await chat.upload(WATI, 'foto.jpg', PHOTO)).status).toBe(404)
    expect(await (await fetch(chat.url)).text()).toContain('id="attach" class="off"')
    expect(chat.channel.open).toBeUndefined()
  })

  it('and no download once the chat has stopped', async () => {
    const { hash } = await sent(WATI, 'foto.jpg', PHOTO)
    await chat.channel.stop()
    expect((await chat.download(WATI, hash)).status).toBe(503)
    expect((await chat.upload(WATI, 'foto.jpg', PHOTO)).status).toBe(503)
  })
})

const CHROMIUM = '/usr/bin/chromium'
const SHOTS = process.env.SHOTS // a folder: pictures of the page are put there, to be looked at
if (!existsSync(CHROMIUM))
  console.warn(
    `Files on the page of the web chat are not tested: ${CHROMIUM} is missing (apt-get install chromium).`,
  )

describe.skipIf(!existsSync(CHROMIUM))('on the page', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  }, 60_000)
  afterAll(() => browser?.close())

  it('a file is sent with a button, refused with its reason, and fetched from where it is shown', async () => {
    const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(chat.url)
    const say = async (text: string): Promise<void> => {
      await page.getByLabel('Tulis pesan untuk Abdi').fill(text)
      await page.getByLabel('Tulis pesan untuk Abdi').press('Enter')
    }
    const send = async (name: string, bytes: Uint8Array): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Kirim foto atau dokumen' }).click()
      await (await chooser).setFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })
    }
    const bubbles = page.locator('#log .line')
    await say('tanya hr')
    await bubbles.filter({ hasText: 'Apa yang ingin Anda tanyakan' }).waitFor()
    await say('Apakah foto ini cukup?')
    await bubbles.filter({ hasText: 'Ada keterangan' }).waitFor()
    await page.getByRole('button', { name: 'Lewati' }).last().click()
    await bubbles.filter({ hasText: 'Mau menyertakan foto' }).waitFor()
    await send('makro.docx', REFUSED['makro.docx'] ?? new Uint8Array())
    await bubbles.filter({ hasText: 'berisi makro' }).waitFor()
    await send('besar.pdf', new Uint8Array(20 * 1024 * 1024 + 1))
    await page.getByText('Berkasnya terlalu besar. Paling besar 20 MB.').waitFor()
    await send('rumah.jpg', PHOTO)
    await bubbles.filter({ hasText: 'Sudah benar?' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.reload()
    const file = page.getByRole('button', { name: `Unduh rumah.jpg, ${PHOTO.length} B` })
    const fetched = page.waitForEvent('download')
    await file.click()
    expect((await fetched).suggestedFilename()).toBe('rumah.jpg')
    expect(new Uint8Array(readFileSync(await (await fetched).path()))).toEqual(PHOTO)
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/files-phone.png` })
    expect(await axeFaults(page)).toEqual([])
    chat.loses()
    await file.click()
    await page.getByText('sudah tidak disimpan').waitFor()
    expect(page.url()).toBe(`${chat.url}/`)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('a picture is shown where it was sent, one that is none as its name', async () => {
    const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    for (const text of ['tanya hr', 'Apakah foto ini cukup?', 'lewati']) await chat.says(WATI, text)
    await chat.upload(WATI, 'rusak.jpg', PHOTO)
    await chat.upload(WATI, 'layar.png', TAKEN['layar.png'] ?? new Uint8Array())
    await context.addInitScript(`localStorage.setItem('abdi:session', '${WATI}')`)
    await page.goto(chat.url)
    const whole = page.getByRole('button', { name: /^Unduh layar\.png/ }).locator('img')
    await expect
      .poll(() => whole.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0)
    const broken = page.getByRole('button', { name: /^Unduh rusak\.jpg/ })
    expect(await broken.locator('img').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** What axe finds wrong, and where. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate<string[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
       violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  )
}

const BODIES = [
  '',
  '--x--',
  '--x\r\nContent-Disposition: form-data; name="id"\r\n\r\nberkas-satu\r\n--x--\r\n',
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nisi\r\n--x--\r\n',
  '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nisi\r\n--x\r\nContent-Disposition: form-data; name="id"\r\n\r\nberkas-satu\r\n--x--\r\n',
]

const officer = (session: string) =>
  database.query(`insert into account (id, name, role, conversation) values ($1, 'Sari', 'hr', $1)`, [
    `web:${session}`,
  ])

/** A file as the page sees it that sent it. */
async function sent(session: string, name: string, bytes: Uint8Array): Promise<NonNullable<Shown['file']>> {
  expect((await chat.upload(session, name, bytes)).status).toBe(200)
  const rows = await database.query<{ hash: string; name: string }>(
    `select content->>'ref' as hash, content->>'name' as name from message where direction = 'in' order by id desc limit 1`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('nothing was stored')
  return { ...row, size: '' }
}

/** The whole bot behind the web chat, on a loopback server. */
async function open(clock?: () => Date, keeping = true) {
  const log: string[] = []
  let isLost = false
  let channel: WebChannel | undefined
  const bot: Bot = await botOn(
    ({ mailbox, files }) => {
      channel = createWebChannel({
        transcript: mailbox.since,
        repliesTo: mailbox.repliesTo,
        log: recording(log),
        organization: 'Pemerintah Kota Serang',
        files: files && {
          ...files,
          async give(hash, account) {
            if (isLost) throw new Unreadable('berkas tidak ada lagi')
            return files.give(hash, account)
          },
        },
        ...(clock && { clock }),
      })
      return channel
    },
    { database, log, ...(keeping && { files: {} }) },
  )
  if (channel === undefined) throw new Error('the bot was not connected')
  const web = channel
  const server = createServer(getRequestListener(web.routes.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is always one
  const url = `http://127.0.0.1:${port}`

  async function post(body: object): Promise<readonly Shown[]> {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return ((await response.json()) as { replies: readonly Shown[] }).replies
  }

  return {
    url,
    log,
    channel: web,
    says: (session: string, text: string) => post({ session, text }),
    presses: (session: string, choice: string) => post({ session, choice }),
    loses() {
      isLost = true
    },
    async upload(
      session: string,
      name: string,
      bytes: Uint8Array,
      { id = crypto.randomUUID(), headers = {} }: { id?: string; headers?: Record<string, string> } = {},
    ) {
      const body = new FormData()
      body.append('id', id)
      body.append('file', new Blob([new Uint8Array(bytes)]), name)
      const response = await fetch(`${url}/api/chat/files`, {
        method: 'POST',
        headers: { ...(session && { 'x-abdi-session': session }), ...headers },
        body,
      })
      const text = await response.text()
      const said = text.startsWith('{') ? JSON.parse(text) : {}
      return { status: response.status, body: said as { error?: string; replies?: readonly Shown[] } }
    },
    /** Sends a body piece by piece, without its length, and resolves to the status of the answer. */
    trickle: (session: string, bytes: Uint8Array) =>
      new Promise<number>((resolve, reject) => {
        const asking = request(`${url}/api/chat/files`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-abdi-session': session },
        })
        asking.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject)
        asking.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
        for (let at = 0; at < bytes.length; at += 1024 * 1024)
          asking.write(bytes.subarray(at, at + 1024 * 1024))
        asking.end('\r\n--x--\r\n')
      }),
    async download(session: string, hash: string, headers: Record<string, string> = {}) {
      const response = await fetch(`${url}/api/chat/files/${hash}`, {
        headers: { ...(session && { 'x-abdi-session': session }), ...headers },
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      return {
        status: response.status,
        headers: response.headers,
        bytes,
        text: new TextDecoder().decode(bytes),
      }
    },
    async stop() {
      await bot.stop()
      server.close().closeAllConnections()
    },
  }
}
