import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleDraft } from '../shelving.ts'

/** The regulation-like id of what Abdi knows that it does not know; it is never cited. */
export const BOUNDARIES = 'batas-pengetahuan'

/**
 * Reads `boundaries.md` of a knowledge directory: subjects people ask about which no regulation here settles, each
 * with what can honestly be said of it (where it is regulated, whom to ask) and the questions that mean it. They
 * compete with the pasal in the search, so that such a question is not answered from one that merely sounds alike.
 * Throws, naming the entry, where one is malformed.
 */
export function readBoundaries(knowledge: string): readonly ArticleDraft[] {
  const file = join(knowledge, 'boundaries.md')
  if (!existsSync(file)) return []
  const sections = readFileSync(file, 'utf8').split(/^## /m).slice(1)
  return sections.map((section, position) => {
    const [title = '', ...lines] = section.trim().split('\n')
    const questions = lines.filter((line) => line.startsWith('? ')).map((line) => line.slice(2).trim())
    const body = lines
      .filter((line) => !line.startsWith('? '))
      .join('\n')
      .trim()
    if (body === '' || questions.length === 0)
      throw new Error(`boundaries.md: "${title}" needs a text and at least one question`)
    return {
      regulation: BOUNDARIES,
      pasal: title.trim(),
      position,
      heading: '',
      passages: [{ title: title.trim(), body, questions }],
    }
  })
}
