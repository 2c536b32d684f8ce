import { expect, it } from 'vitest'
import { createOutage } from '../../src/channels/outage.ts'

it('leaves a platform alone for a thirty-second part of the time it has been away, a second at least, a minute at most', () => {
  let now = 0
  const outage = createOutage(() => now)
  const pauses = [0, 1_000, 32_000, 128_000, 128_000, 3_600_000].map((at) => {
    now = at
    return outage.pause()
  })
  expect(pauses).toEqual([1, 1, 1, 4, 4, 60])
  outage.isBack()
  expect(outage.pause()).toBe(1)
})
