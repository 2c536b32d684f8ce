import { html, raw } from 'hono/html'
import { showNumber } from '../../../indonesian/numbers.ts'
import { type Chosen, figuresIn } from './choosing.ts'
import type { Figures } from './figures.ts'
import { HIDDEN, monthNamed, page as t } from './texts.ts'

/** Where the page is. */
export const PATH = '/transparansi'

/** Markup as `html` makes it, with all that was put in escaped. */
export type Markup = ReturnType<typeof html> | string

/** The figures of each unit, in the month that is looked at or the year. */
export function units({ year, month }: Chosen, when: string): Markup {
  const rows = year.units.map(({ id, name, ...course }) => {
    const link = `${PATH}?${new URLSearchParams({ unit: id, bulan: String(year.year) })}`
    return row(html`<a href="${link}">${name}</a>`, figuresIn(course, month))
  })
  return table(t.perUnit, when, t.unit, rows, figuresIn(year.city, month))
}

/** The figures of each month, of the unit that is looked at or all of them. */
export function months({ year, unit }: Chosen, when: string): Markup {
  const course = unit ?? year.city
  const rows = year.months.map((name) => {
    const link = `${PATH}?${new URLSearchParams({ ...(unit && { unit: unit.id }), bulan: name })}`
    return row(html`<a href="${link}">${monthNamed(name)}</a>`, figuresIn(course, name))
  })
  return table(t.perMonth, t.of(unit?.name ?? t.city, when), t.month, rows, course.year)
}

const COLUMNS = [
  'received',
  'inTime',
  'late',
  'waiting',
  'overdue',
  'unanswered',
  'medianDays',
  'satisfaction',
] as const

function table(title: string, when: string, first: string, rows: readonly Markup[], sum: Figures): Markup {
  return html`<h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><caption>${when}</caption>
<thead><tr><th scope="col">${first}</th>${COLUMNS.map((column) => html`<th scope="col">${t.figures[column]}</th>`)}</tr></thead>
<tbody>${rows}${row(t.sum, sum, 'sum')}</tbody></table></div>`
}

function row(head: Markup, figures: Figures, kind?: 'sum'): Markup {
  // numbers need no escaping, and there are hundreds of them
  const cells = COLUMNS.map((column) => `<td>${cellOf(column, figures)}</td>`).join('')
  return html`<tr${kind === undefined ? '' : raw(' class="sum"')}><th scope="row">${head}</th>${raw(cells)}</tr>
`
}

function cellOf(column: (typeof COLUMNS)[number], figures: Figures): string {
  const value = figures[column]
  // what is no count is not hidden, there is too little for it
  const isCount = column !== 'medianDays' && column !== 'satisfaction'
  if (value !== null) return showNumber(value)
  return isCount ? MARK : `<span title="${t.nothing}">–</span>`
}

/** A number, or the mark of one that is hidden. */
export function number(value: number | null): Markup {
  return value === null ? raw(MARK) : showNumber(value)
}

const MARK = `<abbr title="${t.hiddenWord}">${HIDDEN}</abbr>`
