import { expect, test } from 'vitest'
import { readBody } from '../../../src/channels/slack/incoming.ts'

const SELF = { user: 'U0ABDI', commands: ['bantuan'] }
type Json = Readonly<Record<string, unknown>>
const read = (body: Json) => readBody(body, SELF)

const event = (inner: Json): Json => ({ type: 'event_callback', event_id: 'Ev1', event: inner })
const MESSAGE = { type: 'message', channel: 'D9', user: 'U1', text: 'cuti?', ts: '1772416800.000100' }
const HOME = { type: 'app_home_opened', user: 'U1', channel: 'D9', tab: 'home' }
const THREAD = { channel_id: 'D9', thread_ts: '1772416800.000100' }
const COMMAND = { command: '/abdi', text: 'x', user_id: 'U1', channel_id: 'C7', trigger_id: '13.37.ab' }
const ACTION = { action_id: 'abdi:choice:0', action_ts: '1772416800.5', value: 'a:b' }
const PRESS = {
  type: 'block_actions',
  user: { id: 'U1', username: 'sari' },
  trigger_id: '13.37',
  channel: { id: 'C1' },
  container: { type: 'message', message_ts: '171.99', channel_id: 'C1' },
  message: { ts: '171.99', thread_ts: '171.22' },
  actions: [ACTION],
}
const SHORTCUT = {
  type: 'message_action',
  user: { id: 'U1', name: 'sari' },
  trigger_id: '13.37',
  action_ts: '1772416800.5',
  message: { text: 'cuti?' },
}
const FILLED = { type: 'plain_text_input', value: 'gaji' }
const VIEW = {
  id: 'V1',
  hash: '156772938.1827394',
  callback_id: 'abdi:sheet',
  private_metadata: JSON.stringify({ conversation: 'slack:D9', form: 'tanya-hr' }),
  state: { values: { pertanyaan: { 'abdi:answer': FILLED } } },
}
const SUBMISSION = { type: 'view_submission', user: { id: 'U1' }, view: VIEW }

/** What no id of Slack's looks like. */
const NO_IDS = ['', ' ', 'halo', 'U1\0', 'u1', 'D9/1.2', `U${'1'.repeat(5_000)}`, '\ud800', 7, null, {}]
const NO_TIMES = ['', ' ', 'kemarin', '1e9', 'Infinity', '-1.2', '1.2\0', '9'.repeat(400), 12.5, {}]

test('what each of these spoils can be read', () => {
  const bodies = [event(MESSAGE), event(HOME), COMMAND, PRESS, SHORTCUT, SUBMISSION]
  for (const body of [...bodies, event({ type: 'assistant_thread_started', assistant_thread: THREAD })])
    expect(read(body)).toBeDefined()
})

test.each([
  ['the person who presses', (id: unknown) => ({ ...PRESS, user: { id } })],
  ['the person who commands', (id: unknown) => ({ ...COMMAND, user_id: id })],
  ['the person who asks with a shortcut', (id: unknown) => ({ ...SHORTCUT, user: { id } })],
  ['the person who fills a page', (id: unknown) => ({ ...SUBMISSION, user: { id } })],
  ['the person who looks at their home', (id: unknown) => event({ ...HOME, user: id })],
  ['the channel of a home', (id: unknown) => event({ ...HOME, channel: id })],
  ['the channel of a message', (id: unknown) => event({ ...MESSAGE, channel: id })],
  ['the channel of a command', (id: unknown) => ({ ...COMMAND, channel_id: id })],
  ['the channel of a press', (id: unknown) => ({ ...PRESS, channel: { id } })],
  [
    'the channel of an agent',
    (id: unknown) =>
      event({ type: 'assistant_thread_started', assistant_thread: { ...THREAD, channel_id: id } }),
  ],
])('%s is somebody or somewhere', (_, body) => {
  for (const id of NO_IDS) expect(() => read(body(id)), String(id)).toThrow()
})

test('whoever writes is somebody', () => {
  for (const id of NO_IDS.filter(Boolean))
    expect(() => read(event({ ...MESSAGE, user: id })), String(id)).toThrow()
})

test.each([
  ['a message', (ts: unknown) => event({ ...MESSAGE, ts })],
  ['the thread of a message', (ts: unknown) => event({ ...MESSAGE, thread_ts: ts })],
  [
    'a change',
    (ts: unknown) =>
      event({ ...MESSAGE, subtype: 'message_changed', message: { ...MESSAGE, edited: { ts } } }),
  ],
  [
    'the thread of an agent',
    (ts: unknown) =>
      event({ type: 'assistant_thread_started', assistant_thread: { ...THREAD, thread_ts: ts } }),
  ],
  ['the message of a button', (ts: unknown) => ({ ...PRESS, message: { ts } })],
  ['the thread of a button', (ts: unknown) => ({ ...PRESS, message: { ts: '171.99', thread_ts: ts } })],
  ['what holds a button', (ts: unknown) => ({ ...PRESS, container: { message_ts: ts } })],
  ['a press', (ts: unknown) => ({ ...PRESS, actions: [{ ...ACTION, action_ts: ts }] })],
  ['a shortcut', (ts: unknown) => ({ ...SHORTCUT, action_ts: ts })],
])('the time of %s is one', (_, body) => {
  for (const ts of NO_TIMES) expect(() => read(body(ts)), String(ts)).toThrow()
})

test('a button is called something', () => {
  for (const action_id of ['', 'a\0b', 'a\nb', '\ud800', 'x'.repeat(300), 5, null])
    expect(() => read({ ...PRESS, actions: [{ ...ACTION, action_id }] }), String(action_id)).toThrow()
})

test.each([
  ['a press', (id: unknown) => ({ ...PRESS, trigger_id: id })],
  ['a command', (id: unknown) => ({ ...COMMAND, trigger_id: id })],
  ['a shortcut', (id: unknown) => ({ ...SHORTCUT, trigger_id: id })],
  ['a page', (id: unknown) => ({ ...SUBMISSION, view: { ...VIEW, id } })],
  ['the state of a page', (id: unknown) => ({ ...SUBMISSION, view: { ...VIEW, hash: id } })],
])('%s is known by something that can be stored', (_, body) => {
  for (const id of ['', 'a\0b', 'a b', '\ud800', 'x'.repeat(300), 5, null])
    expect(() => read(body(id)), String(id)).toThrow()
})

test.each(['slack:', 'slack:D9\0', 'slack:D9/kemarin', '\ud800'])(
  'a page that says it comes from %j cannot be read',
  (conversation) => {
    const view = { ...VIEW, private_metadata: JSON.stringify({ conversation, form: 'tanya-hr' }) }
    expect(() => read({ ...SUBMISSION, view })).toThrow()
  },
)

test.each([
  [{ bot_id: 'B2', user: '' }, 'a bot that is nobody'],
  [{ bot_id: 'B2', user: 'robot' }, 'a bot with a name of its own'],
  [{ subtype: 'bot_message', user: 'Kabar Kota' }, 'a webhook'],
  [{ subtype: 'channel_topic', user: '' }, 'news of the channel'],
  [{ user: '' }, 'nobody'],
])('a message with %j is passed over as ever: %s', (more: object, _why: string) => {
  expect(read(event({ ...MESSAGE, ...more }))).toBeUndefined()
})
