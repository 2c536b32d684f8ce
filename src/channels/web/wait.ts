import type { ConversationId } from '../../chat/message.ts'
import { createBell } from './bell.ts'
import type { Timing } from './follow.ts'
import type { TranscriptLine } from './line.ts'
import type { NewsDesk } from './news.ts'

/** What waiting for an answer needs. */
export interface WaitContext {
  readonly news: NewsDesk
  readonly timing: Timing
  repliesTo(deliveryId: string): Promise<readonly TranscriptLine[] | undefined>
  isStopping(): boolean
}

/** Resolves to the answer to a message, or to undefined when it takes too long, the asker left, or the channel stops. */
export async function answerTo(
  { id, conversation }: { readonly id: string; readonly conversation: ConversationId },
  gone: AbortSignal,
  { news, timing, repliesTo, isStopping }: WaitContext,
): Promise<readonly TranscriptLine[] | undefined> {
  const bell = createBell()
  const unlisten = news.listen(conversation, (item) => item.kind === 'lines' && bell.ring())
  const deadline = performance.now() + timing.patience
  gone.addEventListener('abort', bell.ring)
  try {
    for (;;) {
      const lines = await repliesTo(id)
      const left = deadline - performance.now()
      if (lines !== undefined || left <= 0 || gone.aborted || isStopping()) return lines
      await bell.heard(Math.min(left, timing.poll))
    }
  } finally {
    gone.removeEventListener('abort', bell.ring)
    unlisten()
  }
}
