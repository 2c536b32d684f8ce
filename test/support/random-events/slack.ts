import { expect } from 'vitest'
import type { SlackStage } from '../../channels/slack-stage.ts'
import { CLAIM_CODE } from '../bot.ts'
import type { Delivery } from '../slack-server.ts'
import type { Move } from './moves.ts'
import { ACTS } from './slack-acts.ts'
import { createSlackScene } from './slack-scene.ts'
import { broken, posted } from './spoilt.ts'

const PATIENCE_MS = 60_000

/**
 * Plays moves in a workspace where the first person is an officer. What a move chooses depends on the moves before
 * and on what people saw when all was calm, so that the same moves make the same events.
 */
export async function createSlackPlay(stage: SlackStage) {
  const { server, hook } = stage
  const scene = createSlackScene(stage)
  const post = async (body: string, type: string): Promise<void> => {
    const headers = { 'content-type': type, ...server.sign(body) }
    expect([200, 400]).toContain(await posted(hook, { headers, body }))
  }
  const play = async (move: Move): Promise<readonly Delivery[]> => {
    if (move.kind === 'comes broken') {
      if (hook !== '') await post(...broken(move.words, move.thing, move.pick))
      return []
    }
    const deliveries = ACTS[move.kind](scene, move, scene.person(`Orang ${move.who}`))
    if (move.kind !== 'comes again') scene.sent.push(...deliveries)
    return deliveries
  }
  await server.delivered(scene.person('Orang 0').runs(`/abdi klaim ${CLAIM_CODE}`))

  return {
    /** The ids under which the questions are stored that wait for an answer. */
    asked: (): Iterable<string> => scene.asked.keys(),
    /** Plays moves at once; resolves when the bot has answered to everything it was sent for them. */
    async together(moves: readonly Move[]): Promise<void> {
      const sent = (await Promise.all(moves.map(play))).flat()
      await server
        .until(() => sent.every(isAnswered), PATIENCE_MS)
        .catch((error: unknown) => {
          const left = sent.filter((delivery) => !isAnswered(delivery))
          throw new Error(`never answered: ${JSON.stringify(left)}`, { cause: error })
        })
    },
    /** Looks at what people see now, for the moves to come. */
    look: scene.look,
    /** What Slack would not have taken, but for words in a thread that is gone, and presses that came spoilt. */
    violations: () =>
      server.violations.filter(({ error, params: { thread_ts, trigger_id } }) => {
        if (error === 'invalid_thread_ts') return !scene.gone.has(String(thread_ts))
        return error !== 'invalid_trigger_id' || /^\d+\./.test(String(trigger_id))
      }),
    /** What was sent to the bot and answered with an error. */
    refused: () =>
      server.deliveries.filter(({ attempts }) => attempts.some(({ status = 200 }) => status !== 200)),
  }
}

function isAnswered({ attempts }: Delivery): boolean {
  return attempts.length > 0 && attempts.every(({ ms }) => ms !== undefined)
}
