import type { Message } from 'grammy/types'
import type { Upload } from './body.ts'
import type { Formatted } from './html.ts'
import { type Params, textParam } from './params.ts'
import { badRequest } from './refusal.ts'
import { readText, tooLong } from './text.ts'
import type { ChatState, Seen, World } from './world.ts'

/** One call after its body was read; `literal` reports what Telegram would show as written. */
export interface Call {
  readonly params: Params
  readonly files: ReadonlyMap<string, Upload>
  readonly literal: (what: readonly string[]) => void
}

/** What carries out methods, by lower-case name: their result, or a thrown Refusal. */
export type Methods = Readonly<Record<string, (call: Call) => unknown>>

/** What a message says or shows, apart from who, where and when. */
export type Content = Pick<
  Message,
  'text' | 'entities' | 'caption' | 'caption_entities' | 'document' | 'photo' | 'rich_message'
>

/** The chat and text of a call, checked in Telegram's order: empty, markup, chat, length. */
export function readMessage(world: World, { params, literal }: Call): { state: ChatState; text: Formatted } {
  if ((textParam(params, 'text') ?? '') === '') throw badRequest('message text is empty')
  const text = readText(params, 'text')
  if (text.text === '') throw badRequest('text must be non-empty')
  const state = world.reach(params)
  const long = tooLong(text.text, 'text')
  if (long !== undefined) throw long
  literal(text.literals)
  return { state, text }
}

/** The caption of a call, which may be empty. */
export function readCaption({ params, literal }: Call): Formatted {
  const caption = readText(params, 'caption')
  const long = tooLong(caption.text, 'caption')
  if (long !== undefined) throw long
  literal(caption.literals)
  return caption
}

/** How a text stands on the screen, and how the bot wrote it. */
export function shown(
  params: Params,
  text: string,
  field: 'text' | 'caption' = 'text',
): Pick<Seen, 'text' | 'html'> {
  return { text, html: params.parse_mode === undefined ? text : (textParam(params, field) ?? '') }
}

/** A text message's part of a Message. */
export function textOf({ text, entities }: Formatted): Content {
  return { text, ...(entities.length > 0 && { entities }) }
}

/** A caption's part of a Message. */
export function captionOf({ text, entities }: Formatted): Content {
  return {
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
  }
}

/** A rich message's part of a Message: one paragraph with the words stands for Telegram's parsed blocks. */
export function richOf(text: string): Content {
  return { rich_message: { blocks: [{ type: 'paragraph', text }] } }
}
