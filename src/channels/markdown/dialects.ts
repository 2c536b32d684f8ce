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
  item(inner: string, mark: string): string
  list(items: readonly string[], ordered: boolean): string
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
  quote: (inner) => filled(inner.replaceAll(/<\/?blockquote>/g, ''), '<blockquote>', '</blockquote>\n\n'), // may not be nested
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
  item: (inner) => `<li>${inner}</li>`,
  list: (items, ordered) => (ordered ? `<ol>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`),
  paragraph: (inner) => `<p>${inner}</p>`,
  rule: '<hr>',
  lineBreak: '<br>',
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
  item: (inner, mark) => `${mark} ${inner.replaceAll(/\n+/g, '\n   ')}\n`,
  list: (items) => `${items.join('')}\n`,
  paragraph: (inner) => `${inner}\n\n`,
  rule: '———\n\n',
  lineBreak: '\n',
}

/** Telegram refuses a message in which nothing but empty tags stands. */
function filled(inner: string, open: string, close: string): string {
  return inner.trim() === '' ? inner : `${open}${inner}${close}`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
}
