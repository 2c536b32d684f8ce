import type { Calendar } from '../../../calendar.ts'
import type { Choice, Language, Outgoing } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { texts as lodging } from '../lodging/texts.ts'
import type { Worked } from '../tickets/acting-store.ts'
import { dueNext, type Promised } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import type { Spot } from '../tickets/ticket.ts'
import { texts } from './texts.ts'

/** The name of the office's buttons; behind it stand what to do, and the number. */
export const DESK = 'tiket'

/** A ticket as those who answer it see it, with what they can do. */
export function cardOf(ticket: Worked, calendar: Calendar, promised: Promised, language: Language): Outgoing {
  const t = texts[language]
  const isOver = ticket.state === 'closed' || ticket.state === 'joined'
  const care = (['danger', 'threat', 'abusive', 'spam'] as const).find((one) => ticket.tempers.includes(one))
  const text = t.card({
    number: showDigits(ticket.number),
    kind: lodging[language].kinds[ticket.kind],
    where: placeOf(ticket),
    stars: ticket.rating === null ? null : lodging[language].rating(ticket.rating),
    who: ticket.identity === 'named' ? literal(ticket.name ?? '') : t.identities[ticket.identity],
    words: literal(ticket.words),
    received: showDay(ticket.receivedOn),
    state: t.states[ticket.state],
    due: isOver ? null : t.due(showDay(dueNext(ticket, calendar, promised).on)),
    about: ticket.officer === null ? null : t.aboutOfficer(literal(ticket.officer.name)),
    place: ticket.place === null ? null : t.place(spotOf(ticket.place)),
    photos: ticket.photos === 0 ? null : t.photos(ticket.photos),
    joined: ticket.joinedTo === null ? null : t.wentWith(showDigits(ticket.joinedTo)),
    care: care === undefined ? null : t.careful[care],
  })
  return { text, choices: choicesOf(ticket, isOver, language) }
}

function placeOf({ unit, service }: Worked): string | null {
  const names = [service, unit?.name].filter((name) => name != null)
  return names.length === 0 ? null : literal(names.join(', '))
}

/** Words as they were written, or a link to a map. */
function spotOf(place: Spot): string {
  if ('words' in place) return literal(place.words)
  const { latitude, longitude } = place
  const at = `${latitude}, ${longitude}`
  return `[${at}](https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude})`
}

/** At most five, which are buttons everywhere; the rest are behind the last. */
function choicesOf({ number, takenBy }: Worked, isOver: boolean, language: Language): readonly Choice[] {
  const t = texts[language]
  const verbs = [
    ...(isOver || takenBy !== null ? [] : [['ambil', t.take] as const]),
    ...(isOver ? [] : [['jawab', t.answer] as const, ['tanya', t.ask] as const, ['terus', t.pass] as const]),
    ...(isOver || takenBy === null ? [] : [['tutup', t.close] as const]),
    ['lain', t.others],
  ] as const
  return verbs.map(([verb, label]) => ({ label, value: `${DESK}:${verb}:${number}` }))
}
