import { describe, expect, test } from 'vitest'
import type { Delivery } from '../support/slack-server.ts'
import { type Manner, type SlackStage, slackStage } from './slack-stage.ts'

type Json = Readonly<Record<string, unknown>>

const SECRET = 'rahasia warga'

async function open(manner: Manner): Promise<SlackStage> {
  const stage = await slackStage({ manner })
  await stage.start()
  return stage
}

/** Sends a body as Slack would and finds it acknowledged, with nothing asked of Slack and nothing stored. */
async function passesOver(
  { server, database }: SlackStage,
  kind: Delivery['kind'],
  body: Json,
): Promise<void> {
  const asked = server.calls.length
  const { attempts } = server.push(kind, body)
  await server.until(() => attempts.some(({ outcome }) => outcome !== 'pending'))
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['acked'])
  expect(await database.query('select 1 from message')).toEqual([])
  expect(server.calls.slice(asked)).toEqual([])
}

describe.each(['socket', 'http'] as const)('%s:', (manner) => {
  test('what comes without a person is acknowledged and told to the log, and nobody is looked up', async () => {
    const stage = await open(manner)
    const { team } = stage.server
    const user = { id: '', username: 'sari', team_id: team.id }
    const trigger_id = '13.37'
    await passesOver(stage, 'slash_commands', {
      command: '/abdi',
      text: SECRET,
      user_id: '',
      channel_id: 'C7',
      team_id: team.id,
      trigger_id,
    })
    await passesOver(stage, 'interactive', {
      type: 'message_action',
      team,
      user,
      trigger_id,
      action_ts: '1772416800.5',
      message: { text: SECRET },
    })
    await passesOver(stage, 'events_api', {
      type: 'event_callback',
      team_id: team.id,
      event: { type: 'app_home_opened', user: '', channel: 'D9', tab: 'home' },
    })
    const errors = stage.log.filter((line) => line.startsWith('error'))
    expect(errors).toHaveLength(3)
    for (const line of errors) expect(line).toContain('something Slack sent could not be read')
    expect(stage.log.join('\n')).not.toContain(SECRET)
    expect(stage.server.violations).toEqual([])
  })

  test('a press whose name no database stores is acknowledged and told to the log', async () => {
    const stage = await open(manner)
    const { server } = stage
    const { id, dm } = server.person('Sari')
    await passesOver(stage, 'interactive', {
      type: 'block_actions',
      team: server.team,
      user: { id, username: 'sari', team_id: server.team.id },
      trigger_id: '13.37',
      channel: { id: dm },
      message: { ts: '171.99' },
      actions: [{ action_id: 'abdi:\0', action_ts: '1772416800.5', value: 'a:b' }],
    })
    expect(stage.log.join('\n')).toContain('something Slack sent could not be read')
  })

  test.each([
    ['events_api', { type: 'event_callback', event: null }],
    ['events_api', { type: 'event_callback', event: 'halo' }],
    ['events_api', { type: 'event_callback', event: { type: 'message', channel: 5 } }],
    ['events_api', { type: 'event_callback', event: { type: 'message', item: 'x' }, authorizations: [null] }],
    ['interactive', { type: 'block_actions', actions: [] }],
    ['interactive', { type: 'view_submission', view: null }],
    ['interactive', { type: 'message_action', channel: null }],
    ['interactive', { type: 'block_actions' }],
  ] as const)(
    '%s %j, of which nothing at all can be made, does not come again and again',
    async (kind, body) => {
      const stage = await open(manner)
      await passesOver(stage, kind, body as object as Json)
      expect(stage.log.filter((line) => line.startsWith('error')).length).toBeLessThanOrEqual(1)
    },
  )
})

test.each([null, [['halo']], 'halo', 5])('%j in an envelope is acknowledged', async (body) => {
  await passesOver(await open('socket'), 'interactive', body as unknown as Json)
})

test.each(['slack_event', 'ws_message', 'close', 'disconnected', 'error', 5, null])(
  'an event of type %j does not end the connection it came over',
  async (type) => {
    const stage = await open('socket')
    await passesOver(stage, 'events_api', { type: 'event_callback', event: { type, user: 'U1' } })
    expect([stage.server.sockets.connections(), stage.server.sockets.opened()]).toEqual([1, 1])
  },
)
