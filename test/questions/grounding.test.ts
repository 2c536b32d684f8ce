import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOES_NOT_KNOW, ground, withoutMarkers } from '../../src/features/questions/grounding.ts'

const grounds = [
  {
    number: 1,
    text: 'PNS yang tidak masuk kerja 4 sampai 6 hari kerja dalam 1 tahun dijatuhi teguran tertulis.',
  },
  { number: 2, text: 'Gajinya dihentikan sejak bulan berikutnya.' },
]

describe('a model answer', () => {
  test('keeps a sentence whose quote stands in the passage it names', () => {
    const answer = 'Kena teguran tertulis. [1: "dijatuhi teguran tertulis"]'
    expect(ground(answer, grounds)).toEqual({
      text: 'Kena teguran tertulis. (1)',
      used: [1],
      quotes: [{ number: 1, quote: 'dijatuhi teguran tertulis' }],
    })
  })

  test.each([
    ['a quote the passage does not hold', 'Kena penurunan pangkat. [1: "dijatuhi penurunan pangkat"]'],
    ['a passage that was not given', 'Kena teguran tertulis. [7: "dijatuhi teguran tertulis"]'],
    ['a quote from another passage', 'Gaji dihentikan. [1: "dihentikan sejak bulan berikutnya"]'],
    ['a quote of fewer than three words', 'Kena teguran. [1: "teguran tertulis"]'],
    [
      'a figure the passage does not hold',
      'Kena teguran tertulis bila bolos 9 hari. [1: "dijatuhi teguran tertulis"]',
    ],
    ['no citation at all', 'Kena teguran tertulis.'],
    ['the sign that it does not know', `${DOES_NOT_KNOW} [1: "dijatuhi teguran tertulis"]`],
  ])('is thrown away when it has %s', (_, answer) => {
    expect(ground(answer, grounds)).toBeUndefined()
  })

  test('loses only the sentences that are not proven', () => {
    const answer =
      'Kena teguran tertulis. [1: "dijatuhi teguran tertulis"] Juga dipecat. [2: "dipecat dengan tidak hormat"]\n- Gajinya berhenti. [2: "dihentikan sejak bulan berikutnya"]'
    expect(ground(answer, grounds)?.text).toBe('Kena teguran tertulis. (1)\n- Gajinya berhenti. (2)')
  })

  test('shows no marker while it grows, whole or half', () => {
    expect(withoutMarkers('Kena teguran. [1: "dijatuhi teguran tertulis"] Lalu [2: "diher')).toBe(
      'Kena teguran. Lalu ',
    )
  })

  test('never throws and never keeps what no passage holds, whatever a model writes', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('[1: "', '"]', '[2:', 'dijatuhi teguran tertulis', '9 hari', '\n', '- ', '“', '”'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const grounded = ground(pieces.join(' '), grounds)
        for (const { number, quote } of grounded?.quotes ?? []) {
          const text = grounds.find((g) => g.number === number)?.text.toLowerCase() ?? ''
          expect(text.replace(/[^a-z0-9]+/g, ' ')).toContain(
            quote
              .toLowerCase()
              .replace(/[^a-z0-9]+/g, ' ')
              .trim(),
          )
        }
      }),
    )
  })
})
