import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { LogLevel as SocketLogLevel, SocketModeClient } from '@slack/socket-mode'
import { type KnownBlock, type ModalView, WebClient } from '@slack/web-api'
import { afterEach, describe, expect, test } from 'vitest'
import {
  createManualClock,
  createSlackServer,
  MINIMAL_SCOPES,
  type SlackServer,
  type SlackServerOptions,
} from './slack-server.ts'

const cleanups: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function start(options?: SlackServerOptions): Promise<SlackServer> {
  const server = await createSlackServer(options)
  cleanups.push(() => server.close())
  return server
}

type Manner = 'http' | 'socket'

const MANNERS: readonly Manner[] = ['http', 'socket']

/** Starts a Bolt app that is reached by that manner until the test ends; gives its Request URL. */
async function boltFor(server: SlackServer, manner: Manner, listen: (app: App) => void): Promise<string> {
  const { botToken: token, signingSecret, apiUrl: slackApiUrl, appToken } = server
  const clientOptions = { slackApiUrl, retryConfig: { retries: 0 } }
  const logLevel = LogLevel.ERROR
  const receiver = new SocketModeReceiver({
    appToken,
    logLevel,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { slackApiUrl } },
  })
  const app = new App({
    token,
    logLevel,
    clientOptions,
    ...(manner === 'http' ? { signingSecret } : { receiver }),
  })
  listen(app)
  cleanups.push(() => app.stop())
  if (manner === 'socket') {
    await app.start()
    return ''
  }
  const http = await app.start({ port: 0, host: '127.0.0.1' })
  const { port } = http.address() as AddressInfo // a TCP server's address is always one
  const url = `http://127.0.0.1:${port}/slack/events`
  server.deliverTo(url)
  return url
}

// Refusals are what is looked for here; nobody needs them in the output as well.
const nothing = () => undefined
const QUIET = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}

function clientFor(server: SlackServer, token = server.botToken): WebClient {
  const { apiUrl: slackApiUrl } = server
  return new WebClient(token, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
  })
}

/** Lets everything under way go on until something is true that the server can't see. */
async function soon(look: () => boolean): Promise<void> {
  while (!look()) await nextTurn()
}

