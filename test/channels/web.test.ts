import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { inboxOf } from '#test/inbox.ts'
import { createLimit } from '../../src/channels/web/limit.ts'
import { texts, type WebTexts } from '../../src/channels/web/texts.ts'
import { createWebChannel, type TranscriptLine, type WebChannelDeps } from '../../src/channels/web.ts'
import type { Inbox } from '../../src/chat/channel.ts'
import type { Incoming, Outgoing } from '../../src/chat/message.ts'

type Sentence = Exclude<keyof WebTexts, 'page'>

const SESSION = 'sesi-percobaan'
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe('a question by post', () => {
  it('is answered with what the bot said, as Markdown and as HTML', async () => {
    const chat = await open({
      answer: () => [
        { text: '**12** hari.' },
        { text: 'Membantu?', choices: [{ label: 'Ya', value: 'questions:up' }] },
      ],
    })
    const answer = await chat.post({ session: SESSION, text: 'cuti berapa hari' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      session: SESSION,
      replies: [
        { id: '2', text: '**12** hari.', html: '<p><strong>12</strong> hari.</p>' },
        {
          id: '3',
          text: 'Membantu?',
          html: '<p>Membantu?</p>',
          choices: [{ label: 'Ya', value: 'questions:up' }],
        },
      ],
    })
  })

  it('reaches the bot under its session, with the id its sender gave it', async () => {
    const chat = await open()
    await chat.post({ session: SESSION, id: 'pesan-satu', text: ' Cuti?\n' })
    await chat.post({ session: SESSION, id: 'pesan-dua', choice: 'questions:up' })
    expect(chat.received).toEqual([
      {
        id: `web:${SESSION}:pesan-satu`,
        conversation: `web:${SESSION}`,
        sender: { account: `web:${SESSION}`, name: 'Pengguna web' },
        content: { kind: 'text', text: ' Cuti?\n' },
        sentAt: new Date('2026-11-02T02:00:00Z'),
      },
      expect.objectContaining({ content: { kind: 'choice', value: 'questions:up' } }),
    ])
  })

  it('begins a session nobody can guess where none is given', async () => {
    const chat = await open()
    const sessions = await Promise.all(
      [1, 2].map(async () => (await chat.post({ text: 'halo' })).body.session),
    )
    expect(new Set(sessions).size).toBe(2)
    for (const session of sessions) expect(session).toMatch(/^[\w-]{22,64}$/)
    expect(chat.received[0]?.id).toMatch(/^web:[\w-]+:[0-9a-f-]{36}$/)
  })

  it('comes once, however often it is sent, and has one answer', async () => {
    const chat = await open({ answer: () => undefined })
    const message = { session: SESSION, id: 'sekali-saja', text: 'halo' }
    const first = chat.post(message)
    await chat.receivedAll(1)
    const again = chat.post(message)
    await chat.attempted(2)
    chat.reply(`web:${SESSION}:sekali-saja`, { text: 'Halo juga.' })
    const later = await chat.post(message)
    const replies = [(await first).body, (await again).body, later.body].map((body) => body.replies)
    expect(replies).toEqual(Array(3).fill([expect.objectContaining({ id: '2', text: 'Halo juga.' })]))
    expect(chat.received).toHaveLength(1)
  })

  it('is promised an answer by events where it takes too long', async () => {
    const chat = await open({ answer: () => undefined, timing: { patience: 20 } })
    const answer = await chat.post({ session: SESSION, id: 'lama-sekali', text: 'halo' })
    expect([answer.status, answer.body]).toEqual([202, { session: SESSION, replies: [] }])
    const events = await chat.events()
    chat.reply(`web:${SESSION}:lama-sekali`, { text: 'Maaf lama.' })
    expect(await events.until(({ data }) => data.text === 'Maaf lama.')).toMatchObject({ id: '2' })
  })

  it('is answered also when another process does it', async () => {
    const chat = await open({ answer: () => undefined, timing: { poll: 5 } })
    const answer = chat.post({ session: SESSION, id: 'proses-lain', text: 'halo' })
    await chat.receivedAll(1)
    chat.replyElsewhere(`web:${SESSION}:proses-lain`, { text: 'Dari sebelah.' })
    expect((await answer).body.replies).toMatchObject([{ text: 'Dari sebelah.' }])
  })

  it('is waited for no longer once its sender has gone', async () => {
    let looks = 0
    const chat = await open({
      answer: () => undefined,
      timing: { poll: 5 },
      repliesTo: async () => void looks++,
    })
    const leaving = new AbortController()
    const posted = fetch(`${chat.url}/api/chat`, {
      method: 'POST',
      body: JSON.stringify({ session: SESSION, text: 'halo' }),
      headers: { 'content-type': 'application/json' },
      signal: leaving.signal,
    })
    await expect.poll(() => looks, { interval: 5, timeout: 10_000 }).toBeGreaterThan(2)
    leaving.abort()
    await expect(posted).rejects.toThrow('aborted')
    let before = -1
    const isQuiet = (): boolean => {
      const isSame = looks === before
      before = looks
      return isSame
    }
    await expect.poll(isQuiet, { interval: 50, timeout: 10_000 }).toBe(true)
  })

  it('may be answered with silence', async () => {
    const chat = await open({ answer: () => [], timing: { poll: 5 } })
    expect(await chat.post({ session: SESSION, text: 'halo' })).toMatchObject({
      status: 200,
      body: { replies: [] },
    })
  })
})

