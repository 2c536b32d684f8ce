import type { Outbox, Reply, Turn } from '../../chat/feature.ts'
import type { Choice } from '../../chat/message.ts'
import type { Account } from './accounts-store.ts'
import type { Owner } from './fact-store.ts'

/** A reply of one message. */
export function say(text: string, choices?: readonly Choice[]): Reply {
  return { say: [{ text, ...(choices && { choices }) }] }
}

/** The account a private message came from. */
export function ownerOf({ person, conversation }: Turn): Owner {
  return { id: person.account, name: person.name, conversation }
}

/** Tells accounts something, each once for a key. */
export async function tell<A extends Pick<Account, 'id' | 'conversation'>>(
  outbox: Outbox,
  accounts: readonly A[],
  text: (account: A) => string,
  key: string,
): Promise<void> {
  for (const account of accounts)
    await outbox.say(account.conversation, { text: text(account) }, `${key}:${account.id}`)
}
