import type { Clock } from './clock.ts'

/** A rate: how many calls a minute are let through, and how many may come at once. */
export interface Rate {
  readonly perMinute: number
  readonly burst: number
}

/** How often Slack may be called (docs.slack.dev/apis/web-api/rate-limits). */
export interface Limits {
  /** chat.postMessage, for each channel. */
  readonly posts: Rate
  /** The other methods by their tier. */
  readonly tiers: Readonly<Record<1 | 2 | 3 | 4 | 5, Rate>>
}

/** Slack's published numbers; bursts are a guess on the strict side. */
export const SLACK_LIMITS: Limits = {
  posts: { perMinute: 60, burst: 3 },
  tiers: {
    1: { perMinute: 1, burst: 5 },
    2: { perMinute: 20, burst: 20 },
    3: { perMinute: 50, burst: 50 },
    4: { perMinute: 100, burst: 100 },
    5: { perMinute: 600, burst: 100 },
  },
}

/** The tier each method is documented with; chat.postMessage has its own rule. */
export const TIERS: Readonly<Record<string, 1 | 2 | 3 | 4 | 5>> = {
  'apps.connections.open': 1,
  'assistant.threads.setStatus': 5,
  'assistant.threads.setSuggestedPrompts': 4,
  'assistant.threads.setTitle': 4,
  'auth.test': 5,
  'bots.info': 3,
  'chat.appendStream': 4,
  'chat.delete': 3,
  'chat.postEphemeral': 4,
  'chat.startStream': 2,
  'chat.stopStream': 2,
  'chat.update': 3,
  'conversations.info': 3,
  'conversations.open': 3,
  'files.completeUploadExternal': 4,
  'files.getUploadURLExternal': 4,
  'files.info': 4,
  'reactions.add': 3,
  'users.info': 4,
  'views.open': 4,
  'views.publish': 4,
  'views.push': 4,
  'views.update': 4,
}

// A call already under way when the 429 left is not impatience.
const GRACE_MS = 250

/** What is said to one call: seconds for Retry-After (0 lets it pass), and whether it came too early. */
export interface Verdict {
  readonly retryAfter: number
  readonly impatient: boolean
}

/** Token buckets by method, and by channel for posts; a call refused costs nothing. */
export function createLimiter(limits: Limits, clock: Clock) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const told = new Map<string, { readonly at: number; readonly until: number }>()
  return {
    take(method: string, channel: string): Verdict {
      const tier = TIERS[method]
      const rate = method === 'chat.postMessage' ? limits.posts : tier && limits.tiers[tier]
      if (rate === undefined) return { retryAfter: 0, impatient: false }
      const key = rate === limits.posts ? `${method} ${channel}` : method
      const time = clock.now()
      const before = told.get(key)
      const impatient = before !== undefined && time > before.at + GRACE_MS && time < before.until
      const bucket = refilled(key, rate, time)
      if (bucket.tokens > 1 - 1e-9) {
        bucket.tokens -= 1
        return { retryAfter: 0, impatient }
      }
      const retryAfter = Math.max(1, Math.ceil((1 - bucket.tokens) / (rate.perMinute / 60)))
      told.set(key, { at: time, until: time + retryAfter * 1000 })
      return { retryAfter, impatient }
    },
  }

  function refilled(key: string, { perMinute, burst }: Rate, time: number) {
    const bucket = buckets.get(key) ?? { tokens: burst, at: time }
    bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) * perMinute) / 60_000)
    bucket.at = time
    buckets.set(key, bucket)
    return bucket
  }
}
