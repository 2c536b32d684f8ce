import { type Content, pdfOf } from '../../../paper/pdf.ts'
import { elementChart } from './chart.ts'
import { showDate } from './figures.ts'
import { elementTable, headline, lowestList } from './pdf-results.ts'
import { GREY, PAGE, planTable, profileTables } from './pdf-tables.ts'
import type { SkmReport } from './skm-report.ts'
import { texts } from './texts.ts'

const t = texts.id

/** Writes the report as A4 pages: the index and its elements, then what to do about them and who answered. */
export async function writeReportPdf(report: SkmReport): Promise<Uint8Array> {
  const { organization, unit, service, period, from, until, madeOn } = report
  return pdfOf({
    pageSize: 'A4',
    pageMargins: [PAGE.margin, 44, PAGE.margin, 44],
    info: { title: `${t.title}, ${unit}, ${period}`, creationDate: new Date(`${madeOn}T00:00:00Z`) },
    defaultStyle: { fontSize: 9.5, lineHeight: 1.15 },
    header: (page) =>
      page === 1 ? null : running(`${t.title} · ${unit} · ${period}`, [PAGE.margin, 20, PAGE.margin, 0]),
    footer: (page, pages) => running(t.page(page, pages), [PAGE.margin, 14, PAGE.margin, 0]),
    content: [
      {
        columns: [
          { text: organization, color: GREY },
          { text: t.madeOn(showDate(madeOn)), color: GREY, alignment: 'right' },
        ],
      },
      { text: t.title, fontSize: 20, bold: true, margin: [0, 6, 0, 2] },
      { text: unit, fontSize: 13, bold: true },
      ...(service === undefined ? [] : [{ text: t.service(service), fontSize: 11 }]),
      { text: t.period(period, showDate(from), showDate(until)), color: GREY, margin: [0, 2, 0, 10] },
      headline(report),
      titled(t.chart, { svg: await elementChart(report, PAGE.width), width: PAGE.width }),
      titled(t.elements, elementTable(report)),
      { ...titled(t.lowest, lowestList(report)), pageBreak: 'before' },
      { text: t.plan, ...TITLE },
      { text: t.planHint, color: GREY, margin: [0, 0, 0, 4] },
      planTable(report.followUps),
      titled(t.profiles, profileTables(report)),
      {
        columns: [titled(t.reading, { ul: t.notes, fontSize: 8, color: GREY }), signature(unit)],
        columnGap: 28,
        unbreakable: true,
      },
    ],
  })
}

const TITLE = { fontSize: 12, bold: true, margin: [0, 12, 0, 5] }

/** A title that stays with what is below it. */
function titled(title: string, content: Content): { readonly [key: string]: unknown } {
  return { stack: [{ text: title, ...TITLE }, content], unbreakable: true }
}

function running(text: string, margin: readonly number[]): Content {
  return { text, alignment: 'center', fontSize: 8, color: GREY, margin }
}

function signature(unit: string): Content {
  const line = { canvas: [{ type: 'line', x1: 0, y1: 0, x2: SIGNATURE, y2: 0, lineWidth: 0.6 }] }
  const below = { text: t.signature, color: GREY, margin: [0, 3, 0, 0] }
  return {
    width: SIGNATURE,
    margin: [0, 16, 0, 0],
    stack: [{ text: t.signed(unit), margin: [0, 0, 0, 44] }, line, below],
  }
}

/** Points in which a name can be signed. */
const SIGNATURE = 170