/** What a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    const { data, message } = error as { data?: { error?: string }; message: string }
    return data?.error ?? message
  }
  return 'accepted'
}

const plain = (text: string) => ({ type: 'plain_text', text }) as const
const button = (label: string, action_id: string, value?: string) =>
  ({ type: 'button', text: plain(label), action_id, ...(value !== undefined && { value }) }) as const

const MODAL: ModalView = {
  type: 'modal',
  callback_id: 'lapor',
  title: plain('Lapor'),
  submit: plain('Kirim'),
  notify_on_close: true,
  private_metadata: 'asal',
  blocks: [
    {
      type: 'input',
      block_id: 'isi',
      label: plain('Isi'),
      element: { type: 'plain_text_input', action_id: 'a' },
    },
    {
      type: 'input',
      block_id: 'unit',
      label: plain('Unit'),
      optional: true,
      element: {
        type: 'static_select',
        action_id: 'a',
        options: [
          { text: plain('Dinas A'), value: 'a' },
          { text: plain('Dinas B'), value: 'b' },
        ],
      },
    },
  ],
}

describe.each(MANNERS)('a Bolt app reached by %s', (manner) => {
  test('hears people in direct messages, channels and threads', async () => {
    const server = await start()
    const [wati, budi] = [server.person('Wati'), server.person('Budi')]
    const room = server.channel('umum', { members: [wati] })
    const heard: unknown[] = []
    await boltFor(server, manner, (app) => {
      app.message(async ({ message }) => {
        const { subtype, channel_type, thread_ts } = message as {
          subtype?: string
          channel_type: string
          thread_ts?: string
        }
        if ('bot_id' in message) return
        const words =
          subtype === 'message_changed' ? (message as { message: { text: string } }).message.text : ''
        heard.push([channel_type, subtype, thread_ts, 'text' in message ? message.text : words])
      })
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `dengar: ${event.text}`, thread_ts: event.thread_ts ?? event.ts })
      })
    })

    const first = wati.says('cuti & "izin" <3 di https://bkn.go.id/a?b=1&c=2')
    await server.delivered(first)
    const asked = wati.mentions('berapa hari?', { channel: room.id })
    expect(asked.deliveries.map(({ body }) => (body.event as { type: string }).type)).toEqual([
      'message',
      'app_mention',
    ])
    const answer = await server.until(() => server.messages(room.id, asked.ts)[1])
    expect(answer).toMatchObject({ text: 'dengar: @abdi berapa hari?', thread: asked.ts, from: 'abdi' })
    await server.delivered(budi.says('lalu?', { channel: room.id, thread: asked.ts }))
    await server.delivered(wati.edits(first.ts, 'cuti besar'))
    await server.delivered(wati.unfurls(first.ts))
    await server.delivered(wati.deletes(first.ts))
    await soon(() => heard.length === 6)
    expect(heard).toEqual([
      ['im', undefined, undefined, 'cuti &amp; "izin" &lt;3 di <https://bkn.go.id/a?b=1&amp;c=2>'],
      ['channel', undefined, undefined, '<@U0ABDI> berapa hari?'],
      ['channel', undefined, asked.ts, 'lalu?'],
      ['im', 'message_changed', undefined, 'cuti besar'],
      ['im', 'message_changed', undefined, 'cuti besar'],
      ['im', 'message_deleted', undefined, ''],
    ])
    expect(wati.sees().messages).toEqual([])
    expect(server.violations).toEqual([])
    expect(server.ackTimes.length).toBeGreaterThan(6)
    expect(server.ackPercentile()).toBeLessThan(3000)
    expect(server.lateAcks).toEqual([])
  })

  test('gets files with an address that asks for the token', async () => {
    const server = await start()
    const wati = server.person('Wati')
    await boltFor(server, manner, (app) => {
      app.event('message', async ({ event, say }) => {
        if (event.subtype !== 'file_share') return
        const [file] = event.files ?? []
        const token = { authorization: `Bearer ${server.botToken}` }
        const without = await fetch(file?.url_private ?? '')
        const bytes = await fetch(file?.url_private_download ?? '', { headers: token })
        await say(
          `${file?.name} ${file?.mimetype} ${await bytes.text()} / ${without.headers.get('content-type')}`,
        )
      })
    })
    wati.says('ini berkasnya', { files: [{ name: 'sk.pdf', bytes: 'isi SK' }] })
    const answer = await server.until(() => wati.sees().messages.find(({ ours }) => ours))
    expect(answer.text).toBe('sk.pdf application/pdf isi SK / text/html; charset=utf-8')
    const { file } = await clientFor(server).files.info({ file: 'F0000003' })
    expect(file).toMatchObject({ name: 'sk.pdf', size: 6 })
  })

  test('is pressed, chosen from and judged', async () => {
    const server = await start()
    const wati = server.person('Wati')
    const heard: unknown[] = []
    await boltFor(server, manner, (app) => {
      app.message('menu', async ({ say }) => {
        const options = [1, 2, 3].map((each) => ({ text: plain(`Nilai ${each}`), value: `n${each}` }))
        const rating = (label: string, value: string) => ({ text: plain(label), value })
        await say({
          text: 'Pilih',
          blocks: [
            { type: 'markdown', text: '**Silakan** pilih' },
            {
              type: 'actions',
              block_id: 'aksi',
              elements: [
                button('Lapor', 'lapor', 'v1'),
                { type: 'static_select', action_id: 'nilai', placeholder: plain('Nilai'), options },
              ],
            },
            {
              type: 'context_actions',
              elements: [
                {
                  type: 'feedback_buttons',
                  action_id: 'berguna',
                  positive_button: rating('Ya', 'ya'),
                  negative_button: rating('Tidak', 'tidak'),
                },
              ],
            },
          ],
        })
      })
      app.action(/.*/, async ({ ack, action, body, respond }) => {
        heard.push(action)
        if (body.type === 'block_actions') heard.push(body.state?.values.aksi?.nilai?.selected_option?.value)
        await ack()
        if (body.type === 'block_actions' && body.actions[0]?.action_id === 'lapor')
          await respond({ text: 'Sudah ditekan', replace_original: false })
      })
    })
    wati.says('menu')
    const shown = await server.until(() => wati.sees().messages.find(({ ours }) => ours))
    expect(shown.text).toBe('Silakan pilih')
    expect(shown.buttons.map(({ label }) => label)).toEqual(['Lapor', 'Ya', 'Tidak'])
    expect(shown.fields[0]?.options.map(({ label }) => label)).toEqual(['Nilai 1', 'Nilai 2', 'Nilai 3'])

    await server.delivered(wati.selects('Nilai', 'Nilai 2'))
    await server.delivered(wati.presses('Lapor'))
    await server.delivered(wati.presses('Tidak', shown))
    await server.delivered(
      wati.presses({ actionId: 'dulu', value: 'x' }, { ts: '1.000001', channel: wati.dm }),
    )
    await soon(() => heard.length === 8)
    expect(heard).toMatchObject([
      { type: 'static_select', action_id: 'nilai', selected_option: { value: 'n2' } },
      'n2',
      { type: 'button', action_id: 'lapor', block_id: 'aksi', value: 'v1', text: plain('Lapor') },
      'n2',
      { type: 'feedback_buttons', action_id: 'berguna', value: 'tidak' },
      'n2',
      { type: 'button', action_id: 'dulu', value: 'x' },
      undefined,
    ])
    const [hint] = await server.until(() => wati.sees().ephemeral.length > 0 && wati.sees().ephemeral)
    expect(hint).toMatchObject({ text: 'Sudah ditekan', ephemeral: true })
    expect(server.person('Budi').sees().ephemeral).toEqual([])
    expect(() => wati.presses('Hapus')).toThrow('no button "Hapus"')
    expect(() => wati.selects('Nilai', 'Nilai 9')).toThrow('no option "Nilai 9"')
    expect(server.violations).toEqual([])
  })

  test('takes commands, the shortcut and modals, and its answers count', async () => {
    const server = await start()
    const wati = server.person('Wati')
    const heard: unknown[] = []
    await boltFor(server, manner, (app) => {
      app.command('/abdi', async ({ ack, command, client }) => {
        await ack(command.channel_name === 'directmessage' ? undefined : 'Saya jawab di pesan langsung')
        heard.push([command.text, command.channel_name])
        if (command.text === 'lapor') await client.views.open({ trigger_id: command.trigger_id, view: MODAL })
      })
      app.shortcut('tanyakan', async ({ ack, shortcut }) => {
        await ack()
        if (shortcut.type === 'message_action') heard.push([shortcut.message.text, shortcut.channel.id])
      })
      app.view('lapor', async ({ ack, view }) => {
        const isi = view.state.values.isi?.a?.value
        heard.push([view.private_metadata, isi, view.state.values.unit?.a?.selected_option?.value])
        if (isi === 'a') await ack({ response_action: 'errors', errors: { isi: 'Terlalu singkat' } })
        else if (isi === 'ubah')
          await ack({ response_action: 'update', view: { ...MODAL, title: plain('Lagi') } })
        else await ack()
      })
      app.view({ callback_id: 'lapor', type: 'view_closed' }, async ({ ack, body }) => {
        await ack()
        heard.push(`ditutup ${body.type}`)
      })
    })
    await server.delivered(wati.runs('/abdi tanya cuti besar?', 'G_RAHASIA'))
    await server.until(() => wati.sees().ephemeral[0]?.text === 'Saya jawab di pesan langsung')
    const said = wati.says('apa ini')
    await server.delivered(wati.shortcut(said.ts))
    await server.delivered(wati.runs('/abdi lapor'))
    const modal = await server.until(() => wati.sees().modal)
    expect(modal).toMatchObject({ title: 'Lapor', submit: 'Kirim', callbackId: 'lapor' })
    expect(modal.fields.map(({ label, optional }) => [label, optional])).toEqual([
      ['Isi', false],
      ['Unit', true],
    ])
    expect(() => wati.submits(modal, {})).toThrow('"Isi" must be filled')
    expect(() => wati.submits(modal, { Isi: 'x', Warna: 'y' })).toThrow('no field Warna')
    await server.delivered(wati.submits(modal, { Isi: 'a', Unit: 'Dinas B' }))
    expect(wati.sees().modal?.errors).toEqual({ isi: 'Terlalu singkat' })
    await server.delivered(wati.submits(wati.sees().modal, { isi: 'ubah' }))
    expect(wati.sees().modal).toMatchObject({ title: 'Lagi', errors: {} })
    await server.delivered(wati.submits(wati.sees().modal, { Isi: 'selesai' }))
    expect(wati.sees().modal).toBeUndefined()
    const closed = wati.closes(modal)
    if (closed === undefined) throw new Error('a modal with notify_on_close must tell')
    await server.delivered(closed)
    await soon(() => heard.length === 7)
    expect(heard).toEqual([
      ['tanya cuti besar?', 'privategroup'],
      ['apa ini', wati.dm],
      ['lapor', 'directmessage'],
      ['asal', 'a', 'b'],
      ['asal', 'ubah', undefined],
      ['asal', 'selesai', undefined],
      'ditutup view_closed',
    ])
    expect(server.violations).toEqual([])
  })

  test('shows a home tab, and a status, prompts and a growing answer in the agent view', async () => {
    const server = await start()
    const wati = server.person('Wati')
    await boltFor(server, manner, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const { user: user_id, channel: channel_id, tab } = event
        const text = { type: 'mrkdwn', text: `Halo <@${user_id}>` } as const
        const view = { type: 'home' as const, blocks: [{ type: 'section' as const, text }] }
        if (tab === 'home') await client.views.publish({ user_id, view })
        else
          await client.assistant.threads.setSuggestedPrompts({
            channel_id,
            prompts: [{ title: 'Cuti', message: 'Berapa hari cuti?' }],
          })
      })
      app.message('cuti', async ({ message, client }) => {
        const { channel, ts: thread_ts } = message
        await client.assistant.threads.setStatus({
          channel_id: channel,
          thread_ts,
          status: 'sedang mencari…',
        })
        await server.until(() => wati.sees().messages.length === 2)
        const stream = {
          channel,
          ts: (await client.chat.startStream({ channel, thread_ts, markdown_text: '**Dua' })).ts ?? '',
        }
        await client.chat.appendStream({ ...stream, markdown_text: ' belas** hari' })
        await server.until(() => wati.sees().messages.length === 4)
        await client.chat.stopStream({
          ...stream,
          blocks: [{ type: 'actions', elements: [button('Sumber', 'sumber')] }],
        })
      })
    })
    await server.delivered(wati.opensHome())
    expect((await server.until(() => wati.sees().home)).text).toBe('Halo @Wati')
    await server.delivered(wati.opensAgent({ channel: 'C1' }))
    expect(await server.until(() => wati.sees().prompts)).toEqual({
      prompts: [{ title: 'Cuti', message: 'Berapa hari cuti?' }],
    })
    wati.says('cuti')
    await server.until(() => wati.sees().status === 'sedang mencari…')
    wati.says('lanjut')
    const growing = await server.until(() =>
      wati.sees().messages.find(({ text }) => text === 'Dua belas hari'),
    )
    expect(growing).toMatchObject({ streaming: true, buttons: [] })
    expect(wati.sees().status).toBeUndefined()
    wati.says('lagi')
    const done = await server.until(() =>
      wati.sees().messages.find(({ ours, streaming }) => ours && !streaming),
    )
    expect(done).toMatchObject({ text: 'Dua belas hari', buttons: [{ label: 'Sumber' }] })
    expect(server.violations).toEqual([])
  })

  test('gets events twice, in another order, and never hears what its scopes hide', async () => {
    const scopes = MINIMAL_SCOPES.filter((scope) => scope !== 'channels:history')
    const server = await start({ scopes })
    const wati = server.person('Wati')
    const ids: string[] = []
    const texts: string[] = []
    await boltFor(server, manner, (app) => {
      app.event('message', async ({ body, event }) => {
        ids.push(body.event_id)
        if ('text' in event) texts.push(event.text ?? '')
      })
    })
    expect(wati.says('diam-diam', { channel: server.channel('umum').id }).deliveries).toEqual([])
    server.chaos({ seed: 7, duplicate: 0.5, reorder: 0.5 })
    const said = Array.from({ length: 20 }, (_, at) => wati.says(`pesan ${at}`))
    for (const each of said) await server.delivered(each)
    server.calm()
    await server.until(() =>
      server.deliveries.every(({ attempts }) => attempts.every(({ outcome }) => outcome === 'acked')),
    )
    await soon(() => new Set(texts).size === 20)
    const once = [...new Set(texts)]
    expect(once.length).toBe(20)
    expect(texts.length).toBeGreaterThan(22)
    expect(new Set(ids).size).toBe(20)
    expect(once).not.toEqual(said.map((_, at) => `pesan ${at}`))
    const before = ids.length
    server.redeliver(said[3]?.deliveries[0] ?? server.event({}))
    await soon(() => ids.length > before)
    expect(new Set(ids).size).toBe(20)
  })
})

