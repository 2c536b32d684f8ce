import type { MessageEntity } from 'grammy/types'

const FOUND: readonly (readonly [MessageEntity.CommonMessageEntity['type'], RegExp])[] = [
  ['url', /(?<![\w@.])https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gi],
  ['email', /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w-])/gi],
  ['bot_command', /(?<![\w/<>@.:])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])/g],
  ['mention', /(?<![\w@/.])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?![\w@])/g],
  ['hashtag', /(?<![\w#&])#(?=[\p{L}\p{N}_]*[\p{L}_])[\p{L}\p{N}_]{1,256}/gu],
]

/**
 * What Telegram finds in a plain text by itself: addresses, e-mails, commands, mentions, hashtags
 * (core.telegram.org/bots/api#messageentity), in UTF-16 units, sorted, none overlapping.
 */
export function findEntities(text: string): MessageEntity[] {
  const entities: MessageEntity[] = []
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const [offset, length] = [match.index, match[0].length]
      const free = entities.every(
        (other) => offset >= other.offset + other.length || offset + length <= other.offset,
      )
      if (free) entities.push({ type, offset, length })
    }
  }
  return entities.sort((a, b) => a.offset - b.offset)
}
