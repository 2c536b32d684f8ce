import type { Bot } from '../../src/bot.ts'
import { createSlackChannel, type SlackChannel, type SlackOptions } from '../../src/channels/slack.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { recording } from '../support/bot.ts'
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../support/slack-server.ts'
import { afterwards, closed, createStage, openHook, type Stage } from './stage.ts'

export { type Storing, there } from './stage.ts'

/** How a stage differs from the plain one: Socket Mode, no model, the server's defaults. */
export interface StageOptions {
  readonly manner?: Manner
  readonly server?: SlackServerOptions
  readonly chat?: ChatModel
  readonly clock?: () => number
  readonly slack?: Partial<SlackOptions>
}

/** The two ways of getting what Slack sends. */
export type Manner = 'socket' | 'http'

/** The real bot on a real database behind Slack's loopback server. */
export interface SlackStage extends Stage<SlackChannel> {
  readonly server: SlackServer
  /** Where Slack sends its signed requests. */
  readonly hook: string
}

/** Sets a stage that is taken down after the test; `start` brings the bot onto it. */
export async function slackStage(options: StageOptions = {}): Promise<SlackStage> {
  const { manner = 'socket' } = options
  const server = await createSlackServer(options.server)
  afterwards(() => server.close())
  let channel: SlackChannel | undefined
  const events = async (request: Request): Promise<Response> => channel?.events(request) ?? closed()
  const hook = manner === 'http' ? `http://127.0.0.1:${await openHook({ slack: events })}/slack/events` : ''
  if (manner === 'http') server.deliverTo(hook)
  const connect = ({ features }: Bot, log: string[]): SlackChannel => {
    const names = features.flatMap(({ commands = [] }) => commands).map(({ name }) => name)
    channel = createSlackChannel({
      token: server.botToken,
      apiUrl: server.apiUrl,
      delivery:
        manner === 'http'
          ? { kind: 'http', signingSecret: server.signingSecret }
          : { kind: 'socket', appToken: server.appToken },
      commands: [...names, 'batal'],
      prompts: features.flatMap((feature) => feature.suggestions?.('id') ?? []),
      log: recording(log),
      ...(options.clock && { clock: options.clock }),
      ...options.slack,
    })
    return channel
  }
  return createStage(connect, { server, hook }, options.chat)
}
