/** How much room there is under Telegram's limits, for what may be left out: previews and edits. */
export interface Pace {
  /** A message goes out: it takes its room, there or not. */
  spend(chat: number): void
  /** Takes room for something that may be left out; false where the next messages will need it. */
  spare(chat: number): boolean
  /** Telegram asked to slow down: nothing is spared for so many seconds. */
  hush(seconds: number): void
}

interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Telegram's published numbers (core.telegram.org/bots/faq); the bursts are on the careful side. */
const CHAT: Rate = { perSecond: 1, burst: 3 }
const OVERALL: Rate = { perSecond: 30, burst: 30 }

/** What is kept free for messages. */
const KEPT_FOR_CHAT = 1
const KEPT_OVERALL = 20

const MOST_CHATS = 5_000

/** Counts what this process sends, by a clock in ms. */
export function createPace(clock: () => number): Pace {
  const chats = new Map<number, Bucket>()
  const overall = createBucket(OVERALL, clock)
  let silentUntil = Number.NEGATIVE_INFINITY

  function bucketOf(chat: number): Bucket {
    const bucket = chats.get(chat) ?? createBucket(CHAT, clock)
    chats.set(chat, bucket)
    if (chats.size > MOST_CHATS)
      for (const [id, { left }] of chats) if (id !== chat && left() >= CHAT.burst) chats.delete(id)
    return bucket
  }

  return {
    spend(chat) {
      overall.take()
      bucketOf(chat).take()
    },
    spare(chat) {
      const mine = bucketOf(chat)
      if (clock() < silentUntil || overall.left() < 1 + KEPT_OVERALL || mine.left() < 1 + KEPT_FOR_CHAT)
        return false
      overall.take()
      mine.take()
      return true
    },
    hush(seconds) {
      silentUntil = Math.max(silentUntil, clock() + seconds * 1000)
    },
  }
}

interface Bucket {
  left(): number
  take(): void
}

function createBucket({ perSecond, burst }: Rate, clock: () => number): Bucket {
  let room = burst
  let at = clock()
  const left = (): number => {
    const now = clock()
    room = Math.min(burst, room + ((now - at) / 1000) * perSecond)
    at = now
    return room + 1e-9 // what adds up to a whole is a whole
  }
  return {
    left,
    take() {
      room = Math.max(0, left() - 1)
    },
  }
}
