import type { Chat, Message, Update, User } from 'grammy/types'
import type { Upload } from './body.ts'
import { findEntities } from './entities.ts'
import { findButton, newQuery, type Press, type Screen, screenOf } from './screen.ts'
import type { NewUpdate } from './updates.ts'
import type { ChatState, World } from './world.ts'

/** Who a person (or another bot) is. */
export interface PersonOptions {
  readonly id: number
  readonly name?: string
  readonly lastName?: string
  readonly username?: string
  /** The language of their app, `id` by default. */
  readonly language?: string
  readonly isBot?: boolean
  /** False: never wrote to the bot, which therefore can't write first (403). True by default. */
  readonly started?: boolean
}

/** A file a person sends; what is missing is made up. */
export interface FileOptions {
  readonly name?: string
  readonly mime?: string
  readonly bytes?: Uint8Array | string
  readonly caption?: string
}

/** A person in the private chat with the bot. Every act returns the update the bot is sent. */
export interface Person extends Screen {
  readonly user: User
  says(text: string, options?: { readonly replyTo?: number }): Update
  /** Presses a button; throws where it is not there. A contact or location key shares that. */
  presses(press: Press): Update
  sendsPhoto(options?: FileOptions): Update
  sendsDocument(options?: FileOptions): Update
  /** Several photos at once: a message for each, the caption on the first. */
  sendsAlbum(count: number, caption?: string): readonly Update[]
  /** Forwards what somebody else wrote, or a contact of theirs. */
  forwards(what: { readonly text: string } | { readonly phone: string; readonly userId: number }): Update
  /** Shares a phone number: their own by default, else that of `userId`, or of nobody on Telegram. */
  sharesContact(options?: {
    readonly own?: boolean
    readonly phone?: string
    readonly userId?: number
  }): Update
  sharesLocation(place?: { readonly latitude: number; readonly longitude: number }): Update
  edits(messageId: number, text: string): Update
  blocks(): Update
  unblocks(): Update
  /** The account is gone; Telegram tells the bot only when it writes (403). */
  deactivates(): void
}

/** Creates persons; `refused` describes recent refusals for timeouts. */
export function createPerson(
  world: World,
  push: (update: NewUpdate) => Update,
  options: PersonOptions,
  refused: () => string,
): Person {
  const { id, name = `Orang ${options.id}`, lastName, username, language = 'id', isBot = false } = options
  const user: User = {
    id,
    is_bot: isBot,
    first_name: name,
    ...(lastName !== undefined && { last_name: lastName }),
    ...(username !== undefined && { username }),
    language_code: language,
  }
  const chat: Chat.PrivateChat = {
    id,
    type: 'private',
    first_name: name,
    ...(lastName !== undefined && { last_name: lastName }),
    ...(username !== undefined && { username }),
  }
  const state = world.addChat(chat, user)
  if (options.started === false) state.standing = 'not started'
  const person: Person = {
    user,
    ...screenOf(state, refused),
    says: (text, { replyTo } = {}) => write({ ...textContent(text), ...replyContent(state, replyTo) }),
    presses(press) {
      const { button, message } = findButton(state, press)
      if (message !== undefined)
        return push({ callback_query: pressOf(world, state, user, button.data, message) })
      if (button.request === 'contact') return person.sharesContact()
      return button.request === 'location' ? person.sharesLocation() : person.says(button.label)
    },
    sendsPhoto: (file = {}) => write(photoContent(world, file)),
    sendsDocument: (file = {}) => write(documentContent(world, file)),
    sendsAlbum: (count, caption) =>
      Array.from({ length: count }, (_, i) =>
        write({
          ...photoContent(world, i === 0 && caption !== undefined ? { caption } : {}),
          media_group_id: `album-${state.lastId + 1 - i}`,
        }),
      ),
    forwards(what) {
      const sender_user_name = 'Orang lain'
      const forward_origin = { type: 'hidden_user', sender_user_name, date: world.unixTime() } as const
      if ('text' in what) return write({ ...textContent(what.text), forward_origin })
      const contact = { phone_number: what.phone, first_name: name, user_id: what.userId }
      return write({ contact, forward_origin })
    },
    sharesContact({ own = true, phone = '+6281200000000', userId = own ? id : undefined } = {}) {
      const contact = { phone_number: phone, first_name: own ? name : 'Orang lain' }
      return write({ contact: { ...contact, ...(userId !== undefined && { user_id: userId }) } })
    },
    sharesLocation: (place = { latitude: -6.12, longitude: 106.1503 }) => write({ location: place }),
    edits(messageId, text) {
      const before = state.messages.get(messageId)
      if (before === undefined) throw new Error(`there is no message ${messageId} in chat ${id}`)
      const { entities: _old, ...kept } = before
      const edited = { ...kept, ...textContent(text), edit_date: world.unixTime() }
      state.messages.set(messageId, edited)
      return push({ edited_message: { ...edited, chat, from: user } })
    },
    blocks: () => stand('blocked'),
    unblocks: () => stand('open'),
    deactivates() {
      state.standing = 'deactivated'
    },
  }
  return person

  function write(content: Partial<Message>): Update {
    if (state.standing === 'blocked' || state.standing === 'deactivated') {
      throw new Error(`person ${id} can't write to the bot: ${state.standing}`)
    }
    state.standing = 'open'
    return push({ message: { ...newMessage(world, state, content), chat, from: user } })
  }

  function stand(standing: 'blocked' | 'open'): Update {
    const member = { status: 'member', user: world.bot } as const
    const kicked = { status: 'kicked', user: world.bot, until_date: 0 } as const
    const was = state.standing === 'blocked' ? kicked : member
    state.standing = standing
    const is = standing === 'blocked' ? kicked : member
    return push({
      my_chat_member: { chat, from: user, date: world.unixTime(), old_chat_member: was, new_chat_member: is },
    })
  }
}

