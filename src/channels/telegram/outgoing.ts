import { type Api, GrammyError } from 'grammy'
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { Files } from '../../chat/channel.ts'
import { type ConversationId, literal, type Outgoing } from '../../chat/message.ts'
import { RetryLater } from '../../errors.ts'
import { splitMarkdown } from '../markdown/split.ts'
import { needsRich, toPlain, toTelegramHtml, toTelegramRich } from '../markdown.ts'
import { createOutage } from '../outage.ts'
import { createAttachments, LONGEST_CAPTION } from './attachments.ts'
import { chatOf } from './incoming.ts'
import { keyboard } from './keyboard.ts'
import type { Pace } from './pace.ts'
import { asOurs, isAway, isRefused, isUnknown } from './refusals.ts'
import { texts } from './texts.ts'

// In UTF-16 units, after entities are read.
const LONGEST_MESSAGE = 4_096

/** The messages Telegram takes a message as: its file first, with the text under it where there is room; the buttons last. */
export function splitMessage({ text, file, ...rest }: Outgoing): readonly Outgoing[] {
  if (file !== undefined && lengthOf(text) <= LONGEST_CAPTION) return [{ ...rest, text, file }]
  const parts = splitMarkdown(text, LONGEST_MESSAGE, lengthOf)
  const pieces = parts.map((part, i) => (i === parts.length - 1 ? { ...rest, text: part } : { text: part }))
  return file === undefined ? pieces : [{ text: '', file }, ...pieces]
}

/** Delivers pieces, and knows whose keyboard still shows a button that shares a number or place. */
export interface Sender {
  /**
   * Sends one message and resolves to its message_id: rich where only that shows it well, else as HTML, where
   * that is refused as plain text, and at last without its buttons. While Telegram is away the pauses grow,
   * and no message is given up for it.
   */
  deliver(to: ConversationId, message: Outgoing): Promise<number>
  /** Puts other words in the place of a message; nothing where Telegram has it no longer, or it says the same. */
  change(to: ConversationId, id: number, message: Outgoing): Promise<void>
  /** Somebody shared something, so there is a keyboard to put away, also one from before a restart. */
  hasKeyboard(to: ConversationId): void
}

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
type Way = (chat: number) => Promise<{ readonly message_id: number }>

/** Connects the pieces to the Bot API; without `files` a kept file is only told of. */
export function createSender(api: Api, pace: Pace, files?: Files): Sender {
  const keyboards = new Set<ConversationId>()
  const attach = createAttachments(api, files)
  const gone = createOutage()
  let richIsUnknown = false

  async function say(to: ConversationId, message: Outgoing): Promise<number> {
    const { chat, topic } = chatOf(to)
    const buttons = keyboard(message, chat > 0)
    if (keyboards.has(to) && buttons !== undefined && !('keyboard' in buttons)) await putAway(chat)
    const markup = buttons ?? (keyboards.has(to) ? { remove_keyboard: true as const } : undefined)
    const place = topic ? { message_thread_id: topic } : {}
    const sent = await sendWithFile(chat, message, place, markup)
    if (markup !== undefined && 'keyboard' in markup) keyboards.add(to)
    else keyboards.delete(to)
    return sent
  }

  async function sendWithFile(
    chat: number,
    { text, file }: Outgoing,
    place: { readonly message_thread_id?: number },
    markup: Markup | undefined,
  ): Promise<number> {
    pace.spend(chat)
    if (file === undefined) return firstTaken(chat, ways(text, place, markup))
    const fits = lengthOf(text) <= LONGEST_CAPTION
    const caption = fits ? toTelegramHtml(text) : ''
    const options = { ...place, ...(markup && { reply_markup: markup }) }
    const sent = await attach(file, caption, options, (attempts) => firstTaken(chat, attempts))
    if (sent !== undefined && fits) return sent
    const lost = sent === undefined ? `${texts.id.fileLost(literal(file.name))}\n\n` : ''
    return firstTaken(chat, ways(`${lost}${text}`, place, markup))
  }

  /** Every way to say a text, the best first. */
  function ways(text: string, place: object, markup: Markup | undefined): readonly Way[] {
    const html = toTelegramHtml(text)
    const plain = plainWithin(text, html)
    const bare = { link_preview_options: { is_disabled: true }, ...place }
    const buttons = markup && { reply_markup: markup }
    const rich: Way = (chat) =>
      api.sendRichMessage(chat, { html: toTelegramRich(text) }, { ...place, ...buttons })
    return [
      ...(!richIsUnknown && needsRich(text) ? [rich] : []),
      (chat) => api.sendMessage(chat, html, { ...bare, ...buttons, parse_mode: 'HTML' }),
      (chat) => api.sendMessage(chat, plain, { ...bare, ...buttons }),
      (chat) => api.sendMessage(chat, plain, bare),
    ]
  }

  async function firstTaken(chat: number, attempts: readonly Way[]): Promise<number> {
    let refusal: unknown
    for (const [i, way] of attempts.entries()) {
      try {
        return await sendOrFollow(chat, way)
      } catch (error) {
        const unknown = isUnknown(error) && i < attempts.length - 1
        if (!unknown && !isRefused(error)) throw error
        if (unknown) richIsUnknown = true
        refusal = error
      }
    }
    throw refusal
  }

  /** A message has room for buttons or for putting a keyboard away, so another one does that and goes. */
  async function putAway(chat: number): Promise<void> {
    pace.spend(chat)
    const gone = { reply_markup: { remove_keyboard: true as const }, disable_notification: true }
    const id = await firstTaken(chat, [(to) => api.sendMessage(to, texts.id.keyboardGone, gone)])
    await api.deleteMessage(chat, id).catch((error: unknown) => {
      if (!isRefused(error)) throw error
    })
  }

  async function inOurWords<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call()
      gone.isBack()
      return result
    } catch (error) {
      if (isAway(error)) throw new RetryLater(gone.pause(), 'Telegram cannot be reached')
      const ours = asOurs(error)
      if (ours instanceof RetryLater) pace.hush(ours.seconds)
      throw ours
    }
  }

  async function change(to: ConversationId, id: number, { text, choices }: Outgoing): Promise<void> {
    const { chat } = chatOf(to)
    const markup = choices && keyboard({ choices }, chat > 0)
    const buttons = markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {}
    const html = toTelegramHtml(text)
    const bare = { link_preview_options: { is_disabled: true }, ...buttons }
    pace.spend(chat)
    const ways = [
      () => api.editMessageText(chat, id, html, { ...bare, parse_mode: 'HTML' }),
      () => api.editMessageText(chat, id, plainWithin(text, html), bare),
    ]
    for (const way of ways) {
      const refused = await way().then(
        () => undefined,
        (error: unknown) => error,
      )
      if (refused === undefined) return
      if (!isRefused(refused)) throw refused
    }
  }

  return {
    hasKeyboard: (to) => void keyboards.add(to),
    deliver: (to, message) => inOurWords(() => say(to, message)),
    change: (to, id, message) => inOurWords(() => change(to, id, message)),
  }
}

/** A group that became a supergroup is found under its new id. */
async function sendOrFollow(chat: number, send: Way): Promise<number> {
  try {
    return (await send(chat)).message_id
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
    if (moved === undefined) throw error
    return (await send(moved)).message_id
  }
}

function lengthOf(markdown: string): number {
  return words(toTelegramHtml(markdown)).length
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
