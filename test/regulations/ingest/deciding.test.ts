import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../src/regulations/ingest/deciding.ts'

const articles = fc.integer({ min: 1, max: 500 })
const there = fc.record({ articles, textMark: fc.constant('old'), file: fc.constant('lama.pdf') })

describe('of two texts of one regulation', () => {
  test('nothing there yet: it is stored', () => {
    fc.assert(
      fc.property(articles, fc.boolean(), (count, force) => {
        expect(decide({ textMark: 'new', articles: count }, undefined, force).kind).toBe('store')
      }),
    )
  })

  test('in one run the one with more pasal stays, whichever comes first', () => {
    fc.assert(
      fc.property(articles, there, fc.boolean(), (count, present, force) => {
        const { kind } = decide({ textMark: 'new', articles: count }, { ...present, ofThisRun: true }, force)
        expect(kind).toBe(count > present.articles ? 'store' : 'set-aside')
      }),
    )
  })

  test('over time the later one is stored unless it has fewer than six tenths, and then with force', () => {
    fc.assert(
      fc.property(articles, there, (count, present) => {
        const arrived = { textMark: 'new', articles: count }
        const { kind } = decide(arrived, { ...present, ofThisRun: false }, false)
        expect(kind).toBe(count * 10 >= present.articles * 6 ? 'store' : 'refuse')
        expect(decide(arrived, { ...present, ofThisRun: false }, true).kind).toBe('store')
      }),
    )
  })

  test('the same text is said to be the same, unless somebody says something new about it', () => {
    const same = { textMark: 'old', articles: 9 }
    const present = { textMark: 'old', articles: 9, file: 'lama.pdf', ofThisRun: false }
    expect(decide(same, present, false)).toEqual({
      kind: 'same-text',
      reason: 'naskahnya sama dengan lama.pdf',
    })
    expect(decide({ ...same, told: true }, present, false).kind).toBe('store')
    expect(decide(same, { ...present, ofThisRun: true }, true).kind).toBe('same-text')
  })
})
