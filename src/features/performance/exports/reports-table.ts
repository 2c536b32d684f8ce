import type { Language } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { ReportRow, ReportsExportStore, UnitFigures } from './reports-export-store.ts'
import type { Column, Pages, Table, Value } from './table.ts'
import { texts } from './texts.ts'

type Own = Pick<Table, 'name' | 'columns' | 'summary' | 'notes'>

/** The table of reports: quantity and quality beside each other, and what they come to by unit. */
export function reportsTable(figures: readonly UnitFigures[], language: Language): Own {
  const t = texts[language]
  const { columns: c } = t
  return {
    name: t.sheets.reports,
    columns: [
      { title: c.nip, kind: 'nip', width: 20, paper: 78 },
      { title: c.name, kind: 'text', width: 28, paper: 78 },
      { title: c.top, kind: 'text', width: 26 },
      { title: c.unit, kind: 'text', width: 26, paper: 70 },
      { title: c.position, kind: 'text', width: 24 },
      { title: c.day, kind: 'day', width: 12, paper: 38 },
      { title: c.plan, kind: 'text', width: 36, paper: 96 },
      { title: c.quantity, kind: 'number', width: 10, paper: 32 },
      { title: c.measure, kind: 'text', width: 12, paper: 42 },
      { title: c.good, kind: 'number', width: 16 },
      { title: c.goodShare, kind: 'share', width: 8, paper: 30 },
      { title: c.wantedShare, kind: 'share', width: 12 },
      { title: c.wanted, kind: 'text', width: 28 },
      { title: c.time, kind: 'text', width: 12, paper: 40 },
      { title: c.status, kind: 'text', width: 14, paper: 40 },
      { title: c.said, kind: 'text', width: 60, paper: '*' },
      { title: c.link, kind: 'text', width: 30 },
      { title: c.reportedOn, kind: 'day', width: 12 },
    ],
    summary: { name: t.sheets.summary, columns: summaryColumns(language), rows: summaryRows(figures, t.all) },
    notes: t.reportNotes,
  }
}

/** Its rows, page by page. */
export async function* reportRows(
  pages: ReturnType<ReportsExportStore['pages']>,
  language: Language,
  timeZone: string,
): Pages {
  for await (const page of pages) yield page.map((row) => rowOf(row, language, timeZone))
}

function rowOf(row: ReportRow, language: Language, timeZone: string): readonly Value[] {
  const t = texts[language]
  const [quantity, good] = [Number(row.quantity), row.good === null ? null : Number(row.good)]
  return [
    row.nip,
    row.name,
    row.top,
    row.unit,
    row.position,
    row.done_on,
    row.number === null ? null : t.plan(row.number, row.title ?? ''),
    quantity,
    row.measure,
    good,
    good === null ? null : good / quantity,
    row.wanted_share === null ? null : Number(row.wanted_share) / 100,
    row.wanted,
    row.late === null ? null : row.late ? t.late : t.onTime,
    t.statuses[row.status],
    row.said,
    row.link,
    dayAt(row.created_at, timeZone),
  ]
}

function summaryColumns(language: Language): readonly Column[] {
  const { columns: c } = texts[language]
  return [
    { title: c.top, kind: 'text', width: 40, paper: '*' },
    { title: c.people, kind: 'number', width: 10, paper: 60 },
    { title: c.reports, kind: 'number', width: 16, paper: 80 },
    { title: c.goodMean, kind: 'share', width: 18, paper: 80 },
    { title: c.goodCounted, kind: 'number', width: 20, paper: 90 },
    { title: c.timeShare, kind: 'share', width: 14, paper: 70 },
    { title: c.timeCounted, kind: 'number', width: 20, paper: 90 },
  ]
}

function summaryRows(figures: readonly UnitFigures[], all: string): readonly (readonly Value[])[] {
  return figures.map((one) => [
    one.unit === '' ? all : one.unit,
    one.people,
    one.reports,
    one.good_share,
    one.good_counted,
    one.time_share,
    one.time_counted,
  ])
}
