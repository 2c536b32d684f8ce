import { z } from 'zod'
import type { CalendarStore } from '../../../calendar.ts'
import { type FeatureForm, type Outbox, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { type Announcing, readersOf } from '../handling/announce.job.ts'
import { texts as handling } from '../handling/texts.ts'
import type { ActingStore, Worked } from '../tickets/acting-store.ts'
import { stoodStillFor } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import type { TicketStore } from '../tickets/store.ts'
import { ownTicket } from './ownership.ts'
import { texts } from './texts.ts'

/** What a citizen's words about their ticket need. */
export interface Answering extends Pick<Announcing, 'desks' | 'placesOf' | 'officers'> {
  readonly acting: ActingStore
  readonly tickets: TicketStore
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly outbox: Outbox
  readonly timeZone: string
}

const SAY = 'lapor-balas'
const STARS = ['1', '2', '3', '4', '5'] as const

/** What whoever wrote a ticket does with it afterwards: replies, says that it is solved and how well, or that it is not. */
export function createAnswering(deps: Answering) {
  const { acting, outbox, timeZone } = deps

  async function press(turn: Turn, verb: string, number: string, more: string): Promise<Reply | undefined> {
    if (!VERBS.has(verb)) return undefined
    const t = texts[turn.person.language]
    const ticket = await ownTicket(deps, turn, number)
    if (ticket === undefined) return { say: [{ text: t.needsCode }] }
    if (verb === 'selesai')
      return {
        say: [
          {
            text: t.howWell,
            choices: STARS.map((stars) => ({
              label: '⭐'.repeat(Number(stars)),
              value: `lapor:puas:${number}:${stars}`,
            })),
          },
        ],
      }
    if (verb === 'puas') return rated(turn, ticket, more)
    return { say: [], open: { form: SAY, answers: { number, deed: verb === 'belum' ? 'reopen' : 'reply' } } }
  }

  async function rated(turn: Turn, { number }: Worked, stars: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (!STARS.some((one) => one === stars)) return { say: [{ text: t.needsCode }] }
    const doing = { number, on: dayAt(turn.now, timeZone) }
    await acting.act({ ...doing, deed: 'close', message: `${turn.message.id}:close` })
    await acting.act({ ...doing, deed: 'rate', message: turn.message.id, stars: Number(stars) })
    return { say: [{ text: t.thanks }] }
  }

  const form: FeatureForm = {
    ...whenSent(sayForm, async (turn, { number, deed, words }) => {
      const t = texts[turn.person.language]
      const ticket = await ownTicket(deps, turn, number)
      if (ticket === undefined) return { say: [{ text: t.needsCode }] }
      const on = dayAt(turn.now, timeZone)
      const stood =
        ticket.askedOn === null ? 0 : stoodStillFor(ticket.askedOn, on, await deps.calendar.calendar())
      const result = await acting.act({ number, deed, message: turn.message.id, on, words, stood })
      if (result === 'gone' || result === 'over') return { say: [{ text: t.over }] }
      await tell(result.ticket, deed, words, turn)
      return { say: [{ text: deed === 'reopen' ? t.reopened : t.passedOn }] }
    }),
    traceless: true,
  }

  async function tell(
    ticket: Worked,
    deed: 'reply' | 'reopen',
    words: string,
    { message }: Turn,
  ): Promise<void> {
    const t = handling.id
    const about = showDigits(ticket.number)
    const said = (deed === 'reopen' ? t.reopened : t.replied)(about, literal(words))
    const choices = [
      { label: t.answer, value: `tiket:jawab:${ticket.number}` },
      { label: t.history, value: `tiket:lihat:${ticket.number}` },
    ]
    const key = acting.keyOf(message.id)
    for (const place of await readersOf(deps, ticket))
      await outbox.say(place, { text: said, choices }, `ticket:${key}:${place}`)
  }

  return { press, form }
}

const VERBS: ReadonlySet<string> = new Set(['balas', 'belum', 'selesai', 'puas'])

const shape = { number: z.string(), deed: z.enum(['reply', 'reopen']), words: z.string() }
const sayForm: Form<typeof shape> = {
  name: SAY,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object(shape),
  questions: {
    number: given(),
    deed: given(),
    words: {
      ask: (l, { deed }) => (deed === 'reopen' ? texts[l].askUnsolved : texts[l].askReply),
      label: (l) => texts[l].wordsLabel,
      field: text(2, 3_000),
    },
  },
}
