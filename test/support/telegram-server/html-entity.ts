import type { MessageEntity } from 'grammy/types'
import { cantParse } from './html-tag.ts'
import { checkLink, linkedUser } from './links.ts'

const SIMPLE: Readonly<Record<string, MessageEntity.CommonMessageEntity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
}

/** A tag whose end has not come yet; `offset` is its place in the text without markup. */
export interface OpenTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly offset: number
}

/** Adds the entity of a tag that just ended; `text` is the text so far, which is not empty inside the tag. */
export function addEntity(entities: MessageEntity[], tag: OpenTag, text: string): void {
  const place = { offset: tag.offset, length: text.length - tag.offset }
  const inner = entities.at(-1)
  const same = inner?.offset === place.offset && inner.length === place.length ? inner : undefined
  const simple = SIMPLE[tag.name]
  if (simple !== undefined) entities.push({ type: simple, ...place })
  else if (tag.name === 'blockquote') {
    entities.push({
      type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
      ...place,
    })
  } else if (tag.name === 'a') addLink(entities, tag.attributes.get('href') || text.slice(tag.offset), place)
  else if (tag.name === 'tg-emoji') {
    const id = tag.attributes.get('emoji-id') ?? ''
    if (!isInt64(id)) throw cantParse('Invalid custom emoji identifier specified')
    entities.push({ type: 'custom_emoji', custom_emoji_id: id, ...place })
  } else if (tag.name === 'tg-time') {
    const format = (tag.attributes.get('format') ??
      '') as MessageEntity.DateTimeMessageEntity['date_time_format'] // the API checks no further either
    const unix = Number(tag.attributes.get('unix'))
    entities.push({ type: 'date_time', unix_time: unix, date_time_format: format, ...place })
  } else if (tag.name === 'pre') {
    const language = same?.type === 'code' ? languageOf(same) : undefined
    if (language !== undefined) entities.pop()
    entities.push({ type: 'pre', ...(language !== undefined && { language }), ...place })
  } else {
    const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1]
    if (same?.type === 'pre' && language !== undefined) {
      entities.pop()
      entities.push({ type: 'pre', language, ...place })
    } else entities.push(codeWith(language, place))
  }
}

function addLink(entities: MessageEntity[], address: string, place: { offset: number; length: number }) {
  const user = linkedUser(address)
  if (user !== undefined) {
    entities.push({ type: 'text_mention', user: { id: user, is_bot: false, first_name: '' }, ...place })
    return
  }
  const link = checkLink(address)
  if ('url' in link) entities.push({ type: 'text_link', url: link.url, ...place })
}

// <code class="language-x"> keeps its language only until it is known whether <pre> encloses it.
function codeWith(language: string | undefined, place: { offset: number; length: number }): MessageEntity {
  const entity: MessageEntity = { type: 'code', ...place }
  return language === undefined ? entity : Object.assign(entity, { language })
}

function languageOf(entity: MessageEntity): string | undefined {
  return 'language' in entity ? entity.language : undefined
}

/** A `code` entity as Telegram answers it: a language belongs to `pre` alone. */
export function withoutCodeLanguage(entity: MessageEntity): MessageEntity {
  return entity.type === 'code' ? { type: 'code', offset: entity.offset, length: entity.length } : entity
}

function isInt64(text: string): boolean {
  return /^-?\d{1,19}$/.test(text) && BigInt(text) !== 0n && BigInt.asIntN(64, BigInt(text)) === BigInt(text)
}
