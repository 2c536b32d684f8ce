import type { SSEStreamingApi } from 'hono/streaming'
import type { ConversationId } from '../../chat/message.ts'
import { toWebHtml } from '../markdown.ts'
import { createBell } from './bell.ts'
import { showLine, type TranscriptLine } from './line.ts'
import type { NewsDesk } from './news.ts'
import { createReader } from './reader.ts'

/** How often, in milliseconds, things happen that nothing in this process calls for. */
export interface Timing {
  /** Looks at the transcript for what another process wrote. */
  readonly poll: number
  /** A sign of life on a silent stream, so that nobody between takes it for dead. */
  readonly heartbeat: number
  /** How long a post waits for its answer. */
  readonly patience: number
}

/** What following a conversation needs. */
export interface FollowContext {
  readonly news: NewsDesk
  readonly timing: Timing
  transcript(conversation: ConversationId, after: string): Promise<readonly TranscriptLine[]>
  isStopping(): boolean
}

/** Growing answers are shown at most this often, in milliseconds: what came in between is skipped. */
const PREVIEW_PACE = 120

/**
 * Writes a conversation to a stream of server-sent events until the stream or the channel ends: the lines
 * after `after`, `ready`, then each new line, `typing` and `preview` as they come.
 */
export async function follow(
  stream: SSEStreamingApi,
  conversation: ConversationId,
  after: string,
  { news, timing, transcript, isStopping }: FollowContext,
): Promise<void> {
  const bell = createBell()
  const read = createReader((from) => transcript(conversation, from ?? after))
  let pending: { lines: boolean; typing: boolean; preview?: string } = { lines: true, typing: false }
  let isReady = false
  let pollAt = 0
  let previewAt = 0
  let heartbeatAt = performance.now() + timing.heartbeat

  async function write(data: unknown, event?: string, id?: string): Promise<void> {
    await stream.writeSSE({ data: JSON.stringify(data), ...(event && { event }), ...(id && { id }) })
    heartbeatAt = performance.now() + timing.heartbeat
  }

  async function writeLines(): Promise<void> {
    pending.lines = false
    for (const line of await read()) await write(showLine(line), undefined, line.id)
    pollAt = performance.now() + timing.poll
    if (!isReady) await write({}, 'ready')
    isReady = true
  }

  async function writeTyping(): Promise<void> {
    pending.typing = false
    await write({}, 'typing')
  }

  async function writePreview(text: string): Promise<void> {
    delete pending.preview
    await write({ text, html: toWebHtml(text) }, 'preview')
    previewAt = performance.now() + PREVIEW_PACE
  }

  async function writeHeartbeat(): Promise<void> {
    await stream.write(': \n\n')
    heartbeatAt = performance.now() + timing.heartbeat
  }

  const unlisten = news.listen(conversation, (item) => {
    if (item.kind === 'lines')
      pending = { lines: true, typing: false } // the answer itself replaces its preview
    else if (item.kind === 'typing') pending.typing = true
    else pending.preview = item.text
    bell.ring()
  })
  stream.onAbort(bell.ring)
  try {
    while (!stream.aborted && !isStopping()) {
      if (pending.lines || performance.now() >= pollAt) await writeLines()
      if (pending.typing) await writeTyping()
      if (pending.preview !== undefined && performance.now() >= previewAt) await writePreview(pending.preview)
      if (performance.now() >= heartbeatAt) await writeHeartbeat()
      const next = Math.min(pollAt, heartbeatAt, pending.preview === undefined ? Infinity : previewAt)
      await bell.heard(next - performance.now())
    }
  } finally {
    unlisten()
  }
}
