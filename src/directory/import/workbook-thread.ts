import { parentPort, workerData } from 'node:worker_threads'
import { type CellObject, type DenseWorkSheet, read, SSF, type WorkSheet } from '@e965/xlsx'
import { dayOfSerial } from './serial.ts'
import type { Cell, TableRow } from './table.ts'

/** What the thread that opens a workbook is asked. */
export type Asked =
  | { readonly kind: 'look' }
  | { readonly kind: 'open'; readonly sheet: string }
  | { readonly kind: 'next' }

/** What it answers: the sheets with their first rows, that one is open, and some rows of it; none at the end. */
export type Told =
  | { readonly kind: 'look'; readonly sheets: readonly { readonly name: string; readonly first: Cell[][] }[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'next'; readonly rows: readonly TableRow[] }

const FIRST_ROWS = 20
const AT_ONCE = 500
/** A macro, a style, a picture is never looked at; formulas give what they gave when the file was saved. */
const READING = { dense: true, cellFormula: false, cellHTML: false, cellNF: true, cellText: false } as const

const port = parentPort
if (port === null) throw new Error('this file is the thread of a workbook, not a program of its own')
const post = (told: Told): void => port.postMessage(told)
const bytes = Buffer.from(workerData as Uint8Array)
let data: (CellObject[] | undefined)[] = []
let row = 0
let since1904 = false

port.on('message', (asked: Asked) => {
  if (asked.kind === 'look') post({ kind: 'look', sheets: look() })
  else if (asked.kind === 'open') {
    open(asked.sheet)
    post({ kind: 'open' })
  } else post({ kind: 'next', rows: next() })
})

function look(): readonly { name: string; first: Cell[][] }[] {
  const { SheetNames, Sheets } = read(bytes, { ...READING, sheetRows: FIRST_ROWS })
  return SheetNames.map((name) => ({
    name,
    first: rowsOf(Sheets[name]).map((cells) => valuesOf(cells ?? [])),
  }))
}

function open(sheet: string): void {
  const { Sheets, Workbook } = read(bytes, { ...READING, sheets: sheet })
  data = rowsOf(Sheets[sheet])
  since1904 = Workbook?.WBProps?.date1904 === true
}

function next(): readonly TableRow[] {
  const rows: TableRow[] = []
  for (; row < data.length && rows.length < AT_ONCE; row++) {
    const cells = data[row]
    delete data[row] // it is told once, and the next sheet may be large
    if (cells !== undefined) rows.push({ line: row + 1, cells: valuesOf(cells) })
  }
  return rows
}

/** A sheet without cells has no rows; one of charts neither. */
function rowsOf(sheet: WorkSheet | undefined): (CellObject[] | undefined)[] {
  return (sheet as DenseWorkSheet | undefined)?.['!data'] ?? []
}

function valuesOf(cells: readonly (CellObject | undefined)[]): Cell[] {
  return Array.from(cells, valueIn)
}

function valueIn(cell: CellObject | undefined): Cell {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return ''
  if (typeof cell.v !== 'number') return String(cell.v)
  const isDay = typeof cell.z === 'string' && SSF.is_date(cell.z)
  return (isDay ? dayOfSerial(cell.v, since1904) : undefined) ?? cell.v
}
