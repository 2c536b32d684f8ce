import { type Config, readConfig } from '../../src/config.ts'
import type { Database } from '../../src/database/database.ts'
import { type Answering, answer, type Citation } from '../../src/features/questions/answering.ts'
import { createQuestionStore } from '../../src/features/questions/store.ts'
import { texts } from '../../src/features/questions/texts.ts'
import { createLog } from '../../src/log.ts'
import { answeringOf } from '../../src/main.ts'
import { onePerArticle } from '../../src/regulations/search.ts'
import { citationCheck } from './citations.ts'
import { DEPTH } from './metrics.ts'
import type { Question } from './questions.ts'

/** What was found and answered, as it is written to a file: one object a line, of a form others read. */
export interface Line {
  readonly id: string | number
  /** Best first, one per pasal, ten at most. */
  readonly passages: readonly {
    readonly regulation: string
    readonly pasal: string
    readonly score: number
  }[]
  readonly answer: string
  readonly citations: readonly Citation[]
  readonly refused: boolean
  readonly ms: number
}

/** A question with what came of it. */
export interface Asked {
  readonly question: Question
  readonly line: Line
  /** Whether the bot said that it is not sure. */
  readonly unsure: boolean
  /** The citations whose pasal, or whose quoted words, are not in the database. */
  readonly unproven: readonly Citation[]
}

/** Who answers, from which database, at which moment. */
export interface Stage {
  readonly answering: Answering
  readonly database: Database
  readonly now: Date
  readonly timeZone: string
}

/** The bot as this configuration has it, with the knowledge brought into the database; without one, without models. */
export async function stageOn(
  database: Database,
  now: Date,
  config: Config = readConfig({}),
): Promise<Stage> {
  const answering = await answeringOf(config, database, createLog('error'))
  const store = createQuestionStore(database)
  return { answering: { ...answering, store }, database, now, timeZone: config.timeZone }
}

/** The first answers wait for code and pages that later ones find warm. */
const WARM_UP = 3

/** Asks every question, each in a conversation of its own, one after another, and checks what was cited. */
export async function measure(
  stage: Stage,
  questions: readonly Question[],
  told: (line: Line) => void = () => undefined,
): Promise<readonly Asked[]> {
  for (const question of questions.slice(0, WARM_UP)) await ask(stage, question)
  const asked: Omit<Asked, 'unproven'>[] = []
  for (const question of questions) {
    const one = await ask(stage, question)
    asked.push(one)
    told(one.line)
  }
  const proven = await citationCheck(
    stage.database,
    asked.flatMap(({ line }) => line.citations),
  )
  return asked.map((one) => ({
    ...one,
    unproven: one.line.citations.filter((citation) => !proven(citation)),
  }))
}

async function ask(
  { answering, now, timeZone }: Stage,
  question: Question,
): Promise<Omit<Asked, 'unproven'>> {
  // each asked by somebody else, so that none uses up what a person may ask in a day
  const person = { account: `evaluate:${question.id}`, name: '', role: 'citizen', language: 'id' } as const
  const turn = { person, now, timeZone, memory: null, preview: () => undefined }
  const started = performance.now()
  const given = await answer(answering, question.question, turn)
  const ms = Number((performance.now() - started).toFixed(1))
  const passages = onePerArticle(given.found)
    .slice(0, DEPTH)
    .map(({ regulation, pasal, score }) => ({
      regulation: regulation.id,
      pasal,
      score: Number(score.toFixed(4)),
    }))
  const line = {
    id: question.id,
    passages,
    answer: given.text,
    citations: given.citations,
    refused: given.outcome === 'refused' || given.outcome === 'talk',
    ms,
  }
  return { question, line, unsure: given.text.includes(texts.id.unsure) }
}