describe('a post that cannot be taken', () => {
  const json = { 'content-type': 'application/json' }
  const refused: readonly [string, number, Sentence, string, Record<string, string>?][] = [
    ['no JSON', 400, 'notJson', '{"text":'],
    ['nothing', 400, 'notJson', ''],
    ['a list', 400, 'notJson', '[]'],
    ['null', 400, 'notJson', 'null'],
    ['neither text nor choice', 400, 'wantOne', '{}'],
    ['text and choice', 400, 'wantOne', '{"text":"a","choice":"b"}'],
    ['an empty text', 400, 'emptyText', '{"text":""}'],
    ['a blank text', 400, 'emptyText', '{"text":" \\n\\t"}'],
    ['a number for a text', 400, 'wantOne', '{"text":5}'],
    ['a list for a choice', 400, 'wantOne', '{"choice":["a"]}'],
    ['an empty choice', 400, 'wantOne', '{"choice":""}'],
    ['a text of 4,001 characters', 400, 'textTooLong', JSON.stringify({ text: 'a'.repeat(4001) })],
    ['a short session', 400, 'badSession', '{"text":"a","session":"pendek"}'],
    ['a session with a colon', 400, 'badSession', '{"text":"a","session":"web:12345678"}'],
    ['a session that is no text', 400, 'badSession', '{"text":"a","session":12345678}'],
    ['a long id', 400, 'badId', JSON.stringify({ text: 'a', id: 'i'.repeat(65) })],
    ['more than 64 KB', 413, 'bodyTooLarge', JSON.stringify({ text: 'a', more: 'a'.repeat(65_536) })],
    ['a form', 415, 'wrongType', 'text=halo', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', 415, 'wrongType', '{"text":"halo"}', { 'content-type': 'text/plain' }],
    ['another origin', 403, 'crossSite', '{"text":"a"}', { ...json, origin: 'https://jahat.example' }],
    ['no origin that can be named', 403, 'crossSite', '{"text":"a"}', { ...json, origin: 'null' }],
    ['another site', 403, 'crossSite', '{"text":"a"}', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['a sister site', 403, 'crossSite', '{"text":"a"}', { ...json, 'sec-fetch-site': 'same-site' }],
  ]

  it.each(refused)('is refused kindly: %s', async (_, status, sentence, body, headers = json) => {
    const chat = await open()
    const response = await fetch(`${chat.url}/api/chat`, { method: 'POST', body, headers })
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: texts.id[sentence] })
    expect(chat.received).toEqual([])
  })

  it('of more than 64 KB is refused also when its length is not announced', async () => {
    const chat = await open()
    const body = new Blob([JSON.stringify({ text: 'a', more: 'a'.repeat(200_000) })]).stream()
    const response = await fetch(`${chat.url}/api/chat`, {
      method: 'POST',
      body,
      headers: json,
      duplex: 'half',
    })
    expect(response.status).toBe(413)
  })

  it('is taken from the own page, also behind a proxy', async () => {
    const chat = await open({ publicUrl: 'https://abdi.serangkota.go.id' })
    const own: readonly Record<string, string>[] = [
      { origin: chat.url },
      { origin: 'https://abdi.serangkota.go.id' },
      { origin: 'https://dua.example', 'x-forwarded-host': 'dua.example' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://abdi.example' },
      { 'sec-fetch-site': 'none' },
    ]
    for (const headers of own) expect((await chat.post({ text: 'halo' }, headers)).status).toBe(200)
  })

  it('never breaks anything, whatever it is', async () => {
    const chat = await open({ clock: slowly() })
    const field = fc.option(fc.oneof(fc.string(), fc.jsonValue(), fc.constant('sesi-lain-lagi')), {
      nil: undefined,
    })
    const body = fc.oneof(
      fc.json(),
      fc.record({ session: field, id: field, text: field, choice: field }).map((b) => JSON.stringify(b)),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const response = await fetch(`${chat.url}/api/chat`, { method: 'POST', body: sent, headers: json })
        expect([200, 400]).toContain(response.status)
        expect(await response.json()).toHaveProperty(response.ok ? 'replies' : 'error')
      }),
      { numRuns: 150 },
    )
  })

  it('is told to come back when the bot cannot store it, and the log keeps the cause but no words', async () => {
    const chat = await open({ receive: () => Promise.reject(new Error('disk full')) })
    const response = await chat.post({ session: SESSION, text: 'rahasia saya' })
    expect([response.status, response.retryAfter]).toEqual([503, 5])
    expect(response.body.error).toContain('coba lagi')
    expect(chat.logged).toHaveLength(1)
    expect(JSON.stringify(chat.logged)).not.toContain('rahasia')
  })
})

