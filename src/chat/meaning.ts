import { fold } from '../indonesian/words.ts'
import type { Command } from './feature.ts'
import { pick } from './fields.ts'
import { type Choice, type Content, LONGEST_INCOMING } from './message.ts'

/**
 * What a message means: text that starts with a slash is a command, and so are plain words that one of `commands`
 * takes for its own; text that names one of the buttons just offered, by label or by number, is a press of that
 * button; the name of a command and nothing else ("siaran", "data saya") is that command where it is one of `bare`;
 * everything else is what it is.
 */
export function meaningOf(
  content: Content,
  offered: readonly Choice[],
  commands: readonly Pick<Command, 'name' | 'plain'>[],
  bare: readonly Pick<Command, 'name'>[] = [],
): Content {
  if (content.kind === 'command') return { ...content, name: content.name.toLowerCase() }
  if (content.kind !== 'text' || isTooLong(content)) return content
  const command = /^\/([a-z][a-z0-9_]{0,31})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(content.text.trim())
  if (command)
    return { kind: 'command', name: (command[1] ?? '').toLowerCase(), rest: (command[2] ?? '').trim() }
  const [, word = '', rest = ''] = /^`?([a-z]\w{0,31})\s+(\S[\s\S]*)$/i.exec(content.text.trim()) ?? []
  const named = commands.find(({ name }) => name === word.toLowerCase())
  if (named?.plain?.(rest)) return { kind: 'command', name: named.name, rest: rest.trim() }
  const typed = fold(content.text)
  const button = /^\d{1,2}$/.test(content.text.trim())
    ? pick(content.text, offered)
    : offered.find(({ label }) => fold(label) === typed && typed !== '')
  if (button) return { kind: 'choice', value: button.value }
  const alone = /^[a-z]+(?: [a-z]+)*$/i.test(content.text.trim())
    ? bare.find(({ name }) => name === typed.replaceAll(' ', '_'))
    : undefined
  return alone ? { kind: 'command', name: alone.name, rest: '' } : content
}

/** True for text that is longer than the bot reads. */
export function isTooLong(content: Content): boolean {
  const written = content.kind === 'text' ? content.text : content.kind === 'command' ? content.rest : ''
  return written.length > LONGEST_INCOMING
}
