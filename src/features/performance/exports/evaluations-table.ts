import type { Language } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Column, Pages, Table, Value } from '../../../paper/table.ts'
import { predicateOf } from '../appraisal/predicate.ts'
import { type Figures, type Part, STATES } from '../appraisal/spread/figures.ts'
import { texts as spread } from '../appraisal/spread/texts.ts'
import { texts as shared } from '../appraisal/texts.ts'
import type { EvaluationRow, EvaluationsExportStore } from './evaluations-export-store.ts'
import { NIP } from './nip-column.ts'
import { texts } from './texts.ts'

type Own = Pick<Table, 'name' | 'columns' | 'summary' | 'notes'>

/** The table of evaluations: what was reported with its quality, both views of it, and the spread of the predicates. */
export function evaluationsTable(
  figures: readonly { readonly quarter: string; readonly figures: Figures }[],
  language: Language,
): Own {
  const t = texts[language]
  const { columns: c } = t
  return {
    name: t.sheets.evaluations,
    columns: [
      { title: c.name, kind: 'text', width: 28, paper: 100 },
      { title: c.nip, ...NIP, below: '{}' },
      { title: c.top, kind: 'text', width: 26 },
      { title: c.unit, kind: 'text', width: 26, paper: 78 },
      { title: c.position, kind: 'text', width: 24 },
      { title: c.quarter, kind: 'text', width: 18, ...(figures.length > 1 && { paper: 40 }) },
      { title: c.standing, kind: 'text', width: 18, paper: 52 },
      { title: c.reports, kind: 'number', width: 16, paper: 36 },
      { title: c.quantities, kind: 'text', width: 30, paper: 66 },
      { title: c.goodMean, kind: 'share', width: 16, paper: 56 },
      { title: c.goodCounted, kind: 'number', width: 18, below: t.from },
      { title: c.timeShare, kind: 'share', width: 14, paper: 56 },
      { title: c.timeCounted, kind: 'number', width: 18, below: t.from },
      { title: c.ownResult, kind: 'text', width: 20 },
      { title: c.ownBehaviour, kind: 'text', width: 20 },
      { title: c.result, kind: 'text', width: 20, paper: 72 },
      { title: c.behaviour, kind: 'text', width: 20, below: '{}' },
      { title: c.predicate, kind: 'text', width: 20, paper: 62 },
      { title: c.reply, kind: 'text', width: 12, below: '{}' },
      { title: c.reason, kind: 'text', width: 50, paper: '*' },
      { title: c.rater, kind: 'text', width: 28 },
      { title: c.sentOn, kind: 'day', width: 12 },
      { title: c.ratedOn, kind: 'day', width: 12 },
    ],
    summary: {
      name: t.sheets.summary,
      columns: summaryColumns(language),
      rows: figures.flatMap(({ quarter, figures: { all, parts } }) =>
        [...parts, { ...all, name: t.all }].map((part) => summaryRow(quarter, part)),
      ),
    },
    notes: [...t.evaluationNotes, spread[language].key],
  }
}

/** Its rows, page by page. */
export async function* evaluationRows(
  pages: ReturnType<EvaluationsExportStore['pages']>,
  language: Language,
): Pages {
  for await (const page of pages) yield page.map((row) => rowOf(row, language))
}

function rowOf(row: EvaluationRow, language: Language): readonly Value[] {
  const t = texts[language]
  const { ratings, predicates, quarter } = shared[language]
  const { result, behaviour } = row
  const rating = (value: EvaluationRow['result']): Value => (value === null ? null : ratings[value])
  const quantities = (row.quantities ?? []).map(({ unit, quantity }) => `${showNumber(quantity)} ${unit}`)
  return [
    row.name,
    row.nip,
    row.top,
    row.unit,
    row.position,
    quarter({ year: row.year, number: row.quarter }),
    t.standings[row.status ?? 'unsent'],
    row.reports,
    quantities.length === 0 ? null : quantities.join('; '),
    row.good_share,
    row.good_counted,
    row.time_share,
    row.time_counted,
    rating(row.own_result),
    rating(row.own_behaviour),
    rating(result),
    rating(behaviour),
    result === null || behaviour === null ? null : predicates[predicateOf(result, behaviour)],
    row.replied === null ? null : t.replies[row.replied],
    row.reason,
    row.rater,
    row.sent_on,
    row.rated_on,
  ]
}

function summaryColumns(language: Language): readonly Column[] {
  const { columns: c } = texts[language]
  const { short } = spread[language]
  return [
    { title: c.quarter, kind: 'text', width: 18, paper: 70 },
    { title: c.top, kind: 'text', width: 40, paper: 220 },
    { title: c.people, kind: 'number', width: 10, paper: 50 },
    ...STATES.map(
      (state): Column => ({
        title: short[state],
        kind: 'number',
        width: Math.max(6, short[state].length + 2),
        paper: 50,
      }),
    ),
  ]
}

function summaryRow(quarter: string, { name, people, counts }: Part): readonly Value[] {
  return [quarter, name, people, ...STATES.map((state) => counts[state])]
}
