import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { stylesWith } from '../../../appearance/styles.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Change } from './changes-store.ts'
import { type Chosen, figuresIn } from './choosing.ts'
import { type Figures, type Month, type Published, punctuality } from './figures.ts'
import { type Markup, months, number, PATH, units } from './tables.ts'
import { monthNamed, shownNumber, page as t } from './texts.ts'

/** What the page shows. */
export interface View {
  readonly organization: string
  readonly published: Published
  /** Left out while there is nothing to look at. */
  readonly chosen?: Chosen | undefined
  /** Whether what was asked for is not there. */
  readonly unknown: boolean
  readonly changes: readonly Change[]
}

const CSS = stylesWith(readFileSync(new URL('transparency.css', import.meta.url), 'utf8'))
/** What a policy says so that the styles within the page hold, and no others. */
export const STYLE = `'sha256-${createHash('sha256').update(CSS).digest('base64')}'`

/** The page, whole in itself: no script, no picture, no letters from elsewhere. */
export async function pageOf(view: View): Promise<string> {
  const { organization, published, chosen, unknown, changes } = view
  const body = chosen === undefined ? html`<p>${t.empty}</p>` : figures(published, chosen, changes)
  return String(
    await html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title} · ${organization}</title>
<meta name="description" content="${t.description}">
<meta name="color-scheme" content="light dark">
<style>${raw(CSS)}</style>
</head>
<body>
<header><p>${organization}</p><h1>${t.title}</h1><p>${t.asOf(showDay(published.on))}</p></header>
<main>${unknown ? html`<p class="notice" role="status">${t.unknown}</p>` : ''}${body}${how(published)}</main>
<footer><a href="/">${t.back}</a></footer>
</body>
</html>
`,
  )
}

function figures(published: Published, chosen: Chosen, changes: readonly Change[]): Markup {
  const { year, unit, month } = chosen
  const when = month === undefined ? t.soFar(year.year) : monthNamed(month)
  const own = figuresIn(unit ?? year.city, month)
  return html`${form(published, chosen)}
<h2>${t.of(unit?.name ?? t.city, when)}</h2>
${own.received === 0 ? html`<p>${t.emptyHere}</p>` : keys(own)}
${unit === undefined ? units(chosen, when) : ''}
${month === undefined ? months(chosen, when) : ''}
<p class="soft legend">${t.legend}</p>
${themes(chosen)}${indices(chosen)}${changed(changes)}`
}

function form({ years }: Published, { year, unit, month }: Chosen): Markup {
  const options = years.map(
    (one) =>
      html`<optgroup label="${one.year}">${option(String(one.year), t.wholeYear(one.year), one === year && month === undefined)}${one.months.toReversed().map((name) => option(name, monthNamed(name), name === month))}</optgroup>`,
  )
  return html`<form action="${PATH}">
<div><label for="unit">${t.unit}</label><select id="unit" name="unit">${option('', t.city, unit === undefined)}${year.units.map(({ id, name }) => option(id, name, id === unit?.id))}</select></div>
<div><label for="bulan">${t.month}</label><select id="bulan" name="bulan">${options}</select></div>
<div><button>${t.show}</button></div>
</form>`
}

function option(value: string, label: string, isChosen: boolean): Markup {
  return html`<option value="${value}"${isChosen ? raw(' selected') : ''}>${label}</option>`
}

function keys(figures: Figures): Markup {
  const { received, waiting, overdue, medianDays, satisfaction, rated } = figures
  const share = punctuality(figures)
  return html`<dl class="keys">${key(number(received), t.keys.received)}
${share === undefined ? '' : key(`${share}%`, t.keys.punctuality)}
${key(number(waiting), t.keys.waiting)}${key(number(overdue), t.keys.overdue)}
${medianDays === null ? '' : key(showNumber(medianDays), t.keys.medianDays)}
${satisfaction === null ? '' : key(showNumber(satisfaction), t.keys.satisfaction(shownNumber(rated)))}</dl>`
}

function key(value: Markup, label: string): Markup {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`
}

/** Of a year: in a month too few name the same. */
function themes({ year, unit, month }: Chosen): Markup {
  const named = unit?.themes ?? year.themes.map(({ name, tickets }) => t.theme(name, showNumber(tickets)))
  if (named.length === 0 || month !== undefined) return ''
  return html`<h2>${t.themes}</h2><ol>${named.map((name) => html`<li>${name}</li>`)}</ol>`
}

/** Of what is looked at; where that is a year, the latest of each unit. */
function indices({ year, unit, month }: Chosen): Markup {
  const some = year.indices.filter(
    (one) => (unit === undefined || one.top === unit.id) && (month === undefined || one.month === month),
  )
  const latest = new Map(some.toSorted(byMonth).map((one) => [one.unit.id, one]))
  const shown = unit === undefined ? [...latest.values()] : some.toSorted(byMonth)
  if (shown.length === 0) return ''
  const heads = [t.unit, t.month, t.index.value, t.index.band, t.index.respondents]
  return html`<h2>${t.indices}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${t.indices}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${shown.map(
    (one) =>
      html`<tr><th scope="row">${one.unit.name}</th><td>${monthNamed(one.month)}</td><td>${showNumber(Math.round(one.value * 100) / 100)}</td><td>${one.band}</td><td>${showNumber(one.respondents)}</td></tr>`,
  )}</tbody></table></div>`
}

function byMonth(a: { readonly month: Month }, b: { readonly month: Month }): number {
  return a.month < b.month ? -1 : 1
}

function changed(changes: readonly Change[]): Markup {
  const some = changes.map(
    ({ on, unit, service, words }) =>
      html`<div class="change"><p class="soft">${[service, unit.name].filter((name) => name !== null).join(', ')} · ${showDay(on)}</p><p>${words}</p></div>`,
  )
  return html`<h2>${t.changes}</h2>${some.length === 0 ? html`<p>${t.noChanges}</p>` : some}`
}

function how({ promised }: Published): Markup {
  return html`<h2>${t.how}</h2><ul>${t.rules(promised).map((rule) => html`<li>${rule}</li>`)}</ul>
<h2>${t.data}</h2><p>${t.dataHint}</p>
<ul><li><a href="${PATH}.csv">${t.csv}</a></li><li><a href="${PATH}.json">${t.json}</a></li></ul>`
}
