import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSheet, sheetOf } from '../../src/chat/sheet.ts'
import { BEHAVIOURS, medianOf, readExamples } from '../../src/features/performance/appraisal/behaviours.ts'
import {
  type Predicate,
  predicateOf,
  RATINGS,
  type Rating,
} from '../../src/features/performance/appraisal/predicate.ts'
import {
  daysOf,
  openQuarters,
  opensOn,
  quarterBefore,
  quarterKey,
  quarterOf,
  readQuarter,
  splitQuarter,
  standingOf,
} from '../../src/features/performance/appraisal/quarter.ts'
import {
  answersOf,
  ownViewOf,
  quarterAnswers,
} from '../../src/features/performance/appraisal/self/answers.ts'
import { selfForm } from '../../src/features/performance/appraisal/self/form.ts'
import { texts } from '../../src/features/performance/appraisal/texts.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'

const READING = {
  now: new Date('2026-03-02T09:00:00+07:00'),
  timeZone: 'Asia/Jakarta',
  language: 'id',
} as const
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the predicate', () => {
  const digest = readFileSync(join(KNOWLEDGE, 'digests/permenpanrb-6-2022.md'), 'utf8')
  const wording = digest.slice(digest.indexOf('## Lampiran: Predikat kinerja'))

  /** What the digest says, line by line, and what it means. */
  const rules: readonly (readonly [string, Predicate, (result: Rating, behaviour: Rating) => boolean])[] = [
    [
      '- Sangat Baik: hasil dan perilaku sama-sama di atas ekspektasi.',
      'sangat_baik',
      (result, behaviour) => result === 3 && behaviour === 3,
    ],
    [
      '- Butuh Perbaikan: hasil di bawah ekspektasi, perilaku tidak di bawah ekspektasi.',
      'butuh_perbaikan',
      (result, behaviour) => result === 1 && behaviour !== 1,
    ],
    [
      '- Kurang/misconduct: perilaku di bawah ekspektasi, hasil tidak di bawah ekspektasi.',
      'kurang',
      (result, behaviour) => behaviour === 1 && result !== 1,
    ],
    [
      '- Sangat Kurang: hasil dan perilaku sama-sama di bawah ekspektasi.',
      'sangat_kurang',
      (result, behaviour) => result === 1 && behaviour === 1,
    ],
  ]

  it('is what the digest says of all nine', () => {
    for (const [line, predicate] of rules) {
      expect(wording).toContain(`${line}\n`)
      expect(line).toContain(`- ${texts.id.predicates[predicate]}:`)
    }
    expect(wording).toContain('- Baik: gabungan selain itu.\n')
    for (const result of RATINGS)
      for (const behaviour of RATINGS) {
        const said = rules.filter(([, , means]) => means(result, behaviour)).map(([, predicate]) => predicate)
        expect(said.length).toBeLessThan(2)
        expect(predicateOf(result, behaviour)).toBe(said[0] ?? 'baik')
      }
  })
})

describe('the seven behaviours', () => {
  it('have one in the middle, below and above which there are three at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RATINGS), { minLength: 7, maxLength: 7 }), (levels) => {
        const median = medianOf(levels) ?? 0
        expect(levels.filter((level) => level < median).length).toBeLessThan(4)
        expect(levels.filter((level) => level > median).length).toBeLessThan(4)
      }),
    )
  })

  it('get their examples by name, and none by guessing', () => {
    expect(
      readExamples(
        'Adaptif: antrean daring\n- berorientasi pelayanan : mendampingi lansia\n  sampai selesai\n7. Kolab: data bersama',
      ),
    ).toEqual({
      adaptif: 'antrean daring',
      pelayanan: 'mendampingi lansia sampai selesai',
      kolaboratif: 'data bersama',
    })
    expect(readExamples('saya rajin')).toBeUndefined()
    expect(readExamples('Rajin: tiap hari')).toBeUndefined()
    for (const one of BEHAVIOURS)
      expect(readExamples(`${texts.id.behaviours[one].name}: x y`)).toEqual({ [one]: 'x y' })
  })

  it('survive whatever is typed as examples', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const example of Object.values(readExamples(text) ?? {})) expect(example.trim()).not.toBe('')
      }),
    )
  })
})

