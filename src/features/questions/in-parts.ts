import type { Found } from '../../regulations/search.ts'
import { intentsOf } from './asking/intent.ts'
import { partsOf } from './asking/parts.ts'
import { isKnown, isSure } from './certainty.ts'
import { changers, shortCitation } from './citation.ts'
import type { QuestionTexts } from './texts.ts'
import { aptestFirst, chosenFirst } from './wording/choosing.ts'
import { sentence } from './wording/quoting.ts'
import { settles } from './wording/settling.ts'

/** A question of several parts, each with what was found for it, and everything found together. */
export interface Divided {
  readonly parts: readonly {
    readonly heading: string
    readonly question: string
    readonly best: Found | undefined
  }[]
  /** The best of the whole question first, then the best of each part, then the rest. */
  readonly found: readonly Found[]
}

/**
 * Takes a question apart where it asks several things and what was found for the whole does not answer them all.
 * Undefined where it is one question, where one passage settles it, or where all parts lead to the same passage.
 */
export async function divided(
  question: string,
  whole: readonly Found[],
  find: (question: string) => Promise<readonly Found[]>,
): Promise<Divided | undefined> {
  const split = partsOf(question)
  if (split === undefined || (whole.some(isSure) && settles(whole[0], split))) return undefined
  const answers = await Promise.all(
    split.parts.map(async (part) => {
      const found = await find(part.question)
      const isBare = split.kind === 'comparison' && intentsOf(part.question).length === 0
      return {
        ...part,
        found: isBare ? aptestFirst(part.question, found) : chosenFirst(part.question, found),
      }
    }),
  )
  const parts = answers.map(({ heading, question: asked, found }) => ({
    heading,
    question: asked,
    best: isKnown(found[0]) ? found[0] : undefined,
  }))
  const passages = new Set(parts.map(({ best }) => best?.passage))
  if (passages.size === 1) return undefined
  const bests = parts.flatMap(({ best }) => best ?? [])
  return {
    parts,
    found: unique([
      ...whole.slice(0, 1),
      ...bests,
      ...whole.slice(1),
      ...answers.flatMap(({ found }) => found),
    ]),
  }
}

/** Each part under its heading: the sentence that answers, and where it stands; a pasal's place is named once. */
export function writtenInParts({ parts }: Divided, t: QuestionTexts): string {
  const shown = new Set<string>()
  const blocks = parts.map(({ heading, question, best }) => {
    if (best === undefined) return `**${heading}**\n${t.partUnknown}`
    const words = sentence(question, best)
    const line = shown.has(words) ? t.partSame : words
    shown.add(words)
    return `**${heading}**\n${isSure(best) ? '' : `${t.partUnsure} `}${line} _(${shortCitation(best, t)}${state(best, t)})_`
  })
  const isDigest = parts.some(({ best }) => best?.origin === 'digest')
  return [...blocks, isDigest ? t.digestNote : ''].filter(Boolean).join('\n\n')
}

function state({ standing }: Found, t: QuestionTexts): string {
  return standing.status === 'dicabut'
    ? `, ${t.status('dicabut', changers(standing), '').replaceAll('**', '')}`
    : ''
}

function unique(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>()
  return found.filter(({ passage }) => !seen.has(passage) && seen.add(passage))
}
