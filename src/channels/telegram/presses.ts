import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { CallbackQuery, Message } from 'grammy/types'
import { isFormChoice } from '../../chat/form.ts'
import type { Content, ConversationId, Outgoing } from '../../chat/message.ts'
import { texts as kernel } from '../../chat/texts.ts'
import { LONGEST_CAPTION } from './attachments.ts'
import { chatOf } from './incoming.ts'
import type { Pace } from './pace.ts'
import { texts } from './texts.ts'

/** What a message was answered with, by its delivery id; undefined until it is answered. */
export type RepliesTo = (
  deliveryId: string,
) => Promise<readonly { readonly content: Content | Outgoing }[] | undefined>

interface Pressed {
  readonly id: string
  readonly query: CallbackQuery
  readonly freed: AbortController
}

/** A button spins no longer than this, whatever comes of it. */
const LONGEST_SPIN_MS = 3_000
const EDIT_TRIES = 5
const LONGEST_MESSAGE = 4_096
const LONGEST_ALERT = 200
const REMEMBERED = 1_000

/**
 * Acknowledges presses once it is known what came of them: an old button says so in an alert, an answered
 * question of a form shows what was chosen instead of its buttons. All of it may fail: the answer itself is a
 * message of its own.
 */
export function createPresses(deps: {
  readonly api: Api
  readonly pace: Pace
  readonly halt: AbortSignal
  readonly repliesTo: RepliesTo | undefined
  quietly(what: string, attempt: () => Promise<unknown>): Promise<void>
}) {
  const { api, pace, halt, repliesTo, quietly } = deps
  const held = new Map<ConversationId, readonly Pressed[]>()
  const done = new Set<string>()

  function acknowledge({ id }: CallbackQuery, alert?: string): Promise<void> {
    const said = alert === undefined ? {} : { text: alert.slice(0, LONGEST_ALERT), show_alert: true }
    return quietly('answerCallbackQuery', () => api.answerCallbackQuery(id, said))
  }

  async function spin(pressed: Pressed): Promise<void> {
    const waited = await pause(LONGEST_SPIN_MS, true, {
      signal: AbortSignal.any([pressed.freed.signal, halt]),
    }).catch(() => false)
    if (waited || halt.aborted) await free(pressed)
  }

  async function free(pressed: Pressed, alert?: string): Promise<void> {
    if (pressed.freed.signal.aborted) return
    pressed.freed.abort()
    await acknowledge(pressed.query, alert)
  }

  async function outcome(to: ConversationId, pressed: Pressed, replies: readonly Outgoing[]): Promise<void> {
    const old = oldButton(replies[0]?.text ?? '')
    await free(pressed, old)
    const { data = '', message } = pressed.query
    if (message === undefined || message.date === 0 || !isFormChoice(data)) return
    const again = replies.some(({ choices = [] }) => choices.some(({ value }) => value === data))
    const isShared = message.chat.type !== 'private' // there the buttons may be meant for somebody else
    if (old !== undefined && isShared) return
    await edit(
      to,
      message as Message,
      old === undefined && !again ? labelOf(message as Message, data) : undefined,
    )
  }

  /** Takes the buttons from a message, and shows there what was chosen. */
  async function edit(to: ConversationId, message: Message, chosen: string | undefined): Promise<void> {
    const key = `${message.chat.id}/${message.message_id}`
    if (message.reply_markup === undefined || done.has(key)) return
    remember(key)
    for (let tries = 0; !pace.spare(chatOf(to).chat); tries++) {
      const waited = await pause(1_000, true, { signal: halt }).catch(() => false)
      if (!waited || tries === EDIT_TRIES) return
    }
    const { id } = message.chat
    const added = chosen === undefined ? '' : `\n\n${texts.id.chosen(chosen)}`
    const { text, caption, entities = [], caption_entities = [] } = message
    await quietly('edit', () => {
      if (added !== '' && text !== undefined && text.length + added.length <= LONGEST_MESSAGE)
        return api.editMessageText(id, message.message_id, `${text}${added}`, {
          entities,
          link_preview_options: { is_disabled: true },
        })
      if (added !== '' && caption !== undefined && caption.length + added.length <= LONGEST_CAPTION)
        return api.editMessageCaption(id, message.message_id, {
          caption: `${caption}${added}`,
          caption_entities,
        })
      return api.editMessageReplyMarkup(id, message.message_id)
    })
  }

  function remember(key: string): void {
    done.add(key)
    const [oldest] = done
    if (done.size > REMEMBERED && oldest !== undefined) done.delete(oldest)
  }

  return {
    /** A press came in and is stored, or is about to be, under a delivery id. */
    hold(to: ConversationId, id: string, query: CallbackQuery): void {
      if (repliesTo === undefined) return void acknowledge(query)
      const waiting = held.get(to) ?? []
      if (waiting.some((other) => other.id === id)) return
      const pressed: Pressed = { id, query, freed: new AbortController() }
      held.set(to, [...waiting, pressed].slice(-20))
      void spin(pressed)
    },
    /** A press that means nothing here. */
    dismiss: (query: CallbackQuery) => acknowledge(query),
    /** Something is about to be said in a conversation: what came of its presses may be known by now. */
    async settle(to: ConversationId): Promise<void> {
      if (repliesTo === undefined) return
      for (const pressed of held.get(to) ?? [])
        await quietly('settle a press', async () => {
          const lines = await repliesTo(pressed.id)
          if (lines === undefined) return
          const left = (held.get(to) ?? []).filter((other) => other !== pressed)
          if (left.length === (held.get(to) ?? []).length) return // somebody else was quicker
          if (left.length > 0) held.set(to, left)
          else held.delete(to)
          await outcome(
            to,
            pressed,
            lines.map(({ content }) => content as Outgoing),
          ) // replies are what went out
        })
    },
  }
}

/** The sentence that says a button or form is over, where an answer begins with it. */
function oldButton(answer: string): string | undefined {
  return Object.values(kernel)
    .flatMap(({ buttonIsOld, formIsClosed, formOfAnother }) => [buttonIsOld, formIsClosed, formOfAnother])
    .find((sentence) => answer.startsWith(sentence))
}

function labelOf(message: Message, data: string): string | undefined {
  const rows = message.reply_markup?.inline_keyboard ?? []
  return rows.flat().find((button) => 'callback_data' in button && button.callback_data === data)?.text
}
