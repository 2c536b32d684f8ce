import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupSimilar } from '../../src/features/questions/reviewing/similar.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'

const { stems } = readLexicon(KNOWLEDGE)
const words = (text: string): readonly string[] => text.split(' ').filter(Boolean)
const numbered = (texts: readonly string[]) => texts.map((text, i) => ({ id: String(i + 1), text }))

test('questions that ask much the same come together, the most asked first, in the words most people used', () => {
  const groups = groupSimilar(
    numbered([
      'tpp dipotong berapa kalau sakit',
      'kalau sakit tpp dipotong brp persen?',
      'tpp kalau sakit dipotong berapa ya',
      'tpp dipotong berapa kalau sakit',
      'seragam hari kamis pakai apa',
      'hari kamis seragamnya apa min',
      'boleh bawa anak ke kantor?',
    ]),
    stems,
  )
  expect(groups.map(({ text, questions }) => [questions.length, text])).toEqual([
    [4, 'tpp dipotong berapa kalau sakit'],
    [2, 'seragam hari kamis pakai apa'],
    [1, 'boleh bawa anak ke kantor?'],
  ])
})

describe('whatever was asked', () => {
  const texts = fc.array(
    fc
      .array(fc.constantFrom('tpp', 'cuti', 'sakit', 'pensiun', 'guru', 'potong', 'hari', 'sanksi'), {
        maxLength: 5,
      })
      .map((list) => list.join(' ')),
    { maxLength: 40 },
  )

  test('every question is in exactly one group, and the bigger groups come first', () =>
    fc.assert(
      fc.property(texts, (asked) => {
        const groups = groupSimilar(numbered(asked), words)
        const ids = groups.flatMap(({ questions }) => questions.map(({ id }) => id))
        expect(ids.toSorted()).toEqual(
          numbered(asked)
            .map(({ id }) => id)
            .toSorted(),
        )
        const sizes = groups.map(({ questions }) => questions.length)
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
        expect(groups.every(({ text, questions }) => questions.some((q) => q.text === text))).toBe(true)
      }),
    ))

  test('the same words are in the same group, in whatever order they stand', () =>
    fc.assert(
      fc.property(texts, (asked) => {
        const groups = groupSimilar(numbered(asked), words)
        const places = new Map<string, Set<number>>()
        for (const [at, { questions }] of groups.entries())
          for (const { text } of questions) {
            const key = [...new Set(words(text))].sort().join(' ')
            places.set(key, (places.get(key) ?? new Set()).add(at))
          }
        expect([...places.values()].every((at) => at.size === 1)).toBe(true)
      }),
    ))

  test('the order the questions come in changes nothing', () =>
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (asked, chance) => {
        const questions = numbered(asked)
        const shuffled = questions
          .map((question) => ({ question, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ question }) => question)
        expect(groupSimilar(shuffled, words)).toEqual(groupSimilar(questions, words))
      }),
    ))
})

test('five thousand questions are grouped in no more time than a person waits', () => {
  const topics = ['tpp', 'cuti', 'pensiun', 'mutasi', 'skp', 'gaji', 'absen', 'pangkat', 'diklat', 'hukdis']
  const things = Array.from({ length: 400 }, (_, i) => `hal${i}`)
  const asked = Array.from({ length: 5_000 }, (_, i) => {
    const pick = (list: readonly string[], step: number) => list[(i * step + (i % 7)) % list.length] ?? ''
    return `${pick(topics, 3)} ${pick(things, 13)} ${pick(things, 29)} ${pick(topics, 7)} berapa ${pick(things, 31)}`
  })
  groupSimilar(numbered(asked.slice(0, 200)), stems)
  const started = process.cpuUsage()
  const groups = groupSimilar(numbered(asked), stems)
  const { user } = process.cpuUsage(started)
  expect(groups.length).toBeGreaterThan(10)
  expect(user / 1_000).toBeLessThan(10_000)
})
