import type { Method } from './messages.ts'
import { isJson, type Json, jsonOf, need, textOf } from './params.ts'
import { badArguments, Refusal } from './refusal.ts'
import type { Prompts, Room, StoredFile, User, World } from './world.ts'

/** What the assistant methods depend on besides the workspace. */
export interface AgentOptions {
  /** True where the manifest says agent_view: prompts then belong to no thread. */
  readonly agent: boolean
  readonly granted: ReadonlySet<string>
  /** Notes what Slack swallows without a word. */
  readonly note: (method: string, what: string) => void
}

/** auth.test, conversations.*, users.info, bots.info, files.info and assistant.threads.*. */
export function workspaceMethods(world: World, options: AgentOptions): Readonly<Record<string, Method>> {
  const { team, bot, app } = world
  return {
    'auth.test': () => ({
      url: `${world.origin()}/`,
      team: team.name,
      user: bot.name,
      team_id: team.id,
      user_id: bot.user,
      bot_id: bot.id,
      is_enterprise_install: false,
    }),
    'bots.info': () => ({
      bot: { id: bot.id, app_id: app, user_id: bot.user, name: bot.name, deleted: false },
    }),
    'conversations.open'(params) {
      const ids = (textOf(params, 'users') ?? '').split(',').filter((id) => id !== '')
      if (ids.length === 0) throw new Refusal('users_list_not_supplied')
      if (ids.length > 1) throw new Refusal('missing_scope', [], { needed: 'mpim:write' })
      const user = userOf(world, ids[0] ?? '')
      if (user.bot !== undefined) throw new Refusal('cannot_dm_bot')
      if (user.deactivated) throw new Refusal('user_disabled')
      const known = [...world.rooms.values()].some((room) => room.kind === 'im' && room.user === user.id)
      const { id } = world.directMessages(user.id)
      return known ? { no_op: true, already_open: true, channel: { id } } : { channel: { id } }
    },
    'conversations.info'(params) {
      const { id, name, kind, archived, members, user } = world.roomOf(need(params, 'channel'))
      const im = kind === 'im'
      return {
        channel: {
          id,
          is_im: im,
          is_channel: kind === 'channel',
          is_group: kind === 'group',
          is_private: kind !== 'channel',
          is_archived: archived,
          context_team_id: team.id,
          ...(im ? { user } : { name, name_normalized: name, is_member: members.has(bot.user) }),
        },
      }
    },
    'users.info': (params) => ({
      user: userJson(world, userOf(world, need(params, 'user')), options.granted),
    }),
    'files.info'(params) {
      const file = world.files.get(need(params, 'file'))
      if (file === undefined) throw new Refusal('file_not_found')
      return { file: { ...fileJson(world, file), ...placesOf(world, file.id) } }
    },
    'assistant.threads.setStatus'(params) {
      const room = world.roomOf(need(params, 'channel_id'))
      const thread = need(params, 'thread_ts')
      if (!room.messages.has(thread)) throw new Refusal('invalid_thread_ts')
      const text = params.status
      if (typeof text !== 'string') throw badArguments('missing required field: status')
      const loading = jsonOf(params, 'loading_messages')
      if (Array.isArray(loading) && loading.length > 10)
        throw badArguments('no more than 10 loading_messages')
      if (text === '') room.statuses.delete(thread)
      else room.statuses.set(thread, { text, until: world.clock.now() + 120_000 })
      return {}
    },
    'assistant.threads.setSuggestedPrompts'(params) {
      const room = world.roomOf(need(params, 'channel_id'))
      const thread = textOf(params, 'thread_ts')
      const title = textOf(params, 'title')
      const prompts = promptsOf(jsonOf(params, 'prompts'))
      if (options.agent && thread !== undefined) {
        options.note(
          'assistant.threads.setSuggestedPrompts',
          'thread_ts makes it fail silently in the agent view',
        )
        return {}
      }
      if (thread !== undefined && !room.messages.has(thread)) throw new Refusal('invalid_thread_ts')
      room.prompts = { prompts, ...(title !== undefined && { title }) }
      return {}
    },
    'assistant.threads.setTitle'(params) {
      const room = world.roomOf(need(params, 'channel_id'))
      const thread = need(params, 'thread_ts')
      if (!room.messages.has(thread)) throw new Refusal('invalid_thread_ts')
      room.titles.set(thread, need(params, 'title'))
      return {}
    },
  }
}

/** A file object (docs.slack.dev/reference/objects/file-object); its url asks for the bot's token. */
export function fileJson(world: World, { id, name, mime, bytes, user, at }: StoredFile): Json {
  const url = `${world.origin()}/files-pri/${world.team.id}-${id}/${encodeURIComponent(name.toWellFormed())}`
  const created = Math.floor(at / 1000)
  return {
    id,
    created,
    timestamp: created,
    name,
    title: name,
    mimetype: mime,
    filetype: name.split('.').at(-1) ?? '',
    user,
    user_team: world.team.id,
    editable: false,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: url.replace('/files-pri/', '/files-pri/download/'),
    permalink: `${world.origin()}/files/${user}/${id}`,
    file_access: 'visible',
  }
}

/** Where a file is to be seen, by the kind of each place. */
function placesOf(world: World, id: string): Json {
  const rooms = [...world.rooms.values()].filter(({ messages }) =>
    [...messages.values()].some(({ files }) => files.some((file) => file.id === id)),
  )
  const ids = (kind: Room['kind']): readonly string[] =>
    rooms.filter((room) => room.kind === kind).map((room) => room.id)
  return { channels: ids('channel'), groups: ids('group'), ims: ids('im') }
}

function userOf(world: World, id: string): User {
  const { bot } = world
  if (id === bot.user) return { id, name: bot.name, bot: 'user', deactivated: false }
  const user = world.users.get(id)
  if (user === undefined) throw new Refusal('user_not_found')
  return user
}

function userJson(world: World, user: User, granted: ReadonlySet<string>): Json {
  const { id, name, email, bot, deactivated } = user
  const shown = email !== undefined && granted.has('users:read.email') ? { email } : {}
  return {
    id,
    team_id: world.team.id,
    name: name.toLowerCase(),
    deleted: deactivated,
    real_name: name,
    tz: 'Asia/Jakarta',
    tz_offset: 25_200,
    is_bot: bot !== undefined,
    is_app_user: false,
    is_email_confirmed: email !== undefined,
    profile: { real_name: name, display_name: name, team: world.team.id, ...shown },
  }
}

function promptsOf(value: unknown): Prompts['prompts'] {
  if (!Array.isArray(value) || value.length === 0) throw badArguments('missing required field: prompts')
  if (value.length > 4) throw badArguments('no more than 4 items allowed', '/prompts')
  return value.map((prompt) => {
    const { title, message } = isJson(prompt) ? prompt : {}
    if (typeof title !== 'string' || title === '')
      throw badArguments('missing required field: title', '/prompts')
    if (typeof message !== 'string' || message === '')
      throw badArguments('missing required field: message', '/prompts')
    return { title, message }
  })
}
