import { expect, it } from 'vitest'
import { NOTHING, type Progress } from '../../src/features/performance/progress/measure.ts'
import { picture } from '../../src/features/performance/progress/picture.ts'
import { texts } from '../../src/features/performance/progress/texts.ts'

const progress = (number: number, done: number, good: number | null): Progress => {
  const sum = { ...NOTHING, done, reports: 1, ...(good !== null && { counted: done, good }) }
  return {
    target: {
      id: String(number),
      employee: '1',
      year: 2026,
      number,
      title: 'Terselesaikannya berkas <usul> & "pensiun" yang panjang sekali',
      quantity: 120,
      unit: 'berkas',
      quality: null,
      qualityGoal: 95,
      due: null,
      parent: null,
      dropped: false,
    },
    quarter: sum,
    year: sum,
    last: '2026-03-02',
    others: [],
  }
}

/** Width and height of a PNG, as its header says. */
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return [view.getUint32(16), view.getUint32(20)]
}

it('is a small PNG that grows with the targets, also where much is unknown or far too much', async () => {
  const one = await picture([progress(1, 60, 58)], texts.id)
  const three = await picture([progress(1, 60, 58), progress(2, 500, null), progress(3, 0, null)], texts.id)
  expect(Buffer.from(one.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const [[width = 0, low = 0], [same = 0, high = 0]] = [sizeOf(one), sizeOf(three)]
  expect(width).toBe(same)
  expect(high).toBeGreaterThan(low)
  expect(three.length).toBeLessThan(100_000)
})

it('has letters though the machine has no fonts, and other ones for other words', async () => {
  const words = await picture([progress(1, 60, 58)], texts.id)
  const others = await picture([progress(1, 60, 58)], { ...texts.id, pictureQuantity: 'Lain' })
  const none = await picture([progress(1, 60, 58)], { ...texts.id, pictureQuantity: '', pictureQuality: '' })
  expect(Buffer.compare(words, others)).not.toBe(0)
  expect(none.length).toBeLessThan(words.length)
})

it('does not run over with the most targets somebody may have', async () => {
  const many = Array.from({ length: 40 }, (_, i) => progress(i + 1, i, i))
  expect(sizeOf(await picture(many, texts.id))[1]).toBeLessThan(2_100)
})
