import type { Delivery } from './deliveries.ts'
import type { Seen, SeenView, Sight } from './screen.ts'
import type { Given } from './values.ts'

/** A file a person shares; what is missing is made up. */
export interface FileOptions {
  readonly name?: string
  readonly mime?: string
  readonly bytes?: Uint8Array | string
}

/** Where something is said: a channel's id (direct messages by default), and the thread's first ts. */
export interface SayOptions {
  readonly channel?: string
  readonly thread?: string
  readonly files?: readonly FileOptions[]
}

/** Something said, with what the bot is sent because of it (nothing where it may not hear it). */
export interface Said {
  readonly ts: string
  readonly channel: string
  readonly thread?: string
  readonly deliveries: readonly Delivery[]
}

/** A button or field: its label, its action id, or both with a value, which an outdated screen may still show. */
export type Target =
  | string
  | { readonly actionId: string; readonly value?: string; readonly blockId?: string }

/** Where it is: a message, an open view, or by default the newest that has it. */
export type Where = Pick<Seen, 'ts' | 'channel'> | SeenView

/** Somebody in the workspace. Every act returns what the bot is sent for it. */
export interface Person {
  readonly id: string
  readonly name: string
  /** The channel id of their direct messages with the bot. */
  readonly dm: string
  says(text: string, options?: SayOptions): Said
  /** Says it to the bot: with `<@bot>` in front. */
  mentions(text: string, options: SayOptions & { readonly channel: string }): Said
  edits(ts: string, text: string, channel?: string): Said
  /** Slack itself changes the message, as when a link unfolds: message_changed with the same words. */
  unfurls(ts: string, channel?: string): Said
  deletes(ts: string, channel?: string): Said
  /** Presses a button; throws where it is not there, unless `where` is given with an action id and value. */
  presses(target: Target, where?: Where): Delivery
  /** Chooses in a menu, by the option's label or value. */
  selects(target: Target, option: Given, where?: Where): Delivery
  /** `/abdi tanya …`; a channel nobody knows is one the bot is not in. */
  runs(command: string, channel?: string): Delivery
  /** The message shortcut, on a message of the channel (their direct messages by default). */
  shortcut(ts: string, options?: { readonly channel?: string; readonly callbackId?: string }): Delivery
  opensHome(): Delivery
  /** Opens the conversation with the agent, looking at `channel`. */
  opensAgent(options?: { readonly channel?: string }): Delivery
  /** Looks at another channel while the agent is open. */
  turnsTo(channel: string): Delivery | undefined
  /** Fills a modal (by label, block id or action id) and sends it; throws where Slack's form would not. */
  submits(view: SeenView | undefined, values: Readonly<Record<string, Given>>): Delivery
  /** Closes a modal; only one with notify_on_close tells the bot. */
  closes(view: SeenView | undefined): Delivery | undefined
  deactivates(): void
  sees(): Sight
}
