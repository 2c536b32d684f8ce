import { literal } from '../../chat/message.ts'

/** What stands in a text for something of each recipient. */
export const PLACEHOLDERS = ['nama', 'unit'] as const
type Placeholder = (typeof PLACEHOLDERS)[number]

const PLACEHOLDER = /\{\s*([\p{L}_][\p{L}\p{N}_ .-]{0,30}?)\s*\}/gu

/** The placeholders of a text that stand for nothing there is, each once, as they were written. */
export function unknownIn(text: string): readonly string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  return [...new Set(names.filter((name) => placeholder(name) === undefined))]
}

/** A text for one recipient: what is put in shows as it is, whatever characters it has. */
export function filled(text: string, of: Readonly<Record<Placeholder, string>>): string {
  return text.replace(PLACEHOLDER, (written, name: string) => {
    const known = placeholder(name)
    return known === undefined ? written : literal(of[known])
  })
}

function placeholder(name: string): Placeholder | undefined {
  return PLACEHOLDERS.find((known) => known === name.toLowerCase())
}
