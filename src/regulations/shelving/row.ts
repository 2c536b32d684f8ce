import { hash } from 'node:crypto'
import type { Lexicon } from '../lexicon.ts'
import type { ArticleDraft, PassageDraft } from '../shelving.ts'

/** A draft that is ready to be written: `words` is all of it as JSON, worked out only where it has to be written. */
export interface ArticleRow {
  readonly regulation: string
  readonly pasal: string
  readonly position: number
  /** The same as long as nothing that is written of it has changed. */
  readonly mark: string
  words(): string
}

/** A draft made ready to be written. */
export function rowOf(draft: ArticleDraft, lexicon: Lexicon): ArticleRow {
  const { regulation, pasal, position, heading, official } = draft
  const mark = hashOf(JSON.stringify([heading, official, draft.passages]))
  const words = (): string => {
    const passages = draft.passages.map((passage, at) => ({
      ...passage,
      position: at,
      stems: stemLines(passage, lexicon),
      digest: hashOf(`${passage.title}\n${passage.body}\n${passage.questions.join('\n')}`),
    }))
    return JSON.stringify({ regulation, pasal, position, heading, official, mark, passages })
  }
  return { regulation, pasal, position, mark, words }
}

/** The stems of a passage: a line for its text, one for its title, one for each question. */
export function stemLines(
  { title, body, questions }: Pick<PassageDraft, 'title' | 'body' | 'questions'>,
  lexicon: Lexicon,
): string {
  return [body, title, ...questions].map((text) => lexicon.stems(text).join(' ')).join('\n')
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 24)
}
