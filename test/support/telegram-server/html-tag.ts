import { badRequest, type Refusal } from './refusal.ts'

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
)
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** A start tag that was read; `end` is the place behind it. */
export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly end: number
}

/** Reads the start tag at `start`; throws what Telegram says of a broken or unknown one. */
export function readTag(source: string, start: number): Tag {
  let at = start + 1
  while (at < source.length && !isSpace(source[at]) && source[at] !== '>') at++
  if (at >= source.length) throw cantParse('Unclosed start tag', source, start)
  const name = source.slice(start + 1, at).toLowerCase()
  if (!TAGS.has(name)) throw cantParse(`Unsupported start tag "${name}"`, source, start)
  const attributes = new Map<string, string>()
  for (;;) {
    while (isSpace(source[at])) at++
    if (source[at] === '>') break
    const attribute = /^[^\s=>/"']*/.exec(source.slice(at))?.[0] ?? ''
    if (attribute === '') throw cantParse(`Empty attribute name in the tag "${name}"`, source, start)
    at += attribute.length
    while (isSpace(source[at])) at++
    if (at >= source.length) throw cantParse(`Unclosed start tag "${name}"`, source, start)
    if (source[at] !== '=') {
      attributes.set(attribute, '')
      continue
    }
    at++
    while (isSpace(source[at])) at++
    if (at >= source.length) throw cantParse(`Unclosed start tag "${name}"`, source, start)
    const value = readValue(source, at)
    at = value.end
    if (at >= source.length) throw cantParse('Unclosed start tag', source, start)
    attributes.set(attribute, value.text)
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cantParse('Tag "span" must have class "tg-spoiler"', source, start)
  }
  return { name, attributes, end: at + 1 }
}

function readValue(source: string, start: number): { text: string; end: number } {
  const quote = source[start]
  if (quote !== '"' && quote !== "'") {
    const token = /^[A-Za-z0-9.-]*/.exec(source.slice(start))?.[0] ?? ''
    const end = start + token.length
    if (!isSpace(source[end]) && source[end] !== '>') {
      throw cantParse('Unexpected end of name token', source, start)
    }
    return { text: token.toLowerCase(), end }
  }
  let text = ''
  let at = start + 1
  while (at < source.length && source[at] !== quote) {
    const character = source[at] === '&' ? decodeEntity(source, at) : undefined
    text += character?.text ?? source[at]
    at = character?.end ?? at + 1
  }
  return { text, end: at + 1 }
}

/** The character an entity at `at` stands for; undefined where Telegram knows none. */
export function decodeEntity(source: string, at: number): { text: string; end: number } | undefined {
  const [whole, hex, decimal, name] =
    /^&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));?/i.exec(source.slice(at, at + 16)) ?? []
  if (whole === undefined) return undefined
  const end = at + whole.length
  if (name !== undefined) {
    const text = CHARACTERS[name]
    return text === undefined ? undefined : { text, end }
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  if (code === 0 || code >= 0x10ffff) return undefined
  return { text: String.fromCodePoint(code), end }
}

/** The place in UTF-8 bytes, as Telegram counts in its refusals. */
export function byteOffset(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at))
}

/** A "can't parse entities" refusal, with the byte offset of `at` where a source is given. */
export function cantParse(what: string, source?: string, at = 0): Refusal {
  const place = source === undefined ? '' : ` at byte offset ${byteOffset(source, at)}`
  return badRequest(`can't parse entities: ${what}${place}`)
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character)
}
