import type { Channel } from '../chat/channel.ts'
import type { Turn } from '../chat/feature.ts'
import type { ConversationId, FileContent, KeptFile } from '../chat/message.ts'
import { Refusal, Unreadable } from '../errors.ts'
import { isTaken, TABLE } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { cleanPhoto } from './photo.ts'
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
   * Fetches a file from where it was sent in and keeps it for whoever wrote, under `reference` or the id of their
   * message. Throws `Refusal` with the reason, in words for them, where it is not taken or can no longer be fetched.
   */
  keep(content: FileContent, turn: Turn, purpose: Purpose, reference?: string): Promise<KeptFile>
  /** Fetches a file that is read at once and not kept. Throws `Refusal` as `keep` does. */
  bytes(content: FileContent, turn: Turn): Promise<Uint8Array>
  /**
   * Fetches a photo that is to lead to nobody: as a small JPEG without anything the camera wrote into it. Throws
   * `Refusal` where it is none, or as `keep` does.
   */
  photo(content: FileContent, turn: Turn): Promise<Uint8Array>
  /** Forgets what was sent in as a message, where that lies here and not on a platform. */
  letGo(content: FileContent, turn: Turn): Promise<void>
  /**
   * Keeps a file the bot made for whoever wrote, so that it can be said with a message. Throws `Refusal` where files
   * cannot be had there, an Error where the bytes are not what `mime` says.
   */
  make(
    bytes: Uint8Array,
    { name, mime }: { readonly name: string; readonly mime: string },
    turn: Turn,
    purpose: Purpose,
  ): Promise<KeptFile>
  /** Lets whoever wrote open a file of somebody else; whether they may is for the caller to know. Throws `Unreadable` where it is gone. */
  show(file: KeptFile, turn: Turn): Promise<KeptFile>
  /** Whether a file that was kept can still be had, whole. Throws `RetryLater` while nobody can tell. */
  isKept(file: KeptFile): Promise<boolean>
}

/** Puts the store behind the channels that files come through; without a store nothing is kept. */
export function createKeeping(
  store: FileStore | undefined,
  channel: (conversation: ConversationId) => Channel | undefined,
): Keeping {
  const isPossible = (conversation: ConversationId): boolean =>
    store !== undefined && channel(conversation)?.open !== undefined

  async function bytes(content: FileContent, { conversation, person }: Turn): Promise<Uint8Array> {
    const sender = channel(conversation)
    if (sender?.open === undefined) throw new Refusal(texts[person.language].notHere)
    const wrong = objection(content)
    if (wrong !== undefined) throw new Refusal(wrong)
    return sender.open(content.ref).catch((error: unknown) => {
      throw error instanceof Unreadable ? new Refusal(texts[person.language].cannotFetch) : error
    })
  }

  return {
    isPossible,
    objection,
    bytes,
    photo: async (content, turn) => cleanPhoto(await bytes(content, turn)),
    async letGo({ ref }, { person }) {
      await store?.letGo(ref, person.account)
    },
    async keep(content, turn, purpose, reference = turn.message.id) {
      if (store === undefined) throw new Refusal(texts[turn.person.language].notHere)
      const found = await bytes(content, turn)
      return store.keep(found, { name: content.name, owner: turn.person.account, purpose, reference })
    },

    async make(bytes, { name, mime }, { conversation, person, message }, purpose) {
      if (store === undefined || !isPossible(conversation)) throw new Refusal(texts[person.language].notHere)
      const table = mime === TABLE.mime
      const file = await store.keep(bytes, {
        name,
        owner: person.account,
        purpose,
        reference: message.id,
        table,
      })
      if (file.mime !== mime) throw new Error(`a file was made as ${mime} and is ${file.mime}`)
      return file
    },

    async show({ hash, name }, { person, message }) {
      if (store === undefined) throw new Unreadable('no files are kept')
      const bytes = await store.read(hash)
      return store.keep(bytes, { name, owner: person.account, purpose: 'shown', reference: message.id })
    },

    async isKept({ hash }) {
      if (store === undefined) return false
      try {
        await store.read(hash)
        return true
      } catch (error) {
        if (error instanceof Unreadable) return false
        throw error
      }
    },
  }
}

function objection({ name, size = 0 }: FileContent): string | undefined {
  if (size > LIMITS.bytes) return texts.id.tooLarge
  const extension = /\.([a-z][a-z0-9]{0,9})[\s.]*$/i.exec(name)?.[1]
  if (extension === undefined || isTaken(extension)) return undefined
  const kind = NEVER_TAKEN.find(({ named }) => named.test(extension))?.kind
  return kind && texts.id[kind]
}

/** What a name gives away before anybody has the bytes, and what is said of it. */
const NEVER_TAKEN = [
  { kind: 'program', named: /^(?:exe|msi|scr|com|bat|cmd|ps1|vbs|js|jar|apk|sh|lnk|hta|dll)$/i },
  { kind: 'archive', named: /^(?:zip|rar|7z|tar|gz|tgz|bz2|xz)$/i },
  { kind: 'recording', named: /^(?:mp3|m4a|ogg|oga|opus|wav|aac|amr|mp4|mov|avi|mkv|webm|3gp)$/i },
  { kind: 'page', named: /^(?:x?html?|svg)$/i },
] as const
