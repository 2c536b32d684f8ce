import { paperCell } from './cells.ts'
import { type Content, pdfOf, ruled, tableParts } from './pdf.ts'
import type { Column, Table, Value } from './table.ts'

/** Around what is in a cell, in points; the columns share what is left of the page. */
const PADDING = { x: 3, y: 2.5 }
const GREY = '#555555'
/** A4 lying, in points. */
const PAGE = { width: 841.89, margin: 28 }
/** The pattern of what stands below another without words around it. */
const BARE = '{}'
const RULED = ruled(PADDING)

/** Writes A4 pages: a heading, how to read them, the summary, then the rows; each page with its number. */
export function writePdf(table: Table, rows: readonly (readonly Value[])[]): Promise<Uint8Array> {
  const { title, heading, summary, notes, columns, words, at } = table
  return pdfOf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [PAGE.margin, 40, PAGE.margin, 34],
    info: { title, creationDate: new Date(at) },
    defaultStyle: { fontSize: 7.5 },
    header: (page) =>
      page === 1
        ? null
        : {
            text: [title, ...heading].join(' · '),
            fontSize: 7,
            color: GREY,
            margin: [PAGE.margin, 20, PAGE.margin, 0],
          },
    footer: (page, pages) => ({
      text: words.page.replace('{page}', String(page)).replace('{pages}', String(pages)),
      alignment: 'center',
      fontSize: 7.5,
      color: GREY,
      margin: [0, 10, 0, 0],
    }),
    content: [
      { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 2] },
      { text: heading.join(' · '), fontSize: 9.5, color: GREY },
      ...(summary === undefined ? [] : [titled(summary.name), tableOf(summary.columns, summary.rows)]),
      { ul: notes, color: GREY, margin: [0, 8, 0, 0] },
      titled(table.name),
      tableOf(columns, rows),
    ],
  })
}

function titled(text: string): Content {
  return { text, fontSize: 10.5, bold: true, margin: [0, 12, 0, 4] }
}

function tableOf(columns: readonly Column[], rows: readonly (readonly Value[])[]): Content {
  const stacks = stacksOf(columns)
  const alignment = ([{ column }]: Stack) =>
    column.kind === 'number' || column.kind === 'share' ? ('right' as const) : ('left' as const)
  const head = stacks.map((stack) => {
    const [first, ...below] = stack
    const named = below.filter(({ column }) => column.below === BARE) // words around a value say what it is
    const under = named.map(({ column }) => ({ text: `\n${column.title}`, bold: false, color: GREY }))
    return {
      text: [first.column.title, ...under],
      bold: true,
      alignment: alignment(stack),
      fillColor: '#f0f0f0',
    }
  })
  const body = rows.map((row) =>
    stacks.map((stack) => {
      const [first, ...below] = stack
      const text = paperCell(row[first.at] ?? null, first.column)
      if (text === '') return ''
      const under = below.flatMap(({ column, at }) => {
        const value = paperCell(row[at] ?? null, column)
        const words = (column.below ?? BARE).replace(BARE, () => value)
        return value === '' ? [] : [{ text: `\n${words}`, color: GREY }]
      })
      return { text: under.length === 0 ? text : [text, ...under], alignment: alignment(stack) }
    }),
  )
  return { layout: RULED, table: tableParts(widthsOf(stacks), [head, ...body]) }
}

/** Fixed, so that a long word is broken and does not push what is right of it off the page. */
function widthsOf(stacks: readonly Stack[]): readonly number[] {
  const fixed = stacks.map(([{ column }]) => (typeof column.paper === 'number' ? column.paper : 0))
  const taken = fixed.reduce((sum, width) => sum + width, 0) + stacks.length * 2 * PADDING.x
  return fixed.map((width) => width || PAGE.width - 2 * PAGE.margin - taken)
}

/** A column of the paper: one of the table, and those that stand below it. */
type Stack = readonly [Placed, ...Placed[]]
interface Placed {
  readonly column: Column
  /** Where it is in a row. */
  readonly at: number
}

function stacksOf(columns: readonly Column[]): readonly Stack[] {
  const placed = columns.map((column, at) => ({ column, at }))
  return placed.flatMap((first, i): readonly Stack[] => {
    if (first.column.paper === undefined) return []
    const rest = placed.slice(i + 1)
    const next = rest.findIndex(({ column }) => column.paper !== undefined)
    const own = next < 0 ? rest : rest.slice(0, next)
    return [[first, ...own.filter(({ column }) => column.below !== undefined)]]
  })
}
