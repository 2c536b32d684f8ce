import { type Api, GrammyError } from 'grammy'
import type { ConversationId } from '../../chat/message.ts'
import type { Log } from '../../log.ts'
import { toPlain } from '../markdown.ts'
import { chatOf } from './incoming.ts'

const EVERY_MS = 1_200
const LONGEST = 4_096

/**
 * Growing answers as drafts in private chats (core.telegram.org/bots/api#sendmessagedraft), at most one per
 * chat and `EVERY_MS`, and none while Telegram asks to slow down. A preview may always be dropped.
 */
export function createPreviews(api: Api, log: Log, clock: () => number = Date.now) {
  const last = new Map<ConversationId, { readonly draft: number; readonly at: number }>()
  let draft = 0
  let silentUntil = 0
  return {
    async show(to: ConversationId, text: string): Promise<void> {
      const { chat, topic } = chatOf(to)
      const now = clock()
      const before = last.get(to)
      if (!(chat > 0) || text.trim() === '' || now < silentUntil || (before && now - before.at < EVERY_MS))
        return
      const current = { draft: before?.draft ?? ++draft, at: now }
      last.set(to, current)
      try {
        const words = toPlain(text)
          .slice(0, LONGEST)
          .replace(/[\ud800-\udbff]$/, '')
        await api.sendMessageDraft(chat, current.draft, words, topic ? { message_thread_id: topic } : {})
      } catch (error) {
        const wait = error instanceof GrammyError ? (error.parameters.retry_after ?? 10) : 5
        silentUntil = clock() + wait * 1000
        log.debug({ conversation: to, err: error }, 'a preview was dropped')
      }
    },
    /** The answer itself is on its way: the next preview belongs to another one. */
    end(to: ConversationId): void {
      last.delete(to)
    },
  }
}
