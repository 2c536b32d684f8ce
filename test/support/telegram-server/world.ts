import type { BotCommand, Chat, Message, User, UserFromGetMe } from 'grammy/types'
import type { Upload } from './body.ts'
import type { Button, Markup } from './markup.ts'
import { isRecord, jsonParam, numberParam, type Params, textParam } from './params.ts'
import { badRequest, Refusal } from './refusal.ts'
import { createSignal, type Signal } from './signal.ts'

/** A message of the bot as people see it on their screen now; an edit changes it in place. */
export interface Seen {
  readonly id: number
  /** When it came, by the server's clock (performance.now(), ms). */
  readonly at: number
  /** Plain words: text, caption or the words of a rich message. */
  readonly text: string
  /** The markup as the bot sent it (HTML, or the plain text). */
  readonly html: string
  /** Buttons under the message, by rows; empty without any. */
  readonly buttons: readonly (readonly Button[])[]
  /** A reply keyboard that came with it. */
  readonly keyboard?: readonly (readonly Button[])[]
  readonly removesKeyboard: boolean
  readonly file?: Upload & { readonly kind: 'document' | 'photo'; readonly fileId: string }
  /** The rich message as sent (Bot API 10.1). */
  readonly rich?: unknown
  readonly replyTo?: number
  readonly thread?: number
  readonly edits: number
}

/** A draft shown while an answer grows (sendMessageDraft, sendRichMessageDraft). */
export interface Draft {
  readonly id: number
  readonly at: number
  readonly text: string
}

/** A file the server holds: `path` is what getFile answers as file_path. */
export interface StoredFile extends Upload {
  readonly fileId: string
  readonly uniqueId: string
  readonly path: string
}

/** One chat as the server knows it. */
export interface ChatState {
  chat: Chat
  readonly user?: User
  lastId: number
  readonly messages: Map<number, Message>
  readonly seen: Map<number, Seen>
  readonly drafts: Draft[]
  readonly topics: Set<number>
  /** Topics nobody but administrators may write to; 0 is the General one. */
  readonly closed: Set<number>
  readonly members: Set<number>
  standing: 'open' | 'not started' | 'blocked' | 'deactivated' | 'kicked'
  migratedTo?: number
  readonly signal: Signal
}

/** The chats, files and button presses of one server. */
export type World = ReturnType<typeof createWorld>

/** An empty world; `now` gives ms for lifetimes, `date` the wall clock that messages carry. */
export function createWorld(
  bot: UserFromGetMe,
  now: () => number,
  date: () => Date,
  queryLifetimeMs: number,
) {
  const chats = new Map<number, ChatState>()
  const files = new Map<string, StoredFile>()
  return {
    bot,
    now,
    /** How long a button press can be answered (ms). */
    queryLifetimeMs,
    chats,
    files,
    /** Button presses by their query id. */
    queries: new Map<string, { readonly at: number; readonly chat: number }>(),
    answers: new Map<string, { readonly text: string; readonly alert: boolean }>(),
    /** Command menus by scope and language. */
    commands: new Map<string, readonly BotCommand[]>(),
    /** Unix time in seconds. */
    unixTime: () => Math.floor(date().getTime() / 1000),
    /** The chat of that id, new where there is none. */
    addChat(chat: Chat, user?: User): ChatState {
      const known = chats.get(chat.id)
      if (known !== undefined) return known
      const state: ChatState = {
        chat,
        ...(user !== undefined && { user }),
        lastId: 0,
        messages: new Map(),
        seen: new Map(),
        drafts: [],
        topics: new Set(),
        closed: new Set(),
        members: new Set(),
        standing: 'open',
        signal: createSignal(),
      }
      chats.set(chat.id, state)
      return state
    },
    addFile(upload: Upload, kind: 'document' | 'photo'): StoredFile {
      const number = files.size + 1
      const extension = /\.\w+$/.exec(upload.name)?.[0] ?? ''
      const file: StoredFile = {
        ...upload,
        fileId: `loopback-${kind}-${number}`,
        uniqueId: `unique-${number}`,
        path: `${kind}s/file_${number}${extension}`,
      }
      files.set(file.fileId, file)
      return file
    },
    /** The chat a call names, if the bot may write to it; throws what Telegram answers otherwise. */
    reach(params: Params): ChatState {
      const id = textParam(params, 'chat_id') ?? ''
      if (id === '') throw badRequest('chat_id is empty')
      const state = id.startsWith('@') ? byName(chats, id.slice(1)) : chats.get(Number(id))
      if (state === undefined) throw badRequest('chat not found')
      if (state.migratedTo !== undefined) {
        throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
          migrate_to_chat_id: state.migratedTo,
        })
      }
      const refused = forbidden(state)
      if (refused !== undefined) throw new Refusal(403, `Forbidden: ${refused}`)
      return state
    },
    /** Thread and reply of a message to be sent, or Telegram's refusal. */
    placeOf(state: ChatState, params: Params): { thread?: number; replyTo?: number } {
      const thread = numberParam(params, 'message_thread_id')
      if (thread !== undefined && !state.topics.has(thread)) throw badRequest('message thread not found')
      if (state.closed.has(thread ?? 0)) throw badRequest('TOPIC_CLOSED')
      const reply = jsonParam(params, 'reply_parameters')
      const legacy = numberParam(params, 'reply_to_message_id')
      const optional = isRecord(reply) && reply.allow_sending_without_reply === true
      const target = isRecord(reply) ? reply.message_id : legacy
      if (reply !== undefined && typeof target !== 'number')
        throw badRequest('can\'t find field "message_id"')
      if (typeof target === 'number' && !state.messages.has(target) && !optional) {
        throw badRequest('message to be replied not found')
      }
      const found = typeof target === 'number' && state.messages.has(target)
      return { ...(thread !== undefined && { thread }), ...(found && { replyTo: target }) }
    },
  }
}

/** What a checked reply_markup adds to a message on the screen. */
export function markupSeen(
  markup: Markup | undefined,
): Pick<Seen, 'buttons' | 'keyboard' | 'removesKeyboard'> {
  return {
    buttons: markup?.kind === 'inline' ? markup.rows : [],
    ...(markup?.kind === 'keyboard' && { keyboard: markup.rows }),
    removesKeyboard: markup?.kind === 'remove',
  }
}

function byName(chats: ReadonlyMap<number, ChatState>, name: string): ChatState | undefined {
  return [...chats.values()].find(({ chat }) => chat.username === name && chat.type !== 'private')
}

function forbidden({ standing, user, chat }: ChatState): string | undefined {
  if (user?.is_bot) return "bots can't send messages to bots"
  if (standing === 'blocked') return 'bot was blocked by the user'
  if (standing === 'deactivated') return 'user is deactivated'
  if (standing === 'not started') return "bot can't initiate conversation with a user"
  return standing === 'kicked' ? `bot was kicked from the ${chat.type} chat` : undefined
}
