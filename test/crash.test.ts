import { afterEach, expect, inject, test } from 'vitest'
import { createOwnDatabase } from '../scripts/bench/database.ts'
import { createRig } from '../scripts/bench/rig.ts'
import { openDatabase } from '../src/database/database.ts'
import { crash } from './support/crash.ts'

const ROUNDS = 5
const rig = createRig()

afterEach(() => rig.end())

test('kill -9 at any moment loses no question, and each kill repeats at most one answer to a person', {
  timeout: 180_000,
}, async () => {
  const directory = rig.folder()
  const origin = inject('origin')
  const native = origin.kind === 'native'
  const database = native ? await createOwnDatabase(rig, origin.url, origin.template) : undefined
  if (!native) {
    const prepared = await openDatabase({ kind: 'embedded', directory, seed: origin.image })
    await prepared.close()
  }

  const report = await crash(rig, { rounds: ROUNDS, seed: 1, directory, ...(database && { database }) })

  expect(report.lost).toEqual([])
  expect(report.unexplained).toEqual([])
  expect(report.repeatedForOne).toBeLessThanOrEqual(ROUNDS)
  expect(report.said).toBeGreaterThanOrEqual(ROUNDS * 6)
})
