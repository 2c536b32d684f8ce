import { beforeAll, describe, expect, test } from 'vitest'
import { type Asked, measure, type Stage, stageOn } from '../../scripts/evaluate/asking.ts'
import { knownOf } from '../../scripts/evaluate/citations.ts'
import { readFloors, shortfalls } from '../../scripts/evaluate/floors.ts'
import { EVALUATION, type Question, readQuestions } from '../../scripts/evaluate/questions.ts'
import { judge, summarize } from '../../scripts/evaluate/summary.ts'
import type { Found, Search } from '../../src/regulations/search.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

/** It takes about 20 s; a crowded machine may take its time. */
const PATIENCE_MS = 180_000

describe('the answers from the knowledge that ships, without a model and without official texts', () => {
  let stage: Stage
  let questions: readonly Question[]
  let asked: readonly Asked[]

  beforeAll(async () => {
    const database = await freshDatabase()
    stage = await stageOn(database, NOW)
    questions = await knownOf(database, readQuestions([EVALUATION]))
    asked = await measure(stage, questions)
  }, PATIENCE_MS)

  const short = (of: readonly Asked[]) => shortfalls(summarize(of.map(judge)), readFloors())
  const figures = (of: readonly Asked[]) => short(of).map((line) => line.split(':')[0])
  /** Something that any search finds, and is sure of. */
  const sureHit = async (): Promise<Found> => {
    const [found] = await stage.answering.search('berapa hari cuti tahunan PNS')
    if (found === undefined) throw new Error('nothing was found')
    return { ...found, confidence: 1 }
  }
  const withSearch = (search: Search): Stage => ({ ...stage, answering: { ...stage.answering, search } })

  test('are no worse than the floors of knowledge/evaluation/floors.json', () => {
    expect(short(asked)).toEqual([])
  })

  test('fall below them with a search that finds nothing', async () => {
    const none = await measure(
      withSearch(async () => []),
      questions,
    )
    expect(figures(none)).toEqual(
      expect.arrayContaining(['recallAt1', 'recallAt5', 'mrr', 'figures', 'falseRefusals']),
    )
  })

  test('fall below them with a search that puts the best last', async () => {
    const reversed: Search = async (question, options) =>
      (await stage.answering.search(question, options)).toReversed()
    const some = questions.filter((_, i) => i % 8 === 0)
    expect(figures(await measure(withSearch(reversed), some))).toEqual(
      expect.arrayContaining(['recallAt1', 'mrr']),
    )
  })

  test('fall below them with a search that is sure of everything', async () => {
    const found = await sureHit()
    const unanswerable = questions.filter(({ answerable }) => answerable === false)
    const sure = await measure(
      withSearch(async () => [found]),
      unanswerable,
    )
    expect(figures(sure)).toContain('refused')
  })

  test('fall below them with a single citation of a pasal or of words that are not there', async () => {
    const found = await sureHit()
    const gone: Search = async () => [{ ...found, pasal: '999' }]
    const untrue: Search = async () => [
      {
        ...found,
        origin: 'digest',
        official: null,
        body: 'PNS berhak atas cuti tahunan 99 hari.',
      },
    ]
    for (const search of [gone, untrue]) {
      const [one] = await measure(
        withSearch(search),
        questions.filter(({ answerable }) => answerable !== false).slice(0, 1),
      )
      expect(one?.unproven).toHaveLength(1)
      expect(figures([...asked, ...(one ? [one] : [])])).toContain('citations')
    }
  })
})
