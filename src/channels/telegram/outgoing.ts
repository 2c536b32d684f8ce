import { type Api, GrammyError, HttpError } from 'grammy'
import type { ConversationId, Outgoing } from '../../chat/message.ts'
import { RetryLater, Unreachable } from '../../errors.ts'
import { splitMarkdown } from '../markdown/split.ts'
import { toPlain, toTelegramHtml } from '../markdown.ts'
import { chatOf } from './incoming.ts'
import { keyboard } from './keyboard.ts'

// In UTF-16 units, after entities are read.
const LONGEST_MESSAGE = 4_096

const LONGEST_OUTAGE_PAUSE = 60

/** The messages Telegram takes a message as, the buttons under the last. */
export function splitMessage({ text, ...rest }: Outgoing): readonly Outgoing[] {
  const parts = splitMarkdown(text, LONGEST_MESSAGE, (part) => words(toTelegramHtml(part)).length)
  return parts.map((part, i) => (i === parts.length - 1 ? { ...rest, text: part } : { text: part }))
}

/**
 * Sends one message and resolves to its message_id: as HTML, where that is refused as plain text, and at
 * last without its buttons. While Telegram is away the pauses grow, and no message is given up for it.
 */
export function createSender(api: Api): (to: ConversationId, message: Outgoing) => Promise<number> {
  let outage = 0
  return async (to, message) => {
    try {
      const id = await deliver(api, to, message)
      outage = 0
      return id
    } catch (error) {
      if (!isAway(error)) throw asOurs(error)
      throw new RetryLater(Math.min(LONGEST_OUTAGE_PAUSE, 2 ** outage++), 'Telegram cannot be reached')
    }
  }
}

async function deliver(api: Api, to: ConversationId, message: Outgoing): Promise<number> {
  const { chat, topic } = chatOf(to)
  const markup = keyboard(message)
  const bare = { link_preview_options: { is_disabled: true }, ...(topic && { message_thread_id: topic }) }
  const buttons = { ...bare, ...(markup && { reply_markup: markup }) }
  const html = toTelegramHtml(message.text)
  const plain = plainWithin(message.text, html)
  const ways = [
    [html, { ...buttons, parse_mode: 'HTML' }],
    [plain, buttons],
    [plain, bare],
  ] as const
  let refusal: unknown
  for (const [text, options] of ways) {
    try {
      return await sendOrFollow(chat, (id) => api.sendMessage(id, text, options))
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400 || isGone(error)) throw error
      refusal = error
    }
  }
  throw refusal
}

/** A group that became a supergroup is found under its new id. */
async function sendOrFollow(
  chat: number,
  send: (chat: number) => Promise<{ message_id: number }>,
): Promise<number> {
  try {
    return (await send(chat)).message_id
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
    if (moved === undefined) throw error
    return (await send(moved)).message_id
  }
}

/** Without marks, with the addresses of links where there is room for them. */
function plainWithin(text: string, html: string): string {
  const plain = toPlain(text)
  return plain.length <= LONGEST_MESSAGE ? plain : words(html)
}

/** What people read of Telegram's HTML. */
function words(html: string): string {
  const characters: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
  }
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity] ?? entity)
}

/** Telegram's refusals in the words the mailbox knows. */
function asOurs(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error
  if (error.parameters.retry_after !== undefined)
    return new RetryLater(error.parameters.retry_after, 'too many requests')
  if (error.error_code === 401) return new RetryLater(60, 'the token is refused')
  return isGone(error) ? new Unreachable(error.description.slice(0, 80)) : error
}

function isAway(error: unknown): boolean {
  return error instanceof HttpError || (error instanceof GrammyError && error.error_code >= 500)
}

const GONE =
  /chat not found|PEER_ID_INVALID|user is deactivated|have no rights|not enough rights|CHAT_WRITE_FORBIDDEN|message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i

function isGone(error: GrammyError): boolean {
  return error.error_code === 403 || GONE.test(error.description)
}
