import type { KnownBlock, WebClient } from '@slack/web-api'
import { type ConversationId, literal, type Outgoing } from '../../chat/message.ts'
import { RetryLater } from '../../errors.ts'
import { splitMarkdown } from '../markdown/split.ts'
import { toPlain } from '../markdown.ts'
import { createOutage } from '../outage.ts'
import { blocksOf, rows } from './blocks.ts'
import { asOurs, isAway, refusalOf } from './failures.ts'
import { toSlackMarkdown, toSlackText } from './markdown.ts'
import { placeOf } from './meaning.ts'
import { cut, plain } from './plain.ts'
import { texts } from './texts.ts'
import type { Bring } from './uploads.ts'

/** What Slack recommends for the text of a message, in UTF-16 units; beyond 40,000 it cuts silently. */
const LONGEST_MESSAGE = 4_000
/** Over all markdown blocks of a message. */
const LONGEST_MARKDOWN = 12_000
const LONGEST_SECTION = 3_000

/**
 * The messages Slack takes a message as, the buttons under the last; below them its file, as a piece of its own. Each is
 * sent and marked by itself, so what is tried again is the file alone. It comes behind the words, since Slack looks
 * through a file before it shows it: words sent after it would overtake it, and must not wait for it.
 */
export function splitMessage({ text, file, ...rest }: Outgoing): readonly Outgoing[] {
  const parts = splitMarkdown(text, LONGEST_MESSAGE, (part) =>
    Math.max(
      toPlain(part).length,
      Math.ceil((toSlackMarkdown(part).length * LONGEST_MESSAGE) / LONGEST_MARKDOWN),
    ),
  )
  const pieces = parts.map((part, i) => (i === parts.length - 1 ? { ...rest, text: part } : { text: part }))
  return file === undefined ? pieces : [...pieces, { text: '', file }]
}

/** A message that names commands as people type them in Slack: "/bantuan" is "/abdi bantuan" there. */
export function withCommands(message: Outgoing, commands: readonly string[]): Outgoing {
  const text = message.text.replace(/(?<![\w/.])\/([a-z]\w*)(?![\w/])/g, (whole, name: string) =>
    commands.includes(name) ? `/abdi ${name}` : whole,
  )
  return text === message.text ? message : { ...message, text }
}

/**
 * Where a piece goes: a new message, or in place of the growing answer `instead`, by its ts; with `only` there or
 * nowhere.
 */
export interface Target {
  readonly to: ConversationId
  readonly instead?: string
  readonly only?: true
}

/**
 * Sends one piece and resolves to its ts: as blocks, where Slack refuses those as plain words with its
 * buttons, at last as words alone; a file as the file itself, and to its id. While Slack is away the pauses grow,
 * and no message is given up for it.
 */
export function createSender(
  client: WebClient,
  bring: Bring,
): (target: Target, message: Outgoing) => Promise<string> {
  const gone = createOutage()
  return async (target, message) => {
    try {
      const id = await broughtBy(bring, target, message)
      const ts = id ?? (await deliver(client, target, message))
      gone.isBack()
      return ts
    } catch (error) {
      if (!isAway(error)) throw asOurs(error)
      throw new RetryLater(gone.pause(), 'Slack cannot be reached')
    }
  }
}

/** A file that has words with it was not split: bringing it would make two messages of one piece. */
async function broughtBy(
  bring: Bring,
  { to }: Target,
  { text, file }: Outgoing,
): Promise<string | undefined> {
  return file === undefined || text !== '' ? undefined : bring(to, file)
}

async function deliver(client: WebClient, target: Target, message: Outgoing): Promise<string> {
  const told = withFile(message)
  const text = toSlackText(told.text)
  const ways: readonly { readonly text: string; readonly blocks?: KnownBlock[] }[] = [
    { text, blocks: blocksOf(told) },
    { text, blocks: [...sections(toPlain(told.text)), ...rows(message.choices ?? [])] },
    { text },
  ]
  let refusal: unknown
  for (const way of ways) {
    try {
      return await put(client, target, way)
    } catch (error) {
      if (!UNREADABLE.has(refusalOf(error) ?? '')) throw error
      refusal = error
    }
  }
  throw refusal
}

/** A file that could not be brought is told of. */
function withFile(message: Outgoing): Outgoing {
  const { file, text } = message
  return file === undefined
    ? message
    : { ...message, text: `${text}\n\n${texts.fileKept(literal(file.name))}`.trim() }
}

/** The growing answer may be gone by now: then the answer is a message of its own. */
async function put(
  client: WebClient,
  { to, instead, only }: Target,
  way: { readonly text: string; readonly blocks?: KnownBlock[] },
): Promise<string> {
  const { channel, thread } = placeOf(to)
  const blocks = way.blocks ?? []
  if (instead !== undefined) {
    try {
      await client.chat.update({ channel, ts: instead, text: cut(way.text, LONGEST_MESSAGE), blocks })
      return instead
    } catch (error) {
      if (!UPDATE_LOST.has(refusalOf(error) ?? '')) throw error
      if (only) return instead
    }
  }
  const post = (within: string | undefined) =>
    client.chat.postMessage({
      channel,
      text: way.text,
      ...(blocks.length > 0 && { blocks }),
      ...(within && { thread_ts: within }),
      unfurl_links: false,
      unfurl_media: false,
    })
  try {
    return (await post(thread)).ts ?? ''
  } catch (error) {
    // the message the thread hangs on was deleted: in a private chat the answer is said beside it
    if (thread === undefined || !channel.startsWith('D') || refusalOf(error) !== 'invalid_thread_ts')
      throw error
    return (await post(undefined)).ts ?? ''
  }
}

/** Words that are shown as they are, whatever is in them. */
function sections(words: string): KnownBlock[] {
  const count = Math.ceil(words.length / LONGEST_SECTION)
  return Array.from({ length: count }, (_, i) => ({
    type: 'section',
    text: plain(words.slice(i * LONGEST_SECTION, (i + 1) * LONGEST_SECTION), LONGEST_SECTION),
  }))
}

const UNREADABLE = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'msg_blocks_too_long',
  'block_mismatch',
])
const UPDATE_LOST = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])
