import { showNumber } from '../../../indonesian/numbers.ts'
import type { Content } from '../../../paper/pdf.ts'
import { texts as shared } from '../texts.ts'
import { showMean, showValue } from './figures.ts'
import { GREY, PAGE, ruledTable } from './pdf-tables.ts'
import type { SkmReport } from './skm-report.ts'
import { texts } from './texts.ts'

const t = texts.id
const PALE = '#eef4f9'
const WARM = '#fdf3dc'

/** The index, its band and how many answered side by side, and below them what the worksheet says. */
export function headline(report: SkmReport): Content {
  const { index, respondents, needed, population } = report
  const { value, band, worksheet, differs } = index
  const enough =
    needed === undefined || population === undefined
      ? t.unknownPopulation
      : t.needed(showNumber(needed), showNumber(population), respondents >= needed)
  const other = differs
    ? t.differs(showValue(worksheet.value), worksheet.band, showValue(value), band)
    : t.worksheet(showValue(worksheet.value), worksheet.band)
  return {
    stack: [
      {
        layout: CARD,
        table: {
          widths: ['*', '*', '*'],
          body: [
            [
              figure(t.index, showValue(value), t.scale),
              figure(t.quality, band, shared.id.bands[band]),
              figure(t.respondents, showNumber(respondents), enough),
            ],
          ],
        },
      },
      differs ? boxed(other) : { text: other, color: GREY, fontSize: 8.5, margin: [0, 5, 0, 0] },
    ],
  }
}

/** Every element with its mean, its value out of 100 and its band. */
export function elementTable({ index }: Pick<SkmReport, 'index'>): Content {
  const { number, element, answers, mean, value, band } = t.columns
  const right = { alignment: 'right' }
  const apart = { margin: [10, 0, 0, 0] }
  const rows = index.elements.map((one, at): readonly Content[] => [
    `U${at + 1}`,
    shared.id.elements[one.element],
    { text: showNumber(one.answers), ...right },
    { text: showMean(one.mean), ...right },
    { text: showValue(one.value), ...right },
    { text: `${one.band}  ${shared.id.bands[one.band].toLowerCase()}`, ...apart },
  ])
  const head = [
    number,
    element,
    ...[answers, mean, value].map((text) => ({ text, ...right })),
    { text: band, ...apart },
  ]
  return ruledTable([24, '*', 46, 44, 58, 82], head, rows)
}

/** The three lowest elements, the lowest first. */
export function lowestList({ index }: Pick<SkmReport, 'index'>): Content {
  return {
    ol: index.lowest.map(({ element, mean, value, band }) => ({
      text: [
        { text: shared.id.elements[element], bold: true },
        { text: `  ${t.lowestOf(showMean(mean), showValue(value), band)}`, color: GREY },
      ],
      margin: [0, 1.5, 0, 1.5],
    })),
  }
}

function figure(title: string, value: string, below: string): Content {
  return {
    fillColor: PALE,
    stack: [
      { text: title, fontSize: 9, color: GREY },
      { text: value, fontSize: 28, bold: true, lineHeight: 1 },
      { text: below, fontSize: 9 },
    ],
  }
}

function boxed(text: string): Content {
  const cell = { text, fillColor: WARM, fontSize: 9 }
  return { layout: CARD, margin: [0, 6, 0, 0], table: { widths: [PAGE.width - 20], body: [[cell]] } }
}

const CARD = {
  hLineWidth: () => 0,
  vLineWidth: (line: number, { table }: { table: { widths: readonly unknown[] } }) =>
    line === 0 || line === table.widths.length ? 0 : 6,
  vLineColor: () => '#ffffff',
  paddingLeft: () => 10,
  paddingRight: () => 10,
  paddingTop: () => 8,
  paddingBottom: () => 8,
}
