import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types'
import type { Choice, Outgoing } from '../../chat/message.ts'
import { texts } from './texts.ts'

/**
 * The buttons of a message: under it, or in place of the keyboard where a number or place is asked for, which
 * Telegram does in private chats only.
 */
export function keyboard(
  { choices = [], request }: Pick<Outgoing, 'choices' | 'request'>,
  isPrivate: boolean,
): InlineKeyboardMarkup | ReplyKeyboardMarkup | undefined {
  if (request !== undefined && isPrivate) {
    const share =
      request === 'contact'
        ? { text: texts.id.shareContact, request_contact: true as const }
        : { text: texts.id.shareLocation, request_location: true as const }
    return {
      keyboard: [[share], ...choices.map(({ label }) => [label])],
      one_time_keyboard: true,
      resize_keyboard: true,
    }
  }
  if (choices.length === 0) return undefined
  return {
    inline_keyboard: rows(choices).map((row) =>
      row.map(({ label, value }) => ({ text: label, callback_data: value })),
    ),
  }
}

/** Short labels stand side by side, long ones alone: what a narrow phone shows whole. Signs without words stay together. */
function rows(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const result: Choice[][] = []
  for (const group of together(choices)) {
    const row = result.at(-1)
    const width = [...(row ?? []), ...group].reduce((sum, { label }) => sum + label.length + 3, -3)
    if (row && row.length + group.length <= 5 && width <= 28) row.push(...group)
    else result.push([...group])
  }
  return result
}

function together(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const groups: Choice[][] = []
  for (const choice of choices) {
    const group = groups.at(-1)
    if (isSign(choice) && group?.every(isSign)) group.push(choice)
    else groups.push([choice])
  }
  return groups
}

function isSign({ label }: Choice): boolean {
  return !/[\p{L}\p{N}]/u.test(label)
}
