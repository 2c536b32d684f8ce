import { describe, expect, test } from 'vitest'
import { readBody, teamsOf } from '../../../src/channels/slack/incoming.ts'
import type { Meaning } from '../../../src/channels/slack/meaning.ts'

const SELF = { user: 'U0ABDI', commands: ['bantuan', 'tanya', 'klaim', 'pertanyaan_saya', 'batal'] }
const read = (body: Readonly<Record<string, unknown>>): Meaning | undefined => readBody(body, SELF)

function event(inner: Readonly<Record<string, unknown>>) {
  return { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: inner }
}

function message(more: Readonly<Record<string, unknown>> = {}) {
  return event({
    type: 'message',
    channel: 'D9',
    channel_type: 'im',
    user: 'U1',
    text: 'bolos 5 hari?',
    ts: '1772416800.000100',
    ...more,
  })
}

const inChannel = { channel: 'C1', channel_type: 'channel' }
const ABDI = '<@U0ABDI>'

/** What was said, for the tests that look at one thing of it. */
function said(body: Readonly<Record<string, unknown>>) {
  const meaning = read(body)
  return meaning !== undefined && 'said' in meaning ? meaning.said : undefined
}

describe('a message', () => {
  test('in private is its text, its writer, its conversation and its time', () => {
    expect(read(message())).toEqual({
      kind: 'message',
      said: {
        id: 'slack:D9:1772416800.000100',
        where: { conversation: 'slack:D9', shared: false },
        user: 'U1',
        content: { kind: 'text', text: 'bolos 5 hari?' },
        sentAt: new Date('2026-03-02T02:00:00.000Z'),
      },
    })
  })

  test.each([
    [{ thread_ts: '171.22' }, 'slack:D9/171.22'],
    [{ assistant_thread: { action_token: 'x' } }, 'slack:D9/1772416800.000100'],
    [{ ...inChannel, text: `${ABDI} cuti?` }, 'slack:C1/1772416800.000100'],
    [{ ...inChannel, text: `${ABDI} cuti?`, thread_ts: '171.22' }, 'slack:C1/171.22'],
  ])('with %j belongs to %s', (more, conversation) => {
    expect(said(message(more))?.where).toMatchObject({ conversation })
  })

  test('that mentions the bot is the same message in both events, and belongs to many eyes', () => {
    const more = { ...inChannel, text: `${ABDI}, cuti berapa hari?` }
    const asMessage = read(message(more))
    expect(read(message({ ...more, type: 'app_mention' }))).toEqual(asMessage)
    expect(asMessage).toMatchObject({
      said: { where: { shared: true }, content: { kind: 'text', text: 'cuti berapa hari?' } },
    })
  })

  test('without a mention counts only in a thread, and there only where the bot is known', () => {
    expect(read(message(inChannel))).toBeUndefined()
    expect(said(message({ ...inChannel, thread_ts: '171.22' }))?.where).toEqual({
      conversation: 'slack:C1/171.22',
      shared: true,
      ifKnown: true,
    })
    expect(
      read(message({ ...inChannel, thread_ts: '171.22', text: '<@U2> menurutmu?' })),
      'people talk to each other',
    ).toBeUndefined()
  })

  test.each([
    [{ bot_id: 'B2' }, 'another bot'],
    [{ bot_id: 'B2', user: 'U2' }, 'an app that writes as somebody'],
    [{ subtype: 'bot_message', user: undefined }, 'a webhook'],
    [{ user: 'U0ABDI' }, 'the bot itself'],
    [{ user: 'USLACKBOT' }, 'Slackbot'],
    [{ subtype: 'channel_join' }, 'somebody who joins'],
    [{ subtype: 'message_deleted', deleted_ts: '1' }, 'a deletion'],
    [{ user: undefined }, 'nobody'],
  ])('with %j is not answered: %s', (more: object, _why: string) => {
    expect(read(message({ ...more, text: `${ABDI} cuti?` }))).toBeUndefined()
    expect(read(message({ ...more, ...inChannel, text: `${ABDI} cuti?` }))).toBeUndefined()
  })

  test.each([
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['lihat <https://bkn.go.id/cuti|situs BKN>', 'lihat situs BKN'],
    ['lihat <https://bkn.go.id/cuti>', 'lihat https://bkn.go.id/cuti'],
    ['<@U2|sari> di <#C1|umum> bilang <!here>', '@sari di #umum bilang @here'],
    ['<mailto:a@b.id|a@b.id> <!subteam^S1|@hr> <!date^1^{date}|besok>', 'a@b.id @hr besok'],
    [`halo ${ABDI} apa kabar`, 'halo apa kabar'],
    ['&amp;lt;', '&lt;'],
  ])('%j is read as %j', (text, words) => {
    expect(said(message({ text }))?.content).toEqual({ kind: 'text', text: words })
  })

  test.each([
    ['bantuan', 'bantuan'],
    ['Pertanyaan_Saya', 'pertanyaan_saya'],
    [ABDI, 'bantuan'],
    ['', 'bantuan'],
  ])('%j alone is a command', (text, name) => {
    expect(said(message({ text }))?.content).toEqual({ kind: 'command', name, rest: '' })
    const mention = message({ ...inChannel, text: `${ABDI} ${text}` })
    expect(said(mention)?.content).toEqual({ kind: 'command', name, rest: '' })
  })

  test('"tanya saja" is no command, and in a thread that goes on neither is "bantuan"', () => {
    expect(said(message({ text: 'tanya saja dulu' }))?.content.kind).toBe('text')
    const going = message({ ...inChannel, thread_ts: '1.2', text: 'bantuan' })
    expect(said(going)?.content).toEqual({ kind: 'text', text: 'bantuan' })
  })

  test('with a file is that file, its words under it', () => {
    const files = [
      {
        name: 'sk.pdf',
        mimetype: 'application/pdf',
        size: 12,
        url_private: 'https://files.slack.com/1/sk.pdf',
      },
    ]
    expect(said(message({ subtype: 'file_share', text: 'ini SK-nya', files }))?.content).toEqual({
      kind: 'file',
      name: 'sk.pdf',
      mime: 'application/pdf',
      size: 12,
      ref: 'https://files.slack.com/1/sk.pdf',
      caption: 'ini SK-nya',
    })
    const voice = [{ name: 'a.m4a', mimetype: 'audio/mp4', url_private: 'https://files.slack.com/a' }]
    expect(said(message({ subtype: 'file_share', files: voice }))?.content).toEqual({
      kind: 'unsupported',
      what: 'audio',
    })
    const gone = [{ name: null, mimetype: null, url_private: null }]
    expect(said(message({ subtype: 'file_share', files: gone }))?.content.kind).toBe('unsupported')
  })

  test.each([
    { type: 'message', channel: 'D9', user: 'U1', text: 'x' },
    { type: 'message', channel: 'D9', user: 'U1', text: 'x', ts: 'kemarin' },
    { type: 'message', user: 'U1', text: 'x', ts: '1.2' },
  ])('that lacks what Slack always sends cannot be read: %j', (inner) => {
    expect(() => read(event(inner))).toThrow()
  })
})

