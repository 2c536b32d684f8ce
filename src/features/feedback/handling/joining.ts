import { z } from 'zod'
import { type FeatureForm, type Person, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { addDays, dayAt } from '../../../indonesian/dates.ts'
import type { Worked } from '../tickets/acting-store.ts'
import type { JoiningStore } from '../tickets/joining-store.ts'
import { ALIKE, gistOf, likenessOf } from '../tickets/likeness.ts'
import { showDigits } from '../tickets/number.ts'
import { cardOf, DESK } from './card.ts'
import type { Handling } from './deeds.ts'
import { findTicket, mayHandle, noteDeed } from './finding.ts'
import { tellWriter } from './telling.ts'
import { texts } from './texts.ts'

/** What joining and splitting needs. */
export interface Joining extends Handling {
  readonly joining: JoiningStore
}

const SPLIT = 'tiket-bagi'
/** Reports of the same thing come within so many days of one another. */
const NEAR_DAYS = 30
const SHOWN = 5
/** Characters of a report that are shown in a list. */
const EXCERPT = 160

/** Tickets about the same become one, and one about two things becomes two; whoever wrote them hears of it. */
export function createJoining(deps: Joining) {
  const { acting, joining, timeZone } = deps

  async function press(turn: Turn, verb: string, ticket: Worked, more: string): Promise<Reply | undefined> {
    if (verb === 'serupa') return similar(turn, ticket)
    if (verb === 'gabung') return join(turn, ticket, more)
    if (verb === 'pisah') return part(turn, ticket)
    if (verb !== 'bagi') return undefined
    const { number } = ticket
    return { say: [], open: { form: SPLIT, answers: { number, about: showDigits(number) } } }
  }

  /** Open tickets that somebody may handle and that seem to be about the same, the most alike first. */
  async function alike(person: Person, ticket: Worked): Promise<readonly Worked[]> {
    const gist = gistOf(ticket.words)
    const near = await joining.near(ticket, addDays(ticket.receivedOn, -NEAR_DAYS))
    const found = near
      .map((one) => ({ one, likeness: likenessOf(gist, gistOf(one.words)) }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .toSorted((a, b) => b.likeness - a.likeness)
    const theirs: Worked[] = []
    for (const { one } of found) if (await mayHandle(deps.desks, person, one)) theirs.push(one)
    return theirs
  }

  async function similar({ person }: Turn, ticket: Worked): Promise<Reply> {
    const t = texts[person.language]
    const found = await alike(person, ticket)
    if (found.length === 0) return { say: [{ text: t.noneSimilar }] }
    const lines = found
      .slice(0, SHOWN)
      .map(({ number, words }) => t.excerpt(showDigits(number), short(words)))
    const join = (label: string, which: string) => ({
      label,
      value: `${DESK}:gabung:${ticket.number}:${which}`,
    })
    const each = found.slice(0, SHOWN - 1).map(({ number }) => join(t.joinOne(showDigits(number)), number))
    const choices = found.length > 1 ? [join(t.joinAll(found.length), 'semua'), ...each] : each
    return { say: [{ text: [t.similarTo(showDigits(ticket.number)), ...lines].join('\n\n'), choices }] }
  }

  /** One ticket, or all that are alike, goes with this one. */
  async function join(turn: Turn, ticket: Worked, which: string): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    if (ticket.state === 'closed' || ticket.state === 'joined') return { say: [{ text: t.over }] }
    const found = which === 'semua' ? await alike(person, ticket) : [await findTicket(deps, turn, which)]
    let count = 0
    for (const one of found) {
      if ('say' in one) return one
      if (one.number === ticket.number) continue
      const doing = { number: one.number, deed: 'join', into: ticket.number, message: message.id } as const
      const result = await acting.act({ ...doing, on: dayAt(now, timeZone), by: person.account })
      if (result === 'gone' || result === 'over') continue
      count++
      const text = t.citizen.joined(showDigits(one.number), showDigits(ticket.number))
      await tellWriter(deps, result.ticket, { text }, `join:${message.id}`)
    }
    await noteDeed(deps.audit, turn, 'ticket.join', { ticket: ticket.number, joined: count })
    return shown(turn, ticket.number, t.joined(count, showDigits(ticket.number)))
  }

  async function part(turn: Turn, { number }: Worked): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    const on = dayAt(now, timeZone)
    const result = await acting.act({ number, deed: 'part', message: message.id, on, by: person.account })
    if (result === 'gone') return { say: [{ text: t.gone }] }
    if (result === 'over') return { say: [{ text: t.notJoined }] }
    await noteDeed(deps.audit, turn, 'ticket.part', { ticket: number })
    await tellWriter(
      deps,
      result.ticket,
      { text: t.citizen.parted(showDigits(number)) },
      `part:${message.id}`,
    )
    return shown(turn, number, t.parted(showDigits(number)))
  }

  async function shown({ person }: Turn, number: string, told: string): Promise<Reply> {
    const ticket = await acting.ticket(number)
    if (ticket === undefined) return { say: [{ text: told }] }
    const card = cardOf(ticket, await deps.calendar.calendar(), await deps.promised.days(), person.language)
    return { say: [{ text: told }, card] }
  }

  const split = whenSent(
    splitForm,
    async (turn, { number, about, unit: words, words: matter }) => {
      const { person, message, now } = turn
      const t = texts[person.language]
      const ticket = await findTicket(deps, turn, number)
      if ('say' in ticket) return ticket
      const [only, ...others] = await deps.places.called(words)
      if (only === undefined || others.length > 0)
        return {
          say: [{ text: t.passUnknown(literal(words)) }],
          open: { form: SPLIT, answers: { number, about, words: matter } },
        }
      const on = dayAt(now, timeZone)
      const made = await joining.split({
        number,
        words: matter,
        unit: only.unit,
        message: message.id,
        on,
        by: person.account,
      })
      await noteDeed(deps.audit, turn, 'ticket.split', { ticket: number, made: made.number })
      const [own, code] = [showDigits(made.number), showDigits(made.code)]
      const told = { text: t.citizen.split(about, own, code, literal(matter)) }
      await tellWriter(deps, ticket, told, `split:${message.id}`)
      return { say: [{ text: t.splitOff(about, own, literal(only.title)) }] }
    },
    'employee',
  )

  const forms: readonly FeatureForm[] = [split]
  return { press, forms, alike }
}

function short(words: string): string {
  return literal(words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words)
}

const SHAPE = { number: z.string(), about: z.string(), words: z.string(), unit: z.string() }
const splitForm: Form<typeof SHAPE> = {
  name: SPLIT,
  review: false,
  schema: z.object(SHAPE),
  questions: {
    number: given(),
    about: given(),
    words: {
      ask: (l, { about }) => texts[l].splitWords(String(about)),
      label: (l) => texts[l].wordsLabel,
      field: text(3, 3_000),
    },
    unit: { ask: (l) => texts[l].passWords, label: (l) => texts[l].unitLabel, field: text(2, 200) },
  },
}
