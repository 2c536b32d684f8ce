import type { Json, Turn } from '../../chat/feature.ts'
import type { Choice } from '../../chat/message.ts'
import { fold } from '../../indonesian/words.ts'
import type { Log } from '../../log.ts'
import { type ChatModel, type EmbeddingModel, ModelUnavailable } from '../../model/model.ts'
import type { FilledPrompt } from '../../model/prompt.ts'
import { shortName } from '../../regulations/registry.ts'
import { type Found, onePerArticle, type Search } from '../../regulations/search.ts'
import { nameOf } from './citation.ts'
import { masked } from './fencing.ts'
import { followsUp, joined, remember, remembered } from './memory.ts'
import { nearest, quote } from './quoting.ts'
import { smallTalk } from './small-talk.ts'
import type { QuestionStore } from './store.ts'
import { type QuestionTexts, texts } from './texts.ts'
import { type Written, writeAnswer } from './writing.ts'

/** What answering needs: the search, and a model where one is configured. */
export interface Answering {
  readonly search: Search
  readonly store: Pick<QuestionStore, 'regulations'>
  readonly organization: string
  readonly log: Log
  readonly chat?: ChatModel
  readonly embedding?: EmbeddingModel
  prompt(values: Record<'organization' | 'today' | 'passages' | 'history' | 'question', string>): FilledPrompt
}

/** An answer on its way to the person, and what is kept of it. */
export interface Answer {
  readonly text: string
  readonly outcome: 'quoted' | 'model' | 'refused' | 'talk'
  /** What the search found, best first, whether or not it was good enough to answer from. */
  readonly found: readonly Found[]
  readonly citations: readonly Citation[]
  readonly choices: readonly Choice[]
  readonly memory: Json
}

/** Where an answer rests, in ids, and the words it quotes where a model quoted some. */
export interface Citation {
  readonly regulation: string
  readonly pasal: string
  readonly ayat?: string
  readonly quote?: string
}

/** Below this confidence the bot says it does not know; fitted on `knowledge/evaluation`. */
const LEAST_CONFIDENCE = 0.9
/** From here on it answers outright; between the two it shows what comes nearest, and says that it is not sure. */
const SURE_CONFIDENCE = 1.2
/** A passage this near to the best may be what was meant, and is named beside it. */
const NEARLY_AS_GOOD = 0.72
const RELATED_AT_MOST = 3

/** Answers a question about a rule from what is stored, or says honestly that it does not know. */
export async function answer(
  deps: Answering,
  asked: string,
  turn: Pick<Turn, 'person' | 'now' | 'timeZone' | 'memory' | 'preview'>,
): Promise<Answer> {
  const t = texts[turn.person.language]
  const history = remembered(turn.memory, turn.now)
  const talk = smallTalk(asked)
  if (talk !== undefined) {
    const text = {
      empty: t.noWords,
      greeting: t.greeting,
      thanks: t.thanks,
      who: t.whoAmI,
      rude: t.rude,
      personal: t.personal,
    }[talk]
    return { ...NOTHING, text, outcome: talk === 'personal' ? 'refused' : 'talk', memory: turn.memory }
  }
  const question = followsUp(asked, history) ? joined(history.at(-1)?.question ?? '', asked) : asked
  const found = await deps.search(question, await dense(deps, question))
  const best = found[0]
  if (best === undefined || best.confidence < LEAST_CONFIDENCE) {
    return {
      ...NOTHING,
      found,
      text: t.notFound,
      outcome: 'refused',
      memory: remember(history, question, '', turn.now),
    }
  }
  const notes = await revokedNotes(deps, question, t)
  const written = await writeAnswer(deps, question, history, found, turn)
  const { body, cited, outcome, quotes } = written ?? quoted(question, best, found, t)
  return {
    text: [...notes, body].join('\n\n'),
    outcome,
    found,
    citations: cited.map((passage) => cite(passage, quotes.get(passage))),
    choices: articleChoices(cited, t),
    memory: remember(history, question, cited.map(citationShort).join(', '), turn.now),
  }
}

const NOTHING = { found: [], citations: [], choices: [] } as const

/** A button for each pasal that is cited, two at most; alone it needs no name. */
function articleChoices(cited: readonly Found[], t: QuestionTexts): readonly Choice[] {
  const places = onePerArticle(cited).slice(0, 2)
  return places.map((passage) => ({
    label: places.length > 1 ? citationShort(passage) : t.seeArticle,
    value: `pasal:${passage.regulation.id}#${passage.pasal}`,
  }))
}

function cite({ regulation, pasal, ayat }: Found, words: string | undefined): Citation {
  return { regulation: regulation.id, pasal, ...(ayat && { ayat }), ...(words && { quote: words }) }
}

function citationShort({ pasal, regulation }: Found): string {
  return `${pasal === 'Lampiran' ? '' : 'Pasal '}${pasal} ${shortName(regulation)}`
}

/** The best passage in its own words, with those that fit nearly as well, since one of them may be what was meant. */
function quoted(question: string, best: Found, found: readonly Found[], t: QuestionTexts): Written {
  const related = found
    .slice(1)
    .filter(({ score }) => score >= best.score * NEARLY_AS_GOOD)
    .slice(0, RELATED_AT_MOST)
  if (best.confidence < SURE_CONFIDENCE) {
    const cited = [best, ...related].slice(0, RELATED_AT_MOST)
    return { body: nearest(question, cited, t), cited, outcome: 'quoted', quotes: new Map() }
  }
  const { text, lead } = quote(question, best, related, t)
  return { body: text, cited: [best], outcome: 'quoted', quotes: new Map([[best, lead]]) }
}

async function dense(
  deps: Answering,
  question: string,
): Promise<{ dense?: { model: string; vector: readonly number[] } }> {
  if (deps.embedding === undefined) return {}
  try {
    const [vector] = await deps.embedding.embed([masked(question)])
    return vector === undefined ? {} : { dense: { model: deps.embedding.name, vector } }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    deps.log.warn({ reason: error.reason }, 'the embedding model is away; searching by words alone')
    return {}
  }
}

async function revokedNotes(deps: Answering, question: string, t: QuestionTexts): Promise<readonly string[]> {
  const numbers = [
    ...fold(question).matchAll(
      /\b(uu|pp|perpres|undang undang|peraturan pemerintah)\b(?: nomor| no)? (\d{1,3})(?: tahun| th)? (\d{4})\b/g,
    ),
  ]
  const named = numbers.map(([, , number = '', year = '']) => ({ number, year: Number(year) }))
  const types = numbers.map(
    ([, type = '']) => ({ 'undang undang': 'uu', 'peraturan pemerintah': 'pp' })[type] ?? type,
  )
  const regulations = await deps.store.regulations(named)
  return regulations
    .filter(({ id, status }) => status === 'dicabut' && types.some((type) => id.startsWith(`${type}-`)))
    .map(
      (regulation) => `_${t.revoked(shortName(regulation), regulation.revoked_by.map(nameOf).join(', '))}_`,
    )
}
