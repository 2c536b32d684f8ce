/** How many messages Telegram takes (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
export interface Limits {
  /** Messages a second into one chat, and how many may come at once. */
  readonly perChat: { readonly perSecond: number; readonly burst: number }
  /** Messages a minute into one group or channel, on top of perChat. */
  readonly perGroup: { readonly perMinute: number; readonly burst: number }
  /** Messages a second over all chats. */
  readonly overall: { readonly perSecond: number; readonly burst: number }
  /** Drafts into one chat within so many ms, on top of perChat and overall. */
  readonly drafts?: readonly { readonly within: number; readonly most: number }[]
}

/**
 * Telegram's published numbers; the bursts are a guess on the strict side. Of drafts nothing is published: the
 * windows are what callers report, and that drafts count as messages too is stricter than anybody saw.
 */
export const TELEGRAM_LIMITS: Limits = {
  perChat: { perSecond: 1, burst: 3 },
  perGroup: { perMinute: 20, burst: 20 },
  overall: { perSecond: 30, burst: 30 },
  drafts: [
    { within: 5_000, most: 20 },
    { within: 30_000, most: 40 },
  ],
}

// A call already under way when the 429 left is not impatience.
const GRACE_MS = 250

/** What the limiter says to one message. */
export interface Verdict {
  /** Seconds for retry_after; 0 = let it pass. */
  readonly retryAfter: number
  /** True if the chat was told to wait and the time is not over. */
  readonly impatient: boolean
}

/** Token buckets per chat, per group and overall; a message refused costs nothing. */
export function createLimiter(limits: Limits, now: () => number) {
  const chats = new Map<number, Bucket>()
  const groups = new Map<number, Bucket>()
  const overall = createBucket(limits.overall.perSecond / 1000, limits.overall.burst, now)
  const told = new Map<number, { readonly at: number; readonly until: number }>()
  const drawn = new Map<number, readonly number[]>()
  return {
    take(chat: number, isDraft = false): Verdict {
      const buckets = [overall, bucketOf(chats, chat, limits.perChat.perSecond / 1000, limits.perChat.burst)]
      if (chat < 0)
        buckets.push(bucketOf(groups, chat, limits.perGroup.perMinute / 60_000, limits.perGroup.burst))
      const time = now()
      const before = told.get(chat)
      const impatient = before !== undefined && time > before.at + GRACE_MS && time < before.until
      const wait = Math.max(...buckets.map((bucket) => bucket.wait()), isDraft ? draftsWait(chat, time) : 0)
      if (wait <= 0) {
        if (isDraft) drawn.set(chat, [...(drawn.get(chat) ?? []), time].slice(-100))
        for (const bucket of buckets) bucket.take()
        return { retryAfter: 0, impatient }
      }
      const retryAfter = Math.max(1, Math.ceil(wait / 1000))
      told.set(chat, { at: time, until: time + retryAfter * 1000 })
      return { retryAfter, impatient }
    },
  }

  function draftsWait(chat: number, time: number): number {
    const times = drawn.get(chat) ?? []
    const waits = (limits.drafts ?? []).map(({ within, most }) => {
      const first = times.at(-most)
      return first === undefined ? 0 : first + within - time
    })
    return Math.max(0, ...waits)
  }

  function bucketOf(all: Map<number, Bucket>, chat: number, perMs: number, size: number): Bucket {
    const bucket = all.get(chat) ?? createBucket(perMs, size, now)
    all.set(chat, bucket)
    return bucket
  }
}

interface Bucket {
  wait(): number
  take(): void
}

function createBucket(perMs: number, size: number, now: () => number): Bucket {
  let tokens = size
  let at = now()
  return {
    wait() {
      const time = now()
      tokens = Math.min(size, tokens + (time - at) * perMs)
      at = time
      return tokens > 1 - 1e-9 ? 0 : (1 - tokens) / perMs
    },
    take() {
      tokens -= 1
    },
  }
}