/** A message with the next id of the chat, kept there; chat and sender as the chat has them. */
export function newMessage(world: World, state: ChatState, content: Partial<Message>): Message {
  const message = {
    message_id: ++state.lastId,
    date: world.unixTime(),
    chat: state.chat,
    ...content,
  } as Message // content has the rest
  state.messages.set(message.message_id, message)
  return message
}

/** A text with the entities Telegram finds in it. */
export function textContent(text: string): Pick<Message, 'text' | 'entities'> {
  const entities = findEntities(text)
  return { text, ...(entities.length > 0 && { entities }) }
}

/** The message replied to, as a reply carries it. */
export function replyContent(state: ChatState, replyTo: number | undefined): Partial<Message> {
  if (replyTo === undefined) return {}
  const message = state.messages.get(replyTo)
  if (message === undefined) throw new Error(`there is no message ${replyTo} in chat ${state.chat.id}`)
  const { reply_to_message: _deeper, ...shallow } = message
  return {
    reply_to_message: { ...shallow, reply_to_message: undefined } as NonNullable<Message['reply_to_message']>,
  } // replies are one deep
}

/** A callback_query of a press (core.telegram.org/bots/api#callbackquery). */
export function pressOf(
  world: World,
  state: ChatState,
  from: User,
  data: string | undefined,
  messageId: number,
) {
  if (data === undefined) throw new Error('that button opens an address, it sends nothing to the bot')
  const message = state.messages.get(messageId) ?? {
    chat: state.chat,
    message_id: messageId,
    date: 0 as const,
  }
  return { id: newQuery(world, state.chat.id), from, message, chat_instance: String(state.chat.id), data }
}

function photoContent(world: World, options: FileOptions): Partial<Message> {
  const upload = uploadOf(options, 'foto.jpg', 'image/jpeg')
  const large = world.addFile(upload, 'photo')
  const sizes = [90, 320, 1280].map((width) => ({
    file_id: large.fileId,
    file_unique_id: `${large.uniqueId}-${width}`,
    width,
    height: Math.round(width * 0.75),
    file_size: upload.bytes.length,
  }))
  return { photo: sizes, ...captionContent(options.caption) }
}

function documentContent(world: World, options: FileOptions): Partial<Message> {
  const file = world.addFile(uploadOf(options, 'berkas.pdf', 'application/pdf'), 'document')
  const document = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_name: file.name,
    mime_type: file.mime,
    file_size: file.bytes.length,
  }
  return { document, ...captionContent(options.caption) }
}

function captionContent(caption: string | undefined): Partial<Message> {
  if (caption === undefined) return {}
  const entities = findEntities(caption)
  return { caption, ...(entities.length > 0 && { caption_entities: entities }) }
}

function uploadOf({ name, mime, bytes = 'isi berkas' }: FileOptions, file: string, type: string): Upload {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return { name: name ?? file, mime: mime ?? type, bytes: content }
}
