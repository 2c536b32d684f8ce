import { describe, expect, test } from 'vitest'
import { type SlackStage, slackStage } from './slack-stage.ts'

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'

async function open(): Promise<SlackStage> {
  const stage = await slackStage({ manner: 'http' })
  await stage.start()
  return stage
}

function post({ hook }: SlackStage, body: string, headers: object, type = JSON_TYPE): Promise<Response> {
  return fetch(hook, { method: 'POST', headers: { 'content-type': type, ...headers }, body })
}

/** A message as Slack would write it, of somebody in private. */
function message(stage: SlackStage, ts = '1772416800.000100'): string {
  const { id, dm } = stage.server.person('Sari')
  const event = { type: 'message', channel: dm, channel_type: 'im', user: id, text: 'halo', ts }
  return JSON.stringify({ type: 'event_callback', team_id: stage.server.team.id, event_id: 'Ev1', event })
}

const stored = ({ database }: SlackStage): Promise<unknown[]> =>
  database.query(`select 1 from message where direction = 'in'`) as Promise<unknown[]>

describe('signed requests', () => {
  test('are taken, and the address can be verified', async () => {
    const stage = await open()
    const { server } = stage
    const body = message(stage)
    expect((await post(stage, body, server.sign(body))).status).toBe(200)
    expect(await stored(stage)).toHaveLength(1)
    const challenge = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1a', token: 'x' })
    const answer = await post(stage, challenge, server.sign(challenge))
    expect(await answer.json()).toEqual({ challenge: '3eZbrw1a' })
    expect((await post(stage, challenge, {})).status).toBe(401)
  })

  test.each([
    ['no signature', () => ({})],
    ['an empty one', () => ({ 'x-slack-signature': '', 'x-slack-request-timestamp': '' })],
    ['one of other words', ({ server }: SlackStage) => server.sign('halo')],
    [
      'one that is too old',
      ({ server }: SlackStage, body: string) => server.sign(body, Math.floor(Date.now() / 1000) - 301),
    ],
    [
      'one whose time was changed',
      ({ server }: SlackStage, body: string) => ({
        ...server.sign(body, Math.floor(Date.now() / 1000) - 301),
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      }),
    ],
    [
      'one of another kind',
      ({ server }: SlackStage, body: string) => ({ ...server.sign(body), 'x-slack-signature': 'v1=00' }),
    ],
  ] as const)('with %s are refused', async (_, headers) => {
    const stage = await open()
    const body = message(stage)
    expect((await post(stage, body, headers(stage, body))).status).toBe(401)
    expect(await stored(stage)).toEqual([])
  })

  test('that are played again store nothing twice', async () => {
    const stage = await open()
    const body = message(stage)
    const headers = stage.server.sign(body)
    for (let i = 0; i < 3; i++) expect((await post(stage, body, headers)).status).toBe(200)
    expect(await stored(stage)).toHaveLength(1)
  })

  test('that are too large are refused before they are read', async () => {
    const stage = await open()
    const body = JSON.stringify({ type: 'event_callback', text: 'x'.repeat(1024 * 1024) })
    expect((await post(stage, body, stage.server.sign(body))).status).toBe(413)
    expect((await post(stage, message(stage), {})).status).toBe(401) // it still listens
  })

  test('with broken words, or words that mean nothing, are answered and hurt nobody', async () => {
    const stage = await open()
    const { server } = stage
    for (const body of ['{', '', 'null', '[]', '"halo"', '5'])
      expect((await post(stage, body, server.sign(body))).status).toBe(400)
    for (const body of ['payload=', 'payload=%7B', 'payload=5'])
      expect((await post(stage, body, server.sign(body), FORM_TYPE)).status).toBe(400)
    for (const body of ['{}', '{"type":"entah"}', '{"type":"event_callback","event":null}'])
      expect([200, 500]).toContain((await post(stage, body, server.sign(body))).status)
    for (const body of [
      'ssl_check=1&token=x',
      'command=%2Fabdi',
      `payload=${encodeURIComponent('{"type":"block_actions"}')}`,
    ])
      expect([200, 500]).toContain((await post(stage, body, server.sign(body), FORM_TYPE)).status)
    expect(await stored(stage)).toEqual([])
    const good = message(stage)
    expect((await post(stage, good, server.sign(good))).status).toBe(200)
  })

  test('that could not be stored are answered with an error, so that Slack sends them again', async () => {
    const stage = await open()
    stage.storing.failures = 1
    const body = message(stage)
    expect((await post(stage, body, stage.server.sign(body))).status).toBe(500)
    expect((await post(stage, body, stage.server.sign(body))).status).toBe(200)
    expect(await stored(stage)).toHaveLength(1)
    expect(stage.log.join('\n')).not.toContain('halo')
  })

  test('wait a moment for a bot that is just starting, and are turned away by one that has stopped', async () => {
    const stage = await slackStage({ manner: 'http' })
    stage.server.fail('auth.test', { timeout: 300 })
    const started = stage.start()
    await stage.server.until(() => stage.server.calls.some(({ method }) => method === 'auth.test'))
    const body = message(stage)
    const early = await post(stage, body, stage.server.sign(body))
    await started
    expect(early.status).toBe(200)
    const { channel } = stage
    await stage.stop()
    const late = message(stage, '1772416900.000100')
    const request = new Request(stage.hook, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, ...stage.server.sign(late) },
      body: late,
    })
    expect((await channel.events(request)).status).toBe(503)
  })
})

test('over a connection there is no way in for requests', async () => {
  const stage = await slackStage()
  await stage.start()
  expect(
    (await stage.channel.events(new Request('http://127.0.0.1/slack/events', { method: 'POST' }))).status,
  ).toBe(404)
})
