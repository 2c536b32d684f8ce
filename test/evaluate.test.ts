import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { Asked } from '../scripts/evaluate/asking.ts'
import { failureText } from '../scripts/evaluate/failures.ts'
import { floorsUnder, readFloors, shortfalls, writeFloors } from '../scripts/evaluate/floors.ts'
import { gainOf, hitsAt, mean, meanReciprocal, rankOf, ratioOf } from '../scripts/evaluate/metrics.ts'
import { readOptions } from '../scripts/evaluate/options.ts'
import { EVALUATION, type Question, readQuestions, splitOf } from '../scripts/evaluate/questions.ts'
import { groupTable, summaryText } from '../scripts/evaluate/report.ts'
import { forPrograms, judge, summarize, summarizeBy } from '../scripts/evaluate/summary.ts'
import { openDatabase } from '../src/database/database.ts'
import { Misconfigured } from '../src/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'abdi-evaluate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const law = 'pp-94-2021'
const ranking = (...pasal: readonly number[]) =>
  pasal.map((number) => ({ regulation: law, pasal: `${number}` }))

describe('a ranking is measured', () => {
  test('by where the first right pasal stands, counted from 1', () => {
    expect(rankOf(ranking(3, 7, 9), ranking(9))).toBe(3)
    expect(rankOf(ranking(3, 7, 9), ranking(9, 7))).toBe(2)
    expect(rankOf([{ regulation: 'pp-53-2010', pasal: '9' }, ...ranking(9)], ranking(9))).toBe(2)
  })

  test('with a pasal that is named twice counted once', () => {
    expect(rankOf(ranking(3, 3, 3, 9), ranking(9))).toBe(2)
  })

  test('with nothing wanted, nothing found, or nothing right as no rank at all', () => {
    for (const [found, wanted] of [
      [ranking(1), []],
      [[], ranking(1)],
      [ranking(1), ranking(2)],
    ] as const)
      expect(rankOf(found, wanted)).toBe(Number.POSITIVE_INFINITY)
  })

  test('down to ten and no further', () => {
    const eleven = ranking(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
    expect(rankOf(eleven, ranking(10))).toBe(10)
    expect(rankOf(eleven, ranking(11))).toBe(Number.POSITIVE_INFINITY)
    expect(gainOf(eleven, ranking(11), [])).toBe(0)
  })

  test('in the order it has, also where two fit equally well', () => {
    const tied = ranking(4, 5).map((place) => ({ ...place, score: 0.5 }))
    expect([rankOf(tied, ranking(4)), rankOf(tied, ranking(5))]).toEqual([1, 2])
  })

  test('as hits and mean reciprocal rank', () => {
    const ranks = [1, 2, 4, 11, Number.POSITIVE_INFINITY]
    expect(hitsAt(ranks, 1)).toEqual({ part: 1, whole: 5 })
    expect(hitsAt(ranks, 5)).toEqual({ part: 3, whole: 5 })
    expect(meanReciprocal(ranks)).toBeCloseTo((1 + 1 / 2 + 1 / 4) / 5)
    expect([meanReciprocal([]), mean([]), ratioOf(hitsAt([], 1))]).toEqual([undefined, undefined, undefined])
  })

  test('as discounted gain, with as many right ones wanted as there are gold', () => {
    const third = 1 / 2 // 1 / log2(3 + 1)
    expect(gainOf(ranking(8, 9, 1), ranking(1), [])).toBeCloseTo(third)
    expect(gainOf(ranking(8, 2, 1), ranking(1, 2), [])).toBeCloseTo(
      (1 / Math.log2(3) + third) / (1 + 1 / Math.log2(3)),
    )
    expect(gainOf(ranking(5, 1), ranking(1), ranking(5)), 'what is right too stands in for gold').toBe(1)
    expect(gainOf(ranking(1, 5, 6), ranking(1), ranking(5, 6)), 'and adds nothing to it').toBe(1)
    expect(gainOf(ranking(1, 1), ranking(1, 1), []), 'a pasal twice in gold is one').toBe(1)
    expect(gainOf(ranking(1), [], ranking(1))).toBeUndefined()
  })

  test('never outside 0 to 1, and at best where gold stands first', () => {
    const some = fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 14 })
    fc.assert(
      fc.property(some, some, some, (found, gold, also) => {
        const gain = gainOf(ranking(...found), ranking(...gold), ranking(...also))
        expect(gain === undefined).toBe(gold.length === 0)
        expect(gain ?? 0).toBeGreaterThanOrEqual(0)
        expect(gain ?? 0).toBeLessThanOrEqual(1)
        if (gold.length > 0) expect(gainOf(ranking(...gold, ...found), ranking(...gold), [])).toBe(1)
      }),
    )
  })
})

