import type { BotCommand, Update, UserFromGetMe } from 'grammy/types'
import type { Chaos, Fault, Match } from './faults.ts'
import type { Channel, Group, GroupOptions } from './groups.ts'
import type { Limits } from './limits.ts'
import type { Params } from './params.ts'
import type { Person, PersonOptions } from './people.ts'
import type { NewUpdate } from './updates.ts'

/** How a server starts; everything has a default. */
export interface TelegramServerOptions {
  readonly token?: string
  /** What getMe answers, over the defaults (id 7000000001, @abdi_uji_bot). */
  readonly bot?: Partial<UserFromGetMe>
  /** Rate limits: true for Telegram's, or own numbers. Off by default. */
  readonly limits?: boolean | Limits
  /** The clock of limits, lifetimes and `at` fields in ms; performance.now by default. */
  readonly now?: () => number
  /** The wall clock that messages carry as their date. */
  readonly date?: () => Date
  /** How long a button press can be answered (15,000 ms, as seen at Telegram). */
  readonly queryLifetimeMs?: number
  /** First pause before a failed webhook delivery is repeated (100 ms; doubles up to 32 times). */
  readonly webhookRetryMs?: number
  /** How long the webhook's answer is awaited (60,000 ms). */
  readonly webhookTimeoutMs?: number
}

/** One call of a method, kept in the order in which calls came. */
export interface RecordedCall {
  readonly method: string
  /** As sent; files appear as `{name, bytes: length}`. */
  readonly params: Params
  /** When it came and how long its answer took, in ms of the server's clock. */
  readonly at: number
  readonly ms?: number
  /** `ok`; refused by Telegram's rules; by an ordered fault; never answered; connection cut. */
  readonly outcome: 'pending' | 'ok' | 'refused' | 'injected' | 'hung' | 'dropped'
  readonly error_code?: number
  readonly description?: string
}

/** Something the caller did that Telegram refuses or that people would see as broken. */
export interface Violation {
  readonly method: string
  readonly params: Params
  readonly at: number
  /** Of the refusal; 0 where Telegram accepts it (impatience after a 429, `&nbsp;` shown as such). */
  readonly error_code: number
  readonly description: string
}

/** A Bot API server on the loopback, with people, groups and faults to drive a bot through. */
export interface TelegramServer {
  /** Goes into grammY as `client: {apiRoot: url}` (TELEGRAM_API_ROOT). */
  readonly url: string
  readonly token: string
  readonly bot: UserFromGetMe
  readonly calls: readonly RecordedCall[]
  /** Every refusal by Telegram's rules (not the ordered faults), and what is wrong without one. */
  readonly violations: readonly Violation[]
  /** How many 429s were answered, ordered ones included. */
  readonly tooManyRequests: number
  /** What was answered to button presses, by callback_query id. */
  readonly answers: ReadonlyMap<string, { readonly text: string; readonly alert: boolean }>
  /** The commands that somebody's menu shows in a chat, by Telegram's order of scopes; administrators aside. */
  menu(chat: number, language?: string): readonly BotCommand[]
  /** Ids of button presses that were not answered: their buttons still spin. */
  unanswered(): readonly string[]
  /** Updates that are neither confirmed by getUpdates nor taken by the webhook. */
  pending(): readonly Update[]
  /** Resolves once the update is confirmed or taken; rejects after `timeoutMs` (15000). */
  delivered(update: Update, timeoutMs?: number): Promise<void>
  /** Resolves with the first finished call that fits; rejects after `timeoutMs` (15000). */
  called(match: Match, timeoutMs?: number): Promise<RecordedCall>
  /** A person in a private chat; the same id gives the same person. */
  user(options: PersonOptions): Person
  /** A group with the bot in it; the same id gives the same group. */
  group(options: GroupOptions): Group
  /** A channel the bot administers. */
  channel(options: { readonly id: number; readonly title?: string; readonly username?: string }): Channel
  /** Sends any update; without update_id it gets the next one. */
  push(update: NewUpdate): Update
  /** Sends an update once more under its own id, as after a lost confirmation. */
  redeliver(update: Update): void
  /** Answers the next `times` (1) calls that fit with an error; nothing is carried out. */
  fail(match: Match, fault: Fault, times?: number): void
  /** Holds every answer back by `ms`; without `match` all but getUpdates. */
  delay(ms: number, match?: Match): void
  /** Never answers the next `times` (1) calls that fit. */
  hang(match: Match, times?: number): void
  /** Cuts the connection of the next calls that fit: before anything is done, or after it was. */
  drop(match: Match, options?: { readonly times?: number; readonly after?: boolean }): void
  /** Random faults from a seed; calm() ends these and all ordered ones. */
  chaos(rates: Chaos): void
  calm(): void
  /** Cuts every connection and ends polls and deliveries. */
  close(): Promise<void>
}

/** What getMe answers where nothing else is said. */
export const DEFAULT_BOT: UserFromGetMe = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Abdi',
  username: 'abdi_uji_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
}
