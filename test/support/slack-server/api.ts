import type { Clock } from './clock.ts'
import type { Attempt, Delivery, Kind } from './deliveries.ts'
import type { Chaos, Fault, Match } from './faults.ts'
import type { Limits } from './limits.ts'
import type { Json, Params } from './params.ts'
import type { Person } from './person-api.ts'
import type { Seen } from './screen.ts'
import type { Uploaded } from './uploads.ts'
import type { Room } from './world.ts'

/** How a server starts; everything has a default. */
export interface SlackServerOptions {
  /** What the app was granted; the minimal set by default. */
  readonly scopes?: readonly string[]
  /** Rate limits: true for Slack's, or own numbers. Off by default. */
  readonly limits?: boolean | Limits
  /** Real time by default; `createManualClock()` for deadlines without waiting. */
  readonly clock?: Clock
  /** `agent` (agent_view, the default) or the older `assistant` (assistant_view). */
  readonly experience?: 'agent' | 'assistant'
  /** What a message to somebody deactivated meets: `user_disabled` (default), or silence, as Slack may do. */
  readonly deactivated?: 'refused' | 'swallowed'
  /** False: the bot's own messages do not come back to it as events. */
  readonly echo?: boolean
  /** The callback id of the message shortcut (`tanyakan`). */
  readonly shortcut?: string
}

/** Who a person is; all can be left out. */
export interface PersonOptions {
  readonly email?: string
  readonly deactivated?: boolean
  /** Another app's bot; `classic` for one whose messages name no user. */
  readonly bot?: boolean | 'classic'
}

/** What a channel is; public, with the bot in it, by default. */
export interface ChannelOptions {
  readonly private?: boolean
  readonly archived?: boolean
  /** False: the bot was not invited. */
  readonly bot?: boolean
  readonly members?: readonly Person[]
}

/** One call of a method, in the order in which calls came. */
export interface RecordedCall {
  readonly method: string
  readonly params: Params
  /** When it came, ms of the server's clock. */
  readonly at: number
  /** `ok`; refused by Slack's rules; 429 of the limits; an ordered fault; never answered; cut. */
  readonly outcome: 'pending' | 'ok' | 'refused' | 'limited' | 'injected' | 'hung' | 'dropped'
  readonly status?: number
  readonly error?: string
}

/** A documented limit or rule the bot broke. */
export interface Violation {
  readonly method: string
  readonly params: Params
  readonly error: string
  /** What was wrong, with JSON pointers into blocks. */
  readonly details: readonly string[]
}

/** A loopback Slack, with people, channels and faults to drive a bot through. */
export interface SlackServer {
  /** Goes into `clientOptions.slackApiUrl` (SLACK_API_URL); ends in `/api/`. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly team: { readonly id: string; readonly domain: string; readonly name: string }
  readonly app: string
  readonly bot: { readonly user: string; readonly id: string; readonly name: string }
  readonly calls: readonly RecordedCall[]
  readonly violations: readonly Violation[]
  /** The files the bot has uploaded, with their bytes. */
  readonly uploads: readonly Uploaded[]
  /** How many 429s were answered, by method. */
  readonly tooManyRequests: Readonly<Record<string, number>>
  /** Everything sent to the bot, with its attempts. */
  readonly deliveries: readonly Delivery[]
  /** Attempts without an answer after 3 s. */
  readonly lateAcks: readonly { readonly delivery: Delivery; readonly attempt: Attempt }[]
  /** Real milliseconds of every answer so far; `p` gives a percentile (95). */
  readonly ackTimes: readonly number[]
  ackPercentile(p?: number): number
  /** Delivers by signed HTTP to this address; undefined goes back to Socket Mode. */
  deliverTo(url: string | undefined): void
  /** The WebSockets of Socket Mode. */
  readonly sockets: {
    connections(): number
    opened(): number
    disconnect(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void
    cut(): void
  }
  /** The same name gives the same person. */
  person(name: string, options?: PersonOptions): Person
  /** The same name gives the same channel. */
  channel(name: string, options?: ChannelOptions): Room
  /** What stands in a channel or one of its threads, ephemeral messages left out. */
  messages(channel: string, thread?: string): readonly Seen[]
  /** Sends any event, in the wrapper of this or another team. */
  event(event: Json, options?: { readonly team?: string; readonly id?: string }): Delivery
  /** Sends any body as it is. */
  push(kind: Kind, body: Json): Delivery
  /** Sends something once more under its own id. */
  redeliver(delivery: Delivery): void
  /** Signature headers for a body of one's own; `seconds` is the timestamp (now). */
  sign(body: string, seconds?: number): Readonly<Record<string, string>>
  /** A delivery's HTTP body, to be replayed or spoilt. */
  written(delivery: Delivery): { readonly body: string; readonly type: string }
  fail(match: Match, fault: Fault): void
  chaos(rates: Chaos): void
  /** Ends chaos and ordered faults. */
  calm(): void
  /** Resolves once these are answered; rejects after `timeoutMs` (15,000). */
  delivered(what: Delivery | { readonly deliveries: readonly Delivery[] }, timeoutMs?: number): Promise<void>
  /** Resolves with the first finished call that fits. */
  called(match: Match | ((call: RecordedCall) => boolean), timeoutMs?: number): Promise<RecordedCall>
  /** Resolves with the first truthy value; looks again at everything that happens. */
  until<T>(look: () => T | undefined | null | false, timeoutMs?: number): Promise<T>
  /** Cuts every connection. */
  close(): Promise<void>
}
