import { z } from 'zod'
import type { CalendarStore } from '../../../calendar.ts'
import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import type { Places } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { ActingStore, Deed, Worked } from '../tickets/acting-store.ts'
import { showDigits } from '../tickets/number.ts'
import type { PromisedStore } from '../tickets/promised-store.ts'
import { cardOf } from './card.ts'
import { type Finding, findTicket, noteDeed } from './finding.ts'
import { type Telling, tellWriters } from './telling.ts'
import { texts } from './texts.ts'

/** What working with tickets needs. */
export interface Handling extends Finding, Telling {
  readonly acting: ActingStore
  readonly places: Places
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly promised: PromisedStore
  readonly timeZone: string
}

const WORDS = 'tiket-tulis'
const PASS = 'tiket-teruskan'
/** The buttons that ask for words, and what is done with them. */
const WRITTEN = { tanya: 'ask', jawab: 'answer', catat: 'note' } as const
type WrittenDeed = (typeof WRITTEN)[keyof typeof WRITTEN]

/** What the office does about a ticket: takes it, asks back, answers, passes it on, notes, closes. */
export function createDeeds(deps: Handling) {
  const { acting, audit, timeZone } = deps

  async function press(turn: Turn, verb: string, ticket: Worked): Promise<Reply | undefined> {
    const t = texts[turn.person.language]
    const { number } = ticket
    const about = showDigits(number)
    if (verb === 'ambil') return done(turn, ticket, 'take', {}, t.taken(about))
    if (verb === 'tutup') return done(turn, ticket, 'close', {}, t.closed(about))
    if (verb === 'terus') return { say: [], open: { form: PASS, answers: { number, about } } }
    const written = new Map<string, WrittenDeed>(Object.entries(WRITTEN)).get(verb)
    if (written === undefined) return undefined
    return { say: [], open: { form: WORDS, answers: { number, about, deed: written } } }
  }

  async function done(
    turn: Turn,
    { number }: Worked,
    deed: Deed,
    more: { readonly words?: string; readonly unit?: string },
    told: string,
  ): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    const on = dayAt(now, timeZone)
    const result = await acting.act({ number, deed, message: message.id, on, by: person.account, ...more })
    if (result === 'gone') return { say: [{ text: t.gone }] }
    if (result === 'over') return { say: [{ text: t.over }] }
    await noteDeed(audit, turn, `ticket.${deed}`, { ticket: number })
    await tellWriters(deps, result.ticket, deed, more.words ?? '', message.id)
    const isAnothers = deed === 'take' && result.ticket.takenBy !== person.account
    const card = cardOf(
      result.ticket,
      await deps.calendar.calendar(),
      await deps.promised.days(),
      person.language,
    )
    return { say: [{ text: isAnothers ? t.takenAlready : told }, card] }
  }

  const written = whenSent(
    wordsForm,
    async (turn, { number, deed, words }) => {
      const ticket = await findTicket(deps, turn, number)
      if ('say' in ticket) return ticket
      const t = texts[turn.person.language]
      const about = showDigits(number)
      const { close } = await deps.promised.days()
      const told = { ask: t.asked(about), answer: t.answered(about, close), note: t.noted(about) }[deed]
      return done(turn, ticket, deed, { words }, told)
    },
    'employee',
  )

  const passed = whenSent(
    passForm,
    async (turn, { number, about, unit: words }) => {
      const ticket = await findTicket(deps, turn, number)
      if ('say' in ticket) return ticket
      const t = texts[turn.person.language]
      const [only, ...others] = await deps.places.called(words)
      if (only === undefined || others.length > 0)
        return {
          say: [{ text: t.passUnknown(literal(words)) }],
          open: { form: PASS, answers: { number, about } },
        }
      return done(turn, ticket, 'pass', { unit: only.unit }, t.passed(about, literal(only.title)))
    },
    'employee',
  )

  const forms: readonly FeatureForm[] = [written, passed]
  return { press, forms }
}

const wordsShape = {
  number: z.string(),
  about: z.string(),
  deed: z.enum(['ask', 'answer', 'note']),
  words: z.string(),
}
const wordsForm: Form<typeof wordsShape> = {
  name: WORDS,
  review: false,
  schema: z.object(wordsShape),
  questions: {
    number: given(),
    about: given(),
    deed: given(),
    words: {
      ask: (l, { deed }) => {
        const t = texts[l]
        return { ask: t.askWords, answer: t.answerWords, note: t.noteWords }[String(deed) as WrittenDeed]
      },
      label: (l) => texts[l].wordsLabel,
      field: text(2, 3_000),
    },
  },
}

const passShape = { number: z.string(), about: z.string(), unit: z.string() }
const passForm: Form<typeof passShape> = {
  name: PASS,
  review: false,
  schema: z.object(passShape),
  questions: {
    number: given(),
    about: given(),
    unit: { ask: (l) => texts[l].passWords, label: (l) => texts[l].unitLabel, field: text(2, 200) },
  },
}
