import type { Content, ConversationId, FilledContent } from '../../chat/message.ts'

/** What a body means to the bot. */
export type Meaning =
  | { readonly kind: 'message'; readonly said: Said }
  | { readonly kind: 'home'; readonly user: string; readonly channel: string }
  | { readonly kind: 'agent'; readonly channel: string; readonly thread?: string }
  /** A form is wanted as a page; `said` tells the kernel so where it is not open any more. */
  | { readonly kind: 'sheet'; readonly trigger: string; readonly said: Said & { content: FilledContent } }
  /** A page was sent; `asked` are the questions it shows. */
  | {
      readonly kind: 'sent'
      readonly asked: readonly string[]
      readonly said: Said & { content: FilledContent }
    }

/** A message before names and private chats are looked up. */
export interface Said {
  readonly id: string
  readonly where: Where
  readonly user: string
  readonly name?: string
  readonly content: Content
  /** What came with it, each a message of its own. */
  readonly also?: readonly Content[]
  readonly sentAt: Date
  readonly edited?: true
}

/** A conversation (`ifKnown`: only where the bot has spoken before), or the private chat, also for a command typed in `from`. */
export type Where = Place | { readonly dm: true; readonly from?: string }

/** Somewhere in Slack that is a conversation. */
export interface Place {
  readonly conversation: ConversationId
  readonly shared: boolean
  readonly ifKnown?: true
}

/** What reading needs to know of the bot: its own user, and the commands people may type without a slash. */
export interface Self {
  readonly user: string
  readonly commands: readonly string[]
}

/** A conversation as Slack addresses it. */
export function placeOf(conversation: ConversationId): { channel: string; thread?: string } {
  const [channel = '', thread] = conversation.slice('slack:'.length).split('/')
  return { channel, ...(thread && { thread }) }
}

/** A time as Slack writes it: seconds since 1970, a dot, and what makes it unique. Throws for what is none. */
export function timeOf(ts: string): Date {
  const seconds = Number(ts)
  if (!Number.isFinite(seconds)) throw new TypeError('a time that is none')
  return new Date(seconds * 1000)
}