describe('deliveries', () => {
  /** A Request URL that answers as told; keeps what came. */
  async function endpoint(answer: (retry: string | undefined) => number | 'never') {
    const came: { retry: string | undefined; reason: string | undefined; body: string }[] = []
    const first = Promise.withResolvers<void>()
    const http = createServer(async (request, response) => {
      const { 'x-slack-retry-num': retry, 'x-slack-retry-reason': reason } = request.headersDistinct
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      came.push({ body: Buffer.concat(chunks).toString(), retry: retry?.[0], reason: reason?.[0] })
      first.resolve()
      const status = answer(retry?.[0])
      if (status !== 'never') response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    cleanups.push(() => {
      http.closeAllConnections()
      http.close()
    })
    const { port } = http.address() as AddressInfo // a TCP server's address is always one
    return { came, first: first.promise, url: `http://127.0.0.1:${port}/slack/events` }
  }

  test('come again at once, after a minute and after five, and then no more', async () => {
    const clock = createManualClock()
    const server = await start({ clock })
    const { came, url } = await endpoint(() => 500)
    server.deliverTo(url)
    const [delivery] = server.person('Wati').says('halo').deliveries
    if (delivery === undefined) throw new Error('a direct message must be delivered')
    await server.until(() => delivery.attempts[1]?.outcome === 'failed')
    clock.advance(59_999)
    expect(came.length).toBe(2)
    clock.advance(1)
    await server.until(() => delivery.attempts[2]?.outcome === 'failed')
    clock.advance(300_000)
    await server.until(() => delivery.state === 'failed')
    clock.advance(3_600_000)
    expect(came.map(({ retry, reason }) => [retry, reason])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ])
    expect(new Set(came.map(({ body }) => body)).size).toBe(1)
    expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 500])
  })

  test('without an answer after three seconds are late and come again', async () => {
    const clock = createManualClock()
    const server = await start({ clock })
    const { came, first, url } = await endpoint((retry) => (retry === undefined ? 'never' : 200))
    server.deliverTo(url)
    const said = server.person('Wati').says('halo')
    await first
    clock.advance(2999)
    expect(server.lateAcks).toEqual([])
    clock.advance(1)
    await server.delivered(said)
    expect(came[1]).toMatchObject({ retry: '1', reason: 'http_timeout' })
    expect(server.lateAcks.map(({ attempt }) => attempt.retry)).toEqual([0])
  })

  test('of presses and commands are never repeated: the person is told', async () => {
    const server = await start()
    const { came, url } = await endpoint(() => 500)
    server.deliverTo(url)
    const wati = server.person('Wati')
    const command = wati.runs('/abdi bantuan')
    await server.until(() => command.state === 'failed')
    expect(came.length).toBe(1)
    expect(wati.sees().errors).toEqual(['/abdi failed with the error "dispatch_failed"'])
  })

  test('wait for a Socket Mode app, and what it did not acknowledge comes again when it is back', async () => {
    const server = await start()
    const wati = server.person('Wati')
    const early = wati.says('sebelum tersambung')
    expect(early.deliveries[0]?.attempts).toEqual([])
    const client = new SocketModeClient({
      appToken: server.appToken,
      clientPingTimeout: 300,
      logLevel: SocketLogLevel.ERROR,
      clientOptions: { slackApiUrl: server.apiUrl },
    })
    const came: unknown[] = []
    client.on('slack_event', async ({ ack, body, retry_num }) => {
      came.push([body.event.text, retry_num])
      if (body.event.text !== 'belum tersimpan' || retry_num > 0) await ack()
    })
    await client.start()
    cleanups.push(() => client.disconnect())
    await server.delivered(early)

    server.sockets.disconnect('refresh_requested')
    await server.until(() => server.sockets.opened() === 2)
    const silent = wati.says('belum tersimpan')
    await soon(() => came.length === 2)
    server.sockets.cut()
    await server.until(() => server.sockets.connections() === 0)
    const between = wati.says('selagi putus')
    await server.delivered(silent)
    await server.delivered(between)
    expect(silent.deliveries[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'acked'])
    expect(server.sockets.opened()).toBe(3)
    expect(came).toEqual([
      ['sebelum tersambung', 0],
      ['belum tersimpan', 0],
      ['belum tersimpan', 1],
      ['selagi putus', 0],
    ])
    expect(server.violations).toEqual([])
  })

  test('are signed, so that a wrong secret or an old timestamp shows', async () => {
    const server = await start()
    const wati = server.person('Wati')
    const heard: string[] = []
    const url = await boltFor(server, 'http', (app) => {
      app.message(async ({ message }) => {
        heard.push(message.ts)
      })
    })
    const said = wati.says('asli')
    await server.delivered(said)
    const [delivery] = said.deliveries
    if (delivery === undefined) throw new Error('a direct message must be delivered')
    const { body, type } = server.written(delivery)
    const send = async (headers: Readonly<Record<string, string>>) => {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': type, ...headers },
      })
      return response.status
    }
    const now = Math.floor(Date.now() / 1000)
    expect(await send(server.sign(body))).toBe(200)
    expect(await send({ ...server.sign(body), 'x-slack-signature': `v0=${'0'.repeat(64)}` })).toBe(401)
    expect(await send(server.sign(body, now - 301))).toBe(401)
    expect(await send({})).toBe(401)
    await server.delivered(
      server.event({ type: 'app_home_opened', user: wati.id, tab: 'home' }, { team: 'T0ASING' }),
    )
    await soon(() => heard.length === 2)
  })
})

