import { z } from 'zod'
import { ELEMENTS } from './skm/elements.ts'
import { texts } from './texts.ts'

const t = texts.id.definition
/** Buttons on a phone show about so many characters. */
const LABEL = z.string().trim().min(1).max(40)
/** Stands behind the number of its step. */
const END = LABEL.max(36)
const ID = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, t.badId)
/** The id of a survey stands in buttons, beside that of a unit and a period. */
const SURVEY_ID = ID.max(20)
const MOST_OPTIONS = 10
/** A button carries so many bytes: the form, the question and the option have to go into them. */
const MOST_IN_A_BUTTON = 64 - 'sv-'.length - '-24?=10'.length

const ASKED = {
  id: ID,
  text: z.string().trim().min(5).max(200),
  /** What it is called above a column or in a report, where that is not the question itself. */
  title: z.string().trim().min(1).max(40).optional(),
  optional: z.boolean().default(false),
  /** It is asked so many months after what the survey is about: at once, unless it says otherwise. */
  afterMonths: z.int().min(0).max(24).default(0),
}

/** One of a few answers in words. */
const CHOICE = z.strictObject({
  ...ASKED,
  kind: z.literal('choice'),
  options: z.array(LABEL).min(2).max(MOST_OPTIONS).refine(areDistinct, t.sameLabels),
  /** What an option was called before, and what it is called now: answers given under the old name go on counting. */
  renamed: z.record(LABEL, LABEL).optional(),
})

const QUESTION = z.discriminatedUnion('kind', [
  z.strictObject({
    ...ASKED,
    kind: z.literal('scale4'),
    /** From the worst (1) to the best (4). */
    labels: z.tuple([LABEL, LABEL, LABEL, LABEL]).refine(areDistinct, t.sameLabels),
    element: z.enum(ELEMENTS).optional(),
  }),
  z.strictObject({ ...ASKED, kind: z.literal('scale5'), ends: z.tuple([END, END]) }),
  z.strictObject({ ...ASKED, kind: z.literal('yes-no') }),
  CHOICE,
  z.strictObject({ ...ASKED, kind: z.literal('text') }),
])

/** A survey as data: whom it asks, what, how often, and from how many answers on anything is shown. */
export const SURVEY = z
  .strictObject({
    id: SURVEY_ID,
    title: z.string().trim().min(3).max(80),
    intro: z.string().trim().min(10).max(240),
    who: z.enum(['citizens-after-service', 'employees-after-training', 'employees-on-policy']),
    /** The law it follows. */
    basis: z.string().trim().min(3).optional(),
    /** With fewer answers nothing is shown, so that nobody can be recognised. */
    minimum: z.int().min(3).max(100).default(5),
    /** Answers are summed up over so long, and within it nobody is asked the same again. */
    period: z.enum(['once', 'month', 'quarter', 'semester', 'year']),
    /** The days on which answers are taken, both included; without them, always. */
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    questions: z.array(QUESTION).min(1).max(30),
    /** What a respondent may say about themselves. */
    facts: z.array(CHOICE).max(8).default([]),
  })
  .superRefine((survey, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const asked = [...survey.questions, ...survey.facts]
    if (!areDistinct(asked.map(({ id }) => id))) complain('questions', t.sameIds)
    if (survey.facts.some(({ optional }) => !optional)) complain('facts', t.forcedFact)
    if (survey.from !== undefined && survey.until !== undefined && survey.from > survey.until)
      complain('until', t.endsEarly)
    for (const one of asked) {
      const names = one.kind === 'choice' ? Object.values(one.renamed ?? {}) : []
      if (one.kind === 'choice' && !names.every((name) => one.options.includes(name)))
        complain('questions', t.renamedToNothing(one.id))
      if (survey.id.length + one.id.length > MOST_IN_A_BUTTON) complain('questions', t.longIds(one.id))
    }
    if (
      survey.who === 'citizens-after-service' &&
      survey.questions.some(({ afterMonths }) => afterMonths > 0)
    )
      complain('questions', t.nobodyToAskLater)
    const elements = survey.questions.flatMap((one) => (one.kind === 'scale4' ? (one.element ?? []) : []))
    const isSkm = ELEMENTS.every((element) => elements.includes(element)) && areDistinct(elements)
    if (elements.length > 0 && !isSkm) complain('questions', t.notNine)
  })
  .readonly()

export type Survey = z.infer<typeof SURVEY>
export type SurveyQuestion = Survey['questions'][number]
export type Fact = Survey['facts'][number]

/** True of a survey that measures the nine elements (PermenPANRB 14/2017), so that it has an index. */
export function isSkm({ questions }: Survey): boolean {
  return questions.some((question) => question.kind === 'scale4' && question.element !== undefined)
}

/** After how many months it asks anything, the first time among them: 0, 3. */
export function roundsOf({ questions }: Pick<Survey, 'questions'>): readonly number[] {
  return [...new Set(questions.map(({ afterMonths }) => afterMonths))].sort((a, b) => a - b)
}

function areDistinct(list: readonly string[]): boolean {
  return new Set(list.map((one) => one.toLowerCase())).size === list.length
}
