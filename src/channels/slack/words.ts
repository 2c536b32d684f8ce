import type { Attachments } from './payloads.ts'

/** What somebody wrote, without Slack's marks: names for mentions and links, ours left out, entities read. */
export function readWords(text: string, self: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => shown(inner, self))
    .replace(/&(lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/^[\s,:;]+/, '')
    .trimEnd()
}

/** The words of a message, and of those that were forwarded with it. */
export function wordsOf(
  { text, attachments }: { readonly text?: string | null | undefined; readonly attachments?: Attachments },
  self: string,
): string {
  const forwarded = (attachments ?? []).filter(({ is_share }) => is_share).map((one) => one.text)
  return [text, ...forwarded].flatMap((words) => readWords(words ?? '', self) || []).join('\n')
}

/** True when a text speaks to the bot by its name. */
export function mentions(text: string, self: string): boolean {
  return text.includes(`<@${self}>`) || text.includes(`<@${self}|`)
}

/** True when a text speaks to somebody by name. */
export function mentionsAnyone(text: string): boolean {
  return /<@[UW]\w+[>|]/.test(text)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' }

function shown(inner: string, self: string): string {
  const [target = '', label = ''] = inner.split('|', 2)
  if (target === `@${self}`) return ' '
  if (target.startsWith('@')) return `@${label || target.slice(1)}`
  if (target.startsWith('#')) return `#${label || target.slice(1)}`
  if (target.startsWith('!')) return label || `@${target.slice(1).replace(/\^.*$/, '')}`
  return label || target.replace(/^(?:mailto|tel):/, '')
}
