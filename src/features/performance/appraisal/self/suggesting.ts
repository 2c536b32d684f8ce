import type { Language } from '../../../../chat/message.ts'
import type { Reports } from '../reports-store.ts'
import { reportedText } from '../showing.ts'

const LONGEST = 1_900

/** What was reported in words to begin with, plan by plan; undefined where nothing was. */
export function suggestionOf({ lines }: Reports, language: Language): string | undefined {
  const told = lines.map((line) => reportedText(line, language, (text) => text).replaceAll('**', ''))
  let text = ''
  for (const one of told) {
    if (text.length + one.length + 1 > LONGEST) break // whole sentences only
    text += text === '' ? one : `\n${one}`
  }
  return text === '' ? undefined : text
}
