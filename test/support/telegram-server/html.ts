import type { MessageEntity } from 'grammy/types'
import { addEntity, type OpenTag, withoutCodeLanguage } from './html-entity.ts'
import { byteOffset, cantParse, decodeEntity, readTag } from './html-tag.ts'

/** A text without its markup; offsets and lengths count UTF-16 code units. */
export interface Formatted {
  readonly text: string
  readonly entities: MessageEntity[]
  /** Entities Telegram doesn't know (`&nbsp;`): it refuses nothing, people see them as written. */
  readonly literals: readonly string[]
}

/**
 * Parses parse_mode HTML as Telegram does (core.telegram.org/bots/api#html-style); throws
 * "can't parse entities: …" in Telegram's words, with offsets counted in UTF-8 bytes.
 */
export function parseHtml(source: string): Formatted {
  const entities: MessageEntity[] = []
  const literals: string[] = []
  const open: OpenTag[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    if (source[at] === '&') {
      const character = decodeEntity(source, at)
      if (character !== undefined) {
        text += character.text
        at = character.end
        continue
      }
      const literal = /^&[a-z]+;/i.exec(source.slice(at, at + 12))?.[0]
      if (literal !== undefined) literals.push(literal)
    }
    if (source[at] !== '<') {
      text += source[at++]
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, open, entities, text)
    } else {
      const tag = readTag(source, at)
      open.push({ name: tag.name, attributes: tag.attributes, offset: text.length })
      at = tag.end
    }
  }
  const last = open.at(-1)
  if (last !== undefined) throw cantParse(`Can't find end tag corresponding to start tag "${last.name}"`)
  if (!text.isWellFormed()) {
    throw cantParse(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text, entities: entities.map(withoutCodeLanguage), literals }
}

function closeTag(source: string, start: number, open: OpenTag[], entities: MessageEntity[], text: string) {
  const tag = open.at(-1)
  if (tag === undefined) throw cantParse('Unexpected end tag', source, start)
  const [whole, name = ''] = /^<\/([^\s>]*)\s*>/.exec(source.slice(start)) ?? []
  if (whole === undefined) throw cantParse('Unclosed end tag', source, start)
  const found = name.toLowerCase()
  if (found !== '' && found !== tag.name) {
    const offset = byteOffset(source, start)
    throw cantParse(
      `Unmatched end tag at byte offset ${offset}, expected "</${tag.name}>", found "</${found}>"`,
    )
  }
  open.pop()
  if (text.length > tag.offset) addEntity(entities, tag, text)
  return start + whole.length
}
