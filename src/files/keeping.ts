import type { Channel } from '../chat/channel.ts'
import type { Turn } from '../chat/feature.ts'
import type { ConversationId, FileContent, KeptFile } from '../chat/message.ts'
import { Refusal, Unreadable } from '../errors.ts'
import { isTaken } from './kinds.ts'
import { LIMITS } from './limits.ts'
import type { Purpose } from './purposes.ts'
import type { FileStore } from './store.ts'
import { texts } from './texts.ts'

/** How features keep what people send in. */
export interface Keeping {
  /** Whether files can be sent in where this is said at all. */
  isPossible(conversation: ConversationId): boolean
  /** What speaks against a file before anybody has its bytes; undefined where nothing does. */
  objection(content: FileContent): string | undefined
  /**
   * Fetches a file from where it was sent in and keeps it for whoever wrote, under the id of their message. Throws
   * `Refusal` with the reason, in words for them, where it is not taken or can no longer be fetched.
   */
  keep(content: FileContent, turn: Turn, purpose: Purpose): Promise<KeptFile>
}

/** Puts the store behind the channels that files come through; without a store nothing is kept. */
export function createKeeping(
  store: FileStore | undefined,
  channel: (conversation: ConversationId) => Channel | undefined,
): Keeping {
  return {
    isPossible: (conversation) => store !== undefined && channel(conversation)?.open !== undefined,
    objection,
    async keep(content, { conversation, person, message }, purpose) {
      const sender = channel(conversation)
      if (store === undefined || sender?.open === undefined) throw new Refusal(texts[person.language].notHere)
      const wrong = objection(content)
      if (wrong !== undefined) throw new Refusal(wrong)
      const bytes = await sender.open(content.ref).catch((error: unknown) => {
        throw error instanceof Unreadable ? new Refusal(texts[person.language].cannotFetch) : error
      })
      return store.keep(bytes, { name: content.name, owner: person.account, purpose, reference: message.id })
    },
  }
}

function objection({ name, size = 0 }: FileContent): string | undefined {
  if (size > LIMITS.bytes) return texts.id.tooLarge
  const extension = /\.([a-z][a-z0-9]{0,9})[\s.]*$/i.exec(name)?.[1]
  return extension !== undefined && PROGRAM.test(extension) && !isTaken(extension)
    ? texts.id.program
    : undefined
}

const PROGRAM = /^(?:exe|msi|scr|com|bat|cmd|ps1|vbs|js|jar|apk|sh|lnk|hta|dll)$/i
