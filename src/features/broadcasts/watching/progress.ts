import type { Progress } from '../../../chat/feature.ts'
import type { Choice, Outgoing } from '../../../chat/message.ts'
import { isNight } from '../../../indonesian/hours.ts'
import type { Broadcast } from '../broadcast.ts'
import { batchOf } from '../broadcast.ts'
import { button } from '../buttons.ts'
import { showClock } from '../moment.ts'
import type { Room } from '../ports.ts'
import { texts } from './texts.ts'

const t = texts.id
const MINUTE_MS = 60_000
/** A pace is told after so long. */
const SOONEST_MS = 5_000

/** How far a broadcast is, from what the post and its readers say at this moment. */
export interface Standing extends Progress {
  /** Those to whom no letter could be written, and those whose platform refused it. */
  readonly unreached: number
  readonly read: number
  readonly questions: number
  readonly open: number
}

/** Looks how far a broadcast is. */
export async function standingOf(
  { post, store }: Pick<Room, 'post' | 'store'>,
  broadcast: Pick<Broadcast, 'id'>,
): Promise<Standing> {
  const progress = await post.progress(batchOf(broadcast))
  const echo = await store.echo(broadcast.id)
  const without = await store.countUnreached(broadcast.id)
  return { ...progress, ...echo, unreached: progress.unreachable + without }
}

/** How far a broadcast is, as officers see it, with what they can do about it. */
export async function progressOf(room: Room, broadcast: Broadcast): Promise<Outgoing> {
  return progressMessage(room, broadcast, await standingOf(room, broadcast))
}

/** The same from a standing that is known. */
export function progressMessage(
  { clock, timeZone }: Pick<Room, 'clock' | 'timeZone'>,
  broadcast: Broadcast,
  standing: Standing,
): Outgoing {
  const { id, status, postedAt, startedAt } = broadcast
  const { waiting, delivered, failed, expired, withdrawn, unreached, read, questions } = standing
  const all = waiting + delivered + failed + expired + withdrawn + standing.unreachable
  const over = all - waiting
  const isOver = status === 'done' || status === 'cancelled'
  return {
    text: [
      t.heading(id, status),
      ...(isOver ? [] : [t.bar(all === 0 ? 0 : over / all)]),
      t.counts({ delivered, waiting, failed: failed + expired, unreached, withdrawn }),
      t.echo(read, questions),
      ...(status !== 'sending' ? [] : [paceOf()]),
    ].join('\n'),
    choices: choicesOf(broadcast, standing),
  }

  function paceOf(): string {
    const now = clock()
    if (postedAt === null && waiting === 0) return t.preparing
    if (waiting > 0 && isNight(now, timeZone) && !broadcast.atNight) return t.untilMorning
    const perMinute = paceIn(standing, startedAt)
    if (waiting === 0 || perMinute === 0) return t.soon
    const end = new Date(now.getTime() + Math.ceil(waiting / perMinute) * MINUTE_MS)
    return t.pace(perMinute, showClock(end, timeZone))
  }
}

/** Deliveries a minute; in the first minute those so far stand for all of it, and before that is worth anything, 0. */
function paceIn({ perMinute, lastAt }: Progress, startedAt: Date | null): number {
  const lasted = (lastAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)
  if (lasted < 0 || lasted >= MINUTE_MS) return perMinute // both clocks need not agree
  return lasted < SOONEST_MS ? 0 : Math.round((perMinute * MINUTE_MS) / lasted)
}

function choicesOf(broadcast: Broadcast, { waiting, open, ...standing }: Standing): readonly Choice[] {
  const missed = standing.unreached + standing.failed + standing.expired + standing.withdrawn
  const { status } = broadcast
  const going = status === 'sending' || status === 'paused'
  return [
    ...(status === 'sending' ? [button(t.pause, 'jeda', broadcast)] : []),
    ...(status === 'paused' ? [button(t.goOn, 'lanjut', broadcast)] : []),
    ...(going && (waiting > 0 || broadcast.postedAt === null) ? [button(t.cancel, 'stop', broadcast)] : []),
    ...(missed > 0 ? [button(t.missed, 'belum', broadcast)] : []),
    ...(open > 0 ? [button(t.questions(open), 'tanya', broadcast)] : []),
    button(t.refresh, 'lihat', broadcast),
  ]
}
