import { addDays, type Day } from '../../../indonesian/dates.ts'
import { talliesBy, tallyOf } from '../counting/adding.ts'
import type { MonthCount } from '../counting/total-store.ts'
import { isSkm, type Survey } from '../definition.ts'
import { monthOf, periodAt } from '../period.ts'
import type { Room } from '../ports.ts'
import type { Band } from '../skm/bands.ts'
import { ELEMENTS } from '../skm/elements.ts'
import { satisfactionIndex } from '../skm/satisfaction-index.ts'
import { shownCells } from './cells.ts'

/** The index of public satisfaction of a unit in a month, as everybody may see it. */
export interface PublicIndex {
  readonly unit: { readonly id: string; readonly name: string }
  /** 'YYYY-MM'. */
  readonly month: string
  /** From 25 to 100 with two decimals. */
  readonly value: number
  readonly band: Band
  readonly respondents: number
}

/** What is found stands until the next day: the months it is about are over. So many questions are remembered. */
const MOST_REMEMBERED = 50

/**
 * The indices that may be shown of the months that touch two days and are over: one in which people still answer would
 * show, from one look to the next, what the last of them said. Nothing rests on fewer answers to an element than the
 * survey's minimum, nor can what does be worked out from the other units of its month, or from the other months of its
 * unit and the report of the whole period. By month, then as units were made.
 */
export function createPublicIndices({ totals, surveys, today }: Pick<Room, 'totals' | 'surveys' | 'today'>) {
  const survey = surveys.find(isSkm)
  const known = new Map<string, Promise<readonly PublicIndex[]>>()
  let knownOn: Day | undefined

  async function found(survey: Survey, first: Day, end: Day): Promise<readonly PublicIndex[]> {
    const rows = await totals.monthly(survey.id, first, end)
    const cells = [...Map.groupBy(rows, ({ unit, month }) => `${month} ${unit}`).values()].flatMap((some) =>
      cellOf(survey, some),
    )
    return shownCells(cells, survey.minimum).map(({ index }) => index)
  }

  return async function publicIndices(from: Day, until: Day): Promise<readonly PublicIndex[]> {
    const day = today()
    const lastDay = addDays(monthOf(day), -1)
    if (survey === undefined || from > until || from > lastDay) return []
    // whole periods: what is hidden must not hang on what is asked for
    const first = periodAt(survey.period, from).from
    const last = periodAt(survey.period, until < lastDay ? until : lastDay).until
    const key = `${first} ${last}`
    if (knownOn !== day || known.size > MOST_REMEMBERED) known.clear()
    knownOn = day
    const all = known.get(key) ?? found(survey, first, last < lastDay ? last : lastDay)
    known.set(key, all)
    const [since, to] = [from.slice(0, 7), until.slice(0, 7)]
    try {
      return (await all).filter(({ month }) => month >= since && month <= to)
    } catch (error) {
      known.delete(key)
      throw error
    }
  }
}

/** A unit in a month; the smallest number of answers to any element counts. */
function cellOf(survey: Survey, rows: readonly MonthCount[]) {
  const [row] = rows
  if (row === undefined) return []
  const respondents = rows.reduce((sum, one) => sum + one.respondents, 0)
  const tallies = talliesBy(survey, (question) => tallyOf(rows.map(({ counts }) => counts[question] ?? {})))
  const result = satisfactionIndex(tallies)
  const { unit, name, month } = row
  const fewest = Math.min(respondents, ...ELEMENTS.map((element) => tallies[element].answers))
  const column = `${unit} ${periodAt(survey.period, `${month}-01`).key}`
  const { value, band } = result.kind === 'index' ? result : NONE
  return [
    {
      row: month,
      column,
      answers: Math.max(1, fewest),
      index: { unit: { id: unit, name }, month, value, band, respondents },
    },
  ]
}

/** Of a month in which an element has no answer at all; it is small, so it is never shown. */
const NONE = { value: 0, band: 'D' } as const
