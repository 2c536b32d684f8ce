import { fold } from '../../../indonesian/words.ts'

/** A question as a heading, with a capital. */
export function titled(question: string): string {
  const text = trimmed(question)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Without the small words at its ends. */
export function trimmed(text: string): string {
  const words = text.replace(/[?!.,]+$/, '').split(' ')
  while (words.length > 0 && SMALL.has(fold(words.at(-1) ?? ''))) words.pop()
  while (words.length > 0 && SMALL.has(fold(words[0] ?? ''))) words.shift()
  return words.join(' ')
}

const SMALL: ReadonlySet<string> = new Set(
  'apa sih ya yah dong min kak itu dan terus trus kalau kalo klo ga gak nya gitu tuh kok'.split(' '),
)
