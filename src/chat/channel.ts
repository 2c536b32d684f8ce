import type { Section } from './feature.ts'
import type { ConversationId, Incoming, Outgoing, Sender } from './message.ts'
import type { OpenSheet } from './open-sheet.ts'

/** What a channel tells the bot. Both resolve once the news is stored; only then may the platform forget it. */
export interface Inbox {
  receive(message: Incoming): Promise<void>
  /** The person can no longer be written to (blocked the bot, left, account deleted). */
  unreachable(conversation: ConversationId, reason: string): Promise<void>
  /** Whether anything was ever said in a conversation. */
  knows(conversation: ConversationId): Promise<boolean>
  /** The form somebody has open there, the last asked or the one of that name, where it fits on one page. */
  sheet(conversation: ConversationId, sender: Sender, form?: string): Promise<OpenSheet | undefined>
  /** What a person's own page shows: what they can ask, what they have open, what waits for them. */
  home(sender: Sender): Promise<readonly Section[]>
}

/** Where a channel gets the bytes of a file it delivers. Throws `Unreadable` where it is gone. */
export interface Files {
  read(hash: string): Promise<Uint8Array>
}

/** What a platform itself vouches for about one of its accounts. */
export interface Profile {
  readonly email?: string
}

/** A place people talk to the bot. It translates and delivers; it decides nothing. */
export interface Channel {
  /** The part of a conversation id before the colon. */
  readonly name: string
  /** Where people have a button that shares their own phone number, so that the platform vouches for it. */
  readonly contact?: true
  /** Resolves once messages are being received. */
  start(inbox: Inbox): Promise<void>
  /** Resolves once nothing more comes in and every message that came in is stored. */
  stop(): Promise<void>
  /** The pieces this platform can take, in order, the choices on the last with words; each is sent and marked on its own. */
  split(message: Outgoing): readonly Outgoing[]
  /** Delivers one piece and resolves to the platform's id of it. Throws `RetryLater` or `Unreachable`. */
  send(to: ConversationId, message: Outgoing): Promise<string>
  /**
   * Seconds until a letter to a conversation has room within the platform's limits, beside what answers people; 0 takes
   * that room. Without it there is always room.
   */
  room?(to: ConversationId): number
  /** Puts other words in the place of a piece it has delivered, by the platform's id of it. Throws as `send` does. */
  edit?(to: ConversationId, platformId: string, message: Outgoing): Promise<void>
  /** Shows an answer while it grows. May be lost, is never the truth, never throws. */
  preview?(to: ConversationId, text: string): Promise<void>
  /** Shows that an answer is being prepared. Never throws. */
  showTyping(to: ConversationId): Promise<void>
  /** The bytes behind the reference of a file that was sent in. Throws `Unreadable`. */
  open?(ref: string): Promise<Uint8Array>
  /** A link that opens the bot with a payload (see links.ts), once the platform has said how the bot is called. */
  link?(payload: string): string | undefined
  /** What the platform vouches for about an account ("slack:U1"). May throw what its platform throws. */
  profile?(account: string): Promise<Profile>
}
