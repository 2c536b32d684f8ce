import { checkBlocks } from './blocks.ts'
import type { Happenings } from './events.ts'
import { clearStatus, type Method, roomToWrite, threadOf, written } from './messages.ts'
import { type Json, jsonOf, need, objectsIn, type Params, str, textOf } from './params.ts'
import { Refusal } from './refusal.ts'
import type { Message, World } from './world.ts'

const LONGEST = 12_000

/** chat.startStream, chat.appendStream and chat.stopStream. */
export function streamMethods(world: World, happen: Happenings): Readonly<Record<string, Method>> {
  return {
    'chat.startStream'(params) {
      const room = roomToWrite(world, need(params, 'channel'))
      const thread = threadOf(room, params)
      if (room.kind === 'im' && thread === undefined) throw new Refusal('invalid_thread_ts')
      if (room.kind !== 'im') {
        if (textOf(params, 'recipient_user_id') === undefined) throw new Refusal('missing_recipient_user_id')
        if (textOf(params, 'recipient_team_id') === undefined) throw new Refusal('missing_recipient_team_id')
        if (!world.users.has(need(params, 'recipient_user_id'))) throw new Refusal('user_not_found')
      }
      const text = wordsIn(params)
      const message = world.post({
        ...written(world, room, thread),
        text,
        blocks: marked(text),
        streaming: true,
      })
      clearStatus(room, thread)
      return { channel: room.id, ts: message.ts }
    },
    'chat.appendStream'(params) {
      const message = growing(world, params)
      const more = wordsIn(params)
      if (more === '') throw new Refusal('no_text')
      grow(message, more)
      return { channel: message.channel, ts: message.ts }
    },
    'chat.stopStream'(params) {
      const message = growing(world, params)
      const given = jsonOf(params, 'blocks', 'invalid_blocks_format')
      const blocks = given === undefined ? [] : checkBlocks(given, 'message')
      grow(message, wordsIn(params))
      if (message.text === '' && blocks.length === 0) throw new Refusal('no_text')
      message.blocks = [
        ...marked(message.text),
        ...blocks.map((block, at) => ({ ...block, block_id: named(block, at) })),
      ]
      message.streaming = false
      happen.message(world.roomOf(message.channel), message)
      return { channel: message.channel, ts: message.ts, message: happen.messageJson(message) }
    },
  }
}

function growing(world: World, params: Params): Message {
  const message = world.messageOf(need(params, 'channel'), need(params, 'ts'))
  if (!message.ours) throw new Refusal('message_not_owned_by_app')
  if (!message.streaming) throw new Refusal('message_not_in_streaming_state')
  return message
}

function grow(message: Message, more: string): void {
  if (message.text.length + more.length > LONGEST) throw new Refusal('msg_too_long')
  message.text += more
  message.blocks = marked(message.text)
}

// markdown_text, or chunks of type markdown_text; cards of tasks and plans show no words of the answer.
function wordsIn(params: Params): string {
  const chunks = objectsIn(jsonOf(params, 'chunks', 'invalid_chunks'))
  const text = (textOf(params, 'markdown_text') ?? '') + chunks.map((chunk) => chunkWords(chunk)).join('')
  if (text.length > LONGEST) throw new Refusal('msg_too_long')
  return text
}

function chunkWords(chunk: Json): string {
  if (chunk.type === 'markdown_text') return str(chunk.text)
  if (chunk.type === 'task_update' || chunk.type === 'plan_update') return ''
  throw new Refusal('invalid_chunks')
}

function marked(text: string): readonly Json[] {
  return text === '' ? [] : [{ type: 'markdown', text, block_id: 'stream' }]
}

function named(block: Json, at: number): string {
  return /^b\d+$/.test(str(block.block_id)) ? `end${at}` : str(block.block_id)
}
