import type { Channel } from '../chat/channel.ts'
import { type ConversationId, channelOf } from '../chat/message.ts'
import { Unreachable, Unreadable } from '../errors.ts'
import type { Seal } from '../seal.ts'

/** The name of the channel by which somebody is answered without anybody knowing who it is. */
export const SEALED = 'sealed'

/**
 * A return address is a conversation in an envelope: what is said to it arrives there, and whoever reads the tables sees
 * neither who that is nor which addresses are the same person's. Nobody speaks from one.
 */
export function createReturnAddresses(seal: Seal, channel: (name: string) => Channel | undefined) {
  /** Throws `Unreachable` where the key is another by now, or the channel is switched off for good. */
  function opened(address: ConversationId): { readonly to: ConversationId; readonly by: Channel } {
    const to = conversationIn(address)
    if (to === undefined) throw new Unreachable('the key is another by now')
    const by = channel(channelOf(to))
    if (by === undefined) throw new Unreachable('its channel is switched off')
    return { to, by }
  }

  /** Undefined where the key is another by now. */
  function conversationIn(address: ConversationId): ConversationId | undefined {
    try {
      return seal.open(address.slice(SEALED.length + 1)) as ConversationId // only `addressOf` closes any
    } catch (error) {
      if (error instanceof Unreadable) return undefined
      throw error
    }
  }

  return {
    /** A new return address of a conversation. */
    addressOf: (conversation: ConversationId): ConversationId => `${SEALED}:${seal.close(conversation)}`,

    /** Whether a conversation is the one that a return address is of. */
    isOf: (address: ConversationId, conversation: ConversationId): boolean =>
      conversationIn(address) === conversation,

    channel: {
      name: SEALED,
      start: async () => undefined,
      stop: async () => undefined,
      /** Which platform it is for is in the envelope, so it is split where it arrives. */
      split: (message) => [message],
      async send(address, message) {
        const { to, by } = opened(address)
        const ids: string[] = []
        for (const piece of by.split(message)) ids.push(await by.send(to, piece))
        return ids.at(-1) ?? ''
      },
      showTyping: async () => undefined,
    } satisfies Channel as Channel,
  }
}
