// The peer: the least a Slack app and a Telegram bot with a webhook can do. It is a program; a bench starts it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { App, LogLevel, type Receiver, verifySlackRequest } from '@slack/bolt'
import { Bot, webhookCallback } from 'grammy'

const {
  PORT = '',
  SLACK_BOT_TOKEN: slackToken = '',
  SLACK_SIGNING_SECRET: signingSecret = '',
  SLACK_API_URL: slackApiUrl = '',
  TELEGRAM_BOT_TOKEN: token = '',
  TELEGRAM_API_ROOT: apiRoot = '',
  TELEGRAM_WEBHOOK_URL: hook = '',
  TELEGRAM_WEBHOOK_SECRET: secret = '',
} = process.env

let app: App | undefined
const receiver: Receiver = {
  init: (owner) => {
    app = owner
  },
  start: async () => undefined,
  stop: async () => undefined,
}
const slack = new App({
  token: slackToken,
  receiver,
  clientOptions: { slackApiUrl },
  logLevel: LogLevel.ERROR,
})
slack.message(async ({ message, say }) => {
  if ('text' in message && message.text) await say(message.text)
})

const bot = new Bot(token, { client: { apiRoot } })
bot.on('message:text', (context) => context.reply(context.message.text))
const telegram = webhookCallback(bot, 'http', { secretToken: secret })

/** Acknowledges at once, before anybody has looked at it. */
async function takeSlack(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request)
  const [signature, time] = ['x-slack-signature', 'x-slack-request-timestamp'].map((name) =>
    String(request.headers[name]),
  )
  verifySlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature ?? '', 'x-slack-request-timestamp': Number(time) },
  })
  response.end()
  await app?.processEvent({ body: JSON.parse(body), ack: async () => undefined })
}

const server = createServer(
  (request, response) =>
    void (request.url === '/slack/events' ? takeSlack(request, response) : telegram(request, response)),
)
server.listen(Number(PORT), '127.0.0.1', async () => {
  await slack.start()
  await bot.init()
  await bot.api.setWebhook(hook, { secret_token: secret })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
