import type { Language } from '../../../chat/message.ts'
import { type Appraising, reportedIn } from './appraising.ts'
import { shownDay } from './day.ts'
import type { Evaluation } from './evaluation.ts'
import { daysOf, type Quarter } from './quarter.ts'
import { suggestionOf } from './self/suggesting.ts'
import { evaluationText, reportsText } from './showing.ts'
import { texts } from './texts.ts'

/** The days of a quarter in words: "dari 1 Juli 2026 sampai 30 September 2026". */
export function daysText(quarter: Quarter, language: Language): string {
  const { from, until } = daysOf(quarter)
  return texts[language].days(shownDay(from), shownDay(until))
}

/**
 * An evaluation as others read it: what was reported in its quarter, what the person says of it, and what was said since.
 * Who took the summary of the reports for their results has it read once.
 */
export async function dossierOf(
  { store, reports, timeZone }: Pick<Appraising, 'store' | 'reports' | 'timeZone'>,
  evaluation: Evaluation,
  language: Language,
): Promise<string> {
  const t = texts[language]
  const { id, employee, quarter, own } = evaluation
  const reported = await reportedIn(reports, employee.id, quarter)
  const results = own.results === suggestionOf(reported, language) ? t.asAbove : undefined
  return [
    `${t.reportedIn(daysText(quarter, language))}\n${reportsText(reported, language)}`,
    evaluationText(evaluation, await store.notes(id), { language, timeZone, ...(results && { results }) }),
  ].join('\n\n')
}
