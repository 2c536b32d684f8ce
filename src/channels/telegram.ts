import { Api, Bot, GrammyError, webhookCallback } from 'grammy'
import type { BotCommand, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update } from 'grammy/types'
import type { Channel, Inbox } from '../chat/channel.ts'
import type { Choice, ConversationId, Outgoing } from '../chat/message.ts'
import { Misconfigured, RetryLater, Unreachable, Unreadable } from '../errors.ts'
import type { Log } from '../log.ts'
import { splitMarkdown, toPlain, toTelegramHtml } from './markdown.ts'
import { ALLOWED_UPDATES, chatOf, readUpdate } from './telegram/incoming.ts'
import { createPreviews } from './telegram/previews.ts'

/** How Telegram is reached; without a webhook the bot asks for updates itself. */
export interface TelegramOptions {
  readonly token: string
  readonly apiRoot: string
  readonly webhook?: { readonly url: string; readonly secret: string }
  readonly commands: readonly BotCommand[]
  readonly log: Log
}

/** Telegram as a channel, and the way in for its webhook: give it the request, send back its response. */
export interface TelegramChannel extends Channel {
  webhook(request: Request): Promise<Response>
}

/** Telegram's limit for the text of one message, in UTF-16 units after entities are read. */
export const LONGEST_MESSAGE = 4_096
const LARGEST_DOWNLOAD = 20 * 1024 * 1024
const POLL_SECONDS = 30

