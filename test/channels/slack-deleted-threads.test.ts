import { expect, test } from 'vitest'
import { type Manner, slackStage } from './slack-stage.ts'

const QUESTION = 'bolos 5 hari kena sanksi apa?'

/** A question that is being stored while the message its thread hangs on is deleted. */
async function deletedBeforeItIsAnswered(manner: Manner, where: 'private' | 'channel') {
  const stage = await slackStage({ manner })
  await stage.start()
  const { server, storing } = stage
  const sari = server.person('Sari')
  const channel = where === 'private' ? sari.dm : server.channel('umum', { members: [sari] }).id
  const hello = where === 'private' ? 'halo' : `<@${server.bot.user}> halo`
  const root = sari.says(hello, { channel })
  const answers = () => server.messages(channel).filter(({ ours }) => ours)
  await server.delivered(root)
  await server.until(() => answers().length === 1)
  const gate = Promise.withResolvers<void>()
  storing.gate = gate.promise
  const asked = sari.says(where === 'private' ? QUESTION : `<@${server.bot.user}> ${QUESTION}`, {
    channel,
    thread: root.ts,
  })
  await expect.poll(() => storing.waiting, { interval: 5, timeout: 15_000 }).toBeGreaterThan(0)
  sari.deletes(root.ts, channel)
  storing.gate = undefined
  gate.resolve()
  await server.delivered(asked)
  return { ...stage, stage, server, channel, root, answers }
}

test.each(['socket', 'http'] as const)(
  '%s: in private the answer is said beside the thread',
  async (manner) => {
    const { server, answers } = await deletedBeforeItIsAnswered(manner, 'private')
    await server.until(() => answers().length === 2)
    const [, answer] = answers()
    expect(answer).toMatchObject({ text: expect.stringMatching(/Pasal 9/) })
    expect(answer).not.toHaveProperty('thread')
  },
)

test.each(['socket', 'http'] as const)(
  '%s: in a channel whoever asked took the question back, and nothing is said into the room',
  async (manner) => {
    const { stage, server, channel, root, answers, database } = await deletedBeforeItIsAnswered(
      manner,
      'channel',
    )
    const conversation = `slack:${channel}/${root.ts}` as const
    await expect
      .poll(() => stage.unreachable(conversation), { interval: 5, timeout: 15_000 })
      .toBe('blocked: invalid_thread_ts')
    expect(answers()).toHaveLength(1)
    const tries = server.calls.filter(({ error }) => error === 'invalid_thread_ts')
    expect(tries.map(({ method }) => method)).toEqual(['chat.postMessage'])
    expect(await database.query('select 1 from message where done_at is null')).toEqual([])
    const other = server.person('Budi')
    const again = other.mentions(QUESTION, { channel })
    await server.until(() => answers().some(({ thread }) => thread === again.ts))
  },
)
