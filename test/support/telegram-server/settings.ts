import type { BotCommand } from 'grammy/types'
import type { Methods } from './content.ts'
import { isRecord, jsonParam, numberParam, type Params, textParam } from './params.ts'
import { badRequest } from './refusal.ts'
import type { Webhook } from './webhook.ts'
import type { World } from './world.ts'

const LARGEST_DOWNLOAD = 20_971_520

/** The methods about the bot itself, chats and files, by lower-case name. */
export function settingMethods(world: World, webhook: Webhook): Methods {
  const { commands } = world
  const descriptions = new Map<string, string>()
  return {
    getme: () => world.bot,
    setwebhook({ params }) {
      webhook.set(params)
      return true
    },
    deletewebhook({ params }) {
      webhook.remove(params)
      return true
    },
    getwebhookinfo: () => webhook.info(),
    setmycommands({ params }) {
      commands.set(scopeOf(world, params), readCommands(params))
      return true
    },
    getmycommands: ({ params }) => commands.get(scopeOf(world, params)) ?? [],
    deletemycommands({ params }) {
      commands.delete(scopeOf(world, params))
      return true
    },
    setmydescription: ({ params }) => describe(params, 'description', 512),
    getmydescription: ({ params }) => ({ description: described(params, 'description') }),
    setmyshortdescription: ({ params }) => describe(params, 'short_description', 120),
    getmyshortdescription: ({ params }) => ({ short_description: described(params, 'short_description') }),
    setmyname: ({ params }) => describe(params, 'name', 64),
    getmyname: ({ params }) => ({ name: described(params, 'name') || world.bot.first_name }),
    setchatmenubutton: () => true,
    setmydefaultadministratorrights: () => true,
    getchat: ({ params }) => world.reach(params).chat,
    getchatmember({ params }) {
      const state = world.reach(params)
      const id = numberParam(params, 'user_id') ?? 0
      if (id === world.bot.id) return { status: 'member', user: world.bot }
      const user = world.chats.get(id)?.user
      if (user === undefined || !(state.members.has(id) || state.chat.id === id))
        throw badRequest('user not found')
      return { status: 'member', user }
    },
    getfile({ params }) {
      const file = world.files.get(textParam(params, 'file_id') ?? '')
      if (file === undefined) throw badRequest('invalid file_id')
      if (file.bytes.length > LARGEST_DOWNLOAD) throw badRequest('file is too big')
      return {
        file_id: file.fileId,
        file_unique_id: file.uniqueId,
        file_size: file.bytes.length,
        file_path: file.path,
      }
    },
  }

  function describe(params: Params, field: string, longest: number): true {
    const text = textParam(params, field) ?? ''
    if (text.length > longest) throw badRequest(`${field.replace('_', ' ')} is too long`)
    descriptions.set(`${field}/${textParam(params, 'language_code') ?? ''}`, text)
    return true
  }

  function described(params: Params, field: string): string {
    const language = textParam(params, 'language_code') ?? ''
    return descriptions.get(`${field}/${language}`) ?? descriptions.get(`${field}/`) ?? ''
  }
}

// core.telegram.org/bots/api#botcommand
function readCommands(params: Params): BotCommand[] {
  const given = jsonParam(params, 'commands')
  if (!Array.isArray(given)) throw badRequest("can't parse commands list JSON object")
  if (given.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return given.map((entry: unknown) => {
    const command = isRecord(entry) ? String(entry.command ?? '').replace(/^\//, '') : ''
    const description = isRecord(entry) ? String(entry.description ?? '').trim() : ''
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    return { command, description }
  })
}

/** The first list that is set, in the order of core.telegram.org/bots/api#determining-list-of-commands. */
export function menuOf({ commands }: World, chat: number, language = ''): readonly BotCommand[] {
  const scopes = [
    { type: 'chat', chat_id: chat },
    { type: chat > 0 ? 'all_private_chats' : 'all_group_chats' },
    { type: 'default' },
  ]
  const keys = scopes.flatMap((scope) => [language, ''].map((code) => keyOf(scope, code)))
  return keys.map((key) => commands.get(key)).find((list) => list !== undefined && list.length > 0) ?? []
}

// core.telegram.org/bots/api#botcommandscope
function scopeOf(world: World, params: Params): string {
  const scope = jsonParam(params, 'scope') ?? { type: 'default' }
  const language = textParam(params, 'language_code') ?? ''
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified')
  const type = isRecord(scope) ? scope.type : undefined
  if (!isRecord(scope) || typeof type !== 'string' || !SCOPES.has(type))
    throw badRequest("can't parse BotCommandScope: unsupported type specified")
  if (SCOPES.get(type) === true) world.reach(scope)
  if (type === 'chat_member' && typeof scope.user_id !== 'number') throw badRequest('user not found')
  return keyOf(scope, language)
}

function keyOf({ type, chat_id, user_id }: Readonly<Record<string, unknown>>, language: string): string {
  return JSON.stringify([type, chat_id === undefined ? null : Number(chat_id), user_id ?? null, language])
}

/** Which scopes name a chat. */
const SCOPES: ReadonlyMap<string, boolean> = new Map([
  ['default', false],
  ['all_private_chats', false],
  ['all_group_chats', false],
  ['all_chat_administrators', false],
  ['chat', true],
  ['chat_administrators', true],
  ['chat_member', true],
])
