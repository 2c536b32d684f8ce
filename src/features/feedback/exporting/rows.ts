import type { Language } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import type { Column, Pages, Value } from '../../../paper/table.ts'
import { once } from '../reading/tables.ts'
import { allThemes } from '../reading.ts'
import { showDigits } from '../tickets/number.ts'
import type { ExportedTicket } from './export-store.ts'
import { texts } from './texts.ts'

const LONGEST_TITLE = 100
const names = once(() => new Map(allThemes().map(({ theme, name }) => [theme, name])))

/** The columns in the order of a report in SP4N-LAPOR!, then what only we know. */
export function columnsOf(language: Language): readonly Column[] {
  const c = texts[language].columns
  const words = (title: string, width: number): Column => ({ title, kind: 'text', width })
  const day = (title: string): Column => ({ title, kind: 'day', width: 14 })
  return [
    { title: c.number, kind: 'digits', groups: [4, 4], width: 12 },
    words(c.classification, 22),
    words(c.title, 50),
    words(c.words, 80),
    day(c.happened),
    day(c.received),
    words(c.place, 30),
    { title: c.latitude, kind: 'number', width: 12 },
    { title: c.longitude, kind: 'number', width: 12 },
    words(c.institution, 34),
    words(c.service, 28),
    words(c.category, 30),
    words(c.identity, 12),
    words(c.name, 24),
    words(c.disposition, 26),
    words(c.followUp, 80),
    words(c.attachment, 10),
    { title: c.rating, kind: 'number', width: 8 },
    day(c.verified),
    day(c.answered),
    day(c.closed),
  ]
}

/** The rows of some tickets, page by page, in the order of the columns. */
export async function* rowsOf(
  pages: AsyncIterable<readonly ExportedTicket[]>,
  language: Language,
): Pages & AsyncGenerator<readonly (readonly Value[])[]> {
  for await (const tickets of pages) yield tickets.map((ticket) => rowOf(ticket, language))
}

function rowOf(ticket: ExportedTicket, language: Language): readonly Value[] {
  const t = texts[language]
  const { number, words } = ticket
  return [
    number,
    t.classifications[ticket.kind],
    titleOf(words),
    words,
    null, // citizens are not asked for it
    ticket.receivedOn,
    ticket.place,
    ticket.latitude,
    ticket.longitude,
    ticket.unit,
    ticket.service,
    ticket.themes.map((theme) => names().get(theme) ?? theme).join(', '),
    t.identities[ticket.identity],
    ticket.name,
    ticket.joinedTo === null ? t.states[ticket.state] : t.joined(showDigits(ticket.joinedTo)),
    followUpOf(ticket, language),
    ticket.photos > 0 ? t.has : t.hasNot,
    ticket.rating,
    ticket.verifiedOn,
    ticket.answeredOn,
    ticket.closedOn,
  ]
}

/** The first sentence, or as many of its words as a title takes. */
export function titleOf(words: string): string {
  const [sentence = ''] = words.trim().split(/(?<=[.!?])\s|\n/)
  const characters = [...sentence.replace(/\s+/g, ' ')]
  if (characters.length <= LONGEST_TITLE) return characters.join('')
  const cut = characters.slice(0, LONGEST_TITLE - 1).join('')
  return `${cut.replace(/\s+\S*$/, '') || cut}…`
}

function followUpOf({ deeds }: ExportedTicket, language: Language): string {
  const t = texts[language]
  return deeds
    .filter(({ side, words }) => side === 'office' && words !== null)
    .map(({ on, action, words }) => t.deed(showDay(on), action === 'ask', words ?? ''))
    .join('\n')
}