describe('a change', () => {
  const change = (more: object, inner: object = {}, before = 'bolos 5 hari?') =>
    event({
      type: 'message',
      subtype: 'message_changed',
      channel: 'D9',
      ts: '1772416900.000200',
      message: {
        user: 'U1',
        text: 'bolos 6 hari?',
        ts: '1772416800.000100',
        edited: { ts: '1772416890.000000' },
        ...inner,
      },
      previous_message: { text: before },
      ...more,
    })

  test('of a question is a message of its own that says so', () => {
    expect(said(change({}))).toMatchObject({
      id: 'slack:D9:1772416800.000100:1772416890.000000',
      edited: true,
      content: { kind: 'text', text: 'bolos 6 hari?' },
      sentAt: new Date('2026-03-02T02:01:30.000Z'),
    })
  })

  test.each([
    [{ edited: undefined }, 'a link that got its picture'],
    [{ text: 'bolos 5 hari?' }, 'words that stayed the same'],
    [{ bot_id: 'B1' }, 'a bot that changes its words'],
    [{ user: 'U0ABDI' }, 'our own answer'],
    [{ files: [{ name: 'a', mimetype: 'image/png', url_private: 'https://files.slack.com/a' }] }, 'a file'],
  ])('with %j is not answered: %s', (inner: object, _why: string) => {
    expect(read(change({}, inner))).toBeUndefined()
  })

  test('that adds the mention in a channel is asked for the first time', () => {
    const changed = change(inChannel, { text: `${ABDI} cuti?` }, 'cuti?')
    expect(said(changed)).toMatchObject({ where: { shared: true } })
    expect(said(changed)).not.toHaveProperty('edited')
    expect(said(change(inChannel, { text: `${ABDI} cuti?` }, `${ABDI} cti?`))?.edited).toBe(true)
  })
})

describe('the agent and the home', () => {
  test('opened is one or the other', () => {
    const opened = (tab?: string) =>
      read(
        event({ type: 'app_home_opened', user: 'U1', channel: 'D9', event_ts: '1.2', ...(tab && { tab }) }),
      )
    expect(opened('home')).toEqual({ kind: 'home', user: 'U1', channel: 'D9' })
    expect(opened()).toEqual({ kind: 'home', user: 'U1', channel: 'D9' })
    expect(opened('messages')).toEqual({ kind: 'agent', channel: 'D9' })
    const thread = { user_id: 'U1', channel_id: 'D9', thread_ts: '171.22', context: {} }
    expect(read(event({ type: 'assistant_thread_started', assistant_thread: thread }))).toEqual({
      kind: 'agent',
      channel: 'D9',
      thread: '171.22',
    })
  })

  test('other news is nothing to the bot', () => {
    for (const type of ['member_joined_channel', 'app_uninstalled', 'reaction_added'])
      expect(read(event({ type, user: 'U1', channel: 'C1' }))).toBeUndefined()
    expect(read({ type: 'event_callback' })).toBeUndefined()
    expect(read({ type: 'view_closed', view: {} })).toBeUndefined()
    expect(read({})).toBeUndefined()
  })
})

