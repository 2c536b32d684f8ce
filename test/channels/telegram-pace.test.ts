import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPace } from '../../src/channels/telegram/pace.ts'

/** Sends letters wherever there is room, and answers a moment after they were asked for; resolves to when, in ms. */
function play(
  seconds: number,
  questions: readonly number[],
): { readonly letters: number; readonly sent: readonly number[] } {
  let now = 0
  let letters = 0
  let nextLetter = 0
  const sent: number[] = []
  const pace = createPace(() => now)
  const waiting = questions.map((at) => ({ at, asked: false, done: false }))
  for (; now < seconds * 1000; now++) {
    for (const [chat, question] of waiting.entries()) {
      if (!question.asked && now >= question.at) {
        question.asked = true
        pace.expect(chat)
      }
      if (!question.done && now >= question.at + 200) {
        question.done = true
        pace.spend(chat)
        sent.push(now)
      }
    }
    if (now < nextLetter) continue
    const chat = 1_000_000 + letters
    const wait = pace.room(chat)
    if (wait > 0) nextLetter = now + Math.ceil(wait * 1000)
    else {
      pace.spend(chat)
      sent.push(now)
      letters++
    }
  }
  return { letters, sent }
}

function fullest(sent: readonly number[]): number {
  return Math.max(...sent.map((at) => sent.filter((other) => other >= at && other < at + 1000).length))
}

it('fills at least 97 % of the limit with letters, and never more than the limit', () => {
  const { letters, sent } = play(60, [])
  expect(letters / 60).toBeGreaterThanOrEqual(29.1)
  expect(fullest(sent)).toBeLessThanOrEqual(30)
})

it('makes way for answers: they are sent at once, and all together stay within the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 20 }), (asked) => {
      const times = asked.sort((a, b) => a - b).filter((at, i) => at - (asked[i - 1] ?? -1e9) > 40 || i === 0)
      const { letters, sent } = play(10, times)
      expect(fullest(sent)).toBeLessThanOrEqual(30)
      expect(letters + times.length).toBeGreaterThanOrEqual(288)
    }),
    { numRuns: 25 },
  )
})
