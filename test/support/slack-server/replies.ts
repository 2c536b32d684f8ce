import { checkBlocks } from './blocks.ts'
import type { Happenings } from './events.ts'
import { isJson, type Json, str } from './params.ts'
import { Refusal } from './refusal.ts'
import { changeView, checkView, openView } from './views.ts'
import type { OpenView, World } from './world.ts'

/** Where a reply through a response_url, or in the answer to a command, is shown. */
export interface Place {
  readonly user: string
  readonly channel: string
  readonly thread?: string
  /** The message whose button was pressed. */
  readonly message?: string
}

const LIFETIME_MS = 30 * 60_000
const USES = 5

/** What the bot says in the answer to an interaction or through its response_url. */
export type Replies = ReturnType<typeof createReplies>

/** Shows replies; `note` is told where one breaks Slack's rules. */
export function createReplies(
  world: World,
  happen: Happenings,
  note: (method: string, what: string) => void,
) {
  const urls = new Map<string, Place & { readonly at: number; left: number }>()
  return {
    /** An address that takes five replies within 30 minutes. */
    url(place: Place): string {
      const id = crypto.randomUUID()
      urls.set(id, { ...place, at: world.clock.now(), left: USES })
      return `${world.origin()}/response/${id}`
    },
    /** A reply posted to such an address; throws used_url, expired_url or what is wrong with it. */
    post(id: string, body: Json): void {
      const place = urls.get(id)
      if (place === undefined) throw new Refusal('invalid_url')
      if (place.left === 0) throw new Refusal('used_url')
      if (world.clock.now() - place.at > LIFETIME_MS) throw new Refusal('expired_url')
      place.left -= 1
      show(place, body)
    },
    /** The answer to a command or press: words for the person, or nothing. */
    answered(place: Place, response: unknown): void {
      const body = typeof response === 'string' ? { text: response } : response
      if (!isJson(body) || Object.keys(body).length === 0) return
      guarded('answer', place.user, () => show(place, body))
    },
    /** The answer to a submitted modal: it closes, changes, or shows what is wrong. */
    submitted({ id, user }: OpenView, response: unknown): void {
      const { modals } = world.desk(user)
      const at = modals.findIndex((open) => open.id === id)
      const live = modals[at]
      const body = isJson(response) ? response : {}
      if (live === undefined) return
      guarded('view_submission', user, () => {
        if (body.response_action === undefined) modals.splice(at)
        else if (body.response_action === 'clear') modals.splice(0)
        else if (body.response_action === 'errors') live.errors = errorsFor(live, body.errors)
        else if (body.response_action === 'update') changeView(world, live, checkView(body.view, ['modal']))
        else if (body.response_action === 'push' && modals.length < 3)
          modals.push(openView(world, user, checkView(body.view, ['modal']), live))
        else throw new Refusal('invalid_response_action')
      })
    },
  }

  function guarded(method: string, user: string, act: () => void): void {
    try {
      act()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      note(method, [error.message, ...error.details].join(' '))
      world.desk(user).errors.push(error.message)
    }
    world.signal.notify()
  }

  function show({ user, channel, thread, message }: Place, body: Json): void {
    const room = world.rooms.get(channel)
    const original = message === undefined ? undefined : room?.messages.get(message)
    if (room === undefined) throw new Refusal('channel_not_found')
    if (body.delete_original === true && original !== undefined) {
      room.messages.delete(original.ts)
      world.signal.notify()
      return
    }
    const text = str(body.text)
    const blocks = body.blocks === undefined ? [] : checkBlocks(body.blocks, 'message')
    if (text === '' && blocks.length === 0) throw new Refusal('no_text')
    if (body.replace_original === true && original !== undefined) {
      Object.assign(original, { text, blocks, edits: original.edits + 1 })
      world.signal.notify()
      return
    }
    const seenByAll = body.response_type === 'in_channel'
    const where = str(body.thread_ts) || thread
    const posted = world.post({
      channel,
      user: world.bot.user,
      ours: true,
      text,
      blocks,
      files: [],
      ...(where !== undefined && { thread: where }),
      ...(!seenByAll && { ephemeralFor: user }),
    })
    if (seenByAll) happen.message(room, posted)
  }
}

function errorsFor({ view }: OpenView, value: unknown): Readonly<Record<string, string>> {
  if (!isJson(value) || Object.keys(value).length === 0) throw new Refusal('invalid_errors')
  const blocks = view.blocks as readonly Json[] // checked when the view came
  const inputs = new Set(blocks.filter(({ type }) => type === 'input').map(({ block_id }) => str(block_id)))
  for (const id of Object.keys(value))
    if (!inputs.has(id)) throw new Refusal('invalid_errors', [`no input ${id}`])
  return Object.fromEntries(Object.entries(value).map(([id, what]) => [id, str(what)]))
}