describe('the Web API', () => {
  const text = (words: string) => ({ type: 'mrkdwn', text: words }) as const
  const section = (words: string) => ({ type: 'section', text: text(words) }) as const
  const markdown = (words: string) => ({ type: 'markdown', text: words }) as const
  const actions = (...elements: ReturnType<typeof button>[]) => ({ type: 'actions', elements }) as const
  const menu = (count: number) => {
    const options = Array.from({ length: count }, (_, at) => ({
      text: plain(`Pilihan ${at}`),
      value: `v${at}`,
    }))
    const select = { type: 'static_select', action_id: 's', options }
    return { type: 'actions', elements: [select] }
  }

  test('refuses blocks over any documented limit, and takes those at it', async () => {
    const server = await start()
    const client = clientFor(server)
    const channel = server.person('Wati').dm
    const post = (...blocks: readonly object[]) =>
      refusal(client.chat.postMessage({ channel, text: 'x', blocks: blocks as KnownBlock[] }))
    const long = (length: number) => 'a'.repeat(length)
    const most: readonly (readonly object[])[] = [
      Array.from({ length: 50 }, () => section('x')),
      [section(long(3000))],
      [{ type: 'header', text: plain(long(150)) }],
      [actions(button(long(75), long(255), long(2000)))],
      [actions(...Array.from({ length: 25 }, (_, at) => button('x', `a${at}`)))],
      [actions(button('x', 'a')), actions(button('x', 'a'))],
      [menu(100)],
      [markdown(long(6000)), markdown(long(6000))],
      [{ type: 'context', elements: Array.from({ length: 10 }, () => text('x')) }],
      [{ type: 'section', fields: Array.from({ length: 10 }, () => text(long(2000))) }],
    ]
    for (const blocks of most) expect(await post(...blocks)).toBe('accepted')
    expect(server.violations).toEqual([])

    const over: readonly (readonly object[])[] = [
      Array.from({ length: 51 }, () => section('x')),
      [section(long(3001))],
      [section('')],
      [{ type: 'section' }],
      [{ type: 'header', text: plain(long(151)) }],
      [{ type: 'header', text: text('x') }],
      [actions(button(long(76), 'a'))],
      [actions(button('x', long(256)))],
      [actions(button('x', 'a', long(2001)))],
      [actions(...Array.from({ length: 26 }, (_, at) => button('x', `a${at}`)))],
      [actions(button('x', 'a'), button('y', 'a'))],
      [{ type: 'actions', elements: [] }],
      [{ type: 'actions', elements: [{ ...button('x', 'a'), style: 'merah' }] }],
      [{ type: 'actions', elements: [{ type: 'plain_text_input', action_id: 'a' }] }],
      [menu(101)],
      [menu(0)],
      [markdown(long(12_001))],
      [markdown(long(6000)), markdown(long(6001))],
      [{ type: 'context', elements: Array.from({ length: 11 }, () => text('x')) }],
      [{ type: 'context_actions', elements: [button('x', 'a')] }],
      [
        { ...section('x'), block_id: 'sama' },
        { ...section('x'), block_id: 'sama' },
      ],
      [{ type: 'kotak' }],
    ]
    for (const blocks of over) expect([await post(...blocks), blocks]).toEqual(['invalid_blocks', blocks])
    expect(server.violations.length).toBe(over.length)
    expect(server.violations[0]?.details).toEqual([
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ])
    expect(await post(markdown(long(11_000)), section(long(2500)))).toBe('msg_blocks_too_long')
    expect(server.messages(channel).length).toBe(most.length)
  })

  test('refuses messages that are empty, too long, or go where the bot may not write', async () => {
    const server = await start()
    const client = clientFor(server)
    const wati = server.person('Wati')
    const gone = server.person('Joko', { deactivated: true })
    const other = server.person('Robot', { bot: true })
    const post = (channel: string, words = 'x', thread_ts?: string) =>
      refusal(
        client.chat.postMessage({ channel, text: words, ...(thread_ts !== undefined && { thread_ts }) }),
      )
    const room = server.channel('umum', { members: [wati] })
    expect(await post(wati.dm, '')).toBe('no_text')
    expect(await post(wati.dm, 'a'.repeat(40_001))).toBe('msg_too_long')
    expect(await post(wati.dm, 'x', '1.000001')).toBe('invalid_thread_ts')
    expect(await post('C404')).toBe('channel_not_found')
    expect(await post(server.channel('luar', { bot: false }).id)).toBe('not_in_channel')
    expect(await post(server.channel('rahasia', { bot: false, private: true }).id)).toBe('channel_not_found')
    expect(await post(server.channel('lama', { archived: true }).id)).toBe('is_archived')
    expect(await post(gone.id)).toBe('user_disabled')
    expect(await post(other.id)).toBe('cannot_dm_bot')
    expect(await refusal(client.conversations.open({ users: gone.id }))).toBe('user_disabled')
    expect(await refusal(client.conversations.open({ users: 'U404' }))).toBe('user_not_found')
    expect((await client.conversations.open({ users: wati.id })).channel?.id).toBe(wati.dm)
    expect((await client.users.info({ user: gone.id })).user?.deleted).toBe(true)
    const said = wati.says('punya saya')
    const { dm: channel } = wati
    expect(await refusal(client.chat.update({ channel, ts: said.ts, text: 'x' }))).toBe('cant_update_message')
    expect(await refusal(client.chat.delete({ channel, ts: '1.000001' }))).toBe('message_not_found')
    expect(await refusal(client.chat.postEphemeral({ channel: room.id, user: gone.id, text: 'x' }))).toBe(
      'user_not_in_channel',
    )
    expect(server.violations.map(({ error }) => error)).toEqual([
      'no_text',
      'msg_too_long',
      'invalid_thread_ts',
    ])

    const { ts = '' } = await client.chat.postMessage({ channel, text: 'lama' })
    await client.chat.update({ channel, ts, text: 'baru <@U0ABDI> &amp; *tebal*' })
    expect(wati.sees().messages.at(-1)).toMatchObject({ text: 'baru @abdi & tebal', edits: 1 })
    await client.chat.delete({ channel, ts })
    expect(wati.sees().messages.map((each) => each.text)).toEqual(['punya saya'])
    await client.chat.postEphemeral({ channel: room.id, user: wati.id, text: 'hanya Anda' })
    expect([server.messages(room.id), wati.sees().ephemeral.map((each) => each.text)]).toEqual([
      [],
      ['hanya Anda'],
    ])
  })

  test('asks for tokens and scopes, and shows no address without its own', async () => {
    const server = await start({ scopes: MINIMAL_SCOPES.filter((scope) => scope !== 'users:read.email') })
    const wati = server.person('Wati', { email: 'wati@example.go.id' })
    const client = clientFor(server)
    expect((await client.users.info({ user: wati.id })).user?.profile?.email).toBeUndefined()
    const more = await start({
      scopes: [...MINIMAL_SCOPES, 'im:read', 'reactions:write'],
    })
    const again = more.person('Wati', { email: 'wati@example.go.id' })
    const granted = clientFor(more)
    expect((await granted.users.info({ user: again.id })).user?.profile?.email).toBe('wati@example.go.id')
    const { ts: timestamp } = again.says('terima kasih')
    await granted.reactions.add({ channel: again.dm, timestamp, name: 'eyes' })
    expect(again.sees().messages[0]?.reactions).toEqual(['eyes'])
    expect((await granted.conversations.info({ channel: again.dm })).channel).toMatchObject({
      user: again.id,
    })
    expect(await refusal(client.reactions.add({ channel: wati.dm, timestamp, name: 'eyes' }))).toBe(
      'missing_scope',
    )
    expect(await refusal(client.conversations.info({ channel: wati.dm }))).toBe('missing_scope')
    expect(await refusal(clientFor(server, 'xoxb-salah').auth.test())).toBe('invalid_auth')
    expect(await refusal(client.apps.connections.open({}))).toBe('not_allowed_token_type')
    expect(await refusal(client.apiCall('chat.shout'))).toBe('unknown_method')
    expect(await client.auth.test()).toMatchObject({
      team_id: server.team.id,
      user_id: 'U0ABDI',
      bot_id: 'B0ABDI',
    })
    expect((await client.bots.info({ bot: 'B0ABDI' })).bot?.user_id).toBe('U0ABDI')
  })

  test('opens a view once for a trigger, within three seconds, and only a proper one', async () => {
    const clock = createManualClock()
    const server = await start({ clock })
    const client = clientFor(server)
    const wati = server.person('Wati')
    const trigger = () => String(wati.runs('/abdi').body.trigger_id)
    const open = (view: object, trigger_id = trigger()) =>
      refusal(client.views.open({ trigger_id, view: view as ModalView }))
    const first = trigger()
    expect(await open(MODAL, first)).toBe('accepted')
    expect(await open(MODAL, first)).toBe('exchanged_trigger_id')
    const slow = trigger()
    clock.advance(3001)
    expect(await open(MODAL, slow)).toBe('expired_trigger_id')
    expect(await open(MODAL, '1.2.3')).toBe('invalid_trigger_id')
    const { submit: _submit, ...unsendable } = MODAL
    for (const view of [
      { ...MODAL, title: plain('a'.repeat(25)) },
      { ...MODAL, private_metadata: 'a'.repeat(3001) },
      { ...MODAL, blocks: Array.from({ length: 101 }, () => section('x')) },
      { ...MODAL, blocks: [...MODAL.blocks, ...MODAL.blocks] },
      { ...MODAL, blocks: [markdown('x')] },
      unsendable,
    ])
      expect([await open(view), view]).toEqual(['invalid_arguments', view])
    const seen = wati.sees().modal
    if (seen === undefined) throw new Error('the first view must be open')
    await client.views.update({
      view_id: seen.id,
      hash: seen.open.hash,
      view: { ...MODAL, title: plain('Baru') },
    })
    expect(wati.sees().modal?.title).toBe('Baru')
    const stale = client.views.update({ view_id: seen.id, hash: seen.open.hash, view: MODAL })
    expect(await refusal(stale)).toBe('hash_conflict')
    wati.closes(seen)
    expect(await refusal(client.views.update({ view_id: seen.id, view: MODAL }))).toBe('not_found')
  })

  test('grows a stream only while it is one, and names its reader in channels', async () => {
    const server = await start()
    const client = clientFor(server)
    const wati = server.person('Wati')
    const { ts: thread_ts, channel } = wati.says('cuti?')
    const { ts = '' } = await client.chat.startStream({ channel, thread_ts, markdown_text: 'a' })
    const append = (length: number) =>
      refusal(client.chat.appendStream({ channel, ts, markdown_text: 'a'.repeat(length) }))
    expect(await append(11_999)).toBe('accepted')
    expect(await append(1)).toBe('msg_too_long')
    expect(await refusal(client.chat.update({ channel, ts, text: 'x' }))).toBe('streaming_state_conflict')
    await client.chat.stopStream({ channel, ts })
    expect(await append(1)).toBe('message_not_in_streaming_state')
    const room = server.channel('umum', { members: [wati] })
    const asked = wati.mentions('cuti?', { channel: room.id })
    const place = { channel: room.id, thread_ts: asked.ts }
    expect(await refusal(client.chat.startStream(place))).toBe('missing_recipient_user_id')
    const reader = { recipient_user_id: wati.id, recipient_team_id: server.team.id }
    expect(await refusal(client.chat.startStream({ ...place, ...reader }))).toBe('accepted')
    const prompts = Array.from({ length: 5 }, () => ({ title: 'x', message: 'x' }))
    const { setSuggestedPrompts } = client.assistant.threads
    expect(await refusal(setSuggestedPrompts({ channel_id: channel, prompts }))).toBe('invalid_arguments')
    expect(
      await refusal(setSuggestedPrompts({ channel_id: channel, thread_ts, prompts: prompts.slice(1) })),
    ).toBe('accepted')
    expect(wati.sees().prompts).toBeUndefined()
    expect(server.violations.at(-1)?.error).toContain('silently')
  })

  test('allows one message a second in a channel, counts 429s and notes impatience', async () => {
    const clock = createManualClock()
    const server = await start({ clock, limits: true })
    const client = clientFor(server)
    const [wati, budi] = [server.person('Wati'), server.person('Budi')]
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'x' }))
    for (let count = 0; count < 3; count++) expect(await post(wati.dm)).toBe('accepted')
    const limited = await client.chat
      .postMessage({ channel: wati.dm, text: 'x' })
      .catch((error: unknown) => error)
    expect(limited).toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 })
    expect(await post(budi.dm)).toBe('accepted')
    clock.advance(500)
    expect(await post(wati.dm)).toContain('rate-limit')
    expect(server.violations.map(({ error }) => error)).toEqual(['called again before Retry-After was over'])
    clock.advance(1000)
    expect(await post(wati.dm)).toBe('accepted')
    for (let count = 0; count < 20; count++) await client.chat.startStream(streamIn(server, budi.dm))
    expect(await refusal(client.chat.startStream(streamIn(server, budi.dm)))).toContain('rate-limit')
    expect(server.tooManyRequests).toEqual({ 'chat.postMessage': 2, 'chat.startStream': 1 })
  })

  test('fails as it is told, and at random from a seed', async () => {
    const server = await start()
    const client = clientFor(server)
    const { dm: channel } = server.person('Wati')
    const post = () => refusal(client.chat.postMessage({ channel, text: 'x' }))
    server.fail('chat.postMessage', { status: 503 })
    server.fail('chat.postMessage', { error: 'fatal_error' })
    server.fail('chat.postMessage', { hangUp: true })
    server.fail('chat.postMessage', { hangUp: 'after' })
    server.fail('chat.postMessage', { status: 429, retryAfter: 7 })
    expect(await post()).toContain('503')
    expect(await post()).toBe('fatal_error')
    expect(await post()).toContain('request error')
    expect(server.messages(channel)).toEqual([])
    expect(await post()).toContain('request error')
    expect(server.messages(channel).length).toBe(1)
    expect(await post()).toContain('rate-limit')
    expect(await post()).toBe('accepted')
    const outcomes = async () => {
      server.chaos({ seed: 3, rate429: 0.2, rate5xx: 0.2, rateTimeout: 0.2 })
      const results: string[] = []
      for (let count = 0; count < 15; count++) results.push(await post())
      return results
    }
    const once = await outcomes()
    expect(new Set(once).size).toBeGreaterThan(2)
    expect(await outcomes()).toEqual(once)
    server.calm()
    expect(await post()).toBe('accepted')
    expect(server.calls.map(({ outcome }) => outcome).slice(0, 6)).toEqual([
      'injected',
      'injected',
      'dropped',
      'dropped',
      'injected',
      'ok',
    ])
  })
})

