import type { Chat, Message, Update, User } from 'grammy/types'
import { newMessage, type Person, pressOf, replyContent, textContent } from './people.ts'
import { findButton, type Press, type Screen, screenOf } from './screen.ts'
import type { NewUpdate } from './updates.ts'
import type { World } from './world.ts'

/** What a group is; an id below -1000000000000 makes it a supergroup, as in Telegram. */
export interface GroupOptions {
  readonly id: number
  readonly title?: string
  readonly username?: string
  /** A forum with topics; supergroups only. */
  readonly forum?: boolean
}

/** How something is said in a group. */
export interface SayOptions {
  /** Puts the bot's @name first. */
  readonly mention?: boolean
  readonly replyTo?: number
  /** A topic's id (message_thread_id). */
  readonly topic?: number
}

/** A group the bot is in. Under privacy mode it is told only what is meant for it. */
export interface Group extends Screen {
  /**
   * Somebody writes. Where privacy mode keeps it from the bot the update comes back with update_id 0:
   * commands, mentions and replies to the bot reach it, chatter among people does not
   * (core.telegram.org/bots/features#privacy-mode), unless the bot's `can_read_all_group_messages` is on.
   */
  says(person: Person, text: string, options?: SayOptions): Update
  presses(person: Person, press: Press): Update
  /** Opens a topic and returns its message_thread_id. */
  topic(name: string): number
  /** Closes a topic, or without an id the General one: only administrators write there. */
  closes(topic?: number): void
  /** An administrator writes in the name of the group (core.telegram.org/bots/api#message, sender_chat). */
  saysAnonymously(text: string, options?: SayOptions): Update
  /** Turns the group into a supergroup with a new id and returns that group. */
  upgrades(id: number): Group
  /** Removes the bot: its messages are refused with 403 from now on. */
  kicks(person: Person): Update
}

/** A channel the bot administers. */
export interface Channel extends Screen {
  posts(text: string): Update
}

/** Creates a group of the given kind, with nobody having written yet. */
export function createGroup(
  world: World,
  push: (update: NewUpdate) => Update,
  options: GroupOptions,
  refused: () => string,
): Group {
  const { id, title = `Grup ${options.id}`, username, forum = false } = options
  const chat: Chat.GroupChat | Chat.SupergroupChat =
    id < -1_000_000_000_000
      ? {
          id,
          type: 'supergroup',
          title,
          ...(username !== undefined && { username }),
          ...(forum && { is_forum: true }),
        }
      : { id, type: 'group', title }
  const state = world.addChat(chat)
  if (forum) state.lastId = Math.max(state.lastId, GENERAL_TOPIC)
  return {
    ...screenOf(state, refused),
    says(person, text, options = {}) {
      state.members.add(person.id)
      return write({ from: person.user }, text, options)
    },
    saysAnonymously: (text, options = {}) => write({ from: ANONYMOUS, sender_chat: chat }, text, options),
    closes: (topic = 0) => void state.closed.add(topic),
    presses(person, press) {
      const { button, message } = findButton(state, press)
      if (message === undefined) return this.says(person, button.label)
      return push({ callback_query: pressOf(world, state, person.user, button.data, message) })
    },
    topic(name) {
      const from = world.bot
      const message = newMessage(world, state, { forum_topic_created: { name, icon_color: 7_322_096 }, from })
      state.topics.add(message.message_id)
      return message.message_id
    },
    upgrades(newId) {
      const group = createGroup(world, push, { ...options, id: newId }, refused)
      state.migratedTo = newId
      const from = world.bot
      push({ message: { ...newMessage(world, state, { migrate_to_chat_id: newId }), chat, from } })
      const upgraded = world.chats.get(newId)
      if (upgraded !== undefined) {
        const content = { migrate_from_chat_id: id }
        const supergroup: Chat.SupergroupChat = { id: newId, type: 'supergroup', title }
        push({ message: { ...newMessage(world, upgraded, content), chat: supergroup, from } })
      }
      return group
    },
    kicks(person) {
      state.standing = 'kicked'
      return push({
        my_chat_member: {
          chat,
          from: person.user,
          date: world.unixTime(),
          old_chat_member: { status: 'member', user: world.bot },
          new_chat_member: { status: 'kicked', user: world.bot, until_date: 0 },
        },
      })
    },
  }

  function write(
    writer: { readonly from: User; readonly sender_chat?: Chat },
    text: string,
    { mention = false, replyTo, topic }: SayOptions,
  ): Update {
    const said = mention ? `@${world.bot.username} ${text}` : text
    if (topic !== undefined && !state.topics.has(topic)) throw new Error(`there is no topic ${topic}`)
    const thread = topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const }
    const content = { ...textContent(said), ...replyContent(state, replyTo), ...thread, ...writer }
    const message = { ...newMessage(world, state, content), chat, ...writer }
    return isForBot(world, message) ? push({ message }) : { update_id: 0, message }
  }
}

const GENERAL_TOPIC = 1

/** Who Telegram says wrote, where an administrator is anonymous. */
const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

/** Creates a channel with the bot as administrator. */
export function createChannel(
  world: World,
  push: (update: NewUpdate) => Update,
  options: { readonly id: number; readonly title?: string; readonly username?: string },
  refused: () => string,
): Channel {
  const { id, title = `Kanal ${options.id}`, username } = options
  const chat: Chat.ChannelChat = { id, type: 'channel', title, ...(username !== undefined && { username }) }
  const state = world.addChat(chat)
  return {
    ...screenOf(state, refused),
    posts: (text) =>
      push({
        channel_post: { ...newMessage(world, state, { ...textContent(text), sender_chat: chat }), chat },
      }),
  }
}

function isForBot({ bot }: World, message: Message): boolean {
  if (bot.can_read_all_group_messages || message.reply_to_message?.from?.id === bot.id) return true
  return (message.entities ?? []).some(({ type, offset, length }) => {
    const [name = '', at] = (message.text ?? '').slice(offset, offset + length).split('@')
    const own = at?.toLowerCase() === bot.username.toLowerCase()
    return type === 'mention' ? name === '' && own : type === 'bot_command' && (at === undefined || own)
  })
}
