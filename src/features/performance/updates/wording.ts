import { type Language, literal } from '../../../chat/message.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { texts } from './texts.ts'
import type { Update } from './update.ts'

/** "40 berkas": what a report is called where it is spoken of. */
export function thingOf({ quantity, unit }: Pick<Update, 'quantity' | 'unit'>, language: Language): string {
  return literal(texts[language].thing(quantity, unit))
}

/** A report in one line: how much, how well, when (seen from `today`, where that is known), for which target. */
export function lineOf(
  update: Pick<Update, 'quantity' | 'unit' | 'good' | 'late' | 'doneOn' | 'target'>,
  today: Day | undefined,
  language: Language,
): string {
  const t = texts[language]
  const parts = [
    `**${thingOf(update, language)}**`,
    t.quality(update.good, update.quantity),
    ...(update.late === null ? [] : [t.late(update.late)]),
    t.day(update.doneOn, today),
    update.target === null ? t.target(null) : `RHK ${update.target.number}`,
  ]
  return parts.join(', ')
}

/** A web address in a text and the text without it; `https` tells whether it may be kept as evidence. */
export function linkIn(text: string): {
  readonly rest: string
  readonly link?: string
  readonly refused?: true
} {
  const found = /\b(https?|ftp|file|javascript):\/*[^\s<>"]+/i.exec(text)
  if (found === null) return { rest: text }
  const rest = text.replace(found[0], ' ').replace(/\s+/g, ' ').trim()
  const address = URL.parse(found[0])
  const fits = address?.protocol === 'https:' && address.username === '' && found[0].length <= LONGEST_LINK
  return fits ? { rest, link: address.href } : { rest, refused: true }
}

const LONGEST_LINK = 1_000
