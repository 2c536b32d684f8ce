import { Bot, GrammyError, webhookCallback } from 'grammy'
import type { BotCommand, Update } from 'grammy/types'
import type { Channel, Inbox } from '../chat/channel.ts'
import { Misconfigured, Unreadable } from '../errors.ts'
import type { Log } from '../log.ts'
import { ALLOWED_UPDATES, chatOf, type Meaning, readUpdate } from './telegram/incoming.ts'
import { createInsistence } from './telegram/insistence.ts'
import { createSender, splitMessage } from './telegram/outgoing.ts'
import { createPreviews } from './telegram/previews.ts'

/** How Telegram is reached; without a webhook the bot asks for updates itself. */
export interface TelegramOptions {
  readonly token: string
  readonly apiRoot: string
  readonly webhook?: { readonly url: string; readonly secret: string }
  readonly commands: readonly BotCommand[]
  readonly log: Log
  /** The clock in ms that paces previews. */
  readonly clock?: () => number
}

/** Telegram as a channel, and the way in for its webhook: give it the request, send back its response. */
export interface TelegramChannel extends Channel {
  webhook(request: Request): Promise<Response>
}

const LARGEST_DOWNLOAD = 20 * 1024 * 1024
const POLL_SECONDS = 30

/** Connects a bot account (core.telegram.org/bots/api). `start` throws `Misconfigured` when the token is refused. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, webhook, commands, log } = options
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: POLL_SECONDS + 20 } })
  const { api } = bot
  const previews = createPreviews(api, log, options.clock)
  const deliver = createSender(api)
  const halt = new AbortController()
  const signal = polyfilled(halt.signal)
  const { insist, quietly } = createInsistence(log, halt.signal)
  const arriving = new Set<Promise<Response>>()
  let inbox: Inbox | undefined
  let loop: Promise<void> = Promise.resolve()

  bot.use(async ({ update }) => take(update))
  const hook =
    webhook && webhookCallback(bot, 'std/http', { secretToken: webhook.secret, timeoutMilliseconds: 50_000 })

  /** Stores what an update means; only when this resolves may Telegram forget it. */
  async function take(update: Update): Promise<void> {
    const meaning = read(update)
    if (meaning?.kind === 'left') await inbox?.unreachable(meaning.conversation, 'blocked or removed')
    if (meaning?.kind === 'message') await inbox?.receive(meaning.message)
    const press = update.callback_query?.id // its button spins until it is answered
    if (press !== undefined) void quietly('answerCallbackQuery', () => api.answerCallbackQuery(press))
  }

  /** An update that cannot be read would come again for ever, so it is passed over. */
  function read(update: Update): Meaning | undefined {
    try {
      return readUpdate(update, bot.botInfo)
    } catch (error) {
      log.error({ update: update.update_id, err: error }, 'an update could not be read')
      return undefined
    }
  }

  async function poll(): Promise<void> {
    let offset = 0
    while (!halt.signal.aborted) {
      const ask = { offset, timeout: POLL_SECONDS, allowed_updates: [...ALLOWED_UPDATES] }
      const updates = (await insist('getUpdates', () => api.getUpdates(ask, signal))) ?? []
      for (const update of updates) {
        const stored = await insist('store', () => bot.handleUpdate(update).then(() => true))
        if (!stored) break
        offset = update.update_id + 1
      }
    }
    // what was stored is confirmed, so that the next start does not see it again
    const soon = polyfilled(AbortSignal.timeout(2_000))
    if (offset > 0) await quietly('confirm', () => api.getUpdates({ offset, limit: 1, timeout: 0 }, soon))
  }

  async function introduce(): Promise<void> {
    const me = bot.isInited() ? bot.botInfo : await insist('getMe', () => api.getMe(signal))
    if (me === undefined) return
    bot.botInfo = me
    void quietly('setMyCommands', () => api.setMyCommands(commands, {}, signal))
    if (webhook === undefined) await insist('deleteWebhook', () => api.deleteWebhook({}, signal))
    else {
      const settings = { secret_token: webhook.secret, allowed_updates: [...ALLOWED_UPDATES] }
      await insist('setWebhook', () => api.setWebhook(webhook.url, settings, signal))
    }
  }

  return {
    name: 'telegram',
    async start(into) {
      inbox = into
      try {
        bot.botInfo = await api.getMe(polyfilled(AbortSignal.timeout(10_000)))
      } catch (error) {
        if (error instanceof GrammyError && [401, 404].includes(error.error_code))
          throw new Misconfigured(
            'TELEGRAM_BOT_TOKEN',
            'ditolak Telegram. Salin lagi token dari @BotFather, atau kosongkan kunci ini untuk berjalan tanpa Telegram.',
          )
        log.warn({ err: error }, 'Telegram cannot be reached yet; trying on in the background')
      }
      loop = introduce().then(() => (webhook === undefined ? poll() : undefined))
    },
    async stop() {
      halt.abort()
      await loop
      await Promise.allSettled(arriving)
    },
    async webhook(request) {
      if (hook === undefined || !bot.isInited() || halt.signal.aborted)
        return new Response('not ready', { status: 503 })
      const answer = hook(request)
      arriving.add(answer)
      return answer.finally(() => arriving.delete(answer))
    },
    split: splitMessage,
    async send(to, message) {
      previews.end(to)
      return String(await deliver(to, message))
    },
    preview: (to, text) => previews.show(to, text),
    async showTyping(to) {
      const { chat, topic } = chatOf(to)
      await quietly('sendChatAction', () =>
        api.sendChatAction(chat, 'typing', topic ? { message_thread_id: topic } : {}),
      )
    },
    async open(ref) {
      try {
        const { file_path, file_size = 0 } = await api.getFile(ref)
        if (file_size > LARGEST_DOWNLOAD || file_path === undefined)
          throw new Unreadable('the file is too large')
        const response = await fetch(`${apiRoot}/file/bot${token}/${file_path}`, {
          signal: AbortSignal.timeout(60_000),
        })
        if (!response.ok) throw new Unreadable(`Telegram answered ${response.status} for the file`)
        return new Uint8Array(await response.arrayBuffer())
      } catch (error) {
        if (error instanceof Unreadable) throw error
        throw new Unreadable(error instanceof GrammyError ? error.description : 'Telegram cannot be reached')
      }
    },
  }
}

/** grammY types its signals by a polyfill of the same thing. */
function polyfilled(signal: AbortSignal): NonNullable<Parameters<Bot['api']['getMe']>[0]> {
  return signal as NonNullable<Parameters<Bot['api']['getMe']>[0]>
}
