import { expect, vi } from 'vitest'
import { SECRET, type TelegramStage } from '../../channels/telegram-stage.ts'
import { CLAIM_CODE } from '../bot.ts'
import type { Move } from './moves.ts'
import { broken, posted } from './spoilt.ts'
import { ACTS, createTelegramScene } from './telegram-acts.ts'

const PATIENCE_MS = 60_000
const FIRST = 1_000

/** Plays moves in chats where the first person is an officer; they choose as in Slack. */
export async function createTelegramPlay(stage: TelegramStage) {
  const { server, hook } = stage
  const scene = createTelegramScene(stage)
  const taken = (): Promise<void> =>
    vi.waitFor(() => expect(server.pending()).toEqual([]), { timeout: PATIENCE_MS, interval: 2 })
  const post = async (body: string, type: string): Promise<void> => {
    const headers = { 'content-type': type, 'x-telegram-bot-api-secret-token': SECRET }
    expect([200, 500]).toContain(await posted(hook, { headers, body })) // Telegram itself sends nothing broken
  }
  const play = async (move: Move): Promise<void> => {
    if (move.kind === 'comes broken') return post(...broken(move.words, move.thing, move.pick))
    const person = server.user({ id: FIRST + move.who, name: `Orang ${move.who}` })
    const update = ACTS[move.kind](scene, move, person)
    if (update === undefined || update.update_id === 0) return
    scene.updates.push(update)
    const { message } = update
    if (message?.chat.id === person.id) scene.wrote.push({ person, message: message.message_id })
  }
  server.user({ id: FIRST, name: 'Orang 0' }).says(`/klaim ${CLAIM_CODE}`)
  await taken()

  return {
    /** The ids under which the questions are stored that wait for an answer. */
    asked: (): Iterable<string> => scene.asked,
    /** Plays moves at once; resolves when the bot has taken everything it was sent for them. */
    async together(moves: readonly Move[]): Promise<void> {
      await Promise.all(moves.map(play))
      await taken()
    },
    /** What Telegram would not have taken, but for words to those who had left meanwhile. */
    violations: () =>
      server.violations.filter(
        ({ error_code, params: { chat_id } }) => error_code !== 403 || !scene.left.has(Number(chat_id)),
      ),
    /** Looks at what people see now, for the moves to come. */
    look(): void {
      for (const chat of [scene.group, ...new Set(scene.wrote.slice(-100).map(({ person }) => person))]) {
        const newest = chat.received().slice(-20)
        const pressable = newest.flatMap(({ buttons, id }) =>
          buttons.flat().flatMap(({ data }) => (data === undefined ? [] : [{ data, messageId: id }])),
        )
        const each = new Map(pressable.map((button) => [button.data, button])) // some messages come twice
        scene.onShow.set(chat.id, [...each.values()])
      }
    },
  }
}
