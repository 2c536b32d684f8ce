import { createSignal } from '../telegram-server/signal.ts'
import type { Clock } from './clock.ts'
import type { Json } from './params.ts'
import { Refusal } from './refusal.ts'

/** Somebody with an account in the workspace. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email?: string
  /** Another app's bot: a modern one, or a classic one whose messages carry no user. */
  readonly bot?: 'user' | 'classic'
  deactivated: boolean
}

/** A message as the server keeps it. */
export interface Message {
  readonly ts: string
  readonly channel: string
  readonly thread?: string
  readonly user: string
  /** True for what the bot under test wrote. */
  readonly ours: boolean
  readonly at: number
  text: string
  blocks: readonly Json[]
  readonly files: readonly Json[]
  readonly ephemeralFor?: string
  streaming: boolean
  edits: number
  readonly reactions: string[]
}

/** A channel, or the direct messages of one person with the bot. */
export interface Room {
  readonly id: string
  readonly name: string
  readonly kind: 'channel' | 'group' | 'im'
  /** The person of a direct message. */
  readonly user?: string
  archived: boolean
  readonly members: Set<string>
  readonly messages: Map<string, Message>
  readonly statuses: Map<string, { readonly text: string; readonly until: number }>
  readonly titles: Map<string, string>
  prompts?: Prompts
}

/** Suggested prompts as people see them above the composer. */
export interface Prompts {
  readonly title?: string
  readonly prompts: readonly { readonly title: string; readonly message: string }[]
}

/** A file people shared. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
  readonly user: string
  readonly at: number
}

/** A modal or home tab somebody has open; `hash` changes with each update. */
export interface OpenView {
  readonly id: string
  readonly user: string
  readonly root: string
  readonly previous?: string
  hash: string
  view: Json
  errors: Readonly<Record<string, string>>
}

/** What one person has in front of them besides messages. */
export interface Desk {
  home?: OpenView
  /** Modals, the last one on top. */
  readonly modals: OpenView[]
  /** What Slack itself tells them when an app fails. */
  readonly errors: string[]
}

/** The workspace and everything in it. */
export type World = ReturnType<typeof createWorld>

/** An empty workspace with the bot in it. */
export function createWorld(clock: Clock, origin: () => string, refusesDeactivated: boolean) {
  const users = new Map<string, User>()
  const rooms = new Map<string, Room>()
  const files = new Map<string, StoredFile>()
  const desks = new Map<string, Desk>()
  const triggers = new Map<string, { readonly at: number; readonly user: string; used: boolean }>()
  let counter = 0
  const world = {
    clock,
    origin,
    /** Whether a message to somebody deactivated is refused; Slack itself may swallow it. */
    refusesDeactivated,
    team: { id: 'T0ABDI', domain: 'pemkot-serang', name: 'Pemerintah Kota Serang' },
    app: 'A0ABDI',
    bot: { user: 'U0ABDI', id: 'B0ABDI', name: 'abdi' },
    users,
    rooms,
    files,
    desks,
    triggers,
    signal: createSignal(),
    /** The next id of a kind: `U` gives U0000001. */
    id: (prefix: string) => `${prefix}${String(++counter).padStart(7, '0')}`,
    /** A message timestamp of now, never the same twice. */
    ts: () => `${Math.floor(clock.now() / 1000)}.${String(++counter).padStart(6, '0')}`,
    addRoom(room: Pick<Room, 'id' | 'name' | 'kind'> & Partial<Room>): Room {
      const added: Room = {
        archived: false,
        members: new Set(),
        messages: new Map(),
        statuses: new Map(),
        titles: new Map(),
        ...room,
      }
      rooms.set(added.id, added)
      return added
    },
    /** The direct messages of a person with the bot, new where there are none. */
    directMessages(user: string): Room {
      const known = [...rooms.values()].find((room) => room.kind === 'im' && room.user === user)
      if (known !== undefined) return known
      const members = new Set([user, world.bot.user])
      return world.addRoom({ id: world.id('D'), name: 'directmessage', kind: 'im', user, members })
    },
    desk(user: string): Desk {
      const desk = desks.get(user) ?? { modals: [], errors: [] }
      desks.set(user, desk)
      return desk
    },
    /** A trigger id that opens one view within three seconds. */
    trigger(user: string): string {
      const id = `${world.id('')}.${clock.now()}.${user.toLowerCase()}`
      triggers.set(id, { at: clock.now(), user, used: false })
      return id
    },
    /** The person a trigger id speaks for; throws Slack's refusal of one unknown, used or over 3 s old. */
    pullTrigger(id: string): string {
      const trigger = triggers.get(id)
      if (trigger === undefined) throw new Refusal('invalid_trigger_id')
      if (trigger.used) throw new Refusal('exchanged_trigger_id')
      if (clock.now() - trigger.at > 3000) throw new Refusal('expired_trigger_id')
      trigger.used = true
      return trigger.user
    },
    /** The room a call names, if the bot may see it; throws channel_not_found. */
    roomOf(id: string): Room {
      const room = rooms.get(id) ?? [...rooms.values()].find(({ name }) => `#${name}` === id)
      if (room === undefined) throw new Refusal('channel_not_found')
      const hidden = room.kind === 'group' && !room.members.has(world.bot.user)
      if (hidden) throw new Refusal('channel_not_found')
      return room
    },
    messageOf(channel: string, ts: string): Message {
      const message = world.roomOf(channel).messages.get(ts)
      if (message === undefined || message.ephemeralFor !== undefined) throw new Refusal('message_not_found')
      return message
    },
    post(
      message: Omit<Message, 'ts' | 'at' | 'edits' | 'reactions' | 'streaming'> & Partial<Message>,
    ): Message {
      const added = { ts: world.ts(), at: clock.now(), edits: 0, streaming: false, reactions: [], ...message }
      rooms.get(added.channel)?.messages.set(added.ts, added)
      world.signal.notify()
      return added
    },
  }
  return world
}
