import type { ConversationId } from '../../chat/message.ts'

/** What just happened in a conversation: new lines to read, an answer growing, an answer begun. */
export type News =
  | { readonly kind: 'lines' }
  | { readonly kind: 'preview'; readonly text: string }
  | { readonly kind: 'typing' }

type Listener = (news: News) => void

/** Carries news of a conversation to whoever looks at it in this process. */
export type NewsDesk = ReturnType<typeof createNewsDesk>

/** Opens a news desk nobody listens to yet. */
export function createNewsDesk() {
  const listeners = new Map<ConversationId, Set<Listener>>()
  return {
    tell(conversation: ConversationId, news: News): void {
      for (const listener of listeners.get(conversation) ?? []) listener(news)
    },

    /** Tells everybody, so that whoever waits looks whether it is time to stop. */
    tellAll(news: News): void {
      for (const conversation of listeners.keys()) this.tell(conversation, news)
    },

    /** Listens until the function it returns is called. */
    listen(conversation: ConversationId, listener: Listener): () => void {
      const those = listeners.get(conversation) ?? new Set()
      listeners.set(conversation, those.add(listener))
      return () => {
        those.delete(listener)
        if (those.size === 0 && listeners.get(conversation) === those) listeners.delete(conversation)
      }
    },
  }
}