describe('limits', () => {
  it('lets a session post 20 messages a minute', async () => {
    let now = Date.parse('2026-11-02T02:00:00Z')
    const chat = await open({ clock: () => new Date(now) })
    for (let i = 0; i < 20; i++) {
      expect((await chat.post({ session: SESSION, text: 'halo' })).status).toBe(200)
      now += 1000
    }
    const tooMany = await chat.post({ session: SESSION, text: 'halo' })
    expect([tooMany.status, tooMany.retryAfter]).toEqual([429, 40])
    expect(tooMany.body.error).toContain('Tunggu sebentar')
    expect((await chat.post({ session: 'sesi-yang-lain', text: 'halo' })).status).toBe(200)
    now += 40_000
    expect((await chat.post({ session: SESSION, text: 'halo' })).status).toBe(200)
  })

  it('lets an address post 120 messages a minute, whatever its sessions', async () => {
    const chat = await open()
    const from = (address: string) => chat.post({ text: 'halo' }, { 'x-forwarded-for': address })
    for (let i = 0; i < 120; i++) expect((await from(`10.9.9.9, 2001:db8:1:2::${i}`)).status).toBe(200)
    expect(await from('2001:db8:1:2:ffff::1')).toMatchObject({ status: 429, retryAfter: 60 })
    expect((await from('2001:db8:1:3::1')).status).toBe(200)
  })

  it('remembers only so many keys', () => {
    let now = 0
    const limit = createLimit(1, 1000, () => now, 2)
    expect(['a', 'b', 'b', 'c', 'a'].map(limit)).toEqual([0, 0, 1, 0, 0]) // "a" had been forgotten for "c"
    now = 1000
    expect(limit('c')).toBe(0)
  })

  it('opens 8 streams a session, and another one once one is closed', async () => {
    const chat = await open()
    const streams = await Promise.all(Array.from({ length: 8 }, () => chat.events()))
    const ninth = await fetch(`${chat.url}/api/chat/events?session=${SESSION}`)
    expect(ninth.status).toBe(429)
    expect(ninth.headers.get('retry-after')).toBe('30')
    expect(await ninth.json()).toEqual({ error: expect.stringContaining('Tutup salah satunya') })
    streams[0]?.close()
    await expect.poll(async () => (await chat.events()).status, { interval: 5, timeout: 10_000 }).toBe(200)
  })
})

