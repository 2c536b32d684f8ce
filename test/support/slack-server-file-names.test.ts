import { afterEach, expect, test } from 'vitest'
import { createSlackServer, type SlackServer } from './slack-server.ts'

let server: SlackServer | undefined
afterEach(() => server?.close())

test.each(['\ud800', 'foto \udc00.png', '\ud83d'])(
  'a file called %j can be shared and has an address',
  async (name) => {
    server = await createSlackServer()
    const wati = server.person('Wati')
    const { ts } = wati.says('ini', { files: [{ name, bytes: 'isi' }] })
    const shared = server.messages(wati.dm).find((message) => message.ts === ts)
    expect(shared?.files).toHaveLength(1)
    const body = JSON.stringify(server.deliveries.at(-1)?.body)
    const [, address = ''] = /"url_private":"([^"]+)"/.exec(body) ?? []
    const response = await fetch(address, { headers: { authorization: `Bearer ${server.botToken}` } })
    expect(await response.text()).toBe('isi')
  },
)
