import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Update } from 'grammy/types'
import { afterEach, expect, test } from 'vitest'
import { createTelegramServer, type TelegramServer } from './telegram-server.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A server that delivers to a webhook, and the updates in the order in which they came there. */
async function open(answer: (update: Update) => Promise<unknown> = async () => undefined) {
  const server = await createTelegramServer()
  cleanups.push(() => server.close())
  const came: Update[] = []
  const hook = createServer(async (request, response) => {
    const update = JSON.parse(await text(request)) as Update // the server writes nothing else
    came.push(update)
    await answer(update)
    response.writeHead(200).end()
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  cleanups.push(
    () => hook.closeAllConnections(),
    () => hook.close(),
  )
  const { port } = hook.address() as AddressInfo // a TCP server's address is always one
  const params = new URLSearchParams({ url: `http://127.0.0.1:${port}/` })
  await fetch(`${server.url}/bot${server.token}/setWebhook`, { method: 'POST', body: params })
  return { server, came }
}

const taken = ({ pending }: TelegramServer) =>
  expect.poll(() => pending(), { interval: 2, timeout: 15_000 }).toEqual([])

test('messages of a chat come one after the other, and a press does not wait for them', async () => {
  const gate = Promise.withResolvers<void>()
  const { server, came } = await open(({ message }) => (message ? gate.promise : Promise.resolve()))
  const sari = server.user({ id: 11 })
  const [first, second] = [sari.says('satu'), sari.says('dua')]
  const press = sari.presses({ data: 'a:b', messageId: 1 })
  await server.delivered(press)
  expect(came.map(({ update_id }) => update_id)).toEqual([first.update_id, press.update_id])
  gate.resolve()
  await taken(server)
  expect(came.map(({ update_id }) => update_id)).toEqual([first.update_id, press.update_id, second.update_id])
})

test('chaos brings updates twice', async () => {
  const { server, came } = await open()
  server.chaos({ seed: 1, duplicate: 1 })
  server.user({ id: 11 }).says('satu')
  await taken(server)
  expect(came.map(({ message }) => message?.text)).toEqual(['satu', 'satu'])
})

test('chaos brings updates after those of other chats, and those of one chat in their order', async () => {
  const { server, came } = await open()
  const people = Array.from({ length: 10 }, (_, i) => server.user({ id: 20 + i }))
  server.chaos({ seed: 1, reorder: 0.5 })
  for (const word of ['satu', 'dua']) for (const person of people) person.says(word)
  await taken(server)
  const ids = came.map(({ update_id }) => update_id)
  expect(ids).toHaveLength(20)
  expect(ids).not.toEqual([...ids].sort((a, b) => a - b))
  for (const { id } of people)
    expect(came.filter(({ message }) => message?.chat.id === id).map(({ message }) => message?.text)).toEqual(
      ['satu', 'dua'],
    )
})
