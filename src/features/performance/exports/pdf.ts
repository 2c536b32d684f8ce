import { fileURLToPath } from 'node:url'
import pdfmake, { type Content } from 'pdfmake'
import { plainCell } from './cells.ts'
import type { Column, Table, Value } from './table.ts'

const FONTS = fileURLToPath(new URL('fonts/Roboto/', import.meta.resolve('pdfmake/package.json')))
pdfmake.addFonts({
  Roboto: {
    normal: `${FONTS}Roboto-Regular.ttf`,
    bold: `${FONTS}Roboto-Medium.ttf`,
    italics: `${FONTS}Roboto-Italic.ttf`,
    bolditalics: `${FONTS}Roboto-MediumItalic.ttf`,
  },
})
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS)) // nothing somebody typed makes it read a file

/** Writes A4 pages: a heading, how to read them, the summary, then the rows; each page with its number. */
export async function writePdf(table: Table, rows: readonly (readonly Value[])[]): Promise<Uint8Array> {
  const { title, heading, summary, notes, columns, words, at } = table
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [28, 40, 28, 34],
    info: { title, creationDate: new Date(at) },
    defaultStyle: { font: 'Roboto', fontSize: 7 },
    header: (page) =>
      page === 1
        ? null
        : { text: [title, ...heading].join(' · '), fontSize: 6, color: '#555555', margin: [28, 18, 28, 0] },
    footer: (page, pages) => ({
      text: words.page.replace('{page}', String(page)).replace('{pages}', String(pages)),
      alignment: 'center',
      fontSize: 7,
      margin: [0, 8, 0, 0],
    }),
    content: [
      { text: title, fontSize: 14, bold: true },
      ...heading.map((line) => ({ text: line, fontSize: 9 })),
      { text: notes.join('\n'), fontSize: 7, color: '#333333', margin: [0, 6, 0, 8] },
      tableOf(summary.columns, summary.rows),
      { text: ' ' },
      tableOf(columns, rows),
    ],
  })
  return new Uint8Array(await pdf.getBuffer())
}

function tableOf(all: readonly Column[], rows: readonly (readonly Value[])[]): Content {
  const columns = all.flatMap((column, at) => (column.paper === undefined ? [] : [{ ...column, at }]))
  const head = columns.map(({ title }) => ({ text: title, bold: true, fillColor: '#eeeeee' }))
  const body = rows.map((row) =>
    columns.map((column) => {
      const value = row[column.at] ?? null
      const text = plainCell(value, column)
      return typeof value === 'number' ? { text, alignment: 'right' as const } : text
    }),
  )
  return {
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ paper = '*' }) => paper),
      body: [head, ...body],
    },
  }
}
