import type { Reply, Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { isNight } from '../../../indonesian/hours.ts'
import { type Broadcast, batchOf, type Status } from '../broadcast.ts'
import { button } from '../buttons.ts'
import type { createApproving } from '../confirming/approving.ts'
import { texts as confirming } from '../confirming/texts.ts'
import { changing, keeperOf, keeps, officersFor } from '../officers.ts'
import type { Room } from '../ports.ts'
import { reachOf } from '../reach.ts'
import { texts } from './texts.ts'

/** What handling needs of the parts around it. */
export interface AroundHandling {
  readonly approving: ReturnType<typeof createApproving>
  look(turn: Turn, broadcast: Broadcast): Promise<Reply>
  meanwhile(turn: Turn, id: string): Promise<Reply>
}

const UNSENT: readonly Status[] = ['draft', 'waiting', 'scheduled', 'held']

/** Pausing, going on, calling back, and deciding what becomes of one that was held: for every officer. */
export function createHandling(room: Room, { approving, look, meanwhile }: AroundHandling) {
  const { store, post, audiences } = room

  /** What the row says comes first: the job brings the post in line with it, should this end in between. */
  async function hold(turn: Turn, { id }: Broadcast, held: boolean): Promise<Reply> {
    const changed = await store.change(
      id,
      changing(turn, { id }, [held ? 'sending' : 'paused'], held ? 'paused' : 'resumed'),
      { status: held ? 'paused' : 'sending' },
    )
    if (changed === undefined) return meanwhile(turn, id)
    await post.hold(batchOf(changed), held)
    return look(turn, changed)
  }

  async function askToCancel(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    const { id, status } = broadcast
    if (status === 'done' || status === 'cancelled') return look(turn, broadcast)
    if (status === 'draft') return { say: [{ text: t.notYours }] }
    const choices = [button(t.cancelYes, 'stop_ya', broadcast), button(t.keep, 'lihat', broadcast)]
    if (UNSENT.includes(status)) return { say: [{ text: t.cancelSureUnsent(id), choices }] }
    const { delivered, waiting } = await post.progress(batchOf(broadcast))
    return { say: [{ text: t.cancelSure(id, delivered, waiting), choices }] }
  }

  async function cancel(turn: Turn, { id }: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    const from: readonly Status[] = ['waiting', 'scheduled', 'held']
    const unsent = await store.change(id, changing(turn, { id }, from, 'cancelled'), {
      status: 'cancelled',
      endedAt: turn.now,
    })
    if (unsent !== undefined && unsent.startedAt === null) return { say: [{ text: t.cancelled(id) }] }
    const going = changing(turn, { id }, ['sending', 'paused'], 'cancelled')
    const changed = unsent ?? (await store.change(id, going, { status: 'cancelled' }))
    if (changed === undefined) return meanwhile(turn, id)
    await post.withdraw(batchOf(changed))
    return look(turn, changed)
  }

  async function drop(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    if (!keeps(turn.person, broadcast)) return { say: [{ text: t.notYours }] }
    const seen = changing(turn, broadcast, ['draft'], 'dropped')
    const changed = await store.change(broadcast.id, seen, { status: 'cancelled', endedAt: turn.now })
    return changed === undefined ? meanwhile(turn, broadcast.id) : { say: [{ text: t.dropped }] }
  }

  /** Makes it a draft again, for whoever answers for it; one whose maker is gone is taken over with that. */
  async function edit(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const own = keeps(turn.person, broadcast)
    if (!own && broadcast.heldFor !== 'maker')
      return { say: [{ text: texts[turn.person.language].notYours }] }
    const changed = await store.change(
      broadcast.id,
      changing(turn, broadcast, ['waiting', 'scheduled', 'held'], 'reopened'),
      {
        status: 'draft',
        approvedBy: null,
        confirmedAt: null,
        ...(!own && { keeper: keeperOf(turn) }),
      },
    )
    return changed === undefined ? meanwhile(turn, broadcast.id) : look(turn, changed)
  }

  /** Sends one that was held after all; it needs four eyes anew where its audience has grown. */
  async function send(turn: Turn, broadcast: Broadcast, withoutFile = false): Promise<Reply> {
    const t = texts[turn.person.language]
    if (broadcast.changedBy === turn.message.id) return started(turn, broadcast)
    const { id, audience, heldFor, status } = broadcast
    if (status !== 'held' || audience === null) return meanwhile(turn, id)
    const { people, reachable } = await reachOf(audiences, audience, dayAt(turn.now, turn.timeZone))
    if (reachable === 0) return { say: [{ text: t.nobodyReachable }] }
    const limit = await store.limit()
    const agreed = broadcast.approvedBy !== null && heldFor !== 'grown'
    const second = heldFor === 'grown' && approving.isSecond(turn, broadcast)
    const needsEyes = people > limit && !agreed && !second
    if (needsEyes && (await officersFor(audiences, broadcast)).others.length === 0)
      return { say: [{ text: confirming[turn.person.language].nobodyElse(people, limit) }] }
    const changed = await store.change(id, changing(turn, broadcast, ['held'], 'released', { people }), {
      status: needsEyes ? 'waiting' : 'scheduled',
      heldFor: null,
      peopleAtConfirm: people,
      sendAt: needsEyes ? null : turn.now,
      ...(heldFor === 'maker' && { keeper: keeperOf(turn) }),
      ...(second && people > limit && { approvedBy: turn.person.account }),
      ...(withoutFile && { file: null }),
    })
    return changed === undefined ? meanwhile(turn, id) : started(turn, changed)
  }

  async function started(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const reply = await approving.confirmed(turn, broadcast)
    if (broadcast.status === 'waiting' || broadcast.atNight || !isNight(turn.now, turn.timeZone)) return reply
    return { ...reply, say: [...reply.say, { text: texts[turn.person.language].resumedAtSix }] }
  }

  return {
    verbs: {
      jeda: (turn: Turn, broadcast: Broadcast) => hold(turn, broadcast, true),
      lanjut: (turn: Turn, broadcast: Broadcast) => hold(turn, broadcast, false),
      stop: askToCancel,
      stop_ya: cancel,
      buang: drop,
    },
    /** Those that count only for what whoever presses has seen. */
    seen: {
      ubah: edit,
      tetap: (turn: Turn, broadcast: Broadcast) => send(turn, broadcast),
      tanpa: (turn: Turn, broadcast: Broadcast) => send(turn, broadcast, true),
    },
  }
}
