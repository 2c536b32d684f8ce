import { describe, expect, test } from 'vitest'
import { promisesOfAChannel } from './contract.ts'
import { telegramUnderTest } from './telegram-platform.ts'
import { SECRET, type TelegramStage, telegramStage } from './telegram-stage.ts'

promisesOfAChannel(telegramUnderTest('webhook'))

const UPDATE = {
  update_id: 9_000,
  message: {
    message_id: 1,
    date: 1_800_000_000,
    text: 'halo',
    from: { id: 11, is_bot: false, first_name: 'Sari' },
    chat: { id: 11, type: 'private', first_name: 'Sari' },
  },
}

async function open(): Promise<TelegramStage> {
  const stage = await telegramStage({ delivery: 'webhook' })
  await stage.start()
  await stage.server.called('setWebhook')
  return stage
}

function post(
  { hook }: TelegramStage,
  secret: string | undefined,
  body = JSON.stringify(UPDATE),
): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
  }
  return fetch(hook, { method: 'POST', headers, body })
}

describe('the webhook', () => {
  test('takes what comes with the secret', async () => {
    const stage = await open()
    const sari = stage.server.user({ id: 11 })
    expect((await post(stage, SECRET)).status).toBe(200)
    expect((await sari.waitFor(1)).text).toMatch(/^Halo/)
    expect(stage.server.violations).toEqual([])
  })

  test.each([
    ['no secret', undefined],
    ['an empty secret', ''],
    ['another secret', 'rahasia-webhook-uji-cobb'],
    ['a part of the secret', SECRET.slice(0, -1)],
  ])('takes nothing from a stranger who has %s, not even broken words', async (_, secret) => {
    const stage = await open()
    for (const body of [JSON.stringify(UPDATE), '{', ''])
      expect((await post(stage, secret, body)).status).toBe(401)
    expect(await stage.database.query('select 1 from message')).toEqual([])
  })

  test('answers broken words with an error and goes on', async () => {
    const stage = await open()
    for (const body of ['{', '', 'null', '[]', '"halo"', '5', '{}'])
      expect([200, 500]).toContain((await post(stage, SECRET, body)).status)
    expect((await post(stage, SECRET)).status).toBe(200)
    expect(await stage.database.query('select 1 from message')).not.toEqual([])
  })

  test('is not ready before the bot knows who it is, and no more once it stops', async () => {
    const stage = await telegramStage({ delivery: 'webhook' })
    stage.server.drop('getMe')
    await stage.start()
    expect((await post(stage, SECRET)).status).toBe(503)
    await stage.server.called('setWebhook')
    expect((await post(stage, SECRET)).status).toBe(200)
    await stage.stop()
    expect((await post(stage, SECRET)).status).toBe(503)
  })

  test('lets what is being stored be stored before the bot is stopped', async () => {
    const stage = await open()
    const { promise, resolve } = Promise.withResolvers<void>()
    stage.storing.gate = promise
    const answer = post(stage, SECRET)
    await expect.poll(() => stage.storing.waiting, { interval: 5 }).toBe(1)
    const stopped = stage.stop()
    resolve()
    await stopped
    expect(await stage.database.query('select 1 from message')).toHaveLength(1)
    expect((await answer).status).toBe(200)
  })

  test('is asked for with the secret and nothing more than the bot reads', async () => {
    const { server, hook } = await open()
    const { params } = await server.called('setWebhook')
    expect(params).toMatchObject({
      url: hook,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
  })

  test('serves several people at a time', async () => {
    const stage = await open()
    const people = Array.from({ length: 12 }, (_, i) => stage.server.user({ id: 100 + i }))
    for (const person of people) for (const name of ['satu', 'dua']) person.says(`/${name}`)
    for (const person of people) await person.waitFor(2)
    expect(people.map((person) => person.received().map(({ text }) => /\/(\w+)/.exec(text)?.[1]))).toEqual(
      people.map(() => ['satu', 'dua']),
    )
    expect(stage.server.violations).toEqual([])
  })
})
