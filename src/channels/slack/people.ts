import type { WebClient } from '@slack/web-api'
import type { Log } from '../../log.ts'

const REMEMBERED_MS = 60 * 60_000
const MOST_PEOPLE = 20_000
/** A name is worth waiting for a little, within the 3 s Slack waits for us. */
const NAME_PATIENCE_MS = 1_000

/** What people are called, and where they can be written to in private. */
export type People = ReturnType<typeof createPeople>

/** Asks Slack for a name once an hour at most, for a private chat once. */
export function createPeople(client: WebClient, log: Log, clock: () => number = Date.now) {
  const names = new Map<string, { readonly name: Promise<string>; readonly at: number }>()
  const chats = new Map<string, Promise<string>>()

  async function look(user: string, fallback: string): Promise<string> {
    try {
      const { user: found } = await client.users.info({ user })
      const { display_name, real_name } = found?.profile ?? {}
      return real_name || found?.real_name || display_name || found?.name || fallback
    } catch (error) {
      names.delete(user)
      log.debug({ account: user, err: error }, 'a name could not be looked up')
      return fallback
    }
  }

  async function open(user: string): Promise<string> {
    const { channel } = await client.conversations.open({ users: user })
    if (!channel?.id) throw new Error('Slack opened no private chat')
    return channel.id
  }

  return {
    /** The name a person shows; `fallback` where Slack does not tell it. */
    async nameOf(user: string, fallback: string): Promise<string> {
      const known = names.get(user)
      if (known !== undefined && clock() - known.at < REMEMBERED_MS) return soon(known.name, fallback)
      if (names.size >= MOST_PEOPLE) names.clear()
      const name = look(user, fallback)
      names.set(user, { name, at: clock() })
      return soon(name, fallback)
    },
    /** The private chat with a person. Throws what Slack answers. */
    async chatWith(user: string): Promise<string> {
      const known = chats.get(user)
      if (known !== undefined) return known
      if (chats.size >= MOST_PEOPLE) chats.clear()
      const chat = open(user)
      chats.set(user, chat)
      chat.catch(() => chats.delete(user))
      return chat
    },
    /** A person was met in their private chat. */
    met(user: string, channel: string): void {
      chats.set(user, Promise.resolve(channel))
    },
  }
}

/** A name, or what stands for it where it takes too long; it is there for the next time. */
function soon(name: Promise<string>, fallback: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(() => resolve(fallback), NAME_PATIENCE_MS)
  void name.then(resolve).finally(() => clearTimeout(timer))
  return promise
}
