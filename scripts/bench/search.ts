import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src/database/database.ts'
import { IN_MEMORY } from '../../src/database/embedded/pool.ts'
import { bringKnowledge } from '../../src/regulations/knowledge.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { createSearch } from '../../src/regulations/search.ts'
import { createOwnDatabase } from './database.ts'
import { type Findings, quantile } from './figures.ts'
import { createFullText } from './full-text.ts'
import { KNOWLEDGE, type KnownQuestion, knownQuestions } from './questions.ts'
import type { Rig } from './rig.ts'

const QUESTIONS = 200

interface Place {
  readonly regulation: string
  readonly pasal: string
}

interface Score {
  readonly ms: readonly number[]
  readonly first: number
  readonly amongTen: number
}

/** How fast and how well the search finds the pasal a question was written for, beside PostgreSQL's own full text search. */
export async function benchSearch(rig: Rig, on?: string): Promise<Findings> {
  const questions = knownQuestions(QUESTIONS)
  rig.tell('indexing the knowledge as it is')
  const whole = await compare(rig, questions, KNOWLEDGE, on)
  rig.tell(`indexing it again without the ${QUESTIONS} questions`)
  const without = await compare(rig, questions, withheld(rig, questions), on)
  const share = (count: number): number => (100 * count) / QUESTIONS
  return {
    bench: `search (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    peer: 'PostgreSQL full text',
    figures: [
      {
        name: 'half of the searches within',
        unit: 'ms',
        abdi: quantile(whole.abdi.ms, 0.5),
        peer: quantile(whole.peer.ms, 0.5),
      },
      {
        name: '95 of 100 searches within',
        unit: 'ms',
        abdi: quantile(whole.abdi.ms, 0.95),
        peer: quantile(whole.peer.ms, 0.95),
      },
      {
        name: 'question in the index: its pasal is first',
        unit: '%',
        abdi: share(whole.abdi.first),
        peer: share(whole.peer.first),
      },
      {
        name: 'question in the index: its pasal is among ten',
        unit: '%',
        abdi: share(whole.abdi.amongTen),
        peer: share(whole.peer.amongTen),
      },
      {
        name: 'question left out: its pasal is first',
        unit: '%',
        abdi: share(without.abdi.first),
        peer: share(without.peer.first),
      },
      {
        name: 'question left out: its pasal is among ten',
        unit: '%',
        abdi: share(without.abdi.amongTen),
        peer: share(without.peer.amongTen),
      },
    ],
    notes: [
      `${QUESTIONS} questions of as many digests. "In the index" is easy: the very question is part of its passage, for both.`,
      '"Left out": indexed from a copy of the knowledge without these questions; its sisters stay, and the lexicon was written knowing all of them.',
      "The peer: to_tsvector('indonesian') over title (A), questions (B) and body (C), any word may match, ts_rank, GIN index, the best passage of each pasal.",
    ],
  }
}

async function compare(
  rig: Rig,
  questions: readonly KnownQuestion[],
  knowledge: string,
  on: string | undefined,
): Promise<{ abdi: Score; peer: Score }> {
  const database = await openDatabase(
    on === undefined
      ? { kind: 'embedded', directory: IN_MEMORY }
      : { kind: 'native', url: await createOwnDatabase(rig, on) },
  )
  rig.onEnd(() => database.close())
  const lexicon = readLexicon(knowledge)
  await bringKnowledge(database, knowledge, lexicon)
  const search = createSearch(database, lexicon)
  const fullText = await createFullText(database)
  const ours = async (question: string): Promise<readonly Place[]> =>
    (await search(question)).map(({ regulation, pasal }) => ({ regulation: regulation.id, pasal }))
  for (const { text } of questions.slice(0, 20)) await Promise.all([ours(text), fullText(text)])
  return { abdi: await score(questions, ours), peer: await score(questions, fullText) }
}

async function score(
  questions: readonly KnownQuestion[],
  search: (question: string) => Promise<readonly Place[]>,
): Promise<Score> {
  const ms: number[] = []
  let [first, amongTen] = [0, 0]
  for (const { text, regulation, pasal } of questions) {
    const from = performance.now()
    const found = await search(text)
    ms.push(performance.now() - from)
    const places = [...new Set(found.map((place) => `${place.regulation}#${place.pasal}`))] // one pasal may have several passages
    const at = places.indexOf(`${regulation}#${pasal}`)
    if (at === 0) first++
    if (at >= 0 && at < 10) amongTen++
  }
  return { ms, first, amongTen }
}

/** A copy of the knowledge in which nobody asks these questions. */
function withheld(rig: Rig, questions: readonly KnownQuestion[]): string {
  const copy = join(rig.folder(), 'knowledge')
  cpSync(KNOWLEDGE, copy, { recursive: true })
  const lines = new Set(questions.map(({ text }) => `? ${text}`))
  for (const name of readdirSync(join(copy, 'digests'))) {
    const path = join(copy, 'digests', name)
    const kept = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !lines.has(line.trimEnd()))
    writeFileSync(path, kept.join('\n'))
  }
  return copy
}
