import type { Role, Turn } from '../../../chat/feature.ts'
import type { Named } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Kind, Pages, Table } from '../../../paper/table.ts'
import { shownDay } from '../appraisal/day.ts'
import { figuresOf } from '../appraisal/spread/figures.ts'
import type { SpreadStore } from '../appraisal/spread/spread-store.ts'
import { texts as shared } from '../appraisal/texts.ts'
import type { EvaluationFilter, EvaluationsExportStore } from './evaluations-export-store.ts'
import { evaluationRows, evaluationsTable } from './evaluations-table.ts'
import type { PeriodKey } from './period.ts'
import { showPeriod } from './period-field.ts'
import type { ReportFilter, ReportsExportStore } from './reports-export-store.ts'
import { reportRows, reportsTable } from './reports-table.ts'
import { texts } from './texts.ts'
import { pathOf, type Unit } from './units-store.ts'

/** What is wanted: which data, of when, of whom, as what. */
export interface Wish {
  readonly what: 'laporan' | 'evaluasi'
  readonly period: PeriodKey
  /** All units where there is none. */
  readonly unit: Unit | undefined
  /** Whose direct reports alone: whoever asks for it. */
  readonly supervisor?: Named
  readonly kind: Kind
}

/** The rows that are wanted. */
export type Filter = EvaluationFilter & ReportFilter

/** What the contents of files are read from. */
export interface ContentsFrom {
  readonly reports: ReportsExportStore
  readonly evaluations: EvaluationsExportStore
  readonly spread: SpreadStore
  readonly organization: string
  readonly timeZone: string
}

/** Reads what is wanted as a table, and its rows page by page. */
export function createContents({ reports, evaluations, spread, organization, timeZone }: ContentsFrom) {
  async function evaluationsOf({ person }: Turn, filter: Filter): Promise<readonly [Own, Pages]> {
    const { language, role } = person
    const exact: Role = filter.supervisor === undefined ? role : 'hr' // who has all the rows can count them
    const figures = []
    for (const quarter of filter.quarters) {
      const standings = await spread.standings(quarter, filter)
      figures.push({ quarter: shared[language].quarter(quarter), figures: figuresOf(standings, exact) })
    }
    return [evaluationsTable(figures, language), evaluationRows(evaluations.pages(filter), language)]
  }

  async function reportsOf({ person: { language } }: Turn, filter: Filter): Promise<readonly [Own, Pages]> {
    const rows = reportRows(reports.pages(filter), language, timeZone)
    return [reportsTable(await reports.figures(filter), language), rows]
  }

  return async (turn: Turn, wish: Wish, filter: Filter): Promise<readonly [Table, Pages]> => {
    const { language } = turn.person
    const t = texts[language]
    const [own, pages] = await (wish.what === 'laporan'
      ? reportsOf(turn, filter)
      : evaluationsOf(turn, filter))
    const whose = wish.supervisor === undefined ? [] : [t.reportsOf(wish.supervisor.name)]
    const where = wish.unit === undefined ? [] : [pathOf(wish.unit)]
    const of = [...whose, ...where].join(', ') || t.everywhere
    const made = t.madeOn(shownDay(dayAt(turn.now, timeZone)))
    const table: Table = {
      ...own,
      title: `${own.name}, ${showPeriod(wish.period, language)}`,
      heading: [organization, of.replace(/^./, (first) => first.toUpperCase()), made],
      words: { notes: t.sheets.notes, page: t.page },
      at: turn.now.toISOString(),
    }
    return [table, pages]
  }
}

type Own = Pick<Table, 'name' | 'columns' | 'summary' | 'notes'>

/** Of whom a file is, in words for whoever asked for it. */
export function whereOf({ unit, supervisor }: Wish, { person: { language } }: Turn): string {
  const t = texts[language]
  const own = supervisor === undefined ? [] : [t.ownReports]
  return [...own, ...(unit === undefined ? [] : [unit.name])].join(', ') || t.everywhere
}
