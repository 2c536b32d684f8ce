import { z } from 'zod'
import { choice, type Field, text } from '../../../../chat/fields.ts'
import type { Answers, Form } from '../../../../chat/form.ts'
import type { Language } from '../../../../chat/message.ts'
import { given, type QuestionFor } from '../../../../chat/question.ts'
import { BEHAVIOURS, type Behaviour, medianOf, readExamples } from '../behaviours.ts'
import { asRating, LEVELS, type Level, predicateOf, ratingOf } from '../predicate.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** The self-evaluation, as a form. */
export const EVALUATE = 'evaluasi-diri'

/** The answer that leaves the behaviour as a whole to the seven. */
export const MEDIAN = 'tengah'
type LevelSchema = z.ZodEnum<{ '1': '1'; '2': '2'; '3': '3' }>

const level: LevelSchema = z.enum(LEVELS)
const t = (language: Language) => texts[language]

/** A level below, as, or above expectation. */
export function levelField(): Field<Level> {
  return choice((language) => levels(language))
}

const overallField = choice((language) => [
  { value: MEDIAN, label: t(language).useMedian, also: ['nilai tengah', 'tengah', 'ya', 'pakai'] },
  ...levels(language),
])

/** Asks everything in the chat one by one, or on one page; the results may be filled in from what was reported. */
export const selfForm: Form<
  {
    quarter: z.ZodString
    version: z.ZodString
    named: z.ZodString
    results: z.ZodString
    result: LevelSchema
    examples: z.ZodNullable<z.ZodString>
    overall: z.ZodEnum<{ '1': '1'; '2': '2'; '3': '3'; tengah: 'tengah' }>
  } & Record<Behaviour, LevelSchema>
> = {
  name: EVALUATE,
  title: (l) => t(l).title,
  schema: z.object({
    quarter: z.string(),
    version: z.string(),
    named: z.string(),
    results: z.string().min(10).max(2_000),
    result: level,
    pelayanan: level,
    akuntabel: level,
    kompeten: level,
    harmonis: level,
    loyal: level,
    adaptif: level,
    kolaboratif: level,
    examples: z.string().nullable(),
    overall: z.enum([...LEVELS, MEDIAN]),
  }),
  questions: {
    quarter: given(),
    version: given(),
    named: given((l) => t(l).quarterLabel),
    results: { ask: (l) => t(l).results, label: (l) => t(l).resultsLabel, field: text(10, 2_000) },
    result: { ask: (l) => t(l).result, label: (l) => t(l).resultLabel, field: levelField() },
    pelayanan: behaviour('pelayanan'),
    akuntabel: behaviour('akuntabel'),
    kompeten: behaviour('kompeten'),
    harmonis: behaviour('harmonis'),
    loyal: behaviour('loyal'),
    adaptif: behaviour('adaptif'),
    kolaboratif: behaviour('kolaboratif'),
    examples: { ask: (l) => t(l).examples, label: (l) => t(l).examplesLabel, field: examplesField() },
    overall: {
      ask: (l, answers) => askOverall(l, answers),
      label: (l) => t(l).overallLabel,
      field: overallField,
    },
  },
}

function levels(language: Language) {
  return LEVELS.map((value) => ({ value, label: shared[language].ratings[ratingOf(value)] }))
}

function behaviour(one: Behaviour): QuestionFor<LevelSchema> {
  const named = (l: Language) => shared[l].behaviours[one]
  return {
    ask: (l) => t(l).behaviour(BEHAVIOURS.indexOf(one) + 1, named(l).name, named(l).guidance),
    label: (l) => named(l).name,
    field: levelField(),
  }
}

/** Names the middle, and the predicate it would give together with the results, once all of them are answered. */
function askOverall(language: Language, answers: Answers): string {
  const own = BEHAVIOURS.flatMap((one) => asRating(answers[one]) ?? [])
  const median = own.length === BEHAVIOURS.length ? medianOf(own) : undefined
  const result = asRating(answers.result)
  const words = shared[language]
  return t(language).overall(
    median === undefined ? null : words.ratings[median].toLowerCase(),
    median === undefined || result === undefined
      ? null
      : words.preview(words.predicates[predicateOf(result, median)]),
  )
}

function examplesField(): Field<string> {
  const words = text(5, 1_500)
  return {
    ...words,
    read(content, reading) {
      const read = words.read(content, reading)
      if (!read.ok || readExamples(read.value) !== undefined) return read
      return { ok: false, hint: t(reading.language).wantExamples }
    },
  }
}
