import type { WebClient } from '@slack/web-api'
import type { ConversationId } from '../../chat/message.ts'
import type { Log } from '../../log.ts'
import { askedToWait, refusalOf } from './failures.ts'
import { toSlackMarkdown } from './markdown.ts'
import { placeOf } from './meaning.ts'
import { createPace } from './pace.ts'
import { texts } from './texts.ts'

const EVERY_MS = 1_500
const LONGEST = 11_000
// Slack lets all streams together be begun and ended 20 times a minute, and grow 100 times
const STREAMS_A_MINUTE = 12
const APPENDS_A_MINUTE = 60

interface Growing {
  readonly ts: string
  readonly shown: string
  readonly at: number
  readonly stopped: boolean
}

/**
 * Growing answers in the threads of a private chat, where Slack shows an agent at work: a status while it
 * searches, then a stream (docs.slack.dev/reference/methods/chat.startStream). Elsewhere there are none. A
 * preview may always be dropped; the answer takes its place.
 */
export function createPreviews(client: WebClient, log: Log, clock: () => number = Date.now) {
  const growing = new Map<ConversationId, Growing>()
  const streams = createPace(STREAMS_A_MINUTE, clock)
  const appends = createPace(APPENDS_A_MINUTE, clock)
  const busy = new Map<ConversationId, Promise<void>>()
  let silentUntil = 0

  async function grow(to: ConversationId, text: string): Promise<void> {
    const { channel, thread } = placeOf(to)
    if (thread === undefined || !channel.startsWith('D') || clock() < silentUntil) return
    const words = toSlackMarkdown(text).slice(0, LONGEST)
    const before = growing.get(to)
    if (words.trim() === '' || before?.stopped) return
    if (before === undefined) {
      if (!streams.take()) return
      const at = clock()
      const { ts } = await client.chat.startStream({ channel, thread_ts: thread, markdown_text: words })
      if (ts) growing.set(to, { ts, shown: words, at, stopped: false })
      return
    }
    const { ts, shown, at } = before
    if (clock() - at < EVERY_MS || words === shown || !words.startsWith(shown) || !appends.take()) return
    growing.set(to, { ...before, shown: words, at: clock() })
    await client.chat.appendStream({ channel, ts, markdown_text: words.slice(shown.length) })
  }

  async function quietly(to: ConversationId, work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      silentUntil = clock() + (askedToWait(error) ?? 5) * 1000
      log.debug({ conversation: to, err: error }, 'a preview was dropped')
    }
  }

  return {
    /** Shows how far an answer has grown. */
    async show(to: ConversationId, text: string): Promise<void> {
      if (busy.has(to)) return // one call at a time: what grew meanwhile comes with the next
      const work = quietly(to, grow(to, text)).finally(() => busy.delete(to))
      busy.set(to, work)
      await work
    },
    /** Shows that an answer is being looked for. */
    async search(to: ConversationId): Promise<void> {
      const { channel, thread } = placeOf(to)
      if (thread === undefined || !channel.startsWith('D') || clock() < silentUntil) return
      const status = { channel_id: channel, thread_ts: thread, status: texts.searching }
      await quietly(to, client.assistant.threads.setStatus(status))
    },
    /** Ends what was growing; resolves to the ts of the message the answer is to stand in. Throws what Slack answers. */
    async end(to: ConversationId): Promise<string | undefined> {
      await busy.get(to)
      const current = growing.get(to)
      if (current === undefined || current.stopped) return current?.ts
      const { channel } = placeOf(to)
      try {
        await client.chat.stopStream({ channel, ts: current.ts })
      } catch (error) {
        if (refusalOf(error) === undefined || askedToWait(error) !== undefined) throw error
        log.debug({ conversation: to, err: error }, 'a stream had ended already')
      }
      growing.set(to, { ...current, stopped: true })
      return current.ts
    },
    /** The answer stands where it grew: the next preview belongs to another one. */
    forget(to: ConversationId): void {
      growing.delete(to)
    },
  }
}