describe('the questions', () => {
  const file = (name: string, ...lines: readonly string[]) => {
    const path = join(folder, name)
    writeFileSync(path, `${lines.join('\n')}\n`)
    return path
  }

  test('need an id and a question, and carry nothing else that is not read', () => {
    const path = file('bare-unanswerable.jsonl', '{"id": 7, "question": "apa?", "lain": [1]}', '')
    const [question, ...more] = readQuestions([path])
    expect(more).toEqual([])
    expect(question).toMatchObject({ id: 7, question: 'apa?', gold: [], must_include: [], set: 'bare' })
    expect(question).not.toHaveProperty('lain')
    expect(question?.answerable).toBeUndefined()
  })

  const gold = (place: string) => `{"id": "b", "question": "?", "gold": [${place}]}`
  test.each([
    ['no JSON', 'halo', 'bukan pertanyaan yang sah'],
    ['no question', '{"id": "b"}', '"question"'],
    [
      'an id of a regulation without its year',
      gold('{"regulation": "pp-94", "pasal": "9"}'),
      '"gold.0.regulation"',
    ],
    ['a pasal in words', gold('{"regulation": "pp-94-2021", "pasal": "Pasal 9"}'), '"gold.0.pasal"'],
    ['an id that is taken', '{"id": "a", "question": "?"}', 'id a sudah dipakai di'],
  ])('are refused with %s, by the number of the line', (_, line, reason) => {
    const path = file('salah.jsonl', '{"id": "a", "question": "?"}', line)
    expect(() => readQuestions([path])).toThrow(Misconfigured)
    expect(() => readQuestions([path])).toThrow(/salah\.jsonl: baris 2: /)
    expect(() => readQuestions([path])).toThrow(reason)
  })

  test('are refused where a file is named twice, is not there, or a folder has none', () => {
    const path = file('sekali.jsonl', '{"id": "a", "question": "?"}')
    expect(() => readQuestions([path, path])).toThrow('sudah dipakai di sekali.jsonl baris 1')
    expect(() => readQuestions([join(folder, 'tak-ada.jsonl')])).toThrow('tidak ada')
    expect(() => readQuestions([join(import.meta.dirname, 'chat')])).toThrow('tidak ada berkas .jsonl')
  })

  test('fall into one half by the first byte of the hash of their id', () => {
    expect(['own-001', 'own-002', 'asn-001', 'asn-002', 'pub-001', 'not-001', 7].map(splitOf)).toEqual([
      'fit',
      'held-out',
      'held-out',
      'held-out',
      'held-out',
      'fit',
      'held-out',
    ])
    const odd = (id: string) => (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 1
    fc.assert(fc.property(fc.string(), (id) => (splitOf(id) === 'held-out') === odd(id)))
  })

  test('that ship say who asks about what and where the answer is, or why there is none', () => {
    const all = readQuestions([EVALUATION])
    const {
      true: answerable = [],
      false: unanswerable = [],
      ...others
    } = Object.groupBy(all, (question) => `${question.answerable}`)
    const told = (question: Question) =>
      Boolean(question.voice && question.topic && question.gold.length && question.must_include.length)
    expect(answerable.filter((question) => !told(question))).toEqual([])
    expect(unanswerable.filter(({ kind, gold }) => !kind || gold.length > 0)).toEqual([])
    expect(others).toEqual({})
    expect([answerable.length >= 500, unanswerable.length >= 150]).toEqual([true, true])
    const heldOut = all.filter(({ id }) => splitOf(id) === 'held-out').length / all.length
    expect(Math.abs(heldOut - 0.5)).toBeLessThan(0.05)
  })
})

/** A question about pasal 9, and what came of it. */
function asked(question: Partial<Question>, came: Partial<Asked['line']> & Partial<Asked> = {}): Asked {
  const { unsure = false, unproven = [], ...line } = came
  const places = { gold: [], also_ok: [], superseded: [], must_include: [] }
  return {
    question: { id: 'a', question: 'kena apa?', set: 'own', answerable: true, ...places, ...question },
    line: { id: 'a', passages: [], answer: '', citations: [], refused: false, ms: 1, ...line },
    unsure,
    unproven,
  }
}

const scored = (...pasal: readonly number[]) => ranking(...pasal).map((place) => ({ ...place, score: 1 }))
const JUDGED = [
  asked(
    { gold: ranking(9), superseded: ranking(3), must_include: ['12 Bulan'], voice: 'hr' },
    { passages: scored(9, 3), answer: 'selama **12** bulan', ms: 10, citations: ranking(9) },
  ),
  asked(
    { gold: ranking(9), also_ok: ranking(8), superseded: ranking(3), must_include: ['berat'], voice: 'hr' },
    { passages: scored(3, 8), answer: 'ringan', ms: 20, unsure: true },
  ),
  asked({ gold: ranking(9), superseded: ranking(9), voice: 'nurse' }, { refused: true, ms: 30 }),
  asked({ answerable: false, kind: 'personal' }, { refused: true, ms: 40 }),
  asked(
    { answerable: false, kind: 'not_covered', question: 'gaji saya?' },
    { citations: [...ranking(9), ...ranking(404)], unproven: ranking(404), ms: 50 },
  ),
].map(judge)

describe('the summary', () => {
  const summary = summarize(JUDGED)

  test('counts each figure over the questions it can be told of', () => {
    expect(summary).toEqual({
      questions: 5,
      answerable: 3,
      unanswerable: 2,
      recallAt1: { part: 1, whole: 3 },
      recallAt5: { part: 2, whole: 3 },
      recallAt10: { part: 2, whole: 3 },
      mrr: 0.5,
      ndcg: expect.closeTo((1 + 1 / Math.log2(3)) / 3),
      superseded: { part: 1, whole: 3 },
      refused: { part: 1, whole: 2 },
      refusedByKind: { personal: { part: 1, whole: 1 }, not_covered: { part: 0, whole: 1 } },
      falseRefusals: { part: 1, whole: 3 },
      unsure: { answerable: { part: 1, whole: 3 }, unanswerable: { part: 0, whole: 2 } },
      figures: { part: 1, whole: 2 },
      citations: { part: 2, whole: 3 },
      quotes: 0,
      ms: { p50: 30, p95: 50, max: 50 },
    })
  })

  test('of nothing is nothing, not a division by zero', () => {
    const empty = JSON.parse(JSON.stringify(summarize([]), forPrograms))
    expect(empty).toMatchObject({ questions: 0, mrr: null, recallAt1: { part: 0, whole: 0, ratio: null } })
    expect(summaryText(summarize([]))).not.toMatch(/NaN|undefined/)
  })

  test('is told in Indonesian, by kind, and with what was left out', () => {
    const text = summaryText(summary, 4)
    expect(text).toMatch(/^Pertanyaan +5$/m)
    expect(text).toMatch(/^Dilewati, .+ 4$/m)
    expect(text).toMatch(/\(R@1\) +1 dari 3 \(33\.3%\)$/m)
    expect(text).toMatch(/^ {2}not_covered +0 dari 1 \(0\.0%\)$/m)
  })

  test('is told apart by a trait', () => {
    const groups = summarizeBy(JUDGED, 'voice')
    expect(Object.entries(groups).map(([name, { questions }]) => [name, questions])).toEqual([
      ['hr', 2],
      ['–', 2],
      ['nurse', 1],
    ])
    expect(groupTable('voice', groups)).toMatch(/^nurse +1 +0\.0% /m)
  })

  test('names what went wrong, and only that', () => {
    const text = failureText(JUDGED)
    expect(text).toContain('Yang keliru: 3 dari 5')
    expect(text).toMatch(/a, hr: kena apa\?\n {2}seharusnya pp-94-2021#9 \(boleh juga pp-94-2021#8\)/)
    expect(text).toMatch(/urutan +2\n {2}jawaban +dijawab, "tidak yakin"\n {2}kurang +"berat"/)
    expect(text).toMatch(/urutan +tidak ada di sepuluh pertama\n {2}jawaban +ditolak/)
    expect(text).toMatch(/gaji saya\?\n {2}seharusnya ditolak[\s\S]+tak terbukti pp-94-2021#404/)
  })
})

describe('the floors', () => {
  const summary = summarize(JUDGED)

  test('lie a few points under what was measured, and are not broken by it', () => {
    const floors = floorsUnder(summary)
    expect(floors.least).toMatchObject({
      questions: 4,
      recallAt1: 0.3,
      mrr: 0.47,
      refused: 0.47,
      citations: 1,
    })
    expect(floors.most).toEqual({ superseded: 0.37, falseRefusals: 0.37 })
    expect(shortfalls(summary, floors)).toEqual(['citations: 0.6667, paling sedikit 1'])
  })

  test('are broken by whatever is worse, or was not measured', () => {
    const floors = floorsUnder(summary)
    const worse = {
      ...summary,
      mrr: undefined,
      refused: { part: 0, whole: 2 },
      falseRefusals: { part: 2, whole: 3 },
    }
    expect(shortfalls(worse, floors).map((line) => line.split(':')[0])).toEqual([
      'mrr',
      'refused',
      'citations',
      'falseRefusals',
    ])
    expect(() => floorsUnder(summarize([]))).toThrow(Misconfigured)
  })

  test('are written whole, and say where they became looser', () => {
    const file = join(folder, 'floors.json')
    const floors = floorsUnder(summary)
    writeFloors(floors, file)
    expect(readFloors(file)).toEqual(floors)
    const looser = { least: { ...floors.least, mrr: 0.1 }, most: { ...floors.most, superseded: 0.1 } }
    expect(writeFloors(looser, file)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^mrr: 0\.47 → 0\.1 .*LONGGAR/),
        expect.stringMatching(/^superseded: 0\.37 → 0\.1$/),
      ]),
    )
    writeFileSync(file, '{"least": {}, "most": {}}')
    expect(() => readFloors(file)).toThrow('--set-floors')
  })
})