describe('people', () => {
  test('in the older assistant view start threads and turn to channels', async () => {
    const server = await start({ experience: 'assistant' })
    const wati = server.person('Wati')
    const opened = wati.opensAgent({ channel: 'C1' })
    const { assistant_thread: thread } = opened.body.event as { assistant_thread: { thread_ts: string } }
    expect(opened.body.event).toMatchObject({
      type: 'assistant_thread_started',
      assistant_thread: { user_id: wati.id, channel_id: wati.dm, context: { channel_id: 'C1' } },
    })
    expect(wati.turnsTo('C2')?.body.event).toMatchObject({ type: 'assistant_thread_context_changed' })
    expect(wati.says('cuti?').thread).toBe(thread.thread_ts)
    const client = clientFor(server)
    await client.assistant.threads.setTitle({
      channel_id: wati.dm,
      thread_ts: thread.thread_ts,
      title: 'Cuti',
    })
    expect(wati.sees().titles).toEqual(['Cuti'])
  })

  test('that are bots say so in what they send, and the bot hears its own words', async () => {
    const server = await start()
    const room = server.channel('umum')
    const modern = server.person('Robot', { bot: true }).says('halo', { channel: room.id })
    const classic = server.person('Lawas', { bot: 'classic' }).says('halo', { channel: room.id })
    expect(modern.deliveries[0]?.body.event).toMatchObject({
      type: 'message',
      bot_id: expect.stringMatching(/^B/),
      user: expect.stringMatching(/^U/),
    })
    expect(classic.deliveries[0]?.body.event).toMatchObject({ subtype: 'bot_message', username: 'Lawas' })
    await clientFor(server).chat.postMessage({ channel: room.id, text: 'kata saya' })
    expect(server.deliveries.at(-1)?.body.event).toMatchObject({
      text: 'kata saya',
      bot_id: 'B0ABDI',
      user: 'U0ABDI',
    })
  })
})

function streamIn(server: SlackServer, channel: string) {
  const [first] = server.messages(channel)
  if (first === undefined) throw new Error('somebody must have written there')
  return { channel, thread_ts: first.ts }
}
