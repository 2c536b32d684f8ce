import { isOfficersAnswer } from '../../../regulations/knowledge/answers.ts'
import type { Found } from '../../../regulations/search.ts'
import { type Intent, intentsOf } from '../asking/intent.ts'
import { citation, shortCitation } from '../citation.ts'
import type { QuestionTexts } from '../texts.ts'
import { emphasised } from './emphasis.ts'
import { type Fitness, fitnessFor } from './fitting.ts'
import { officialWords, placed, quotation } from './official.ts'
import { gistOf, written } from './sentences.ts'
import { verdict } from './verdict.ts'
import { wordingOf } from './wording.ts'

/** An answer in stored words, the words themselves as they are stored, and where they stand. */
export interface Quoted {
  readonly text: string
  readonly lead: string
  /** The passage, its place as exact as the official text shows it. */
  readonly passage: Found
}

/** What a person reads at once on a small phone, in characters; the whole pasal is one tap away. */
export const LONGEST_ANSWER = 1_200
const WORDING_ROOM = 480
const LINE_ROOM = 220
const REST_BESIDE_WORDING = 300
/** The number of a clause, which says nothing where the clause stands alone. */
const NUMBER = /^(?:\(\d+[a-z]?\)|\d{1,2}[.)]|[a-z]{1,2}[.)])\s+/

/** How an answer is to look: within how many characters, and whether where it stands is what was asked for. */
export interface Shape {
  readonly limit?: number
  readonly sourceFirst?: boolean
}

/**
 * An answer in the words that are stored: our summary first, where there is one, with its figures in bold, then
 * the official clause that answers, then where it stands, then the sentence of each related passage, so that near
 * cases can be told apart. What an officer answered stays as it was written. No longer than `limit` characters, unless a single clause and its place are.
 */
export function quote(
  question: string,
  passage: Found,
  related: readonly Found[],
  t: QuestionTexts,
  { limit = LONGEST_ANSWER, sourceFirst = false }: Shape = {},
): Quoted {
  if (isOfficersAnswer(passage))
    return { text: `${passage.body}\n\n${t.source}: ${citation(passage, t)}.`, lead: passage.body, passage }
  const asked = reading(question)
  const isDigest = passage.origin === 'digest'
  const body = passage.body.replaceAll('**', '')
  const gist = isDigest ? gistOf(body, asked.fitness, 0) : { lead: '', isList: false }
  const wording = officialWords(question, passage, gist, WORDING_ROOM)
  const exact = placed(passage, wording)
  const official = wording && `${t.officialNote}\n\n${quotation(wording, asked.intents)}`
  const source = `${t.source}: ${citation(exact, t)}.`
  if (sourceFirst && official !== undefined)
    return { text: `${source}\n\n${official}`, lead: wording?.own ?? '', passage: exact }
  const end = [official, source].filter(Boolean).join('\n\n')
  const note = wording === undefined ? t.digestNote : ''
  const start = isDigest
    ? summary(asked, { ...passage, body }, official !== undefined, limit - end.length - note.length, t)
    : ''
  const head = [start, end].filter(Boolean).join('\n\n')
  const more = others(asked, related, limit - head.length - note.length - 4, t)
  return {
    text: [head, more, note].filter(Boolean).join('\n\n'),
    lead: wording?.own ?? gist.lead,
    passage: exact,
  }
}

/** What comes nearest to a question, when nothing surely answers it: a sentence of each, and where it stands. */
export function nearest(question: string, passages: readonly Found[], t: QuestionTexts): string {
  return [t.unsure, listed(reading(question), passages, t).join('\n'), t.unsureEnd].join('\n\n')
}

/** The sentence of a passage that answers, with its figures in bold: a digest's own, else the official clause. */
export function sentence(question: string, passage: Found): string {
  return answering(reading(question), passage)
}

/** A question as it is read once and then held against many sentences. */
interface Reading {
  readonly question: string
  readonly intents: readonly Intent[]
  readonly fitness: Fitness
}

function reading(question: string): Reading {
  return { question, intents: intentsOf(question), fitness: fitnessFor(question) }
}

/** Our own words: what answers, and as much of the rest as a page of so many characters holds. */
function summary(
  { question, intents, fitness }: Reading,
  passage: Found,
  isQuoted: boolean,
  page: number,
  t: QuestionTexts,
): string {
  const { lead, isList } = gistOf(passage.body, fitness, 0)
  const asksList = isList || intents.some((intent) => intent === 'list' || intent === 'requirement')
  const room = isQuoted && !asksList ? REST_BESIDE_WORDING : LONGEST_ANSWER
  const left = page - 40
  const { opening, rest } = gistOf(passage.body, fitness, Math.min(room, left - lead.length))
  const bold = emphasised(lead, intents)
  const own = opening.endsWith(':') ? written([opening, `- ${bold}`]) : bold
  const first = [isQuoted && t.inShort, verdict(question, lead, passage, t), own].filter(Boolean).join(' ')
  const more = written(isList ? rest.map((each) => emphasised(each, intents)) : rest)
  return more === '' ? first : `${first}${more.startsWith('- ') ? '\n' : '\n\n'}${more}`
}

function answering({ fitness, intents }: Reading, passage: Found): string {
  if (isOfficersAnswer(passage) && passage.title) return `${passage.title}.`
  if (passage.origin === 'digest') {
    const { opening, lead } = gistOf(passage.body.replaceAll('**', ''), fitness, 0)
    const whole = opening.endsWith(':') ? `${opening} ${lead}` : lead
    return whole.endsWith(':') ? `${passage.title}.` : emphasised(whole, intents)
  }
  const { lines } = wordingOf(passage.official ?? passage.body, passage, { fitness, room: LINE_ROOM })
  const own = lines.filter(({ answers }) => answers).map(({ words }) => words)
  return emphasised(own.join(' ').replaceAll('**', '').replace(NUMBER, ''), intents)
}

function others(asked: Reading, related: readonly Found[], room: number, t: QuestionTexts): string {
  let left = room - t.related.length - 6
  const kept = listed(asked, related, t).filter((line) => {
    left -= line.length + 1
    return left >= 0
  })
  return kept.length === 0 ? '' : `**${t.related}**\n${kept.join('\n')}`
}

function listed(asked: Reading, passages: readonly Found[], t: QuestionTexts): readonly string[] {
  return passages.map((passage) => `- ${answering(asked, passage)} _(${shortCitation(passage, t)})_`)
}
