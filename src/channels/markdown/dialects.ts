import { aligned, type Cell, records, widthOf } from './tables.ts'

/** How one dialect writes each thing Markdown can say; `text` receives plain characters and escapes them. */
export interface Dialect {
  text(plain: string): string
  bold(inner: string): string
  italic(inner: string): string
  code(plain: string): string
  block(plain: string): string
  link(inner: string, href: string): string
  heading(inner: string): string
  quote(inner: string): string
  /** A quote that people open when they want to read it; the title may be empty. */
  fold(title: string, inner: string): string
  /** Rows of cells as wide as the first, which is the head. */
  table(rows: readonly (readonly Cell[])[]): string
  item(inner: string, mark: string): string
  list(items: readonly string[], ordered: boolean, first: number): string
  paragraph(inner: string): string
  rule: string
  lineBreak: string
}

/** The HTML that Telegram reads. */
export const telegram: Dialect = {
  text: escapeHtml,
  bold: (inner) => filled(inner, '<b>', '</b>'),
  italic: (inner) => filled(inner, '<i>', '</i>'),
  code: (text) => filled(escapeHtml(text), '<code>', '</code>'),
  block: (text) => filled(escapeHtml(text), '<pre>', '</pre>\n\n'),
  link: (inner, href) => `<a href="${escapeHtml(href)}">${inner}</a>`,
  heading: (inner) => filled(inner, '<b>', '</b>'),
  quote: (inner) => filled(unquoted(inner), '<blockquote>', '</blockquote>\n\n'),
  fold: (title, inner) =>
    `${filled(title, '<b>', '</b>\n')}${filled(unquoted(inner), '<blockquote expandable>', '</blockquote>\n\n')}`,
  table: (rows) =>
    fitsPhone(rows)
      ? `<pre>${escapeHtml(aligned(rows))}</pre>\n\n`
      : `${records(rows, (inner) => filled(inner, '<b>', '</b>'))}\n\n`,
  item: (inner, mark) => `${mark} ${inner.replaceAll(/\n+/g, '\n   ')}\n`,
  list: (items) => `${items.join('')}\n`,
  paragraph: (inner) => `${inner}\n\n`,
  rule: '———\n\n',
  lineBreak: '\n',
}

/** The HTML of our own pages. */
export const web: Dialect = {
  text: escapeHtml,
  bold: (inner) => `<strong>${inner}</strong>`,
  italic: (inner) => `<em>${inner}</em>`,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  block: (text) => `<pre>${escapeHtml(text)}</pre>`,
  link: (inner, href) =>
    `<a href="${escapeHtml(href)}" rel="noopener noreferrer" target="_blank">${inner}</a>`,
  heading: (inner) => `<strong>${inner}</strong>`,
  quote: (inner) => `<blockquote>${inner}</blockquote>`,
  fold: (title, inner) => (title === '' ? web.quote(inner) : details(title, inner)),
  table([head = [], ...body]) {
    const line = (cells: readonly Cell[], tag: string): string =>
      `<tr>${cells.map(({ inner }) => `<${tag}>${inner}</${tag}>`).join('')}</tr>`
    const below = body.map((cells) => line(cells, 'td')).join('')
    return `<table><thead>${line(head, 'th')}</thead><tbody>${below}</tbody></table>`
  },
  item: (inner) => `<li>${inner}</li>`,
  list: (items, ordered, first) =>
    ordered
      ? `<ol${first === 1 ? '' : ` start="${first}"`}>${items.join('')}</ol>`
      : `<ul>${items.join('')}</ul>`,
  paragraph: (inner) => `<p>${inner}</p>`,
  rule: '<hr>',
  lineBreak: '<br>',
}

/** The HTML of Telegram's rich messages (core.telegram.org/bots/api#rich-html-style). */
export const rich: Dialect = {
  ...web,
  bold: (inner) => filled(inner, '<b>', '</b>'),
  italic: (inner) => filled(inner, '<i>', '</i>'),
  code: telegram.code,
  block: (text) => filled(escapeHtml(text), '<pre>', '</pre>'),
  link: telegram.link,
  heading: telegram.heading,
  quote: (inner) => filled(inner, '<blockquote>', '</blockquote>'),
  fold: (title, inner) => (title === '' ? rich.quote(inner) : details(title, inner)),
  table([head = [], ...body]) {
    const line = (cells: readonly Cell[], tag: string): string =>
      `<tr>${cells.map(({ inner, align }) => `<${tag}${align ? ` align="${align}"` : ''}>${inner}</${tag}>`).join('')}</tr>`
    return `<table bordered striped>${line(head, 'th')}${body.map((cells) => line(cells, 'td')).join('')}</table>`
  },
  paragraph: (inner) => filled(inner, '<p>', '</p>'),
  rule: '<hr/>',
}

/** Text without any marks. */
export const plain: Dialect = {
  text: (text) => text,
  bold: (inner) => inner,
  italic: (inner) => inner,
  code: (text) => text,
  block: (text) => `${text}\n\n`,
  link: (inner, href) => (inner === href ? href : `${inner} (${href})`),
  heading: (inner) => inner,
  quote: (inner) => `${inner.replace(/^/gm, '  ')}\n\n`,
  fold: (title, inner) => `${title === '' ? '' : `${title}\n`}${plain.quote(inner)}`,
  table: (rows) => `${widthOf(rows) <= TERMINAL ? aligned(rows) : records(rows, (inner) => inner)}\n\n`,
  item: (inner, mark) => `${mark} ${inner.replaceAll(/\n+/g, '\n   ')}\n`,
  list: (items) => `${items.join('')}\n`,
  paragraph: (inner) => `${inner}\n\n`,
  rule: '———\n\n',
  lineBreak: '\n',
}

/** What stands side by side on a narrow phone, and in a terminal. */
const PHONE = 36
const TERMINAL = 78

/** Longer than this a folded text begins closed, in characters of its HTML. */
const OPEN_UP_TO = 1_500

/** Whether a table can stand on a phone as it is; marks are lost there, an address must not be. */
export function fitsPhone(rows: readonly (readonly Cell[])[]): boolean {
  return widthOf(rows) <= PHONE && !rows.flat().some(({ inner }) => inner.includes('<a '))
}

function details(title: string, inner: string): string {
  return `<details${inner.length <= OPEN_UP_TO ? ' open' : ''}><summary>${title}</summary>${inner}</details>`
}

/** Telegram takes no quote within a quote. */
function unquoted(inner: string): string {
  return inner.replaceAll(/<\/?blockquote(?: expandable)?>/g, '')
}

/** Telegram refuses a message in which nothing but empty tags stands. */
function filled(inner: string, open: string, close: string): string {
  return inner.trim() === '' ? inner : `${open}${inner}${close}`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
}
