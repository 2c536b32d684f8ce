import type { Calendar } from '../../../calendar.ts'
import type { Choice, Language, Outgoing } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { texts as following } from '../following/texts.ts'
import { texts as lodging } from '../lodging/texts.ts'
import type { Worked } from '../tickets/acting-store.ts'
import { dueNext } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import { texts } from './texts.ts'

/** The name of the office's buttons; behind it stand what to do, and the number. */
export const DESK = 'tiket'

/** A ticket as those who answer it see it, with what they can do. */
export function cardOf(ticket: Worked, calendar: Calendar, language: Language): Outgoing {
  const t = texts[language]
  const isOver = ticket.state === 'closed' || ticket.state === 'joined'
  const care = (['danger', 'threat', 'abusive'] as const).find((one) => ticket.tempers.includes(one))
  const text = t.card({
    number: showDigits(ticket.number),
    kind: lodging[language].kinds[ticket.kind],
    where: placeOf(ticket),
    stars: ticket.rating === null ? null : lodging[language].rating(ticket.rating),
    who: ticket.identity === 'named' ? literal(ticket.name ?? '') : t.identities[ticket.identity],
    words: literal(ticket.words),
    received: showDay(ticket.receivedOn),
    state: following[language].states[ticket.state],
    due: isOver ? null : t.due(showDay(dueNext(ticket, calendar).on)),
    care: care === undefined ? null : t.careful[care],
  })
  return { text, ...(!isOver && { choices: choicesOf(ticket, language) }) }
}

function placeOf({ unit, service }: Worked): string | null {
  const names = [service, unit?.name].filter((name) => name != null)
  return names.length === 0 ? null : literal(names.join(', '))
}

function choicesOf({ number, takenBy }: Worked, language: Language): readonly Choice[] {
  const t = texts[language]
  // five, which are buttons everywhere
  const verbs = [
    ...(takenBy === null ? [['ambil', t.take] as const] : []),
    ['jawab', t.answer],
    ['tanya', t.ask],
    ['terus', t.pass],
    ...(takenBy === null ? [] : [['catat', t.note] as const]),
    ['tutup', t.close],
  ] as const
  return verbs.map(([verb, label]) => ({ label, value: `${DESK}:${verb}:${number}` }))
}
