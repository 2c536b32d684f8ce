import type { Day } from '../../../indonesian/dates.ts'
import type { Survey } from '../definition.ts'
import { withoutSmall } from '../hiding.ts'
import { sampleSize } from '../sample.ts'
import { ELEMENTS, type Element } from '../skm/elements.ts'
import { type SatisfactionIndex, satisfactionIndex } from '../skm/satisfaction-index.ts'
import type { Tallies } from '../skm/tallies.ts'

/** What is to be done about an element (PermenPANRB 14/2017, Lampiran); null is an empty line to write on. */
export interface FollowUp {
  readonly element: Element
  readonly activity: string | null
  readonly time: string | null
  readonly responsible: string | null
}

/** What a report is about. */
export interface About {
  readonly organization: string
  readonly unit: string
  readonly service?: string
  /** In words: "Semester I 2026". */
  readonly period: string
  readonly from: Day
  readonly until: Day
  readonly madeOn: Day
  /** How many people used the service in the period, where that is known. */
  readonly population?: number
}

/** All who answered, added up: what they said of the elements, and by the fact's id how many said what of themselves. */
export interface Answered {
  readonly respondents: number
  readonly tallies: Tallies
  readonly facts: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/**
 * How many respondents said what about themselves; those who said nothing are the last group, of no label. The count of
 * a group that is too small is null, and of as many others as it takes that it cannot be worked out.
 */
export interface Profile {
  readonly title: string
  readonly groups: readonly { readonly label: string | null; readonly count: number | null }[]
}

/** All that a report of a survey of public satisfaction shows. */
export interface SkmReport extends About {
  readonly respondents: number
  /** How many respondents the population asks for. */
  readonly needed?: number
  readonly profiles: readonly Profile[]
  readonly index: Extract<SatisfactionIndex, { kind: 'index' }>
  readonly followUps: readonly FollowUp[]
}

/** A report, or why there can be none: too few answers to an element to show it, or none at all. */
export type Reporting =
  | { readonly kind: 'report'; readonly report: SkmReport }
  | { readonly kind: 'too-few'; readonly answers: number; readonly minimum: number }
  | Extract<SatisfactionIndex, { kind: 'incomplete' }>

/**
 * Puts together the report that PermenPANRB 14/2017, Lampiran, asks for. Each element needs at least as many answers
 * as the survey's minimum. The follow-up plan begins with the rows given; each of the three lowest elements that has
 * none gets an empty one.
 */
export function skmReport(
  about: About,
  survey: Pick<Survey, 'facts' | 'minimum'>,
  answered: Answered,
  plan: readonly FollowUp[] = [],
): Reporting {
  const { respondents, tallies } = answered
  const answers = Math.min(respondents, ...ELEMENTS.map((element) => tallies[element].answers))
  const { minimum } = survey
  if (respondents < minimum) return { kind: 'too-few', answers: respondents, minimum }
  const index = satisfactionIndex(tallies)
  if (index.kind === 'incomplete') return index
  if (answers < minimum) return { kind: 'too-few', answers, minimum }
  const unplanned = index.lowest.filter(({ element }) => !plan.some((row) => row.element === element))
  const report: SkmReport = {
    ...about,
    respondents,
    ...(about.population !== undefined && { needed: sampleSize(about.population) }),
    profiles: survey.facts.map((fact) => profileOf(fact, answered, minimum)),
    index,
    followUps: [...plan, ...unplanned.map(({ element }) => ({ element, ...NOTHING_YET }))],
  }
  return { kind: 'report', report }
}

const NOTHING_YET = { activity: null, time: null, responsible: null }

function profileOf(
  { id, text, title = text, options, renamed = {} }: Survey['facts'][number],
  { respondents, facts }: Answered,
  minimum: number,
): Profile {
  const said = Object.entries(facts[id] ?? {})
  const groups = options.map((name) => {
    const counts = said.flatMap(([label, count]) => ((renamed[label] ?? label) === name ? [count] : []))
    return { name, answers: counts.reduce((sum, count) => sum + count, 0) }
  })
  const silent = { name: '', answers: groups.reduce((left, { answers }) => left - answers, respondents) }
  const all = silent.answers === 0 ? groups : [...groups, silent]
  const { hidden } = withoutSmall(all, minimum)
  return {
    title,
    groups: all.map((one) => ({ label: one.name || null, count: hidden.includes(one) ? null : one.answers })),
  }
}
