/** How much room there is under Telegram's limits, for what may be left out and for what may wait. */
export interface Pace {
  /** A message goes out: it takes its room, there or not; what was kept for it is used up. */
  spend(chat: number): void
  /** Keeps room for the answer to what just came in, so that letters make way before it is there. */
  expect(chat: number): void
  /** Seconds until a letter has room; 0 keeps that room for it. */
  room(chat: number): number
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

/**
 * Letters fill the limit but for a little, and evenly: so many messages of any kind in any such stretch. What an answer
 * needs at once is free, and what it needs a moment after its question becomes free by then.
 */
const STRETCH = { messages: 30, ms: 1_005 }
const BETWEEN_LETTERS_MS = 33.6
const LEAST_BETWEEN_MS = 15
/** So much of their time may letters make up for at once. */
const LATE_MS = 150
/** Room that was kept is given up where nothing has used it by then. */
const KEPT_MS = 900

/** Counts what this process sends, by a clock in ms. */
export function createPace(clock: () => number): Pace {
  const chats = new Map<number, Bucket>()
  const overall = createBucket(OVERALL, clock)
  const stretch: number[] = []
  const kept = new Map<number, readonly number[]>()
  let nextLetter = Number.NEGATIVE_INFINITY
  let silentUntil = Number.NEGATIVE_INFINITY

  function keep(chat: number, now: number): void {
    stretch.push(now)
    kept.set(chat, [...(kept.get(chat) ?? []).filter((at) => now - at < KEPT_MS), now])
    if (kept.size > MOST_CHATS)
      for (const [id, times] of kept) if (times.every((at) => now - at >= KEPT_MS)) kept.delete(id)
  }

  /** What was kept for a message is its own room from now on. */
  function use(chat: number, now: number): void {
    const [first, ...rest] = (kept.get(chat) ?? []).filter((at) => now - at < KEPT_MS)
    if (rest.length > 0) kept.set(chat, rest)
    else kept.delete(chat)
    const at = first === undefined ? -1 : stretch.indexOf(first)
    if (at >= 0) stretch.splice(at, 1)
    stretch.push(now)
  }

  function bucketOf(chat: number): Bucket {
    const bucket = chats.get(chat) ?? createBucket(CHAT, clock)
    chats.set(chat, bucket)
    if (chats.size > MOST_CHATS)
      for (const [id, { left }] of chats) if (id !== chat && left() >= CHAT.burst) chats.delete(id)
    return bucket
  }

  return {
    spend(chat) {
      use(chat, clock())
      overall.take()
      bucketOf(chat).take()
    },
    expect: (chat) => keep(chat, clock()),
    room(chat) {
      const now = clock()
      while (stretch[0] !== undefined && now - stretch[0] >= STRETCH.ms) stretch.shift()
      const first = stretch[stretch.length - STRETCH.messages]
      const wait = Math.max(nextLetter - now, first === undefined ? 0 : first + STRETCH.ms - now)
      if (wait > 0) return wait / 1000
      const due = now - nextLetter > STRETCH.ms ? now : Math.max(nextLetter, now - LATE_MS)
      nextLetter = Math.max(due + BETWEEN_LETTERS_MS, now + LEAST_BETWEEN_MS)
      keep(chat, now)
      return 0
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
