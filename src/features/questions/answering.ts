import type { Json, Turn } from '../../chat/feature.ts'
import type { Choice } from '../../chat/message.ts'
import type { EmbeddingModel } from '../../model/model.ts'
import { askedYear } from '../../regulations/references.ts'
import { type Found, isBoundary, type Search } from '../../regulations/search.ts'
import { aboutLaw } from './about-law.ts'
import { aside } from './aside.ts'
import { plainly } from './asides/plain.ts'
import { completed } from './asking/follow-up.ts'
import { intentsOf } from './asking/intent.ts'
import { termAsked } from './asking/term.ts'
import { isKnown, isSure } from './certainty.ts'
import { find, searched } from './finding.ts'
import { type Given, given } from './given.ts'
import { divided } from './in-parts.ts'
import { remember, remembered } from './memory.ts'
import { type Consulted, consult } from './model/consulting.ts'
import type { Prompts } from './model/prompts.ts'
import { reranked } from './model/reranking.ts'
import { writeAnswer } from './model/writing.ts'
import { choicesFor, shortPlace } from './related.ts'
import { smallTalk } from './small-talk.ts'
import type { QuestionStore } from './store.ts'
import { texts } from './texts.ts'
import { revokedNamed, warnings } from './warnings.ts'
import { chosenFirst, namedFirst } from './wording/choosing.ts'
import { LONGEST_ANSWER } from './wording/quoting.ts'

/** What answering needs: the search, and models where some are configured. */
export interface Answering extends Consulted {
  readonly search: Search
  readonly store: Pick<QuestionStore, 'regulations' | 'articlesThere'>
  readonly organization: string
  readonly prompts: Prompts
  readonly embedding?: EmbeddingModel
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

/** Answers a question about a rule from what is stored, or says honestly that it does not know. */
export async function answer(
  deps: Answering,
  asked: string,
  turn: Pick<Turn, 'person' | 'now' | 'timeZone' | 'memory' | 'preview'>,
): Promise<Answer> {
  const t = texts[turn.person.language]
  const history = remembered(turn.memory, turn.now)
  const talk = smallTalk(asked)
  if (talk !== undefined)
    return { ...NOTHING, ...aside(talk, asked, turn.person.language), memory: turn.memory }
  const said = plainly(asked)
  const question = completed(said, history)
  const refused = (text: string, found: readonly Found[]): Answer => {
    const memory = remember(history, { question, answer: '' }, turn.now)
    return { ...NOTHING, found, text, outcome: 'refused', memory }
  }
  const asOf = askedYear(question, turn.now.getUTCFullYear())
  const consultation = consult(deps, turn)
  const term = termAsked(question)
  const options = { ...(asOf !== undefined && { asOf }), ...(term !== undefined && { term }) }
  const hits = await find(deps, consultation, question, history, options)
  const [boundary] = hits.filter(isBoundary)
  const first = hits.filter((hit) => !isBoundary(hit))
  const law = await aboutLaw(question, deps.store, turn.person.language)
  if (law?.known === false) return refused(law.text, first)
  if (law !== undefined) {
    const memory = remember(history, { question, answer: law.text }, turn.now)
    return { ...NOTHING, found: first, text: law.text, outcome: 'quoted', memory }
  }
  if (boundary !== undefined) return refused(t.beyond(boundary.body), first)
  const revoked = await revokedNamed(question, first, deps.store)
  const chosen = namedFirst(
    chosenFirst(question, first),
    revoked.map(({ id }) => id),
    isSure,
  )
  const inParts = await divided(question, chosen, async (words) => {
    const [hits = []] = await searched(deps, [words], options)
    return hits.filter((hit) => !isBoundary(hit))
  })
  const found = inParts?.found ?? (await reranked(deps.prompts, consultation, question, chosen, t))
  const [best] = found
  if (!isKnown(best) && inParts === undefined) return refused(t.notFound, found)
  const written = await writeAnswer(deps, consultation, question, history, found, turn)
  const main = written?.cited[0] ?? (inParts === undefined ? best : undefined)
  const notes = main === undefined ? [] : warnings(question, main, revoked, asOf, t)
  const limit = LONGEST_ANSWER - notes.join('\n\n').length - 2
  const sourceFirst = question !== said && intentsOf(said)[0] === 'source'
  const reply: Given = written ?? given(question, found, inParts, t, { limit, sourceFirst })
  const { body, cited, outcome, quotes, listed = [] } = reply
  return {
    text: [...notes, body, ...(consultation.isOverBudget() ? [t.overBudget] : [])].join('\n\n'),
    outcome,
    found,
    citations: cited.map((passage) => cite(passage, quotes.get(passage))),
    choices: choicesFor(question, cited, found, t),
    memory: remember(history, { question, answer: cited.map(shortPlace).join(', '), listed }, turn.now),
  }
}

const NOTHING = { found: [], citations: [], choices: [] } as const

function cite({ regulation, pasal, ayat }: Found, words: string | undefined): Citation {
  return { regulation: regulation.id, pasal, ...(ayat && { ayat }), ...(words && { quote: words }) }
}
