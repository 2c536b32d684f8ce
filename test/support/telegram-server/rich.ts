import { isRecord, jsonParam, type Params } from './params.ts'
import { badRequest, type Refusal } from './refusal.ts'

const TAGS = new Set(
  'a b strong i em u ins s strike del code mark sub sup tg-spoiler tg-reference tg-emoji tg-time tg-math tg-math-block h1 h2 h3 h4 h5 h6 p pre footer ul ol li blockquote cite aside video audio tg-document figure figcaption tg-collage tg-slideshow table caption tr th td details summary tg-button tg-button-row tg-thinking'.split(
    ' ',
  ),
)
const VOID = new Set('br hr img input tg-map'.split(' '))
const BLOCKS = new Set(
  'h1 h2 h3 h4 h5 h6 p pre footer ul ol li blockquote aside figure table tr details hr'.split(' '),
)

/** A checked rich message: all its words in order, and the JSON as sent. */
export interface Rich {
  readonly text: string
  readonly json: unknown
}

/**
 * Checks an InputRichMessage against the limits of core.telegram.org/bots/api#rich-messages: one of
 * html, markdown, blocks; 32,768 characters; 500 blocks; 16 levels; 20 columns. Only the wording of
 * RICH_MESSAGE_TEXT_TOO_LONG is known to be Telegram's; how strict it is with tags is not known, so
 * an undocumented tag is refused here.
 */
export function readRich(params: Params): Rich {
  const rich = jsonParam(params, 'rich_message')
  if (!isRecord(rich)) throw badRequest('rich_message is empty')
  const given = ['html', 'markdown', 'blocks'].filter((name) => rich[name] !== undefined)
  if (given.length !== 1) throw badRequest('exactly one of html, markdown, blocks must be used')
  const text = given[0] === 'html' ? htmlWords(String(rich.html)) : words(rich[given[0] ?? '']).join('\n')
  if (text.trim() === '') throw badRequest('rich_message is empty')
  if ([...text].length > 32_768) throw badRequest('RICH_MESSAGE_TEXT_TOO_LONG')
  return { text: text.trim(), json: rich }
}

function htmlWords(html: string): string {
  const open: string[] = []
  let blocks = 0
  let columns = 0
  for (const [, slash, rawName = '', selfClosed] of html.matchAll(/<(\/?)([^\s/>]*)[^>]*?(\/?)>/g)) {
    const name = rawName.toLowerCase()
    if (VOID.has(name)) continue
    if (!TAGS.has(name)) throw cantParse(`unsupported tag "${name}"`)
    if (slash === '/') {
      const expected = open.pop()
      if (expected !== name) throw cantParse(`unmatched end tag "${name}", expected "${expected ?? ''}"`)
      continue
    }
    if (BLOCKS.has(name)) blocks++
    columns = name === 'tr' ? 0 : columns + (name === 'td' || name === 'th' ? 1 : 0)
    if (columns > 20) throw cantParse('more than 20 columns in a table')
    if (selfClosed !== '/') open.push(name)
    if (open.length > 16) throw cantParse('more than 16 levels of nesting')
  }
  if (open.length > 0) throw cantParse(`unclosed tag "${open.at(-1)}"`)
  if (blocks > 500) throw cantParse('more than 500 blocks')
  const plain = html
    .replace(/<\/?(?:p|br|li|tr|h[1-6]|summary|blockquote|pre)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
  const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' }
  return plain
    .replace(/&([a-z]+);/gi, (whole, name: string) => characters[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
}

// Of blocks: every text, summary, caption and credit, however deep.
function words(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(words)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner !== 'string' || ['text', 'summary', 'caption', 'credit', 'expression'].includes(name)
      ? words(inner)
      : [],
  )
}

function cantParse(why: string): Refusal {
  return badRequest(`can't parse rich message: ${why}`)
}
