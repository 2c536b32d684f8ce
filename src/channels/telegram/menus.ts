import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { Role } from '../../chat/feature.ts'
import type { ConversationId, Language } from '../../chat/message.ts'
import { chatOf } from './incoming.ts'

/** The commands a menu shows to a role, in a private chat or where others read along. */
export type MenuOf = (role: Role, language: Language, shared: boolean) => readonly BotCommand[]

/** So many menus are remembered; those forgotten are set once more. */
const MOST_CHATS = 20_000

/**
 * Command menus (core.telegram.org/bots/api#botcommandscope): for everybody in private chats and in groups, and
 * in the private chat of whoever may do more. The first language is also that of all languages without a menu.
 */
export function createMenus(
  api: Api,
  menuOf: MenuOf,
  languages: readonly Language[],
  quietly: (what: string, attempt: () => Promise<unknown>) => Promise<void>,
) {
  const shown = new Map<number, Role>()

  async function show(scope: BotCommandScope, role: Role, shared: boolean): Promise<void> {
    for (const [i, language] of languages.entries()) {
      const variant = i === 0 ? {} : { language_code: language }
      const commands = menuOf(role, language, shared)
      await quietly('setMyCommands', () => api.setMyCommands(commands, { scope, ...variant }))
    }
  }

  async function hide(scope: BotCommandScope): Promise<void> {
    for (const [i, language] of languages.entries()) {
      const variant = i === 0 ? {} : { language_code: language }
      await quietly('deleteMyCommands', () => api.deleteMyCommands({ scope, ...variant }))
    }
  }

  return {
    /** The menus of people without a role. */
    async publish(): Promise<void> {
      await show({ type: 'all_private_chats' }, 'citizen', false)
      await show({ type: 'all_group_chats' }, 'citizen', true)
    },
    /** The menu of one private chat, after the role of its person was seen. */
    async fit(to: ConversationId, role: Role): Promise<void> {
      const { chat } = chatOf(to)
      // what was set before a start is not known: also whoever has no role may have had one until then
      if (!(chat > 0) || shown.get(chat) === role) return
      const scope = { type: 'chat', chat_id: chat } as const
      if (shown.size >= MOST_CHATS) shown.clear()
      shown.set(chat, role)
      await (role === 'citizen' ? hide(scope) : show(scope, role, false))
    },
  }
}
