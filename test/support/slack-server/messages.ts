import { checkBlocks } from './blocks.ts'
import type { Happenings } from './events.ts'
import { type Json, jsonOf, need, type Params, textOf } from './params.ts'
import { badArguments, Refusal } from './refusal.ts'
import type { Message, Room, World } from './world.ts'

/** A method of the Web API: what it answers besides `ok`, or a Refusal thrown. */
export type Method = (params: Params) => Json

/** chat.postMessage, chat.postEphemeral, chat.update, chat.delete and reactions.add. */
export function messageMethods(world: World, happen: Happenings): Readonly<Record<string, Method>> {
  return {
    'chat.postMessage'(params) {
      const room = roomToWrite(world, need(params, 'channel'))
      const content = contentOf(params, 40_000)
      const thread = threadOf(room, params)
      const message = world.post({
        ...written(world, room, thread),
        ...content,
        text: content.text.slice(0, 40_000),
      })
      clearStatus(room, thread)
      happen.message(room, message)
      return { channel: room.id, ts: message.ts, message: happen.messageJson(message) }
    },
    'chat.postEphemeral'(params) {
      const room = roomToWrite(world, need(params, 'channel'))
      const user = need(params, 'user')
      if (!world.users.has(user)) throw new Refusal('user_not_found')
      if (!room.members.has(user)) throw new Refusal('user_not_in_channel')
      const thread = threadOf(room, params)
      const content = contentOf(params, 40_000)
      const { ts } = world.post({ ...written(world, room, thread), ...content, ephemeralFor: user })
      return { message_ts: ts }
    },
    'chat.update'(params) {
      const message = ownMessage(world, params, 'cant_update_message')
      if (message.streaming) throw new Refusal('streaming_state_conflict')
      const { text, blocks } = contentOf(params, 4000)
      // Text alone takes the blocks away; blocks alone keep the old text.
      const before = { ...message }
      if (params.text !== undefined) message.text = text
      message.blocks = blocks
      message.edits += 1
      happen.changed(world.roomOf(message.channel), message, before)
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: happen.messageJson(message),
      }
    },
    'chat.delete'(params) {
      const message = ownMessage(world, params, 'cant_delete_message')
      const room = world.roomOf(message.channel)
      room.messages.delete(message.ts)
      happen.deleted(room, message)
      return { channel: message.channel, ts: message.ts }
    },
    'reactions.add'(params) {
      const message = world.messageOf(need(params, 'channel'), need(params, 'timestamp'))
      const name = need(params, 'name')
      if (!/^[\w+'-]+$/.test(name)) throw new Refusal('invalid_name')
      if (message.reactions.includes(name)) throw new Refusal('already_reacted')
      message.reactions.push(name)
      return {}
    },
  }
}

/** The room a message goes to; throws what Slack answers where the bot can't write. */
export function roomToWrite(world: World, id: string): Room {
  const user = world.users.get(id)
  const room = user === undefined ? world.roomOf(id) : world.directMessages(user.id)
  if (room.archived) throw new Refusal('is_archived')
  if (room.kind !== 'im' && !room.members.has(world.bot.user)) throw new Refusal('not_in_channel')
  const person = room.user === undefined ? undefined : world.users.get(room.user)
  if (person?.bot !== undefined) throw new Refusal('cannot_dm_bot')
  if (person?.deactivated && world.refusesDeactivated) throw new Refusal('user_disabled')
  return room
}

/** The thread a message goes to; throws invalid_thread_ts where that isn't a message to answer. */
export function threadOf(room: Room, params: Params): string | undefined {
  const thread = textOf(params, 'thread_ts')
  if (thread === undefined) return undefined
  const root = room.messages.get(thread)
  if (root === undefined || root.ephemeralFor !== undefined) throw new Refusal('invalid_thread_ts')
  if (root.thread !== undefined && root.thread !== root.ts) throw new Refusal('invalid_thread_ts')
  return thread
}

/** A message of the bot, to be filled. */
export function written(world: World, room: Room, thread: string | undefined) {
  const place = { channel: room.id, user: world.bot.user, ours: true, files: [], blocks: [] }
  return thread === undefined ? place : { ...place, thread }
}

/** Takes the status line away, as an answer in that thread does. */
export function clearStatus(room: Room, thread: string | undefined): void {
  if (thread === undefined) room.statuses.clear()
  else room.statuses.delete(thread)
}

function ownMessage(world: World, params: Params, error: string): Message {
  const message = world.messageOf(need(params, 'channel'), need(params, 'ts'))
  if (!message.ours) throw new Refusal(error)
  return message
}

function contentOf(
  params: Params,
  longest: number,
): { readonly text: string; readonly blocks: readonly Json[] } {
  const text = textOf(params, 'text') ?? ''
  if (!text.isWellFormed()) throw badArguments('text must be valid UTF-8')
  const given = jsonOf(params, 'blocks', 'invalid_blocks_format')
  const marked = textOf(params, 'markdown_text')
  if (marked !== undefined && (text !== '' || given !== undefined))
    throw new Refusal('markdown_text_conflict')
  if (marked !== undefined) {
    if (marked.length > 12_000) throw new Refusal('msg_too_long')
    return { text: marked, blocks: [{ type: 'markdown', text: marked, block_id: 'b0' }] }
  }
  const blocks = given === undefined ? [] : checkBlocks(given, 'message')
  if (text.trim() === '' && blocks.length === 0) throw new Refusal('no_text')
  if (text.length > longest) throw new Refusal('msg_too_long')
  return { text, blocks }
}
