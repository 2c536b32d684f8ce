import type { Message } from 'grammy/types'
import type { Upload } from './body.ts'
import {
  type Call,
  type Content,
  captionOf,
  type Methods,
  readCaption,
  readMessage,
  richOf,
  shown,
  textOf,
} from './content.ts'
import { readMarkup } from './markup.ts'
import { numberParam, type Params, textParam } from './params.ts'
import { badRequest, Refusal } from './refusal.ts'
import { readRich } from './rich.ts'
import { readText, tooLong } from './text.ts'
import { type ChatState, markupSeen, type Seen, type World } from './world.ts'

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])
const LARGEST_PHOTO = 10_485_760
const LARGEST_DOCUMENT = 52_428_800

/** The methods that put something new on people's screens. */
export function sendingMethods(world: World): Methods {
  return {
    sendmessage(call) {
      const { state, text } = readMessage(world, call)
      return send(state, call.params, textOf(text), shown(call.params, text.text))
    },
    sendrichmessage({ params }) {
      const rich = readRich(params)
      const look = { ...shown(params, rich.text), rich: rich.json }
      return send(world.reach(params), params, richOf(rich.text), look)
    },
    senddocument: (call) => sendFile(call, 'document'),
    sendphoto: (call) => sendFile(call, 'photo'),
    sendmessagedraft({ params, literal }) {
      const text = readText(params, 'text')
      literal(text.literals)
      return draft(params, text.text, tooLong(text.text, 'text'))
    },
    sendrichmessagedraft: ({ params }) => draft(params, readRich(params).text),
    sendchataction({ params }) {
      world.reach(params)
      if (!ACTIONS.has(textParam(params, 'action') ?? '')) {
        throw badRequest('wrong parameter action in request')
      }
      return true
    },
    setmessagereaction({ params }) {
      const { messages } = world.reach(params)
      if (!messages.has(numberParam(params, 'message_id') ?? 0)) {
        throw badRequest('message to react not found')
      }
      return true
    },
  }

  function send(state: ChatState, params: Params, content: Content, look: Partial<Seen>): Message {
    const place = world.placeOf(state, params)
    const markup = readMarkup(params, state.chat.type === 'private')
    const id = ++state.lastId
    const reply = place.replyTo === undefined ? undefined : state.messages.get(place.replyTo)
    const message = {
      message_id: id,
      date: world.unixTime(),
      chat: state.chat,
      ...(state.chat.type === 'channel' ? { sender_chat: state.chat } : { from: world.bot }),
      ...(place.thread !== undefined && { message_thread_id: place.thread, is_topic_message: true }),
      ...(reply !== undefined && { reply_to_message: { ...reply, reply_to_message: undefined } }),
      ...content,
      ...(markup?.kind === 'inline' && { reply_markup: markup.json }),
    } as Message // the reply is one deep, the markup was checked
    state.messages.set(id, message)
    const seen = { id, at: world.now(), text: '', html: '', edits: 0, ...place, ...look }
    state.seen.set(id, { ...seen, ...markupSeen(markup) })
    state.signal.notify()
    return message
  }

  function sendFile(call: Call, kind: 'document' | 'photo'): Message {
    const { params, files } = call
    const caption = readCaption(call)
    const state = world.reach(params)
    const file = storedFile(params, files, kind)
    const base = { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.bytes.length }
    const content: Content =
      kind === 'document'
        ? { document: { ...base, file_name: file.name, mime_type: file.mime } }
        : { photo: [{ ...base, width: 1280, height: 960 }] }
    const look = { ...shown(params, caption.text, 'caption'), file: { ...file, kind } }
    return send(state, params, { ...content, ...captionOf(caption) }, look)
  }

  function storedFile(params: Params, files: ReadonlyMap<string, Upload>, kind: 'document' | 'photo') {
    const named = textParam(params, kind) ?? ''
    const upload = files.get(kind) ?? files.get(named.replace(/^attach:\/\//, ''))
    if (upload !== undefined) {
      checkSize(upload.bytes.length, kind)
      return world.addFile(upload, kind)
    }
    if (named === '') throw badRequest(`there is no ${kind} in the request`)
    if (/^https?:/i.test(named)) throw badRequest('failed to get HTTP URL content')
    const known = world.files.get(named)
    if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
    return known
  }

  function draft(params: Params, text: string, long?: Refusal): true {
    const state = world.reach(params)
    if (state.chat.type !== 'private') throw badRequest('TEXTDRAFT_PEER_INVALID')
    const id = numberParam(params, 'draft_id') ?? 0
    if (id === 0) throw badRequest('draft_id must be non-zero')
    if (long !== undefined) throw long
    state.drafts.push({ id, at: world.now(), text })
    state.signal.notify()
    return true
  }
}

function checkSize(size: number, kind: 'document' | 'photo'): void {
  if (size === 0) throw badRequest('file must be non-empty')
  if (size > LARGEST_DOCUMENT) throw new Refusal(413, 'Request Entity Too Large')
  if (kind === 'photo' && size > LARGEST_PHOTO) {
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${LARGEST_PHOTO} bytes`,
    )
  }
}
