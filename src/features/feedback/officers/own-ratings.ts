import { z } from 'zod'
import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { given } from '../../../chat/question.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { createRatings } from './ratings.ts'
import type { createStatements } from './statement-store.ts'
import { texts } from './texts.ts'

/** What seeing one's own figure needs. */
export interface OwnRatings {
  readonly ratings: Pick<ReturnType<typeof createRatings>, 'detailed'>
  readonly statements: Pick<ReturnType<typeof createStatements>, 'write'>
}

const NAME = 'penilaian_saya'
const ANSWER = 'penilaian-tanggapan'
const MOST_BUTTONS = 3

/** `/penilaian_saya`: what citizens think of somebody's service, for themselves, and what they say to it. */
export function createOwnRatings({ ratings, statements }: OwnRatings) {
  async function show(turn: Turn): Promise<Reply> {
    const { employee, language } = turn.person
    const t = texts[language]
    if (employee === undefined) return { say: [{ text: t.noEntry }] }
    const year = dayAt(turn.now, turn.timeZone).slice(0, 4)
    const detailed = await ratings.detailed(employee, `${year}-01-01`, `${year}-12-31`)
    if (detailed === undefined) return { say: [{ text: t.tooFew }] }
    const choices = detailed.spans
      .slice(-MOST_BUTTONS)
      .map((span) => ({ label: t.answerTo(span), value: `${NAME}:${span.until}` }))
    return { say: [{ text: t.ratings(year, detailed), choices }] }
  }

  async function press(turn: Turn, month: string): Promise<Reply> {
    return MONTH.test(month) ? { say: [], open: { form: ANSWER, answers: { month } } } : show(turn)
  }

  const form: FeatureForm = whenSent(
    answerForm,
    async ({ person, now, timeZone }, { month, words }) => {
      const t = texts[person.language]
      if (person.employee === undefined) return { say: [{ text: t.noEntry }] }
      await statements.write(person.employee, { month, words }, dayAt(now, timeZone))
      return { say: [{ text: t.written(t.months(month, month)) }] }
    },
    'employee',
  )
  const shared = { name: NAME, audience: 'employee', personal: true } as const
  const command: Command = { ...shared, summary: (l) => texts[l].ratingSummary, run: show }
  const action: Action = { ...shared, run: press }
  return { command, action, form }
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])-01$/
const shape = { month: z.string().regex(MONTH), words: z.string() }
const answerForm: Form<typeof shape> = {
  name: ANSWER,
  title: (l) => texts[l].formTitle,
  review: false,
  schema: z.object(shape),
  questions: {
    month: given(),
    words: {
      ask: (l, { month }) => texts[l].ask(texts[l].months(String(month), String(month))),
      label: (l) => texts[l].wordsLabel,
      field: text(2, 1_000),
    },
  },
}
