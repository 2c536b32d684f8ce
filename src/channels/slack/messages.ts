import type { Content } from '../../chat/message.ts'
import { contentOfFile } from './files.ts'
import { type Meaning, type Place, type Self, timeOf } from './meaning.ts'
import { type MessageEvent, UserId, type Written } from './payloads.ts'
import { mentions, mentionsAnyone, wordsOf } from './words.ts'

/** The kinds of message that people write. */
const HEARD = new Set(['file_share', 'me_message', 'thread_broadcast'])

/** A message that somebody wrote or changed, where it is meant for the bot. Throws where nobody can be called so. */
export function readMessage(event: MessageEvent, self: Self): Meaning | undefined {
  const changed = event.subtype === 'message_changed'
  const written = changed ? event.message : event
  if (!written?.user || written.bot_id || written.user === self.user || written.user === 'USLACKBOT')
    return undefined
  if (written.subtype && !HEARD.has(written.subtype)) return undefined
  const user = UserId.parse(written.user)
  const before = event.previous_message?.text ?? ''
  if (changed && (!written.edited || before === written.text)) return undefined // a link got its picture
  const where = whereOf(event.channel, written, self)
  if (where === undefined) return undefined
  const content = contentOf(written, self, where.ifKnown !== true)
  if (changed && content.kind !== 'text') return undefined
  const again = changed && (!where.shared || where.ifKnown === true || mentions(before, self.user))
  const also = (written.files ?? []).slice(1).map((file) => contentOfFile(file))
  const id = `slack:${event.channel}:${written.ts}`
  const ts = changed ? written.edited?.ts : undefined
  return {
    kind: 'message',
    said: {
      id: ts === undefined ? id : `${id}:${ts}`, // a mention comes twice, as itself and as a message
      where,
      user,
      content,
      ...(also.length > 0 && { also }),
      sentAt: timeOf(ts ?? written.ts),
      ...(again && { edited: true }),
    },
  }
}

/** A private chat is one conversation, each of its threads too; in a channel every thread is one. */
function whereOf(
  channel: string,
  { ts, thread_ts: thread, text, assistant_thread, app_context, action_token }: Written,
  self: Self,
): Place | undefined {
  if (channel.startsWith('D')) {
    const agent = assistant_thread ?? app_context ?? action_token
    const root = thread ?? (agent ? ts : undefined) // what is asked of an agent begins a thread
    return { conversation: root ? `slack:${channel}/${root}` : `slack:${channel}`, shared: false }
  }
  const place = { conversation: `slack:${channel}/${thread ?? ts}` as const, shared: true }
  if (mentions(text ?? '', self.user)) return place
  return thread && !mentionsAnyone(text ?? '') ? { ...place, ifKnown: true } : undefined
}

function contentOf(written: Written, self: Self, addressed: boolean): Content {
  const words = wordsOf(written, self.user)
  const [file] = written.files ?? []
  if (file !== undefined) return contentOfFile(file, words)
  if (!addressed) return { kind: 'text', text: words }
  if (words === '') return { kind: 'command', name: 'bantuan', rest: '' }
  return commandIn(words, self) ?? { kind: 'text', text: words }
}

/** "/tanya cuti" as on other platforms, or the name of a command and nothing else. */
function commandIn(words: string, { commands }: Self): Content | undefined {
  const [, slash, name = '', rest = ''] = /^(\/?)([a-z]\w{0,31})(?:\s+([\s\S]*))?$/i.exec(words) ?? []
  const known = slash === '/' || (rest === '' && commands.includes(name.toLowerCase()))
  return known ? { kind: 'command', name: name.toLowerCase(), rest } : undefined
}
