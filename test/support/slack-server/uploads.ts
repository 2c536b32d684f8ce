import type { IncomingMessage } from 'node:http'
import { checkBlocks } from './blocks.ts'
import type { Happenings } from './events.ts'
import { clearStatus, type Method, roomToWrite, threadOf, written } from './messages.ts'
import { type Json, jsonOf, need, objectsIn, type Params, str, textOf } from './params.ts'
import { badArguments, Refusal } from './refusal.ts'
import { fileJson } from './workspace.ts'
import type { Room, StoredFile, World } from './world.ts'

/** A file the bot has uploaded and completed, with where it was shared; without a channel nobody sees it. */
export interface Uploaded {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly bytes: Uint8Array
  readonly channel?: string
  readonly thread?: string
}

/** Uploads under way, and those that were completed. */
export type Uploads = ReturnType<typeof createUploads>

interface Ticket {
  readonly id: string
  readonly name: string
  readonly length: number
  bytes?: Uint8Array
}

const LONGEST_ALT_TEXT = 1000
const LARGEST_BODY = 64 * 1024 * 1024

/** The three steps of an upload (docs.slack.dev/reference/methods/files.getUploadURLExternal). */
export function createUploads(world: World, happen: Happenings) {
  const tickets = new Map<string, Ticket>()
  const all: Uploaded[] = []
  const methods: Readonly<Record<string, Method>> = {
    'files.getUploadURLExternal'(params) {
      const name = need(params, 'filename')
      const length = Number(need(params, 'length'))
      if (length === 0) throw new Refusal('missing_argument')
      if (!Number.isInteger(length) || length < 0) throw badArguments('must be an integer', '/length')
      if ((textOf(params, 'alt_txt') ?? '').length > LONGEST_ALT_TEXT) throw new Refusal('alt_txt_too_large')
      const id = world.id('F')
      const key = world.id('ticket')
      tickets.set(key, { id, name, length })
      return { upload_url: `${world.origin()}/upload/v1/${key}`, file_id: id }
    },
    // can be called once for a file, and tells no ts of the message it makes
    'files.completeUploadExternal'(params) {
      const given = objectsIn(jsonOf(params, 'files'))
      if (given.length === 0) throw badArguments('missing required field: files')
      const words = wordsIn(params)
      const room = roomIn(world, params)
      const thread = room && threadOf(room, params)
      const done = given.map((each) => ({ ...ticketOf(str(each.id)), title: str(each.title) }))
      for (const [key, { id }] of [...tickets]) if (done.some((file) => file.id === id)) tickets.delete(key)
      for (const { id, name, bytes, title } of done) {
        world.files.set(id, stored(id, name, bytes))
        const place = { ...(room && { channel: room.id }), ...(thread !== undefined && { thread }) }
        all.push({ id, name, title: title || name, bytes, ...place })
      }
      if (room !== undefined) share(room, thread, words, done)
      return { files: done.map(({ id, name, title }) => ({ id, title: title || name })) }
    },
  }
  return {
    methods,
    all: all as readonly Uploaded[],
    /** Takes the bytes posted to an upload's address; throws where it is not one, or the length is another. */
    put(key: string, bytes: Uint8Array): void {
      const ticket = tickets.get(key)
      if (ticket === undefined) throw new Refusal('no such upload')
      if (bytes.length !== ticket.length)
        throw new Refusal('another length', [`${ticket.length} bytes announced, ${bytes.length} sent`])
      ticket.bytes = bytes
    },
  }

  function ticketOf(id: string): { readonly id: string; readonly name: string; readonly bytes: Uint8Array } {
    const ticket = [...tickets.values()].find((each) => each.id === id)
    if (ticket?.bytes === undefined) throw new Refusal('file_not_found')
    return { id, name: ticket.name, bytes: ticket.bytes }
  }

  function stored(id: string, name: string, bytes: Uint8Array): StoredFile {
    const mime = MIMES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return { id, name, mime, bytes, user: world.bot.user, at: world.clock.now() }
  }

  function share(
    room: Room,
    thread: string | undefined,
    { text, blocks }: ReturnType<typeof wordsIn>,
    done: readonly { readonly id: string }[],
  ): void {
    const files = done.flatMap(({ id }) => world.files.get(id) ?? []).map((file) => fileJson(world, file))
    const message = world.post({ ...written(world, room, thread), text, blocks, files })
    clearStatus(room, thread)
    happen.message(room, message)
  }
}

/** The bytes of a request; throws a Refusal where they are far too many. */
export async function readBytes(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LARGEST_BODY) throw new Refusal('request_too_large')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function roomIn(world: World, params: Params): Room | undefined {
  const channel = textOf(params, 'channel_id')
  if (channel === undefined) return undefined
  if (!/^[CGDZ]/.test(channel))
    throw badArguments('input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$', '/channel_id')
  return roomToWrite(world, channel)
}

/** A comment hides the blocks; a markdown block, which other methods take, is more than this one can do. */
function wordsIn(params: Params): { readonly text: string; readonly blocks: readonly Json[] } {
  const text = textOf(params, 'initial_comment') ?? ''
  const given = jsonOf(params, 'blocks', 'invalid_blocks')
  if (text !== '' || given === undefined) return { text, blocks: [] }
  if (objectsIn(given).some(({ type }) => type === 'markdown')) throw new Refusal('internal_error')
  return { text, blocks: checkBlocks(given, 'message') }
}

const MIMES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  txt: 'text/plain',
}
