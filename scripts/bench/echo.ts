// The peer: the least a Telegram bot can do. It is a program; a bench starts it.
import { Bot } from 'grammy'

const { TELEGRAM_BOT_TOKEN: token = '', TELEGRAM_API_ROOT: apiRoot = '' } = process.env
const bot = new Bot(token, { client: { apiRoot } })
bot.on('message:text', (context) => context.reply(context.message.text))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bot.stop())
await bot.start()
