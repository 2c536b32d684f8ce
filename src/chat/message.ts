/** Where a dialogue happens: the channel's name, a colon, and the channel's own address ("telegram:123"). */
export type ConversationId = `${string}:${string}`

/** A language people are answered in; a new one is one more object in each `texts.ts`. */
export type Language = 'id'

/** The texts of one feature, complete in every language. */
export type Texts<T> = Readonly<Record<Language, T>>

/** What somebody sent. A file is a reference its channel can open again later, also after a restart. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  | FileContent
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | FilledContent
  | { readonly kind: 'unsupported'; readonly what: string }

/** A photo or document; `size` in bytes where the platform tells it; `caption` is what was written under it. */
export interface FileContent {
  readonly kind: 'file'
  readonly name: string
  readonly mime: string
  readonly ref: string
  readonly size?: number
  readonly caption?: string
}

/** A whole form filled on one page: what was given to each question, nothing for those left empty. */
export interface FilledContent {
  readonly kind: 'filled'
  readonly form: string
  readonly answers: Readonly<Record<string, Content>>
}

/** A file that is kept, by the hash of its bytes; `size` in bytes. */
export interface KeptFile {
  readonly hash: string
  readonly name: string
  readonly mime: string
  readonly size: number
}

/** One message on its way in. `id` is the platform's delivery id: the same delivery twice has the same id. */
export interface Incoming {
  readonly id: string
  readonly conversation: ConversationId
  readonly sender: Sender
  readonly content: Content
  readonly sentAt: Date
  /** True in a group or channel, where others read along. */
  readonly shared?: boolean
  /** True when it changes a message sent before. */
  readonly edited?: boolean
  /** True when it was said beside the bot and not to it: no form takes it, and silence may be the answer. */
  readonly aside?: boolean
}

/** The account a message came from ("telegram:123") and the name the platform shows for it. */
export interface Sender {
  readonly account: string
  readonly name: string
}

/** One message on its way out, its text in Markdown (bold, italic, code, links, lists, quotes, headings). */
export interface Outgoing {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Asks the platform for a button that shares the person's own phone number or place, where it has one. */
  readonly request?: 'contact' | 'location'
  /** Comes with the message, for the people it is said to and nobody else. */
  readonly file?: KeptFile
  /** The form this asks for, where it can be filled on one page. */
  readonly form?: string
}

/** A button: `label` is what people read (≤ 40 characters), `value` what comes back (≤ 64 bytes, Telegram's limit). */
export interface Choice {
  readonly label: string
  readonly value: string
}

/** The longest text of one incoming message that is read; what is longer gets a kind refusal. */
export const LONGEST_INCOMING = 4_000

/** The channel a conversation or an account belongs to ("telegram:123" → "telegram"). */
export function channelOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(':')))
}

/** A channel as people call it. */
export function channelTitle(channel: string): string {
  return CHANNEL_TITLES[channel] ?? channel
}

const CHANNEL_TITLES: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  slack: 'Slack',
  web: 'obrolan web',
}

/** What a person typed, shown as they typed it: no character or indent of theirs becomes formatting. */
export function literal(text: string): string {
  return text.replace(/^[ \t]+/gm, '').replace(/[\\`*_{}[\]()#+\-=.:!|<>~&]/g, '\\$&')
}
