import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Finding } from '../../scripts/doctor/finding.ts'
import { lookAtSlack } from '../../scripts/doctor/slack.ts'
import manifest from '../../scripts/slack/manifest.json' with { type: 'json' }
import type { SlackConfig } from '../../src/config.ts'
import { createSlackServer, MINIMAL_SCOPES } from '../support/slack-server.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function found(config: SlackConfig | undefined): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for await (const finding of lookAtSlack(config)) findings.push(finding)
  return findings
}

describe('the doctor', () => {
  test('finds Slack well, off, or refused', async () => {
    const server = await createSlackServer()
    cleanups.push(() => server.close())
    const { botToken: token, appToken, apiUrl, signingSecret, team } = server
    const socket = { token, apiUrl, delivery: { kind: 'socket', appToken } } as const
    expect(await found(socket)).toEqual([
      { mark: '✓', name: 'Slack', text: `@abdi di ${team.name}, Socket Mode` },
    ])
    expect(await found({ ...socket, delivery: { kind: 'http', signingSecret } })).toMatchObject([
      { mark: '✓', text: expect.stringContaining('/slack/events') },
    ])
    expect(await found(undefined)).toMatchObject([{ mark: '–' }])
    expect(await found({ ...socket, token: 'xoxb-salah' })).toMatchObject([
      { mark: '✗', text: 'SLACK_BOT_TOKEN ditolak (invalid_auth)' },
    ])
    expect(await found({ ...socket, delivery: { kind: 'socket', appToken: 'xapp-salah' } })).toMatchObject([
      { mark: '✓' },
      { mark: '✗', text: 'SLACK_APP_TOKEN ditolak (invalid_auth)' },
    ])
  })

  test('names the rights that are missing, and a Slack that does not answer', async () => {
    const slack = createServer((_, response) => {
      response.setHeader('x-oauth-scopes', 'chat:write, commands,im:history')
      response.end('{"ok":true,"user":"abdi","team":"Serang"}')
    })
    await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve))
    const { port } = slack.address() as AddressInfo // a TCP server's address is always one
    const delivery = { kind: 'http', signingSecret: 'rahasia' } as const
    const config = { token: 'xoxb-1', apiUrl: `http://127.0.0.1:${port}/`, delivery }
    const [, rights] = await found(config)
    expect(rights).toMatchObject({
      mark: '!',
      text: expect.stringMatching(/^belum ada: app_mentions:read, /),
    })
    expect(rights?.text).not.toMatch(/chat:write|commands|im:history/)
    await new Promise((resolve) => slack.close(resolve))
    expect(await found(config)).toMatchObject([
      { mark: '✗', text: expect.stringContaining('tidak menjawab') },
    ])
  })
})

test('the manifest asks for what is needed, and nothing more', () => {
  const { features, oauth_config, settings, display_information } = manifest
  expect([...oauth_config.scopes.bot].sort()).toEqual([...MINIMAL_SCOPES].sort())
  expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } })
  expect([...settings.event_subscriptions.bot_events].sort()).toEqual([
    'app_home_opened',
    'app_mention',
    'message.channels',
    'message.groups',
    'message.im',
  ])
  expect(features.slash_commands.map(({ command }) => command)).toEqual(['/abdi'])
  expect(features.shortcuts).toMatchObject([{ type: 'message', callback_id: 'abdi_tanya' }])
  // docs.slack.dev/reference/app-manifest
  expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4)
  expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300)
  expect(display_information.description.length).toBeLessThanOrEqual(140)
  expect(features.shortcuts[0]?.name.length).toBeLessThanOrEqual(24)
})
