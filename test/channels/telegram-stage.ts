import type { Bot } from '../../src/bot.ts'
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramOptions,
} from '../../src/channels/telegram.ts'
import { mayUse } from '../../src/chat/turn.ts'
import { menu } from '../../src/features/help/feature.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { recording } from '../support/bot.ts'
import {
  createTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from '../support/telegram-server.ts'
import { afterwards, closed, createStage, openHook, type Stage } from './stage.ts'

export { type Storing, there } from './stage.ts'

/** The secret that the loopback server shows at the webhook. */
export const SECRET = 'rahasia-webhook-uji-coba'

/** How a stage differs from the plain one: polling, no model, the server's defaults, started at once. */
export interface StageOptions {
  readonly delivery?: 'polling' | 'webhook'
  readonly server?: TelegramServerOptions
  readonly chat?: ChatModel
  readonly clock?: () => number
  readonly channel?: Partial<TelegramOptions>
  readonly token?: string
  readonly apiRoot?: string
}

/** The real bot on a real database behind Telegram's loopback server. */
export interface TelegramStage extends Stage<TelegramChannel> {
  readonly server: TelegramServer
  /** Where Telegram calls the webhook. */
  readonly hook: string
}

/** Sets a stage that is taken down after the test; `start` brings the bot onto it. */
export async function telegramStage(options: StageOptions = {}): Promise<TelegramStage> {
  const server = await createTelegramServer({ webhookRetryMs: 1, ...options.server })
  afterwards(() => server.close())
  let channel: TelegramChannel | undefined
  const path = '/telegram'
  const handle = async (request: Request): Promise<Response> => channel?.webhook(request) ?? closed()
  const hook =
    options.delivery === 'webhook'
      ? `http://127.0.0.1:${await openHook({ webhook: { path, handle } })}${path}`
      : ''
  const connect = (on: Bot, log: string[]): TelegramChannel => {
    channel = createTelegramChannel({
      token: options.token ?? server.token,
      apiRoot: options.apiRoot ?? server.url,
      menu: (role, language, shared) =>
        menu(on.features, language)
          .filter(({ command }) => mayUse(role, command.audience) && !(shared && command.personal))
          .map(({ command, line }) => ({ command: command.name, description: line })),
      roleOf: async (account, name) => (await on.person(account, name)).role,
      repliesTo: on.mailbox.repliesTo,
      log: recording(log),
      ...options.channel,
      ...(hook !== '' && { webhook: { url: hook, secret: SECRET } }),
      ...(options.clock && { clock: options.clock }),
    })
    return channel
  }
  return createStage(connect, { server, hook }, options.chat)
}
