import { Lexer, type Token, type Tokens } from 'marked'

/** How one dialect writes each thing Markdown can say; `text` receives plain characters and escapes them. */
interface Dialect {
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

/** Markdown as the HTML that Telegram reads (core.telegram.org/bots/api#html-style); never anything it refuses. */
export function toTelegramHtml(markdown: string): string {
  return render(markdown, telegram)
}

/** Markdown as HTML for our own pages: everything people wrote is text, links lead to http(s) only. */
export function toWebHtml(markdown: string): string {
  return render(markdown, web)
}

/** Markdown as text without any marks, for terminals and as the last resort of every channel. */
export function toPlain(markdown: string): string {
  return render(markdown, plain)
}

/**
 * Cuts Markdown into parts of which `measure` is at most `limit`: between paragraphs where it can, else
 * between lines, sentences, words, and only within a word when there is no other way. No character that a
 * reader sees is lost; only white space at a cut goes.
 */
export function splitMarkdown(markdown: string, limit: number, measure: (part: string) => number): readonly string[] {
  const parts: string[] = []
  let rest = markdown.trim()
  while (measure(rest) > limit) {
    const cut = longestFit(rest, limit, measure)
    parts.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

// Within a line no piece may begin with what would make it a list, quote or heading.
const BREAKS: readonly RegExp[] = [
  /\n{2,}/g,
  /\n/g,
  /(?<=[.!?;:])\s+(?![\s>#|=~`]|[-+]|[*_]\s|\d+[.)])/g,
  /\s+(?![\s>#|=~`]|[-+]|[*_]\s|\d+[.)])/g,
]

/** Bold, italic, code, a link: cut in two, its marks would be read as characters. */
const MARKED = /`[^`\n]+`|\*\*[^*\n]+\*\*|\*[^*\n]+\*|_[^_\n]+_|\[[^[\]\n]*\]\([^()\n]*\)|\\./g

function longestFit(text: string, limit: number, measure: (part: string) => number): number {
  const fits = (end: number): boolean => measure(text.slice(0, end).trimEnd()) <= limit
  const marked = [...text.matchAll(MARKED)].map(({ index, 0: span }) => ({ from: index, to: index + span.length }))
  for (const pattern of BREAKS) {
    const ends = outside(marked, [...text.matchAll(pattern)].map((match) => match.index).filter((end) => end > 0))
    const fitting = lastFitting(ends, fits)
    if (fitting !== undefined && fitting * 3 >= Math.min(text.length, limit)) return fitting
  }
  const anywhere = Array.from({ length: Math.min(text.length, limit) }, (_, i) => i + 1).filter((end) => !isInsidePair(text, end))
  return lastFitting(anywhere, fits) ?? anywhere[0] ?? 2
}

/** Those of rising positions that lie within no span; spans rise too and do not overlap. */
function outside(spans: readonly { from: number; to: number }[], positions: readonly number[]): readonly number[] {
  let at = 0
  return positions.filter((position) => {
    while ((spans[at]?.to ?? Number.POSITIVE_INFINITY) <= position) at++
    return position <= (spans[at]?.from ?? Number.POSITIVE_INFINITY)
  })
}

/** The last of rising positions that fits, found by halving. */
function lastFitting(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(ends[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return ends[low - 1]
}

function isInsidePair(text: string, cut: number): boolean {
  const [before, after] = [text.charCodeAt(cut - 1), text.charCodeAt(cut)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** Every Markdown there is; what would show nothing, or take for ever to read, is shown as it was written. */
function render(markdown: string, dialect: Dialect): string {
  const source = markdown.toWellFormed()
  const rendered = isTangled(source) ? '' : blocks(new Lexer({ gfm: true, breaks: true }).lex(source), dialect).trimEnd().replace(/^\n+/, '')
  return rendered.trim() === '' ? source.trim().split('\n').map(dialect.text).join(dialect.lineBreak) : rendered
}

/** Nested deeper, or with more marks, than anybody writes: reading it would overflow the stack or block us. */
function isTangled(markdown: string): boolean {
  return DEEP.test(markdown) || (markdown.match(/[*_]+/g)?.length ?? 0) > MOST_MARKS
}

const DEEP = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){12}/m
const MOST_MARKS = 1_000

function blocks(tokens: readonly Token[], d: Dialect): string {
  return tokens.map((token) => block(token, d)).join('')
}

function block(token: Token, d: Dialect): string {
  switch (token.type) {
    case 'space':
      return ''
    case 'heading':
      return d.paragraph(d.heading(inline(token.tokens ?? [], d)))
    case 'blockquote':
      return d.quote(blocks(token.tokens ?? [], d).trim())
    case 'code':
      return d.block((token as Tokens.Code).text)
    case 'hr':
      return d.rule
    case 'list': {
      const { items, ordered, start } = token as Tokens.List
      const first = typeof start === 'number' ? start : 1
      const lines = items.map((item, i) => d.item(blocks(item.tokens, d).trim(), ordered ? `${first + i}.` : '•'))
      return d.list(lines, ordered)
    }
    case 'text':
      return 'tokens' in token && token.tokens ? d.paragraph(inline(token.tokens, d)) : d.paragraph(d.text(unescape(token.raw)))
    case 'paragraph':
      return d.paragraph(inline(token.tokens ?? [], d))
    default:
      return d.paragraph(d.text(token.raw.trimEnd())) // HTML, tables and what else there is: shown as it was written
  }
}

function inline(tokens: readonly Token[], d: Dialect): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'strong':
          return d.bold(inline(token.tokens ?? [], d))
        case 'em':
          return d.italic(inline(token.tokens ?? [], d))
        case 'codespan':
          return d.code((token as Tokens.Codespan).text)
        case 'br':
          return d.lineBreak
        case 'link': {
          const { href, tokens: inner } = token as Tokens.Link
          const label = inline(inner, d).trim() || d.text(href)
          return isSafe(href) ? d.link(label, href) : label
        }
        case 'escape':
          return d.text((token as Tokens.Escape).text)
        case 'text':
          return 'tokens' in token && token.tokens ? inline(token.tokens, d) : d.text(token.raw)
        default:
          return d.text(token.raw)
      }
    })
    .join('')
}

function unescape(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-.!|<>~&])/g, '$1')
}

function isSafe(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:'].includes(new URL(href).protocol)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
}

const telegram: Dialect = {
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

/** Telegram refuses a message in which nothing but empty tags stands. */
function filled(inner: string, open: string, close: string): string {
  return inner.trim() === '' ? inner : `${open}${inner}${close}`
}

const web: Dialect = {
  text: escapeHtml,
  bold: (inner) => `<strong>${inner}</strong>`,
  italic: (inner) => `<em>${inner}</em>`,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  block: (text) => `<pre>${escapeHtml(text)}</pre>`,
  link: (inner, href) => `<a href="${escapeHtml(href)}" rel="noopener noreferrer" target="_blank">${inner}</a>`,
  heading: (inner) => `<strong>${inner}</strong>`,
  quote: (inner) => `<blockquote>${inner}</blockquote>`,
  item: (inner) => `<li>${inner}</li>`,
  list: (items, ordered) => (ordered ? `<ol>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`),
  paragraph: (inner) => `<p>${inner}</p>`,
  rule: '<hr>',
  lineBreak: '<br>',
}

const plain: Dialect = {
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
