import type { Files } from '../chat/channel.ts'
import type { Person } from '../chat/feature.ts'
import type { KeptFile } from '../chat/message.ts'
import type { FileStore } from './store.ts'

/** What a channel may do with files: deliver them, and, where we are the platform ourselves, take and give them. */
export interface ChannelFiles extends Files {
  /** Keeps what an account sent in with a message until a form has taken it. Throws `Refusal` or `RetryLater`. */
  take(
    bytes: Uint8Array,
    from: { readonly name: string; readonly account: string; readonly message: string },
  ): Promise<KeptFile>
  /** A file with its bytes, for those who may open it; undefined for all others. Throws `Unreadable`. */
  give(
    hash: string,
    account: string,
  ): Promise<{ readonly file: KeptFile; readonly bytes: Uint8Array } | undefined>
}

/** Puts the store behind the channels; `personOf` says whose an account is at this moment, and what they may do. */
export function createChannelFiles(
  store: FileStore,
  personOf: (account: string) => Promise<Person>,
): ChannelFiles {
  return {
    read: store.read,
    take: (bytes, { name, account, message }) =>
      store.keep(bytes, { name, owner: account, purpose: 'upload', reference: message }),
    async give(hash, account) {
      const file = await store.find(hash, await personOf(account))
      return file && { file, bytes: await store.read(hash) }
    },
  }
}
