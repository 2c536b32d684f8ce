import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCode, newNumber, readReference, showDigits } from '../../src/features/feedback/tickets/number.ts'

describe('a ticket number', () => {
  it('is read as it is shown, said, and typed, with or without its code', () => {
    for (let i = 0; i < 200; i++) {
      const [number, code] = [newNumber(), newCode()]
      const [shown, opened] = [showDigits(number), showDigits(code)]
      for (const written of [
        number,
        shown,
        `nomor ${shown.replace('-', ' ')} ya`,
        `No. ${shown}.`,
        shown.replace('-', '–'),
      ])
        expect(readReference(written), written).toEqual({ number })
      for (const written of [
        `${number} ${code}`,
        `${shown} ${opened}`,
        `nomor ${shown}, kode ${opened}`,
        `${number}${code}`,
      ])
        expect(readReference(written), written).toEqual({ number, code })
    }
  })

  it('with one digit wrong, or two that changed places, is no ticket’s', () => {
    const digit = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.nat(7), digit, (at, other) => {
        const number = newNumber()
        const wrong = `${number.slice(0, at)}${other}${number.slice(at + 1)}`
        if (wrong !== number) expect(readReference(wrong)).toBe('slip')
        const swapped = [...number]
        ;[swapped[at], swapped[at - 1]] = [swapped[at - 1] ?? '', swapped[at] ?? '']
        if (at > 0 && swapped.join('') !== number) expect(readReference(swapped.join(''))).toBe('slip')
      }),
    )
  })

  it.each(['', 'belum selesai', 'RT 03 RW 05', '08123456789', '3604010101900001', '2026'])(
    'is not seen in %j',
    (text) => expect(readReference(text)).toBeUndefined(),
  )
})
