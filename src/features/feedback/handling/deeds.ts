import { z } from 'zod'
import type { CalendarStore } from '../../../calendar.ts'
import {
  type Action,
  type FeatureForm,
  type Outbox,
  type Person,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { type Choice, type Language, literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Audit } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { ActingStore, Deed, Worked } from '../tickets/acting-store.ts'
import type { Desks } from '../tickets/desk-store.ts'
import { showDigits } from '../tickets/number.ts'
import type { Places } from '../tickets/place-store.ts'
import { cardOf, DESK } from './card.ts'
import { texts } from './texts.ts'

/** What working with tickets needs. */
export interface Handling {
  readonly acting: ActingStore
  readonly desks: Desks
  readonly places: Places
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly outbox: Outbox
  readonly audit: Audit
  readonly timeZone: string
}

const WORDS = 'tiket-tulis'
const PASS = 'tiket-teruskan'
/** The buttons that ask for words, and what is done with them. */
const WRITTEN = { tanya: 'ask', jawab: 'answer', catat: 'note' } as const
type WrittenDeed = (typeof WRITTEN)[keyof typeof WRITTEN]

/** What the office does about a ticket: takes it, asks back, answers, passes it on, notes, closes. */
export function createDeeds(deps: Handling) {
  const { acting, outbox, audit, timeZone } = deps

  /** The ticket, where this person may work with it; else what to tell them. */
  async function found({ person }: Turn, number: string): Promise<Worked | Reply> {
    const t = texts[person.language]
    const ticket = /^\d{8}$/.test(number) ? await acting.ticket(number) : undefined
    if (ticket === undefined) return { say: [{ text: t.gone }] }
    return (await mayHandle(deps.desks, person, ticket)) ? ticket : { say: [{ text: t.notYours }] }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', number = ''] = rest.split(':')
    const ticket = await found(turn, number)
    if ('say' in ticket) return ticket
    const t = texts[turn.person.language]
    const about = showDigits(number)
    if (verb === 'ambil') return done(turn, ticket, 'take', {}, t.taken(about))
    if (verb === 'tutup') return done(turn, ticket, 'close', {}, t.closed(about))
    if (verb === 'terus') return { say: [], open: { form: PASS, answers: { number, about } } }
    const written = new Map<string, WrittenDeed>(Object.entries(WRITTEN)).get(verb)
    if (written !== undefined)
      return { say: [], open: { form: WORDS, answers: { number, about, deed: written } } }
    return { say: [cardOf(ticket, await deps.calendar.calendar(), turn.person.language)] }
  }

  async function done(
    turn: Turn,
    ticket: Worked,
    deed: Deed,
    more: { readonly words?: string; readonly unit?: string },
    told: string,
  ): Promise<Reply> {
    const { person, message, now } = turn
    const { number } = ticket
    const t = texts[person.language]
    const result = await acting.act({
      number,
      deed,
      message: message.id,
      on: dayAt(now, timeZone),
      by: person.account,
      ...more,
    })
    if (result === 'gone') return { say: [{ text: t.gone }] }
    if (result === 'over') return { say: [{ text: t.over }] }
    const { account, role } = person
    const deedKey = `ticket.${deed}:${message.id}`
    await audit.note(
      { key: deedKey, action: `ticket.${deed}`, account, role, subject: null, detail: { ticket: number } },
      now,
    )
    const said = toCitizen(deed, number, more.words, person.language)
    if (said !== undefined && result.ticket.address !== null)
      await outbox.say(result.ticket.address, said, `ticket:${deedKey}`)
    const isAnothers = deed === 'take' && result.ticket.takenBy !== account
    return {
      say: [
        { text: isAnothers ? t.takenAlready : told },
        cardOf(result.ticket, await deps.calendar.calendar(), person.language),
      ],
    }
  }

  const written = whenSent(
    wordsForm,
    async (turn, { number, deed, words }) => {
      const ticket = await found(turn, number)
      if ('say' in ticket) return ticket
      const t = texts[turn.person.language]
      const about = showDigits(number)
      const told = { ask: t.asked(about), answer: t.answered(about), note: t.noted(about) }[deed]
      return done(turn, ticket, deed, { words }, told)
    },
    'employee',
  )

  const passed = whenSent(
    passForm,
    async (turn, { number, about, unit: words }) => {
      const ticket = await found(turn, number)
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

  const action: Action = { name: DESK, audience: 'employee', personal: true, run: press }
  const forms: readonly FeatureForm[] = [written, passed]
  return { action, forms }
}

/**
 * Whether somebody works with a ticket: officers do, and whoever answers for its unit. What tells of a crime of officials
 * is for administrators alone.
 */
export async function mayHandle(desks: Desks, { role, employee }: Person, ticket: Worked): Promise<boolean> {
  if (ticket.kind === 'whistleblowing') return mayUse(role, 'admin')
  if (mayUse(role, 'hr')) return true
  return employee !== undefined && ticket.unit !== null && desks.answersFor(employee, ticket.unit.id)
}

function toCitizen(deed: Deed, number: string, words = '', language: Language) {
  const { citizen: t } = texts[language]
  const about = showDigits(number)
  const button = (label: string, verb: string): Choice => ({ label, value: `lapor:${verb}:${number}` })
  if (deed === 'ask') return { text: t.asks(about, literal(words)), choices: [button(t.reply, 'balas')] }
  if (deed === 'answer')
    return {
      text: t.answers(about, literal(words)),
      choices: [button(t.solved, 'selesai'), button(t.unsolved, 'belum')],
    }
  if (deed === 'close') return { text: t.closes(about), choices: [button(t.unsolved, 'belum')] }
  return undefined
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
