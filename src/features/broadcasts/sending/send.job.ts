import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Letter } from '../../../chat/feature.ts'
import type { ConversationId } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { isNight } from '../../../indonesian/hours.ts'
import { type Job, job } from '../../../jobs/job.ts'
import { type Broadcast, batchOf, type HeldFor, progressKey } from '../broadcast.ts'
import { hasGrown } from '../confirming/confirming.ts'
import { letterTo } from '../letter.ts'
import { notedByItself, officersFor } from '../officers.ts'
import type { Member, Room } from '../ports.ts'
import { progressOf } from '../watching/progress.ts'
import { tellHeld } from './held.ts'

/** Letters put into the post at once. */
const CHUNK = 1_000
/** A letter that cannot be delivered for so many days is news no longer. */
const DELIVERED_WITHIN_DAYS = 7
/** One that is later than this was missed, by an outage for instance. */
const LATE_MS = 5 * 60_000
const TOO_LATE_MS = 24 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000

/**
 * Every fifteen seconds, puts the letters of what is due into the post. What a crash left half done is gone on with:
 * whoever has a letter gets no second. What should not go out as it was confirmed is held, and whoever answers for it is
 * asked.
 */
export function sendBroadcasts(room: Room): Job {
  const { store, audiences, post, files, clock, timeZone, outbox, log } = room

  async function run(): Promise<void> {
    for (;;) {
      const owner = randomUUID()
      const broadcast = await store.claim(clock(), owner)
      if (broadcast === undefined) return
      if (broadcast.status !== 'scheduled') await putIntoPost(broadcast, owner, await membersOf(broadcast))
      else await begin(broadcast, owner)
    }
  }

  async function membersOf({ audience }: Broadcast): Promise<readonly Member[]> {
    return audience === null ? [] : audiences.members(audience, dayAt(clock(), timeZone))
  }

  async function begin(broadcast: Broadcast, owner: string): Promise<void> {
    const members = await membersOf(broadcast)
    const why = await objection(broadcast, members)
    if (why !== undefined) {
      const held = await store.holdBack(broadcast.id, owner, why, clock())
      if (held === undefined) return store.letGo(broadcast.id, owner, null)
      log.info({ broadcast: held.id, why }, 'a broadcast is held')
      await notedByItself(room, 'held', held, clock(), { why })
      return tellHeld(room, held, members.length)
    }
    const started = await store.start(broadcast.id, owner, clock())
    if (started === undefined) return store.letGo(broadcast.id, owner, null)
    await putIntoPost(started, owner, members)
  }

  /** Why it does not go out now as it was confirmed. */
  async function objection(broadcast: Broadcast, members: readonly Member[]): Promise<HeldFor | undefined> {
    const { file, sendAt, atNight, peopleAtConfirm } = broadcast
    const now = clock()
    const late = sendAt === null ? 0 : now.getTime() - sendAt.getTime()
    if ((await officersFor(audiences, broadcast)).keeper === undefined) return 'maker'
    if (late > TOO_LATE_MS || (late > LATE_MS && isNight(now, timeZone) && !atNight)) return 'late'
    if (file !== null && !(await files.isKept(file))) return 'file'
    if (!members.some(({ conversation }) => conversation !== null)) return 'empty'
    return peopleAtConfirm !== null && hasGrown(members.length, peopleAtConfirm) ? 'grown' : undefined
  }

  async function putIntoPost(broadcast: Broadcast, owner: string, members: readonly Member[]): Promise<void> {
    const { id, atNight, startedAt } = broadcast
    const batch = batchOf(broadcast)
    const until = new Date((startedAt ?? clock()).getTime() + DELIVERED_WITHIN_DAYS * DAY_MS)
    const posting = { atNight, until }
    await post.post(batch, [], posting) // so that it can be held before the first letter is in it
    await outbox.say(broadcast.keeper.conversation, await progressOf(room, broadcast), progressKey(broadcast))
    await notedByItself(room, 'sent', broadcast, clock(), { people: members.length })
    await store.setUnreached(
      id,
      members
        .filter(({ conversation }) => conversation === null)
        .map(({ employee, reason }) => ({ employee, reason: reason ?? 'unreachable' })),
    )
    const letters = members.filter(({ conversation }) => conversation !== null)
    for (let from = 0; from < letters.length; from += CHUNK) {
      const status = await store.keepClaim(id, owner)
      if (status === undefined) return // another process has taken it over
      if (status === 'cancelled') break
      if (status === 'paused') await post.hold(batch, true)
      const chunk = letters.slice(from, from + CHUNK).map((member): Letter => letterOf(broadcast, member))
      await post.post(batch, chunk, posting)
    }
    if ((await store.keepClaim(id, owner)) === 'cancelled') await post.withdraw(batch)
    await store.letGo(id, owner, clock())
    log.info({ broadcast: id, letters: letters.length }, 'a broadcast is in the post')
  }

  return job({ name: 'broadcasts.send', payload: z.object({}), every: { seconds: 15 }, run })
}

function letterOf(broadcast: Broadcast, member: Member): Letter {
  return {
    to: member.conversation as ConversationId, // only of those who have one; the directory has no type for them
    recipient: member.employee,
    message: letterTo(broadcast, member),
  }
}
