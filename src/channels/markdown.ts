import { Lexer, type Token, type Tokens } from 'marked'
import { type Dialect, plain, telegram, web } from './markdown/dialects.ts'

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

/** Every Markdown there is; what would show nothing, or take for ever to read, is shown as it was written. */
function render(markdown: string, dialect: Dialect): string {
  const source = markdown.toWellFormed()
  const rendered = isTangled(source)
    ? ''
    : blocks(new Lexer({ gfm: true, breaks: true }).lex(source), dialect)
        .trimEnd()
        .replace(/^\n+/, '')
  return rendered.trim() === ''
    ? source.trim().split('\n').map(dialect.text).join(dialect.lineBreak)
    : rendered
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
      const lines = items.map((item, i) =>
        d.item(blocks(item.tokens, d).trim(), ordered ? `${first + i}.` : '•'),
      )
      return d.list(lines, ordered)
    }
    case 'text':
      return 'tokens' in token && token.tokens
        ? d.paragraph(inline(token.tokens, d))
        : d.paragraph(d.text(unescaped(token.raw)))
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

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-=.:!|<>~&])/g, '$1')
}

function isSafe(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:'].includes(new URL(href).protocol)
}