describe('a slash command', () => {
  const command = (text: string) =>
    read({
      command: '/abdi',
      text,
      user_id: 'U1',
      user_name: 'sari',
      channel_id: 'C7',
      trigger_id: '13.37',
      team_id: 'T1',
    })

  test.each([
    ['', { kind: 'command', name: 'bantuan', rest: '' }],
    ['  ', { kind: 'command', name: 'bantuan', rest: '' }],
    ['bantuan', { kind: 'command', name: 'bantuan', rest: '' }],
    ['/Tanya  cuti berapa hari?', { kind: 'command', name: 'tanya', rest: 'cuti berapa hari?' }],
    ['klaim ABCD-EFGH', { kind: 'command', name: 'klaim', rest: 'ABCD-EFGH' }],
    ['cuti berapa hari?', { kind: 'text', text: 'cuti berapa hari?' }],
    ['tidakada sama sekali', { kind: 'text', text: 'tidakada sama sekali' }],
  ])('/abdi %s', (text, content) => {
    expect(command(text)).toMatchObject({
      kind: 'message',
      said: { id: 'slack:command:13.37', where: { dm: true, from: 'C7' }, user: 'U1', name: 'sari', content },
    })
  })
})

describe('what is pressed', () => {
  const press = (action: object, more: object = {}) => ({
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U1', username: 'sari', team_id: 'T1' },
    trigger_id: '13.37',
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '171.99', channel_id: 'C1' },
    message: { ts: '171.99', thread_ts: '171.22' },
    actions: [{ action_id: 'abdi:choice:0', action_ts: '1772416800.5', type: 'button', ...action }],
    ...more,
  })

  test('is a choice in the conversation it stands in', () => {
    expect(read(press({ value: 'pasal:pp-94-2021#9' }))).toMatchObject({
      kind: 'message',
      said: {
        id: 'slack:press:U1:171.99:abdi:choice:0:1772416800.5',
        where: { conversation: 'slack:C1/171.22', shared: true },
        content: { kind: 'choice', value: 'pasal:pp-94-2021#9' },
      },
    })
    const dm = { channel: { id: 'D9' }, message: { ts: '171.99' } }
    expect(said(press({ value: 'a' }, dm))?.where).toEqual({ conversation: 'slack:D9', shared: false })
    const chosen = { type: 'static_select', selected_option: { value: 'form?a=b' } }
    expect(said(press(chosen))?.content).toEqual({ kind: 'choice', value: 'form?a=b' })
    expect(said(press({ type: 'feedback_buttons', value: 'nilai:up:7' }))?.content).toEqual({
      kind: 'choice',
      value: 'nilai:up:7',
    })
  })

  test('on the home goes to the private chat', () => {
    const home = { channel: undefined, message: undefined, container: { type: 'view' } }
    const pressed = press({ value: 'contoh:1' }, { ...home, view: { id: 'V1', type: 'home' } })
    expect(said(pressed)).toMatchObject({
      where: { dm: true },
      content: { kind: 'choice', value: 'contoh:1' },
    })
  })

  test('in a modal is part of filling it', () => {
    const inModal = press({ value: 'x' }, { channel: undefined, view: { id: 'V1', type: 'modal' } })
    expect(read(inModal)).toBeUndefined()
  })

  test('without a value, on buttons of another day, is still heard', () => {
    expect(said(press({ action_id: 'tombol_lama' }))?.content).toEqual({
      kind: 'choice',
      value: 'tombol_lama',
    })
  })

  test('to open a form asks for its page', () => {
    expect(read(press({ action_id: 'abdi:form:0', value: 'tanya-hr' }))).toMatchObject({
      kind: 'sheet',
      trigger: '13.37',
      said: { content: { kind: 'filled', form: 'tanya-hr', answers: {} } },
    })
  })

  test('twice is two presses, delivered twice is one', () => {
    const [first, again, other] = [press({}), press({}), press({ action_ts: '1772416801.5' })].map(said)
    expect(again?.id).toBe(first?.id)
    expect(other?.id).not.toBe(first?.id)
  })
})

test('a message used with the shortcut is asked in private', () => {
  expect(
    read({
      type: 'message_action',
      callback_id: 'abdi_tanya',
      team: { id: 'T1' },
      user: { id: 'U1', name: 'sari' },
      channel: { id: 'C1' },
      trigger_id: '13.37',
      action_ts: '1772416800.5',
      message: { type: 'message', user: 'U2', bot_id: 'B1', text: 'cuti &lt; 12 hari?', ts: '1.2' },
    }),
  ).toMatchObject({
    kind: 'message',
    said: {
      id: 'slack:shortcut:13.37',
      where: { dm: true },
      content: { kind: 'text', text: 'cuti < 12 hari?' },
    },
  })
})

test('every workspace a body speaks of is told', () => {
  expect(teamsOf({ team_id: 'T1', event: { user_team: 'T2' } })).toEqual(['T1', 'T2'])
  expect(teamsOf({ team: { id: 'T1' }, user: { team_id: 'T3' } })).toEqual(['T1', 'T3'])
  expect(teamsOf({ team: null, event: 'x' })).toEqual([])
})
