import {
  addSheet,
  bytesOf,
  type Cell,
  dayCell,
  newBook,
  numberCell,
  sheetOf,
} from '../../../paper/workbook.ts'
import { ELEMENTS } from '../skm/elements.ts'
import { texts as shared } from '../texts.ts'
import type { SkmReport } from './skm-report.ts'
import { texts } from './texts.ts'

const t = texts.id

/** Writes the report as a workbook: what it comes to, the elements, who answered, the plan, and how to read it. */
export function writeReportXlsx(report: SkmReport): Uint8Array {
  const made = new Date(`${report.madeOn}T00:00:00Z`)
  const book = newBook(`${t.title}, ${report.unit}, ${report.period}`, made)
  const { elements, plan, profiles, notes, summary } = t.sheets
  addSheet(book, summary, sheetOf(t.summaryColumns, [36, 60], summaryRows(report)))
  addSheet(book, elements, elementSheet(report))
  addSheet(book, profiles, sheetOf(t.profileColumns, [20, 28, 10, 10], profileRows(report)))
  addSheet(book, plan, planSheet(report))
  const lines = t.notes.map((note) => [note])
  addSheet(book, notes, sheetOf([t.reading], [120], lines))
  return bytesOf(book)
}

function summaryRows(report: SkmReport): readonly (readonly Cell[])[] {
  const { index, service, population, needed } = report
  const named = t.summary
  return [
    [named.organization, report.organization],
    [named.unit, report.unit],
    ...(service === undefined ? [] : [[named.service, service]]),
    [named.period, report.period],
    [named.from, dayCell(report.from)],
    [named.until, dayCell(report.until)],
    [named.madeOn, dayCell(report.madeOn)],
    [named.respondents, numberCell(report.respondents, '#,##0')],
    ...(population === undefined ? [] : [[named.population, numberCell(population, '#,##0')]]),
    ...(needed === undefined ? [] : [[named.needed, numberCell(needed, '#,##0')]]),
    [named.index, numberCell(index.value, '0.00')],
    [named.band, `${index.band} (${shared.id.bands[index.band].toLowerCase()})`],
    [named.worksheet, numberCell(index.worksheet.value, '0.00')],
    [named.worksheetBand, `${index.worksheet.band} (${shared.id.bands[index.worksheet.band].toLowerCase()})`],
    [named.differs, index.differs ? t.yes : t.no],
  ]
}

function elementSheet({ index }: SkmReport) {
  const { number, element, answers, mean, value, band } = t.columns
  const rows = index.elements.map((one, at) => [
    `U${at + 1}`,
    shared.id.elements[one.element],
    numberCell(one.answers, '#,##0'),
    numberCell(one.mean, '0.000'),
    numberCell(one.value, '0.00'),
    one.band,
  ])
  return sheetOf([number, element, answers, mean, value, band], [6, 44, 10, 16, 17, 8], rows)
}

function profileRows({ profiles, respondents }: SkmReport): readonly (readonly Cell[])[] {
  return profiles.flatMap(({ title, groups }) =>
    groups.map(({ label, count }) => [
      title,
      label ?? t.silent,
      count === null ? t.few : numberCell(count, '#,##0'),
      count === null ? t.few : numberCell(count / respondents, '0.0%'),
    ]),
  )
}

function planSheet({ followUps }: SkmReport) {
  const { number, element, activity, time, responsible } = t.planColumns
  const rows = followUps.map((row, at) => [
    numberCell(at + 1, '0'),
    `U${ELEMENTS.indexOf(row.element) + 1} ${shared.id.elements[row.element]}`,
    row.activity,
    row.time,
    row.responsible,
  ])
  return sheetOf([number, element, activity, time, responsible], [6, 44, 60, 20, 30], rows)
}
