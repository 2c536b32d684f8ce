import type { Turn } from '../../chat/feature.ts'
import { dayAt, showDay } from '../../indonesian/dates.ts'
import { ModelUnavailable } from '../../model/model.ts'
import type { Found } from '../../regulations/search.ts'
import type { Answering } from './answering.ts'
import { citation } from './citation.ts'
import { fenced, masked } from './fencing.ts'
import { ground, withoutMarkers } from './grounding.ts'
import type { Remembered } from './memory.ts'
import { texts } from './texts.ts'

const PASSAGES_FOR_MODEL = 6

/** The text of an answer, what it rests on, and the words it quotes. */
export interface Written {
  readonly body: string
  readonly cited: readonly Found[]
  readonly outcome: 'quoted' | 'model'
  readonly quotes: ReadonlyMap<Found, string>
}

/** The model's answer as far as the stored text proves it; undefined when it is away, slow, or proves nothing. */
export async function writeAnswer(
  deps: Answering,
  question: string,
  history: readonly Remembered[],
  found: readonly Found[],
  turn: Pick<Turn, 'person' | 'now' | 'timeZone' | 'preview'>,
): Promise<Written | undefined> {
  if (deps.chat === undefined) return undefined
  const t = texts[turn.person.language]
  const given = found.slice(0, PASSAGES_FOR_MODEL)
  const grounds = given.map((passage, i) => ({ number: i + 1, text: `${passage.title}. ${passage.body}` }))
  const prompt = deps.prompt({
    organization: deps.organization,
    today: showDay(dayAt(turn.now, turn.timeZone)),
    passages: given
      .map((passage, i) =>
        fenced(`[${i + 1}] ${citation(passage, t).replaceAll('**', '')}\n${grounds[i]?.text ?? ''}`),
      )
      .join('\n\n'),
    history: masked(
      fenced(
        history.map((past) => `- ${past.question}${past.answer ? ` → ${past.answer}` : ''}`).join('\n') ||
          '-',
      ),
    ),
    question: masked(fenced(question)),
  })
  try {
    let text = ''
    for await (const piece of deps.chat.stream(prompt)) {
      text += piece
      turn.preview(withoutMarkers(text))
    }
    const grounded = ground(text, grounds)
    if (grounded === undefined) return undefined
    const used = grounded.used.flatMap((number) => given[number - 1] ?? [])
    const renumbered = grounded.used
      .reduce((body, number, i) => body.replaceAll(`(${number})`, `(#${i + 1})`), grounded.text)
      .replaceAll('(#', '(')
    const sources = used.map((passage, i) => `${i + 1}. ${citation(passage, t)}`).join('\n')
    const quotes = new Map(
      grounded.quotes.flatMap(({ number, quote: words }) =>
        given[number - 1] ? [[given[number - 1] as Found, words] as const] : [],
      ),
    )
    return {
      body: `${renumbered}\n\n${t.sources}\n${sources}\n\n${t.modelNote}`,
      cited: used,
      outcome: 'model',
      quotes,
    }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    deps.log.warn({ reason: error.reason }, 'the model is away; quoting instead')
    return undefined
  }
}
