import type { BotCommand } from 'grammy/types'
import type { Methods } from './content.ts'
import { isRecord, jsonParam, numberParam, type Params, textParam } from './params.ts'
import { badRequest } from './refusal.ts'
import type { Webhook } from './webhook.ts'
import type { World } from './world.ts'

const LARGEST_DOWNLOAD = 20_971_520

/** The methods about the bot itself, chats and files, by lower-case name. */
export function settingMethods(world: World, webhook: Webhook): Methods {
  const commands = new Map<string, readonly BotCommand[]>()
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
      commands.set(scopeOf(params), readCommands(params))
      return true
    },
    getmycommands: ({ params }) => commands.get(scopeOf(params)) ?? [],
    deletemycommands({ params }) {
      commands.delete(scopeOf(params))
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

function scopeOf(params: Params): string {
  return JSON.stringify([
    jsonParam(params, 'scope') ?? { type: 'default' },
    textParam(params, 'language_code') ?? '',
  ])
}
