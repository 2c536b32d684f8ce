import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestOf, POSTING_BYTES, pack, tally } from '../../src/regulations/indexing/postings.ts'

const postings = fc.uniqueArray(
  fc.record({
    doc: fc.integer({ min: 1, max: 4_000_000_000 }),
    weight: fc.double({ min: 0, max: 3, noNaN: true }),
  }),
  { selector: ({ doc }) => doc, maxLength: 60 },
)

describe('packed postings', () => {
  test('give back their documents and, within a step, their weights', () => {
    fc.assert(
      fc.property(postings, (list) => {
        const scores = new Map<number, number>()
        tally(scores, pack(list), 2)
        expect(scores.size).toBe(list.length)
        for (const { doc, weight } of list) expect(scores.get(doc)).toBeCloseTo(weight * 2, 3)
      }),
    )
  })

  test('begin with the heaviest, so that a cut keeps the best', () => {
    fc.assert(
      fc.property(postings, fc.integer({ min: 0, max: 20 }), (list, count) => {
        const scores = new Map<number, number>()
        tally(scores, pack(list).subarray(0, count * POSTING_BYTES), 1)
        const kept = [...scores.values()]
        const left = list.filter(({ doc }) => !scores.has(doc)).map(({ weight }) => weight)
        expect(Math.max(0, ...left)).toBeLessThanOrEqual(Math.min(4, ...kept) + 1e-4)
      }),
    )
  })

  test('a torn last entry is left out', () => {
    const scores = new Map<number, number>()
    tally(scores, pack([{ doc: 1, weight: 1 }]).subarray(0, 5), 1)
    expect(scores.size).toBe(0)
  })
})

test('the best documents are those a full sort would give', () => {
  fc.assert(
    fc.property(postings, fc.integer({ min: 1, max: 10 }), (list, limit) => {
      const scores = new Map(list.map(({ doc, weight }) => [doc, weight]))
      const expected = [...list]
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight || a.doc - b.doc)
        .slice(0, limit)
        .map(({ weight }) => weight)
      expect(bestOf(scores, limit).map(({ weight }) => weight)).toEqual(expected)
    }),
  )
})
