import { setTimeout as pause } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import type { ConversationId } from '../../chat/message.ts'
import type { Log } from '../../log.ts'
import { toPlain } from '../markdown.ts'
import { chatOf } from './incoming.ts'
import type { Pace } from './pace.ts'

/** One chat sees a preview at most so often; Telegram takes about 40 drafts in 30 seconds. */
const EVERY_MS = 1_200
/** All chats together; where more answers grow, each is shown less often. */
const MOST_PER_SECOND = 20
const LONGEST = 4_096
/** The answer is not held up longer than this by a preview under way. */
const LONGEST_WAIT_MS = 1_000
/** An answer that has not grown for so long will not come. */
const GIVEN_UP_MS = 60_000

interface Growing {
  readonly draft: number
  /** When it was shown last, and when there was last something to show. */
  shown: number
  grown: number
  underWay?: Promise<void>
}

/**
 * Growing answers as drafts in private chats (core.telegram.org/bots/api#sendmessagedraft), paced so that neither
 * they nor the messages between them exceed Telegram's limits. A preview may always be dropped.
 */
export function createPreviews(api: Api, log: Log, pace: Pace, clock: () => number) {
  const all = new Map<ConversationId, Growing>()
  let drafts = 0
  let unknown = false

  async function draw(to: ConversationId, growing: Growing, text: string): Promise<void> {
    const { chat, topic } = chatOf(to)
    const words = toPlain(text)
      .slice(0, LONGEST)
      .replace(/[\ud800-\udbff]$/, '')
    try {
      await api.sendMessageDraft(chat, growing.draft, words, topic ? { message_thread_id: topic } : {})
    } catch (error) {
      log.debug({ conversation: to, err: error }, 'a preview was dropped')
      if (!(error instanceof GrammyError)) return pace.hush(5)
      const { retry_after } = error.parameters
      if (error.error_code === 404) unknown = true
      else if (retry_after !== undefined || error.error_code >= 500) pace.hush(retry_after ?? 10)
      else growing.shown = clock() + GIVEN_UP_MS // this one chat takes none
    }
  }

  return {
    async show(to: ConversationId, text: string): Promise<void> {
      const { chat } = chatOf(to)
      if (unknown || !(chat > 0) || text.trim() === '') return
      const now = clock()
      for (const [other, { grown }] of all) if (now - grown > GIVEN_UP_MS) all.delete(other)
      const growing = all.get(to) ?? { draft: ++drafts, shown: Number.NEGATIVE_INFINITY, grown: now }
      growing.grown = now
      all.set(to, growing)
      const every = Math.max(EVERY_MS, (all.size / MOST_PER_SECOND) * 1000)
      if (growing.underWay || now - growing.shown < every || !pace.spare(chat)) return
      growing.shown = now
      growing.underWay = draw(to, growing, text).finally(() => delete growing.underWay)
      await growing.underWay
    },
    /**
     * The answer itself is on its way: the next preview belongs to another one. A draft that came after the
     * answer would stand below it, so one under way is waited for.
     */
    async end(to: ConversationId): Promise<void> {
      const growing = all.get(to)
      all.delete(to)
      if (growing?.underWay === undefined) return
      const enough = new AbortController()
      await Promise.race([growing.underWay, pause(LONGEST_WAIT_MS, undefined, enough).catch(() => undefined)])
      enough.abort()
    },
  }
}
