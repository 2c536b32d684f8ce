import type { Json } from './params.ts'
import { str } from './params.ts'
import { type Button, buttonsOf, type Field, fieldsOf, mrkdwnWords, wordsOf } from './render.ts'
import type { Message, OpenView, Prompts, Room, World } from './world.ts'

/** A message as people see it now; edits and growing streams change it in place. */
export interface Seen {
  readonly ts: string
  readonly channel: string
  /** The ts of the message it answers in a thread. */
  readonly thread?: string
  /** The name of who wrote it; the bot's is `abdi`. */
  readonly from: string
  readonly ours: boolean
  /** Plain words: the blocks if there are any, else the text. */
  readonly text: string
  /** What a notification shows, and screen readers read. */
  readonly fallback: string
  readonly blocks: readonly Json[]
  readonly buttons: readonly Button[]
  readonly fields: readonly Field[]
  readonly files: readonly string[]
  /** True where only one person sees it. */
  readonly ephemeral: boolean
  /** True while a stream grows. */
  readonly streaming: boolean
  readonly edits: number
  readonly reactions: readonly string[]
  /** When it came, ms of the server's clock. */
  readonly at: number
}

/** A modal or home tab as its person sees it. */
export interface SeenView {
  readonly id: string
  readonly title: string
  readonly callbackId: string
  readonly text: string
  readonly submit?: string
  readonly buttons: readonly Button[]
  readonly fields: readonly Field[]
  /** What is said under fields after a refused submission, by block id. */
  readonly errors: Readonly<Record<string, string>>
  readonly open: Readonly<OpenView>
}

/** All one person sees of the bot. */
export interface Sight {
  /** Their direct messages with the bot, both sides, oldest first; threads and ephemeral ones too. */
  readonly messages: readonly Seen[]
  /** Ephemeral messages in any channel. */
  readonly ephemeral: readonly Seen[]
  readonly home?: SeenView
  /** The modal on top. */
  readonly modal?: SeenView
  /** How many modals lie on each other. */
  readonly modals: number
  readonly prompts?: Prompts
  /** Status lines in their direct messages and channels, by `channel/thread`. */
  readonly statuses: Readonly<Record<string, string>>
  /** The status line in their direct messages, of whichever thread. */
  readonly status?: string
  /** Titles of threads in their direct messages. */
  readonly titles: readonly string[]
  /** What Slack itself told them when the bot did not answer. */
  readonly errors: readonly string[]
}

/** What a person sees at this moment, as plain objects. */
export function sightOf(world: World, user: string): Sight {
  const room = world.directMessages(user)
  const { home, modals, errors } = world.desk(user)
  const modal = modals.at(-1)
  const rooms = [...world.rooms.values()].filter(({ members, kind }) => kind !== 'im' || members.has(user))
  const statuses = Object.fromEntries(rooms.flatMap((each) => statusesOf(world, each)))
  const status = statusesOf(world, room).at(-1)?.[1]
  const ephemeral = [...world.rooms.values()]
    .flatMap(({ messages }) => [...messages.values()])
    .filter(({ ephemeralFor }) => ephemeralFor === user)
  return {
    messages: seenIn(world, room, { reader: user }),
    ephemeral: ephemeral.map((message) => seen(world, message)),
    ...(home !== undefined && { home: seenView(world, home) }),
    ...(modal !== undefined && { modal: seenView(world, modal) }),
    modals: modals.length,
    ...(room.prompts !== undefined && { prompts: room.prompts }),
    statuses,
    ...(status !== undefined && { status }),
    titles: [...room.titles.values()],
    errors: [...errors],
  }
}

/** The messages of a room, or of one thread with its root; ephemeral ones only for their reader. */
export function seenIn(
  world: World,
  room: Room,
  { thread, reader }: { readonly thread?: string; readonly reader?: string } = {},
): readonly Seen[] {
  return [...room.messages.values()]
    .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === reader)
    .filter((message) => thread === undefined || message.thread === thread || message.ts === thread)
    .map((message) => seen(world, message))
}

/** A message as its readers see it. */
export function seen(world: World, message: Message): Seen {
  const { ts, channel, thread, text, blocks, streaming, edits, reactions, at, ours } = message
  const names = nameIn(world)
  const plain = mrkdwnWords(text, names)
  return {
    ts,
    channel,
    ...(thread !== undefined && { thread }),
    from: names(message.user),
    ours,
    text: blocks.length > 0 ? wordsOf(blocks, names) : plain,
    fallback: text,
    blocks,
    buttons: buttonsOf(blocks),
    fields: fieldsOf(blocks),
    files: message.files.map(({ name }) => str(name)),
    ephemeral: message.ephemeralFor !== undefined,
    streaming,
    edits,
    reactions: [...reactions],
    at,
  }
}

function seenView(world: World, open: OpenView): SeenView {
  const { view } = open
  const blocks = view.blocks as readonly Json[] // checked when the view came
  const { text: title } = (view.title ?? {}) as Json
  const { text: submit } = (view.submit ?? {}) as Json
  return {
    id: open.id,
    title: str(title),
    callbackId: str(view.callback_id),
    text: wordsOf(blocks, nameIn(world)),
    ...(typeof submit === 'string' && { submit }),
    buttons: buttonsOf(blocks),
    fields: fieldsOf(blocks),
    errors: open.errors,
    open: { ...open },
  }
}

function statusesOf(world: World, room: Room): readonly (readonly [string, string])[] {
  return [...room.statuses]
    .filter(([, { until, text }]) => until > world.clock.now() && text !== '')
    .map(([thread, { text }]) => [`${room.id}/${thread}`, text] as const)
}

function nameIn(world: World): (user: string) => string {
  return (id) => (id === world.bot.user ? world.bot.name : (world.users.get(id)?.name ?? id))
}
