import { expect, test } from 'vitest'
import { readUpdate } from '../../src/channels/telegram/incoming.ts'
import type { NewUpdate } from '../support/telegram-server.ts'
import { telegramStage } from './telegram-stage.ts'

const BOT = { id: 7, username: 'Abdi_Bot' }
const SARI = { id: 11, is_bot: false, first_name: 'Sari' }
const CHAT = { id: 11, type: 'private' as const, first_name: 'Sari' }
const MESSAGE = { message_id: 1, date: 1_800_000_000, from: SARI, chat: CHAT, text: 'halo' }
const { text: _text, ...WORDLESS } = MESSAGE
const PRESS = { id: '77', from: SARI, message: MESSAGE, data: 'a:b', chat_instance: '1' }
const message = (more: object) => ({ message: { ...MESSAGE, ...more } })
const holds = (more: object) => ({ message: { ...WORDLESS, ...more } })
const press = (more: object) => ({ callback_query: { ...PRESS, ...more } })

const MALFORMED: readonly object[] = [
  ...[5, true, null, {}, ['halo']].flatMap((text) => [message({ text }), holds({ caption: text })]),
  ...['11', 1.5, 1e300, null, {}].flatMap((id) => [
    message({ chat: { ...CHAT, id } }),
    message({ from: { ...SARI, id } }),
    message({ sender_chat: { id } }),
    message({ is_topic_message: true, message_thread_id: id }),
    press({ from: { ...SARI, id } }),
    press({ message: { ...MESSAGE, chat: { ...CHAT, id } } }),
    press({ message: { ...MESSAGE, message_id: id } }),
  ]),
  ...['kemarin', -1, 1e18, 0.5, null].flatMap((date) => [message({ date }), message({ edit_date: date })]),
  ...[{}, [], 5, null].map((data) => press({ data })),
  ...['', 5, null].map((id) => press({ id })),
  message({ from: { ...SARI, first_name: 5 } }),
  message({ from: { ...SARI, is_bot: 'tidak' } }),
  message({ chat: { id: 11 } }),
  message({ entities: 'x' }),
  message({ entities: [{ type: 'bot_command', offset: '0', length: 5 }] }),
  message({ reply_to_message: 'x' }),
  holds({ document: {} }),
  holds({ document: { file_id: 'f', file_name: 5 } }),
  holds({ photo: 'x' }),
  holds({ photo: [{}] }),
  holds({ contact: { phone_number: 62 } }),
  holds({ location: { latitude: 'x', longitude: 1 } }),
  { my_chat_member: { chat: CHAT, new_chat_member: { status: 5 } } },
]

test('what these spoil can be read', () => {
  for (const update of [message({}), press({}), holds({ location: { latitude: 1, longitude: 2 } })])
    expect(readUpdate({ update_id: 5, ...update }, BOT)).toBeDefined()
})

test.each(MALFORMED)('%j cannot be read', (update) => {
  expect(() => readUpdate({ update_id: 5, ...update }, BOT)).toThrow()
})

test.each([null, 5, 'halo', [], {}, { update_id: 'x' }])('nor can %j', (update) => {
  expect(() => readUpdate(update, BOT)).toThrow()
})

test('all of it is taken, told to the log without its words, and asks nothing of Telegram', async () => {
  const stage = await telegramStage({ delivery: 'webhook' })
  await stage.start()
  const { server, database, log } = stage
  await server.called('setWebhook')
  for (const update of MALFORMED) server.push(update as unknown as NewUpdate)
  await expect.poll(() => server.pending(), { interval: 5, timeout: 10_000 }).toEqual([])
  const errors = log.filter((line) => line.startsWith('error'))
  expect(errors).toHaveLength(MALFORMED.length)
  for (const line of errors) expect(line).toMatch(/an update could not be read/)
  expect(await database.query('select 1 from message')).toEqual([])
  const sari = server.user({ id: 11, name: 'Sari' })
  sari.says('halo')
  await sari.waitFor(1)
  expect(server.violations.filter(({ method }) => method !== 'answerCallbackQuery')).toEqual([])
})
