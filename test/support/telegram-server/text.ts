import type { MessageEntity } from 'grammy/types'
import { findEntities } from './entities.ts'
import { type Formatted, parseHtml } from './html.ts'
import { checkLink } from './links.ts'
import { isRecord, jsonParam, type Params, textParam } from './params.ts'
import { badRequest, Refusal } from './refusal.ts'

const TYPES = new Set(
  'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'.split(
    ' ',
  ),
)

/**
 * The text or caption of a call with its entities, trimmed as Telegram trims it; throws what
 * Telegram answers to a broken one. Its length is the caller's to check (`tooLong`).
 */
export function readText(params: Params, field: 'text' | 'caption'): Formatted {
  const source = textParam(params, field) ?? ''
  const mode = (textParam(params, 'parse_mode') ?? '').toLowerCase()
  if (mode === 'html') return trimmed(parseHtml(source))
  if (mode.startsWith('markdown')) {
    throw new Refusal(501, 'This loopback server parses HTML only, Telegram would take Markdown too')
  }
  if (mode !== '' && mode !== 'none') throw badRequest('unsupported parse_mode')
  const given = jsonParam(params, field === 'text' ? 'entities' : 'caption_entities')
  const entities = given === undefined ? findEntities(source) : checkEntities(given, source)
  return trimmed({ text: source, entities, literals: [] })
}

/** Telegram's limits count UTF-16 code units after entities parsing: 4096 of text, 1024 of caption. */
export function tooLong(text: string, field: 'text' | 'caption'): Refusal | undefined {
  if (text.length <= (field === 'text' ? 4096 : 1024)) return undefined
  return badRequest(field === 'text' ? 'message is too long' : 'message caption is too long')
}

function checkEntities(given: unknown, text: string): MessageEntity[] {
  if (!Array.isArray(given)) throw badRequest("can't parse entities: expected an Array of MessageEntity")
  return given.map((entity: unknown) => {
    if (!isRecord(entity)) throw cantParse('expected an Object')
    const { type, offset, length } = entity
    if (typeof type !== 'string' || !TYPES.has(type)) throw cantParse('Unsupported type specified')
    if (typeof offset !== 'number') throw cantParse('Can\'t find field "offset"')
    if (typeof length !== 'number') throw cantParse('Can\'t find field "length"')
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`)
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`)
    if (offset > text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
    }
    if (offset + length > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
      )
    }
    if (type === 'text_link') checkUrl(entity.url)
    return { ...entity } as unknown as MessageEntity // its type, place and address were just checked
  })
}

function checkUrl(url: unknown): void {
  if (typeof url !== 'string') throw cantParse('Can\'t find field "url"')
  const link = checkLink(url)
  if ('wrong' in link) throw badRequest(`entity URL '${url}' is invalid: ${link.wrong}`)
}

// Telegram cuts white space at the end, and blanks and line ends at the start up to the first entity.
function trimmed({ text, entities, literals }: Formatted): Formatted {
  const end = text.trimEnd().length
  const limit = Math.min(end, entities[0]?.offset ?? end)
  let start = 0
  while (start < limit && (text[start] === ' ' || text[start] === '\n')) start++
  const kept = entities
    .map((entity) => ({
      ...entity,
      offset: entity.offset - start,
      length: Math.min(entity.offset + entity.length, end) - entity.offset,
    }))
    .filter((entity) => entity.length > 0)
  return { text: text.slice(start, end), entities: kept, literals }
}

function cantParse(what: string): Refusal {
  return badRequest(`can't parse MessageEntity: ${what}`)
}
