import type { Message } from 'grammy/types'
import {
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
import { flagParam, jsonParam, numberParam, type Params, textParam } from './params.ts'
import { badRequest } from './refusal.ts'
import { readRich } from './rich.ts'
import { type ChatState, markupSeen, type Seen, type World } from './world.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** The methods that change or take away what is on people's screens, and answer button presses. */
export function editingMethods(world: World): Methods {
  return {
    editmessagetext(call) {
      const { params } = call
      if (params.rich_message !== undefined) {
        const rich = readRich(params)
        const look = { ...shown(params, rich.text), rich: rich.json }
        return edit(params, editable(params), richOf(rich.text), look)
      }
      const { text } = readMessage(world, call)
      const found = editable(params)
      if (found.message.text === undefined && found.message.rich_message === undefined) {
        throw badRequest('there is no text in the message to edit')
      }
      return edit(params, found, textOf(text), { ...shown(params, text.text), rich: undefined })
    },
    editmessagecaption(call) {
      const caption = readCaption(call)
      const found = editable(call.params)
      if (found.message.document === undefined && found.message.photo === undefined) {
        throw badRequest('there is no caption in the message to edit')
      }
      return edit(call.params, found, captionOf(caption), shown(call.params, caption.text, 'caption'))
    },
    editmessagereplymarkup({ params }) {
      const found = editable(params)
      const { text, entities, caption, caption_entities, rich_message } = found.message
      return edit(params, found, defined({ text, entities, caption, caption_entities, rich_message }), {})
    },
    deletemessage({ params }) {
      const state = world.reach(params)
      const message = state.messages.get(numberParam(params, 'message_id') ?? 0)
      if (message === undefined) throw badRequest('message to delete not found')
      if (message.from?.id !== world.bot.id && state.chat.type !== 'private') {
        throw badRequest("message can't be deleted")
      }
      forget(state, message.message_id)
      return true
    },
    deletemessages({ params }) {
      const state = world.reach(params)
      const ids = jsonParam(params, 'message_ids')
      if (!Array.isArray(ids) || ids.length < 1) throw badRequest('message identifiers are not specified')
      if (ids.length > 100) throw badRequest('too many message identifiers specified')
      for (const id of ids) forget(state, Number(id))
      return true
    },
    answercallbackquery({ params }) {
      const id = textParam(params, 'callback_query_id') ?? ''
      const query = world.queries.get(id)
      if (query === undefined || world.now() - query.at > world.queryLifetimeMs) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      }
      const text = textParam(params, 'text') ?? ''
      if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
      world.answers.set(id, { text, alert: flagParam(params, 'show_alert') })
      world.chats.get(query.chat)?.signal.notify()
      return true
    },
  }

  // Only the bot's own messages, and none that brought or took a reply keyboard.
  function editable(params: Params): { state: ChatState; message: Message } {
    const state = world.reach(params)
    const message = state.messages.get(numberParam(params, 'message_id') ?? 0)
    if (message === undefined) throw badRequest('message to edit not found')
    const seen = state.seen.get(message.message_id)
    if (seen === undefined || seen.keyboard !== undefined || seen.removesKeyboard)
      throw badRequest("message can't be edited")
    return { state, message }
  }

  function edit(
    params: Params,
    { state, message }: { state: ChatState; message: Message },
    content: Content,
    look: Partial<Seen>,
  ): Message {
    const markup = readMarkup(params, state.chat.type === 'private', true)
    const { edit_date: _date, ...before } = message
    const { reply_markup, text, entities, caption, caption_entities, rich_message, ...frame } = before
    const after = { ...frame, ...content, ...(markup?.kind === 'inline' && { reply_markup: markup.json }) }
    if (canonical(after) === canonical(before)) throw badRequest(NOT_MODIFIED)
    const edited = { ...after, edit_date: world.unixTime() } as Message // the markup was checked
    state.messages.set(message.message_id, edited)
    const seen = state.seen.get(message.message_id)
    if (seen !== undefined) {
      state.seen.set(seen.id, { ...seen, ...look, ...markupSeen(markup), edits: seen.edits + 1 })
    }
    state.signal.notify()
    return edited
  }
}

function forget(state: ChatState, id: number): void {
  state.messages.delete(id)
  state.seen.delete(id)
  state.signal.notify()
}

function defined(content: { [Name in keyof Content]: Content[Name] | undefined }): Content {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined))
}

function canonical(message: object): string {
  return JSON.stringify(Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1)))
}