/** Connects a bot account (core.telegram.org/bots/api). `start` throws `Misconfigured` when the token is refused. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, webhook, commands, log } = options
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: POLL_SECONDS + 20 } })
  const { api } = bot
  const previews = createPreviews(api, log)
  const halt = new AbortController()
  const signal = halt.signal as Parameters<typeof api.getUpdates>[1] // the same thing, typed by a polyfill
  let inbox: Inbox | undefined
  let loop: Promise<void> = Promise.resolve()

  bot.use(async ({ update }) => take(update))
  const hook = webhook && webhookCallback(bot, 'std/http', { secretToken: webhook.secret, timeoutMilliseconds: 50_000 })

  /** Stores what an update means; only when this resolves may Telegram forget it. */
  async function take(update: Update): Promise<void> {
    const meaning = readUpdate(update, bot.botInfo)
    if (meaning === undefined || inbox === undefined) return
    if (meaning.kind === 'left') return inbox.unreachable(meaning.conversation, 'blocked or removed')
    await inbox.receive(meaning.message)
    if (meaning.callback !== undefined) void quietly('answerCallbackQuery', api.answerCallbackQuery(meaning.callback))
  }

  async function quietly(what: string, call: Promise<unknown>): Promise<void> {
    try {
      await call
    } catch (error) {
      log.debug({ call: what, err: error }, 'a call that may fail did')
    }
  }

  /** Keeps trying what Telegram or the network refuses for now, slower each time, until it works or we stop. */
  async function insist<T>(what: string, attempt: () => Promise<T>): Promise<T | undefined> {
    for (let tries = 0; !halt.signal.aborted; tries++) {
      try {
        return await attempt()
      } catch (error) {
        if (halt.signal.aborted) return undefined
        const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
        log.warn({ call: what, tries, err: error }, conflicts(error) ? 'another process asks for the same updates' : 'Telegram cannot be reached')
        await pause(asked ?? Math.min(30, 2 ** tries), halt.signal)
      }
    }
    return undefined
  }

  async function poll(): Promise<void> {
    let offset = 0
    while (!halt.signal.aborted) {
      const ask = { offset, timeout: POLL_SECONDS, allowed_updates: [...ALLOWED_UPDATES] }
      const updates = (await insist('getUpdates', () => api.getUpdates(ask, signal))) ?? []
      for (const update of updates) {
        const stored = await insist('store', () => bot.handleUpdate(update).then(() => true))
        if (stored) offset = update.update_id + 1
        else return
      }
    }
    // what was stored is confirmed, so that the next start does not see it again
    if (offset > 0) await quietly('confirm', api.getUpdates({ offset, limit: 1, timeout: 0 }))
  }

  async function introduce(): Promise<void> {
    await insist('getMe', () => bot.init(signal))
    if (halt.signal.aborted) return
    void quietly('setMyCommands', api.setMyCommands(commands))
    if (webhook === undefined) await insist('deleteWebhook', () => api.deleteWebhook())
    else {
      const settings = { secret_token: webhook.secret, allowed_updates: [...ALLOWED_UPDATES] }
      await insist('setWebhook', () => api.setWebhook(webhook.url, settings))
    }
  }

  return {
    name: 'telegram',
    async start(into) {
      inbox = into
      try {
        await bot.init(AbortSignal.timeout(10_000) as typeof signal)
      } catch (error) {
        if (error instanceof GrammyError && [401, 404].includes(error.error_code))
          throw new Misconfigured('TELEGRAM_BOT_TOKEN', 'ditolak Telegram. Salin lagi token dari @BotFather, atau kosongkan kunci ini untuk berjalan tanpa Telegram.')
        log.warn({ err: error }, 'Telegram cannot be reached yet; trying on in the background')
      }
      loop = introduce().then(() => (webhook === undefined ? poll() : undefined))
    },
    async stop() {
      halt.abort()
      await loop
    },
    webhook: async (request) => (hook && bot.isInited() ? hook(request) : new Response('not ready', { status: 503 })),
    split({ text, ...rest }) {
      const parts = splitMarkdown(text, LONGEST_MESSAGE, (part) => visible(toTelegramHtml(part)))
      return parts.map((part, i) => (i === parts.length - 1 ? { ...rest, text: part } : { text: part }))
    },
    async send(to, message) {
      previews.end(to)
      const sent = await deliver(api, to, message)
      return String(sent)
    },
    preview: (to, text) => previews.show(to, text),
    async showTyping(to) {
      const { chat, topic } = chatOf(to)
      await quietly('sendChatAction', api.sendChatAction(chat, 'typing', topic ? { message_thread_id: topic } : {}))
    },
    async open(ref) {
      const { file_path, file_size = 0 } = await api.getFile(ref)
      if (file_size > LARGEST_DOWNLOAD || file_path === undefined) throw new Unreadable('the file is too large')
      const response = await fetch(`${apiRoot}/file/bot${token}/${file_path}`, { signal: AbortSignal.timeout(60_000) })
      if (!response.ok) throw new Unreadable(`Telegram answered ${response.status} for the file`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

async function deliver(api: Api, to: ConversationId, message: Outgoing): Promise<number> {
  const { chat, topic } = chatOf(to)
  const markup = keyboard(message)
  const common = { link_preview_options: { is_disabled: true }, ...(topic && { message_thread_id: topic }) }
  const html = { ...common, parse_mode: 'HTML' as const, ...(markup && { reply_markup: markup }) }
  const ways: readonly ((chat: number) => Promise<{ message_id: number }>)[] = [
    (id) => api.sendMessage(id, toTelegramHtml(message.text), html),
    (id) => api.sendMessage(id, toPlain(message.text).slice(0, LONGEST_MESSAGE), { ...common, ...(markup && { reply_markup: markup }) }),
    (id) => api.sendMessage(id, toPlain(message.text).slice(0, LONGEST_MESSAGE), common),
  ]
  let address = chat
  for (const [i, way] of ways.entries()) {
    try {
      return (await way(address)).message_id
    } catch (error) {
      const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
      if (moved !== undefined) return (await way((address = moved))).message_id
      const refused = error instanceof GrammyError && error.error_code === 400 && !isGone(error)
      if (!refused || i === ways.length - 1) throw asOurs(error)
    }
  }
  throw new Error('unreachable code')
}

/** Telegram's refusals in the words the mailbox knows. */
function asOurs(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error
  if (error.parameters.retry_after !== undefined) return new RetryLater(error.parameters.retry_after, 'too many requests')
  if (error.error_code === 401) return new RetryLater(60, 'the token is refused')
  return isGone(error) ? new Unreachable(error.description.slice(0, 80)) : error
}

function isGone(error: GrammyError): boolean {
  return error.error_code === 403 || /chat not found|PEER_ID_INVALID|user is deactivated|have no rights/i.test(error.description)
}

function conflicts(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 409
}

function keyboard({ choices = [], request }: Outgoing): InlineKeyboardMarkup | ReplyKeyboardMarkup | undefined {
  if (request !== undefined) {
    const share = request === 'contact' ? { text: '📱 Bagikan nomor saya', request_contact: true as const } : { text: '📍 Bagikan lokasi', request_location: true as const }
    return { keyboard: [[share], ...choices.map(({ label }) => [label])], one_time_keyboard: true, resize_keyboard: true }
  }
  if (choices.length === 0) return undefined
  return { inline_keyboard: rows(choices).map((row) => row.map(({ label, value }) => ({ text: label, callback_data: value }))) }
}

/** Short labels stand side by side, long ones alone: what a narrow phone shows whole. */
function rows(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const result: Choice[][] = []
  for (const choice of choices) {
    const row = result.at(-1)
    const width = (row ?? []).reduce((sum, { label }) => sum + label.length + 3, choice.label.length)
    if (row && row.length < 5 && width <= 28) row.push(choice)
    else result.push([choice])
  }
  return result
}

function visible(html: string): number {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, 'x').length
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
