import type { Language } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Column, Pages, Table, Value } from '../../../paper/table.ts'
import { NIP } from './nip-column.ts'
import type { ReportRow, ReportsExportStore, UnitFigures } from './reports-export-store.ts'
import { texts } from './texts.ts'

type Own = Pick<Table, 'name' | 'columns' | 'summary' | 'notes'>

/** The table of reports: quantity and quality beside each other, and what they come to by unit. */
export function reportsTable(figures: readonly UnitFigures[], language: Language): Own {
  const t = texts[language]
  const { columns: c } = t
  return {
    name: t.sheets.reports,
    columns: [
      { title: c.name, kind: 'text', width: 28, paper: 100 },
      { title: c.nip, ...NIP, below: '{}' },
      { title: c.top, kind: 'text', width: 26 },
      { title: c.unit, kind: 'text', width: 26, paper: 84 },
      { title: c.position, kind: 'text', width: 24 },
      { title: c.day, kind: 'day', width: 12, paper: 46 },
      { title: c.plan, kind: 'text', width: 36, paper: 116 },
      { title: c.quantity, kind: 'number', width: 10, paper: 36 },
      { title: c.measure, kind: 'text', width: 12, paper: 46 },
      { title: c.good, kind: 'number', width: 16 },
      { title: c.goodShare, kind: 'share', width: 8, paper: 34 },
      { title: c.wantedShare, kind: 'share', width: 12 },
      { title: c.wanted, kind: 'text', width: 28 },
      { title: c.time, kind: 'text', width: 12, paper: 46 },
      { title: c.status, kind: 'text', width: 14, paper: 48 },
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
    row.name,
    row.nip,
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
  const { columns: c, from } = texts[language]
  return [
    { title: c.top, kind: 'text', width: 40, paper: 220 },
    { title: c.people, kind: 'number', width: 10, paper: 60 },
    { title: c.reports, kind: 'number', width: 16, paper: 80 },
    { title: c.goodMean, kind: 'share', width: 18, paper: 90 },
    { title: c.goodCounted, kind: 'number', width: 20, below: from },
    { title: c.timeShare, kind: 'share', width: 14, paper: 90 },
    { title: c.timeCounted, kind: 'number', width: 20, below: from },
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
