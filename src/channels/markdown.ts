import { Lexer, type Token, type Tokens } from 'marked'
import { type Dialect, fitsPhone, plain, rich, telegram, web } from './markdown/dialects.ts'
import type { Cell } from './markdown/tables.ts'

// The dialect: bold, italic, code, links, lists, quotes, headings, tables, and a quote that folds, whose first
// line is "[!fold] Title". It is a quote to whoever does not know it, also when only a part of it is there.
const FOLD = /^\[!fold\][ \t]*(.*)(?:\n|$)/

/** Markdown as the HTML that Telegram reads (core.telegram.org/bots/api#html-style); never anything it refuses. */
export function toTelegramHtml(markdown: string): string {
  return render(markdown, telegram)
}

/** Markdown as the HTML of Telegram's rich messages (core.telegram.org/bots/api#rich-html-style). */
export function toTelegramRich(markdown: string): string {
  return render(markdown, rich)
}

/** Whether there is something in it that only a rich message shows well: a table too wide for a phone. */
export function needsRich(markdown: string): boolean {
  const source = markdown.toWellFormed()
  return !isTangled(source) && lex(source).some(isWideTable)
}

/** Markdown without what folds: a quote under its title, for platforms that read Markdown by themselves. */
export function unfolded(markdown: string): string {
  return markdown.replace(/^(>[ \t]?)\[!fold\][ \t]*(.*)$/gm, (_, mark: string, title: string) =>
    title.trim() === '' ? mark : `${mark}**${title.trim()}**`,
  )
}

/** Markdown as HTML for our own pages: everything people wrote is text, links lead to http(s) only. */
export function toWebHtml(markdown: string): string {
  return render(markdown, web)
}

/** Markdown as text without any marks, for terminals and as the last resort of every channel. */
export function toPlain(markdown: string): string {
  return render(markdown, plain)
}

/** Every Markdown there is; what would show nothing, or take for ever to read, is shown as it was written. */
function render(markdown: string, dialect: Dialect): string {
  const source = markdown.toWellFormed()
  const rendered = isTangled(source) ? '' : blocks(lex(source), dialect).trimEnd().replace(/^\n+/, '')
  return rendered.trim() === ''
    ? source.trim().split('\n').map(dialect.text).join(dialect.lineBreak)
    : rendered
}

function lex(source: string): readonly Token[] {
  return new Lexer({ gfm: true, breaks: true }).lex(source)
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
      return quote(token as Tokens.Blockquote, d)
    case 'table':
      return d.table(rowsOf(token as Tokens.Table, d))
    case 'code':
      return d.block((token as Tokens.Code).text)
    case 'hr':
      return d.rule
    case 'list': {
      const { items, ordered, start } = token as Tokens.List
      const first = typeof start === 'number' ? start : 1
      const lines = items.map((item, i) =>
        d.item(blocks(item.tokens, d).trim(), ordered ? `${first + i}.` : '•'),
      )
      return d.list(lines, ordered, first)
    }
    case 'text':
      return 'tokens' in token && token.tokens
        ? d.paragraph(inline(token.tokens, d))
        : d.paragraph(d.text(unescaped(token.raw)))
    case 'paragraph':
      return d.paragraph(inline(token.tokens ?? [], d))
    default:
      return d.paragraph(d.text(token.raw.trimEnd())) // HTML and what else there is: shown as it was written
  }
}

function quote({ text, tokens }: Tokens.Blockquote, d: Dialect): string {
  const fold = FOLD.exec(text)
  if (fold === null) return d.quote(blocks(tokens, d).trim())
  const inner = blocks(lex(text.slice(fold[0].length)), d).trim()
  const title = inline(Lexer.lexInline(fold[1] ?? ''), d).trim()
  return inner === '' ? d.quote(title) : d.fold(title, inner)
}

function rowsOf({ header, rows }: Tokens.Table, d: Dialect): readonly (readonly Cell[])[] {
  return [header, ...rows].map((cells) =>
    cells.map(({ tokens, align }) => ({
      inner: inline(tokens, d).trim(),
      plain: inline(tokens, plain).trim(),
      ...(align !== null && { align }),
    })),
  )
}

function isWideTable(token: Token): boolean {
  if (token.type === 'table') return !fitsPhone(rowsOf(token as Tokens.Table, telegram))
  return 'tokens' in token && token.type === 'blockquote' && (token.tokens ?? []).some(isWideTable)
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

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-=.:!|<>~&])/g, '$1')
}

function isSafe(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:'].includes(new URL(href).protocol)
}
