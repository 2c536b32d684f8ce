import { z } from 'zod'
import { type Job, job } from '../../../jobs/job.ts'
import { type Broadcast, batchOf, progressKey } from '../broadcast.ts'
import { officersFor, tellAll } from '../officers.ts'
import type { Room } from '../ports.ts'
import { progressMessage, type Standing, standingOf } from '../watching/progress.ts'

/** Counting so many letters is nothing; of more it is done less often. */
const COUNTED_AT_ONCE = 20_000

/**
 * Every five seconds, sees to what is on its way: that the post holds what is paused and gives up what was called back,
 * that the message which shows how far it is says what is so, and that the end is told once.
 */
export function followBroadcasts(room: Room): Job {
  const { store, post, outbox, clock } = room
  const resting = new Map<string, number>()

  async function run(): Promise<void> {
    for (const { broadcast, claimed } of await store.going()) {
      const rest = resting.get(broadcast.id) ?? 0
      if (rest > 0) resting.set(broadcast.id, rest - 1)
      else await follow(broadcast.id, claimed)
    }
  }

  async function follow(id: string, claimed: boolean): Promise<void> {
    const standing = await standingOf(room, { id })
    resting.set(id, Math.floor((standing.waiting + standing.delivered) / COUNTED_AT_ONCE))
    const broadcast = await store.find(id) // after the post was asked: whoever pauses it writes that down first
    if (broadcast === undefined || broadcast.endedAt !== null) return
    const cancelled = broadcast.status === 'cancelled'
    if (cancelled) await post.withdraw(batchOf(broadcast))
    else if (standing.held !== (broadcast.status === 'paused'))
      await post.hold(batchOf(broadcast), broadcast.status === 'paused')
    const posted = cancelled ? !claimed : broadcast.postedAt !== null
    if (posted && standing.waiting === 0) return end(broadcast, standing)
    await show(broadcast, standing)
  }

  /** Changes the message only where it would say something else. */
  async function show(broadcast: Broadcast, standing: Standing): Promise<void> {
    const message = progressMessage(room, broadcast, standing)
    const shown = JSON.stringify(message)
    if (shown === broadcast.shown) return
    await outbox.revise(progressKey(broadcast), message)
    await store.setShown(broadcast.id, shown)
  }

  /** The end is told once, by its key, before it is written down: a crash in between tells it no second time. */
  async function end(broadcast: Broadcast, standing: Standing): Promise<void> {
    const over: Broadcast = {
      ...broadcast,
      status: broadcast.status === 'cancelled' ? 'cancelled' : 'done',
      endedAt: clock(),
    }
    const message = progressMessage(room, over, standing)
    await show(over, standing)
    const { keeper, others } = await officersFor(room.audiences, broadcast)
    const key = `broadcast:${broadcast.id}:end`
    if (keeper === undefined) await tellAll(outbox, others, message, key)
    else await outbox.say(broadcast.keeper.conversation, message, key)
    await store.end(broadcast.id, clock())
    resting.delete(broadcast.id)
  }

  return job({ name: 'broadcasts.progress', payload: z.object({}), every: { seconds: 5 }, run })
}
