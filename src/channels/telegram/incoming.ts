import type { UserFromGetMe } from 'grammy/types'
import type { Content, ConversationId, Incoming } from '../../chat/message.ts'
import { type Message, type Place, Update, type User } from './payloads.ts'

/** What reading needs to know of the bot. */
type Self = Pick<UserFromGetMe, 'id' | 'username'>

/** What an update means to the bot: a message, or the news that somebody can no longer be written to. */
export type Meaning =
  | { readonly kind: 'message'; readonly message: Incoming }
  | { readonly kind: 'left'; readonly conversation: ConversationId }

/** The kinds of update the bot asks Telegram for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/**
 * Reads an update (core.telegram.org/bots/api#update); undefined for what does not concern the bot: other
 * bots, channels and what comes from them by itself, service messages, and in groups everything that is not
 * said to it. Throws for an update that is not as Telegram always sends it.
 */
export function readUpdate(given: unknown, bot: Self): Meaning | undefined {
  const update = Update.parse(given)
  const id = `telegram:${update.update_id}`
  const press = update.callback_query
  if (press?.data !== undefined && press.message !== undefined && !press.from.is_bot)
    return {
      kind: 'message',
      message: {
        id,
        conversation: conversationOf(press.message),
        sender: senderOf(press.from),
        content: { kind: 'choice', value: press.data },
        sentAt: new Date(),
        shared: press.message.chat.type !== 'private',
      },
    }
  const member = update.my_chat_member
  if (member && ['kicked', 'left'].includes(member.new_chat_member.status))
    return { kind: 'left', conversation: conversationOf({ chat: member.chat }) }
  const message = update.message ?? update.edited_message ?? undefined
  const sender = message && writerOf(message)
  if (message === undefined || sender === undefined) return undefined
  const edited = message === update.edited_message
  const shared = message.chat.type !== 'private'
  const content = contentOf(message, bot)
  if (content === undefined || (shared && !concerns(message, content, bot))) return undefined
  if (edited && content.kind !== 'text') return undefined
  return {
    kind: 'message',
    message: {
      id,
      conversation: conversationOf(message),
      sender,
      content: shared ? withoutMention(content, bot) : content,
      sentAt: timeOf(message.edit_date ?? message.date),
      shared,
      ...(edited && { edited }),
    },
  }
}

/** The chat of a conversation, and the topic within it where there is one. */
export function chatOf(conversation: ConversationId): { chat: number; topic?: number } {
  const [chat, topic] = conversation.slice('telegram:'.length).split('/')
  return { chat: Number(chat), ...(topic && { topic: Number(topic) }) }
}

/** Telegram refuses to be given it: what is said there is said to the group. */
const GENERAL_TOPIC = 1

function conversationOf({ chat, message_thread_id, is_topic_message }: Place): ConversationId {
  const topic = is_topic_message && message_thread_id
  return topic && topic !== GENERAL_TOPIC ? `telegram:${chat.id}/${topic}` : `telegram:${chat.id}`
}

function timeOf(unixSeconds: number): Date {
  return new Date(unixSeconds * 1000)
}

/**
 * Who wrote: an anonymous administrator, or somebody who writes as a channel of theirs, goes by the account of
 * the group or channel, which never has a role. Nobody for bots, and for posts of the channel a group belongs to.
 */
function writerOf({ from, sender_chat, is_automatic_forward }: Message): Incoming['sender'] | undefined {
  if (is_automatic_forward || from === undefined) return undefined
  if (sender_chat !== undefined)
    return { account: `telegram:${sender_chat.id}`, name: sender_chat.title ?? '' }
  return from.is_bot ? undefined : senderOf(from)
}

function senderOf(user: User): Incoming['sender'] {
  return { account: `telegram:${user.id}`, name: [user.first_name, user.last_name].filter(Boolean).join(' ') }
}

function contentOf(message: Message, bot: Pick<Self, 'username'>): Content | undefined {
  if (message.text !== undefined) return commandOf(message, bot) ?? { kind: 'text', text: message.text }
  const caption = message.caption === undefined ? {} : { caption: message.caption }
  const photo = message.photo?.at(-1)
  if (photo)
    return {
      kind: 'file',
      name: 'foto.jpg',
      mime: 'image/jpeg',
      ref: photo.file_id,
      ...sized(photo.file_size),
      ...caption,
    }
  if (message.document && !message.animation) {
    const {
      file_name = 'dokumen',
      mime_type = 'application/octet-stream',
      file_id,
      file_size,
    } = message.document
    return { kind: 'file', name: file_name, mime: mime_type, ref: file_id, ...sized(file_size), ...caption }
  }
  if (message.contact)
    return {
      kind: 'contact',
      phone: message.contact.phone_number,
      own: message.contact.user_id === message.from?.id && message.forward_origin === undefined,
    }
  if (message.location)
    return { kind: 'location', latitude: message.location.latitude, longitude: message.location.longitude }
  const other = OTHERS.find((kind) => message[kind] !== undefined)
  return other && { kind: 'unsupported', what: other }
}

const OTHERS = [
  'voice',
  'audio',
  'video',
  'video_note',
  'sticker',
  'animation',
  'poll',
  'dice',
  'story',
  'game',
  'paid_media',
  'checklist',
  'rich_message',
] as const

function sized(size: number | undefined): { size?: number } {
  return size === undefined ? {} : { size }
}

/** A command at the very start; undefined when there is none or it is meant for another bot. */
function commandOf(message: Message, bot: Pick<Self, 'username'>): Content | undefined {
  const entity = message.entities?.find((e) => e.type === 'bot_command' && e.offset === 0)
  if (entity === undefined || message.text === undefined) return undefined
  const [name = '', target] = message.text.slice(1, entity.length).split('@')
  if (target !== undefined && target.toLowerCase() !== bot.username?.toLowerCase()) return undefined
  return { kind: 'command', name: name.toLowerCase(), rest: message.text.slice(entity.length).trim() }
}

/** In a group the bot is spoken to by a command, by its name, by a reply to it, or by answering with a file or place. */
function concerns(message: Message, content: Content, bot: Self): boolean {
  if (message.reply_to_message?.from?.id === bot.id) return true
  if (content.kind === 'command') return true
  const said = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.some(
    (e) =>
      (e.type === 'mention' &&
        said.slice(e.offset + 1, e.offset + e.length).toLowerCase() === bot.username?.toLowerCase()) ||
      (e.type === 'text_mention' && e.user?.id === bot.id),
  )
}

function withoutMention(content: Content, bot: Pick<Self, 'username'>): Content {
  if (content.kind === 'file' && content.caption !== undefined)
    return { ...content, caption: unmentioned(content.caption, bot) }
  return content.kind === 'text' ? { kind: 'text', text: unmentioned(content.text, bot) } : content
}

function unmentioned(text: string, { username }: Pick<Self, 'username'>): string {
  const name = `@${username?.toLowerCase()}`
  const words = text.split(/(\s+)/).filter((word) => word.toLowerCase().replace(/[,:;.!?]+$/, '') !== name)
  return words.join('').trim()
}
