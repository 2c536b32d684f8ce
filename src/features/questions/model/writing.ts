import type { Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { mask } from '../../../model/masking.ts'
import type { Found } from '../../../regulations/search.ts'
import { citation } from '../citation.ts'
import type { Remembered } from '../memory.ts'
import { type QuestionTexts, texts } from '../texts.ts'
import type { Consultation } from './consulting.ts'
import { fenced } from './fencing.ts'
import { DOES_NOT_KNOW, type Grounded, ground } from './grounding.ts'
import { citedBy, type Source, sourcesOf } from './grounds.ts'
import type { Prompts } from './prompts.ts'

/** The text of an answer, what it rests on, and the words it quotes. */
export interface Written {
  readonly body: string
  readonly cited: readonly Found[]
  readonly outcome: 'quoted' | 'model'
  readonly quotes: ReadonlyMap<Found, string>
}

/** What writing needs beside the models. */
export interface Writing {
  readonly organization: string
  readonly prompts: Pick<Prompts, 'answer'>
}

/** The model's answer as far as the stored text proves it; undefined when it is away, slow, or proves nothing. */
export async function writeAnswer(
  { organization, prompts }: Writing,
  consultation: Consultation,
  question: string,
  history: readonly Remembered[],
  found: readonly Found[],
  turn: Pick<Turn, 'person' | 'now' | 'timeZone' | 'preview'>,
): Promise<Written | undefined> {
  if (!consultation.has('chat')) return undefined
  const t = texts[turn.person.language]
  const sources = sourcesOf(question, found, t)
  const past = history.map((each) => `- ${each.question}${each.answer ? ` → ${each.answer}` : ''}`).join('\n')
  const hidden = mask(question, past || '-')
  const [asked = '', before = ''] = hidden.texts.map(fenced)
  const prompt = prompts.answer({
    organization,
    today: showDay(dayAt(turn.now, turn.timeZone)),
    passages: sources
      .map(({ ground: { number, name, text } }) => fenced(`[${number}] ${name}\n${text}`))
      .join('\n\n'),
    history: before,
    question: asked,
  })
  const grounds = sources.map((source) => source.ground)
  const proven = (text: string): Written | undefined => {
    const grounded = ground(text, grounds)
    return grounded && written(grounded, sources, t, (words) => hidden.restore(words, literal))
  }
  let shown = 0
  return consultation.ask(
    'chat',
    prompt,
    found
      .filter(({ article }) => sources.some(({ passages }) => passages[0]?.article === article))
      .map(({ passage }) => passage),
    (text) => {
      const value = proven(text)
      if (value === undefined) return { outcome: text.includes(DOES_NOT_KNOW) ? 'unknown' : 'ungrounded' }
      const citations = value.cited.map(({ regulation, pasal }) => `${regulation.id}#${pasal}`)
      return { outcome: 'answered', value, citations }
    },
    (text) => {
      // a growing answer is shown as far as it is proven, a sentence at a time
      const end = text.lastIndexOf(']')
      if (end < shown) return
      shown = end + 1
      const value = proven(text.slice(0, shown))
      if (value !== undefined) turn.preview(value.body)
    },
  )
}

/** The proven sentences with the numbers of their sources behind them, and the sources below. */
function written(
  { lines }: Grounded,
  sources: readonly Source[],
  t: QuestionTexts,
  restore: (words: string) => string,
): Written {
  const cited: Found[] = []
  const quotes = new Map<Found, string>()
  const numberOf = (proof: Parameters<typeof citedBy>[0] & { readonly number: number }): number => {
    const source = sources.find(({ ground: { number } }) => number === proof.number)
    const passage = source && citedBy(proof, source)
    if (passage === undefined) return 0
    const known = cited.findIndex((other) => other.passage === passage.passage && other.ayat === passage.ayat)
    if (known >= 0) return known + 1
    quotes.set(passage, proof.quote)
    return cited.push(passage)
  }
  const text = lines
    .map(({ bullet, sentences }) => {
      const said = sentences.map(({ words, proofs }) => {
        const numbers = [...new Set(proofs.map(numberOf))].map((number) => ` (${number})`)
        return `${restore(words)}${numbers.join('')}`
      })
      return `${bullet}${said.join(' ')}`
    })
    .join('\n')
  const list = cited.map((passage, i) => `${i + 1}. ${citation(passage, t)}`).join('\n')
  return { body: `${text}\n\n${t.sources}\n${list}\n\n${t.modelNote}`, cited, outcome: 'model', quotes }
}