describe('events', () => {
  it('tell what was said after the last line seen, then that this was all', async () => {
    const chat = await open({ answer: () => [{ text: '**Halo**', choices: [{ label: 'Ya', value: 'ya' }] }] })
    await chat.post({ session: SESSION, id: 'pesan-satu', text: '<b>halo</b>' })
    await chat.post({ session: SESSION, id: 'pesan-dua', choice: 'ya' })
    const all = await (await chat.events()).take(5)
    expect(all).toEqual([
      {
        event: 'message',
        id: '1',
        data: { direction: 'in', id: '1', message: 'pesan-satu', text: '<b>halo</b>' },
      },
      {
        event: 'message',
        id: '2',
        data: {
          direction: 'out',
          id: '2',
          text: '**Halo**',
          html: '<p><strong>Halo</strong></p>',
          choices: [{ label: 'Ya', value: 'ya' }],
          answers: '1',
        },
      },
      {
        event: 'message',
        id: '3',
        data: { direction: 'in', id: '3', message: 'pesan-dua', text: '', choice: 'ya' },
      },
      expect.objectContaining({ id: '4' }),
      { event: 'ready', data: {} },
    ])
    expect(await (await chat.events('&after=3')).take(2)).toMatchObject([{ id: '4' }, { event: 'ready' }])
    const resumed = await chat.events('&after=1', { 'last-event-id': '4' })
    expect(await resumed.take(1)).toEqual([{ event: 'ready', data: {} }])
  })

  it('tell of typing, of an answer as it grows, and of each line once', async () => {
    const chat = await open({ answer: () => undefined, timing: { heartbeat: 250 } })
    const events = await chat.events()
    expect(await events.take(1)).toMatchObject([{ event: 'ready' }])
    void chat.post({ session: SESSION, id: 'pesan-satu', text: 'halo' })
    expect(await events.take(1)).toMatchObject([{ id: '1' }])
    await chat.channel.showTyping(`web:${SESSION}`)
    expect(await events.take(1)).toMatchObject([{ event: 'typing' }])
    await chat.channel.preview?.(`web:${SESSION}`, '**Dua')
    expect(await events.take(1)).toMatchObject([{ event: 'preview', data: { text: '**Dua' } }])
    void chat.channel.preview?.(`web:${SESSION}`, '**Dua belas')
    void chat.channel.preview?.('web:orang-lain', 'rahasia')
    chat.reply(`web:${SESSION}:pesan-satu`, { text: 'Dua belas.' }, { text: 'Hari kerja.' })
    expect(await events.take(2)).toMatchObject([{ id: '2' }, { id: '3' }])
    expect(await events.raw()).toBe(': \n\n') // nothing, least of all what the answer was before it was done
  })

  it('tell what another process wrote, and a line that turns up late', async () => {
    const chat = await open({ timing: { poll: 5 } })
    const events = await chat.events()
    await events.take(1)
    chat.write({ id: '7', text: 'Pengingat.' })
    expect(await events.take(1)).toMatchObject([{ id: '7' }])
    chat.write({ id: '6', text: 'Sebelumnya.' })
    expect(await events.take(1)).toMatchObject([{ id: '6' }])
  })

  it('give a sign of life', async () => {
    const chat = await open({ timing: { heartbeat: 5 } })
    const events = await chat.events()
    await events.take(1)
    expect(await events.raw()).toBe(': \n\n')
  })

  it('go only to those who name a session and a line, and not to other sites', async () => {
    const chat = await open()
    const status = async (query: string, headers = {}): Promise<number> =>
      (await fetch(`${chat.url}/api/chat/events${query}`, { headers })).status
    expect(await status('')).toBe(400)
    expect(await status('?session=../../etc')).toBe(400)
    expect(await status(`?session=${SESSION}&after=-1`)).toBe(400)
    expect(await status(`?session=${SESSION}&after=9999999999999999999999`)).toBe(400)
    expect(await status(`?session=${SESSION}`, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  })

  it('end when the transcript cannot be read; the page comes back by itself', async () => {
    const chat = await open({ transcript: () => Promise.reject(new Error('connection lost')) })
    expect(await (await chat.events()).rest()).toEqual([])
    expect(chat.logged).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('ends streams, lets those who wait go, and takes nothing more', async () => {
    const chat = await open({ answer: () => undefined })
    const events = await chat.events()
    const waiting = chat.post({ session: SESSION, text: 'halo' })
    await events.until(({ id }) => id === '1')
    await chat.channel.stop()
    expect((await waiting).status).toBe(202)
    expect(await events.rest()).toEqual([])
    expect(await chat.post({ text: 'halo' })).toMatchObject({ status: 503, retryAfter: 2 })
    expect((await fetch(`${chat.url}/api/chat/events?session=${SESSION}`)).status).toBe(503)
  })

  it('waits for what is being stored', async () => {
    const order: string[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    const chat = await open({ receive: () => promise.then(() => void order.push('stored')) })
    const posted = chat.post({ session: SESSION, text: 'halo' })
    await chat.attempted(1)
    const stopped = chat.channel.stop().then(() => order.push('stopped'))
    await chat.post({ text: 'terlambat' })
    order.push('storing')
    resolve()
    await Promise.all([stopped, posted])
    expect(order).toEqual(['storing', 'stored', 'stopped'])
  })
})

describe('the page', () => {
  it('trusts nothing but itself and names the organization, as text', async () => {
    const chat = await open({ organization: 'Dinas "A" & <B>' })
    const page = await fetch(chat.url)
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(html).toContain('<title>Abdi · Dinas &#34;A&#34; &#38; &#60;B&#62;</title>')
    expect(html).not.toMatch(/\{\{|https?:|style=|\son\w+=/)
  })

  it('has parts that a browser keeps until they change', async () => {
    const chat = await open()
    const html = await (await fetch(chat.url)).text()
    const parts = new Set([...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path))
    expect([...parts].map((path) => path.replace(/\?.*/, '')).sort()).toEqual(
      ['chat.css', 'chat.js', 'icon.svg', 'manifest.webmanifest'].map((name) => `/web/${name}`),
    )
    for (const path of parts) {
      const part = await fetch(chat.url + path)
      const etag = part.headers.get('etag') ?? ''
      expect(part.status, path).toBe(200)
      expect(part.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const again = await fetch(chat.url + path.replace(/\?.*/, ''), { headers: { 'if-none-match': etag } })
      expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'no-cache'])
    }
    const page = await fetch(chat.url)
    const again = await fetch(chat.url, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })
    expect([page.headers.get('cache-control'), again.status]).toEqual(['no-cache', 304])
  })

  it('weighs at most 40 kB, less on the way', async () => {
    const folder = new URL('../../src/channels/web/', import.meta.url)
    const files = readdirSync(folder).filter((name) => /\.(html|css|js|svg)$/.test(name))
    expect(files).toHaveLength(4)
    const weight = files.reduce((sum, name) => sum + readFileSync(new URL(name, folder)).length, 0)
    expect(weight).toBeLessThan(40_000)
    const chat = await open()
    const sent = await fetch(`${chat.url}/web/chat.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect(sent.headers.get('content-encoding')).toBe('gzip')
    expect(await sent.text()).toBe(readFileSync(new URL('chat.js', folder), 'utf8'))
  })
})

// ---- The bot behind the channel: a transcript in memory that answers as it is told, or waits to be told

interface Options extends Partial<WebChannelDeps> {
  answer?(message: Incoming): readonly Outgoing[] | undefined
  receive?: Inbox['receive']
}

interface Answer {
  readonly session: string
  readonly replies: readonly { readonly id: string; readonly text: string }[]
  readonly error: string
}

async function open({ answer = () => [{ text: 'Baik.' }], receive, ...deps }: Options = {}) {
  const rows: TranscriptLine[] = []
  const received: Incoming[] = []
  const answered = new Set<string>()
  const logged: unknown[] = []
  const seen = { attempts: 0, bell: Promise.withResolvers<void>() }
  const log = (...args: unknown[]): void => void logged.push(args)
  const channel = createWebChannel({
    organization: 'Pemerintah Kota Serang',
    clock: () => new Date('2026-11-02T02:00:00Z'),
    log: { debug: log, info: log, warn: log, error: log },
    transcript: async (_, after, limit = 100) =>
      rows.filter((row) => Number(row.id) > Number(after)).slice(-limit),
    repliesTo: async (key) =>
      answered.has(key)
        ? rows.filter((row) => row.answers === rows.find((r) => r.key === key)?.id)
        : undefined,
    ...deps,
  })

  function write(row: { id?: string; key?: string; text?: string } & Partial<TranscriptLine>): void {
    const { id = String(rows.length + 1), key = `out:${id}`, text = '', ...rest } = row
    rows.push({ id, key, direction: 'out', content: { text }, answers: null, ...rest })
    rows.sort((a, b) => Number(a.id) - Number(b.id))
  }

  function replyElsewhere(key: string, ...replies: readonly Outgoing[]): void {
    const question = rows.find((row) => row.key === key)
    for (const content of replies) write({ content, answers: question?.id ?? null })
    answered.add(key)
  }

  function reply(key: string, ...replies: readonly Outgoing[]): void {
    replyElsewhere(key, ...replies)
    const to = key.slice(0, key.lastIndexOf(':')) as `web:${string}` // delivery ids begin with their conversation
    for (const message of replies) void channel.send(to, message)
  }

  async function store(message: Incoming): Promise<void> {
    if (rows.some((row) => row.key === message.id)) return
    received.push(message)
    write({ key: message.id, direction: 'in', content: message.content })
    const replies = answer(message)
    if (replies !== undefined) queueMicrotask(() => reply(message.id, ...replies))
  }

  await channel.start(
    inboxOf({
      async receive(message) {
        seen.attempts++
        seen.bell.resolve()
        seen.bell = Promise.withResolvers()
        await (receive ?? store)(message)
      },
      unreachable: async () => expect.unreachable('a web conversation is always reachable'),
    }),
  )
  const server = createServer(getRequestListener(channel.routes.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address is always one
  closing.push(async () => {
    await channel.stop()
    server.close().closeAllConnections()
    await once(server, 'close')
  })

  async function attempted(count: number): Promise<void> {
    while (seen.attempts < count) await seen.bell.promise
  }

  return {
    url,
    channel,
    received,
    logged,
    write,
    reply,
    replyElsewhere,
    attempted,
    receivedAll: async (count: number) => {
      await attempted(count)
      expect(received).toHaveLength(count)
    },
    async post(body: object, headers: Record<string, string> = {}) {
      const response = await fetch(`${url}/api/chat`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      })
      const retryAfter = Number(response.headers.get('retry-after'))
      return { status: response.status, retryAfter, body: (await response.json()) as Answer }
    },
    events: (query = '', headers: Record<string, string> = {}) =>
      openEvents(`${url}/api/chat/events?session=${SESSION}${query}`, headers),
  }
}

interface Event {
  readonly event: string
  readonly id?: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Reads a stream of server-sent events as they come. */
async function openEvents(url: string, headers: Record<string, string>) {
  const leaving = new AbortController()
  closing.push(async () => leaving.abort())
  const response = await fetch(url, { headers, signal: leaving.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''

  async function raw(): Promise<string | undefined> {
    while (!text.includes('\n\n')) {
      const { value } = (await reader?.read()) ?? {}
      if (value === undefined) return undefined
      text += value
    }
    const end = text.indexOf('\n\n') + 2
    const [block, rest] = [text.slice(0, end), text.slice(end)]
    text = rest
    return block
  }

  async function next(): Promise<Event | undefined> {
    const block = await raw()
    if (block === undefined || !block.startsWith(':')) return block === undefined ? undefined : parse(block)
    return next()
  }

  return {
    status: response.status,
    raw,
    close: () => leaving.abort(),
    async take(count: number): Promise<readonly (Event | undefined)[]> {
      const taken = []
      while (taken.length < count) taken.push(await next())
      return taken
    },
    async until(fits: (event: Event) => boolean): Promise<Event> {
      for (;;) {
        const event = await next()
        if (event === undefined) throw new Error('the stream ended before')
        if (fits(event)) return event
      }
    },
    /** What is still said until the stream ends. */
    async rest(): Promise<readonly Event[]> {
      const rest = []
      for (let event = await next(); event !== undefined; event = await next()) rest.push(event)
      return rest
    },
  }
}

function parse(block: string): Event {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const id = field('id')
  return {
    event: field('event') ?? 'message',
    ...(id !== undefined && { id }),
    data: JSON.parse(field('data') ?? '{}'),
  }
}

/** A clock that goes on by a minute with each look, so that no limit is reached. */
function slowly(): () => Date {
  let now = Date.parse('2026-11-02T02:00:00Z')
  return () => {
    now += 60_000
    return new Date(now)
  }
}