describe('the program', () => {
  test('refuses what it does not know, saying what there is', () => {
    for (const args of [
      ['--by', 'umur'],
      ['--split', 'semua'],
      ['--apa'],
      ['--set-floors', '--split', 'fit'],
    ])
      expect(() => readOptions(args), args.join(' ')).toThrow(Misconfigured)
    expect(
      readOptions(['--by', 'voice', '--by', 'kind', '--questions', 'a', '--questions', 'b']),
    ).toMatchObject({
      by: ['voice', 'kind'],
      questions: ['a', 'b'],
      split: undefined,
    })
  })

  test('writes a line for each question, and with --json nothing but JSON', {
    timeout: 120_000,
  }, async () => {
    await indexed(join(folder, 'data'))
    const questions = join(folder, 'tanya.jsonl')
    const output = join(folder, 'jawab.jsonl')
    const line = {
      id: 'q1',
      question: 'pns dapat cuti tahunan berapa hari',
      gold: [{ regulation: 'pp-11-2017', pasal: '312' }],
    }
    writeFileSync(questions, `${JSON.stringify(line)}\n{"id": 2, "question": "halo"}\n`)
    const ran = run('--questions', questions, '--output', output, '--json', '--failures', '--by', 'set')
    expect(ran.stderr).toBe('')
    expect(JSON.parse(ran.stdout)).toMatchObject({
      questions: 2,
      leftOut: 0,
      answerable: 1,
      by: { set: { tanya: { questions: 2 } } },
    })
    const lines = readFileSync(output, 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(lines.map(({ id }) => id)).toEqual(['q1', 2])
    expect(Object.keys(lines[0])).toEqual(['id', 'passages', 'answer', 'citations', 'refused', 'ms'])
    expect(lines[0].passages.length).toBeLessThanOrEqual(10)
    expect(lines[0].passages[0]).toEqual({
      regulation: expect.any(String),
      pasal: expect.any(String),
      score: expect.any(Number),
    })
    expect(lines[1]).toMatchObject({ passages: [], citations: [], refused: true })
  })

  test('stops at a line it cannot read before it opens anything', () => {
    const questions = join(folder, 'rusak.jsonl')
    writeFileSync(questions, '{"id": "a", "question": "?"}\n{"id": "b"}\n')
    const ran = run('--questions', questions)
    expect([ran.status, ran.stdout]).toEqual([1, ''])
    expect(ran.stderr).toContain('rusak.jsonl: baris 2: isi "question" tidak ada atau tidak sah.')
  })
})

/** A directory with the knowledge in it already, where the suite has an image of that; else the program brings it. */
async function indexed(directory: string): Promise<void> {
  const origin = inject('origin')
  if (origin.kind !== 'embedded') return
  const database = await openDatabase({ kind: 'embedded', directory, seed: origin.image })
  await database.close()
}

function run(...args: readonly string[]) {
  const program = join(import.meta.dirname, '../scripts/evaluate.ts')
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, DATA_DIR: join(folder, 'data') },
    encoding: 'utf8',
  })
}