describe('the self-evaluation', () => {
  it('fits on one page, which gives back what it shows', () => {
    const own = ownViewOf({
      results: 'Melayani pemohon setiap hari',
      result: '2',
      pelayanan: '3',
      akuntabel: '2',
      kompeten: '1',
      harmonis: '3',
      loyal: '3',
      adaptif: '1',
      kolaboratif: '2',
      examples: 'Adaptif: antrean daring',
      overall: 'tengah',
    })
    expect(own.behaviour).toBe(2)
    expect(own.behaviours.adaptif).toEqual({ level: 1, example: 'antrean daring' })
    const beforehand = quarterAnswers({ year: 2026, number: 1 }, 'id', 3)
    const answers = { ...beforehand, ...answersOf(own, 'id') }
    const sheet = sheetOf(selfForm as never, answers, 'id') // the page does not mind which form it is
    expect(sheet?.fields).toHaveLength(11)
    expect(sheet?.before).toEqual([{ label: 'Triwulan', value: 'triwulan I 2026, perbaikan isian ke-3' }])
    const given = Object.fromEntries(
      (sheet?.fields ?? []).map(({ name, input, value = '' }) => [
        name,
        input === 'choice' ? { kind: 'choice', value } : { kind: 'text', text: value },
      ]),
    )
    expect(readSheet(selfForm as never, given as never, READING, beforehand)).toEqual({
      kind: 'done',
      answers,
    })
  })
})

describe('a quarter', () => {
  it('is open from its last month to the end of the next', () => {
    expect(openQuarters('2026-02-28').map(quarterKey)).toEqual(['2025-Q4'])
    expect(openQuarters('2026-03-01').map(quarterKey)).toEqual(['2026-Q1', '2025-Q4'])
    expect(openQuarters('2026-04-01').map(quarterKey)).toEqual(['2026-Q1'])
    const first = { year: 2026, number: 1 }
    expect(
      ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map((one) => standingOf(first, one)),
    ).toEqual(['early', 'open', 'open', 'closed'])
  })

  it('holds its days, and is opened within them', () => {
    fc.assert(
      fc.property(day, (one) => {
        const { from, until } = daysOf(quarterOf(one))
        expect(from <= one && one <= until).toBe(true)
        expect(quarterOf(opensOn(quarterOf(one)))).toEqual(quarterOf(one))
        expect(standingOf(quarterBefore(quarterOf(one)), one)).toBe('open')
        expect(readQuarter(quarterKey(quarterOf(one)), '2026-03-02')).toEqual(quarterOf(one))
        expect(readQuarter(texts.id.quarter(quarterOf(one)), '2026-03-02')).toEqual(quarterOf(one))
      }),
    )
  })

  it.each([
    ['triwulan IV 2025', '2025-Q4'],
    ['tw4 2025', '2025-Q4'],
    ['tw 1', '2026-Q1'],
    ['4', '2025-Q4'],
    ['kuartal dua tahun 2025', '2025-Q2'],
    ['triwulan lalu', '2025-Q4'],
    ['Triwulan ini', '2026-Q1'],
    ['2025-q3', '2025-Q3'],
    ['triwulan 5', undefined],
    ['triwulan 1 kapan ditutup', undefined],
    ['2025', undefined],
    ['triwulan 1 1850', undefined],
    ['2025 q3 2024', undefined],
  ])('is read from "%s"', (said, key) => {
    const quarter = readQuarter(said, '2026-03-02')
    expect(quarter && quarterKey(quarter)).toBe(key)
  })

  it('stands beside the name of a unit', () => {
    const split = (said: string) => {
      const { quarter, rest } = splitQuarter(said, '2026-03-02')
      return [quarter && quarterKey(quarter), rest]
    }
    expect(split('Dinas Kesehatan triwulan 4 2025')).toEqual(['2025-Q4', 'dinas kesehatan'])
    expect(split('tw 4 SMP Negeri 4')).toEqual(['2025-Q4', 'smp negeri 4'])
    expect(split('SMP Negeri 4')).toEqual([undefined, 'smp negeri 4'])
    expect(split('triwulan 1 1850')).toEqual([undefined, 'triwulan 1 1850'])
  })
})
