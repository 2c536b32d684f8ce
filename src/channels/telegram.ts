import { Bot, GrammyError, webhookCallback } from 'grammy'
import type { Update } from 'grammy/types'
import type { Channel, Files, Inbox } from '../chat/channel.ts'
import type { Role } from '../chat/feature.ts'
import type { ConversationId, Incoming, Language } from '../chat/message.ts'
import { Misconfigured } from '../errors.ts'
import type { Log } from '../log.ts'
import { createInsistence } from './insistence.ts'
import { download } from './telegram/download.ts'
import { ALLOWED_UPDATES, chatOf, type Meaning, readUpdate } from './telegram/incoming.ts'
import { createMenus, type MenuOf } from './telegram/menus.ts'
import { createSender, splitMessage } from './telegram/outgoing.ts'
import { createPace } from './telegram/pace.ts'
import { createPresses, type RepliesTo } from './telegram/presses.ts'
import { createPreviews } from './telegram/previews.ts'
import { setbackOf } from './telegram/setback.ts'

/** How Telegram is reached; without a webhook the bot asks for updates itself. */
export interface TelegramOptions {
  readonly token: string
  readonly apiRoot: string
  readonly webhook?: { readonly url: string; readonly secret: string }
  /** What the command menu of a role shows. */
  readonly menu: MenuOf
  /** The languages of the menus, the first also for everybody else; Indonesian alone when left out. */
  readonly languages?: readonly Language[]
  readonly log: Log
  /** What somebody may do; without it the menus of officers are those of everybody. */
  roleOf?(account: string, name: string): Promise<Role>
  /** What a message was answered with; without it a press is acknowledged before it is known what comes of it. */
  readonly repliesTo?: RepliesTo
  /** Where the bytes of kept files come from; without it they are only told of. */
  readonly files?: Files
  /** The clock in ms that paces previews and edits. */
  readonly clock?: () => number
}

/** Telegram as a channel, and the way in for its webhook: give it the request, send back its response. */
export interface TelegramChannel extends Channel {
  webhook(request: Request): Promise<Response>
}

const POLL_SECONDS = 30

/** Connects a bot account (core.telegram.org/bots/api). `start` throws `Misconfigured` when the token is refused. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, webhook, log, clock = Date.now } = options
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: POLL_SECONDS + 20 } })
  const { api } = bot
  const halt = new AbortController()
  const signal = polyfilled(halt.signal)
  const { insist, quietly } = createInsistence(log, halt.signal, setbackOf)
  const pace = createPace(clock)
  const previews = createPreviews(api, log, pace, clock)
  const sender = createSender(api, pace, options.files)
  const menus = createMenus(api, options.menu, options.languages ?? ['id'], quietly)
  const presses = createPresses({ api, pace, halt: halt.signal, repliesTo: options.repliesTo, quietly })
  const writers = new Map<ConversationId, Incoming['sender']>()
  const arriving = new Set<Promise<Response>>()
  let inbox: Inbox | undefined
  let loop: Promise<void> = Promise.resolve()

  bot.use(async ({ update }) => take(update))
  const hook =
    webhook && webhookCallback(bot, 'std/http', { secretToken: webhook.secret, timeoutMilliseconds: 50_000 })

  /** Stores what an update means; only when this resolves may Telegram forget it. */
  async function take(update: Update): Promise<void> {
    const meaning = read(update)
    const press = update.callback_query // its button spins until it is answered
    if (meaning?.kind === 'left') await inbox?.unreachable(meaning.conversation, 'blocked or removed')
    if (meaning?.kind !== 'message') {
      if (typeof press?.id === 'string') void presses.dismiss(press)
      return
    }
    const { conversation, id, content, sender: writer, shared } = meaning.message
    if (content.kind === 'contact' || content.kind === 'location') sender.hasKeyboard(conversation)
    if (!shared) {
      writers.set(conversation, writer)
      pace.expect(chatOf(conversation).chat)
    }
    if (press !== undefined) presses.hold(conversation, id, press)
    await inbox?.receive(meaning.message)
  }

  /** Whoever wrote was answered, which may have changed what they may do. */
  async function fitMenu(to: ConversationId): Promise<void> {
    const writer = writers.get(to)
    writers.delete(to)
    if (writer === undefined) return
    await quietly('fit the menu', async () => {
      const role = await options.roleOf?.(writer.account, writer.name)
      if (role !== undefined) await menus.fit(to, role)
    })
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
    void menus.publish()
    if (webhook === undefined) await insist('deleteWebhook', () => api.deleteWebhook({}, signal))
    else {
      const settings = { secret_token: webhook.secret, allowed_updates: [...ALLOWED_UPDATES] }
      await insist('setWebhook', () => api.setWebhook(webhook.url, settings, signal))
    }
  }

  return {
    name: 'telegram',
    contact: true,
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
    link: (payload) => (bot.isInited() ? `https://t.me/${bot.botInfo.username}?start=${payload}` : undefined),
    async webhook(request) {
      if (hook === undefined || !bot.isInited() || halt.signal.aborted)
        return new Response('not ready', { status: 503 })
      const answer = hook(request)
      arriving.add(answer)
      return answer.finally(() => arriving.delete(answer))
    },
    split: splitMessage,
    async send(to, message) {
      await previews.end(to)
      void presses.settle(to)
      const id = await sender.deliver(to, message)
      void fitMenu(to)
      return String(id)
    },
    room: (to) => pace.room(chatOf(to).chat),
    edit: (to, id, message) => sender.change(to, Number(id), message),
    preview: (to, text) => previews.show(to, text),
    async showTyping(to) {
      const { chat, topic } = chatOf(to)
      await quietly('sendChatAction', () =>
        api.sendChatAction(chat, 'typing', topic ? { message_thread_id: topic } : {}),
      )
    },
    open: (ref) => download(api, `${apiRoot}/file/bot${token}`, ref),
  }
}

/** grammY types its signals by a polyfill of the same thing. */
function polyfilled(signal: AbortSignal): NonNullable<Parameters<Bot['api']['getMe']>[0]> {
  return signal as NonNullable<Parameters<Bot['api']['getMe']>[0]>
}
