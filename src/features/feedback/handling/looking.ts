import type { Person, Reply, Turn } from '../../../chat/feature.ts'
import { type Choice, literal, type Outgoing } from '../../../chat/message.ts'
import type { Queryable } from '../../../database/database.ts'
import type { Keeping as Files } from '../../../files.ts'
import { showDay } from '../../../indonesian/dates.ts'
import type { Worked } from '../tickets/acting-store.ts'
import { officeHistory } from '../tickets/history-store.ts'
import { showDigits } from '../tickets/number.ts'
import type { PhotoStore } from '../tickets/photo-store.ts'
import { cardOf, DESK } from './card.ts'
import type { Handling } from './deeds.ts'
import { noteDeed } from './finding.ts'
import { texts } from './texts.ts'

/** What looking at a ticket needs. */
export interface Looking extends Pick<Handling, 'audit' | 'calendar' | 'promised'> {
  readonly database: Queryable
  readonly files: Pick<Files, 'make' | 'isPossible'>
  readonly photos: Pick<PhotoStore, 'photos'>
  /** Open tickets that somebody may handle and that seem to be about the same. */
  alike(person: Person, ticket: Worked): Promise<readonly Worked[]>
}

/** How those who answer look at a ticket: its card, all that happened to it, its photos, and what else can be done. */
export function createLooking(deps: Looking) {
  async function press(turn: Turn, verb: string, ticket: Worked): Promise<Reply | undefined> {
    if (verb === 'lihat') return look(turn, ticket)
    if (verb === 'riwayat') return { say: [await history(turn, ticket)] }
    if (verb === 'foto') return { say: await photos(turn, ticket) }
    if (verb === 'lain') return { say: [await others(turn, ticket)] }
    return undefined
  }

  async function look(turn: Turn, ticket: Worked): Promise<Reply> {
    await noteDeed(deps.audit, turn, 'ticket.read', { ticket: ticket.number })
    const days = await deps.calendar.calendar()
    return { say: [cardOf(ticket, days, await deps.promised.days(), turn.person.language)] }
  }

  async function history({ person }: Turn, { number, receivedOn, splitFrom }: Worked): Promise<Outgoing> {
    const t = texts[person.language]
    const events = await officeHistory(deps.database, number)
    const lines = events.map(({ on, side, officer, action, words, internal }) =>
      t.event({
        on: showDay(on),
        who: literal(officer ?? t.sides[side]),
        did: t.did[action] ?? action,
        words: words === null ? null : literal(/^\d{8}$/.test(words) ? showDigits(words) : words),
        internal,
      }),
    )
    const begins = splitFrom === null ? t.came(showDay(receivedOn)) : t.cameFrom(showDigits(splitFrom))
    return { text: [t.historyOf(showDigits(number)), begins, ...lines].join('\n') }
  }

  async function photos(turn: Turn, { number }: Worked): Promise<readonly Outgoing[]> {
    const t = texts[turn.person.language]
    if (!deps.files.isPossible(turn.conversation)) return [{ text: t.photosElsewhere }]
    const all = await deps.photos.photos(number)
    if (all.length === 0) return [{ text: t.noPhotos }]
    const said: Outgoing[] = []
    for (const [at, bytes] of all.entries()) {
      const name = `laporan-${number}-${at + 1}.jpg`
      const file = await deps.files.make(bytes, { name, mime: 'image/jpeg' }, turn, 'made')
      said.push({ text: t.photo(showDigits(number), at + 1, all.length), file })
    }
    return said
  }

  async function others({ person }: Turn, ticket: Worked): Promise<Outgoing> {
    const t = texts[person.language]
    const { number, photos, state, takenBy } = ticket
    const isOver = state === 'closed' || state === 'joined'
    const alike = isOver ? 0 : (await deps.alike(person, ticket)).length
    const choices: readonly (readonly [string, string, boolean])[] = [
      ['riwayat', t.history, true],
      ['foto', t.photos(photos), photos > 0],
      ['serupa', t.similar(alike), alike > 0],
      ['bagi', t.split, !isOver],
      ['pisah', t.part, state === 'joined'],
      ['catat', t.note, true],
      ['tutup', t.close, !isOver && takenBy === null],
    ]
    return {
      text: t.whatElse(showDigits(number)),
      choices: choices.flatMap(([verb, label, isOffered]): readonly Choice[] =>
        isOffered ? [{ label, value: `${DESK}:${verb}:${number}` }] : [],
      ),
    }
  }

  return { press, look }
}
