import { afterEach, expect, inject, test } from 'vitest'
import { createOwnDatabase } from '../scripts/bench/database.ts'
import { createRig } from '../scripts/bench/rig.ts'
import { openDatabase } from '../src/database/database.ts'
import { crash } from './support/crash.ts'

const ROUNDS = 5
const rig = createRig()

afterEach(() => rig.end())

test('kill -9 at any moment loses no question, and repeats no answer without a crash', {
  timeout: 180_000,
}, async () => {
  const directory = rig.folder()
  const origin = inject('origin')
  const database =
    origin.kind === 'native' ? await createOwnDatabase(rig, origin.url, origin.template) : undefined
  if (origin.kind === 'embedded')
    await openDatabase({ kind: 'embedded', directory, seed: origin.image }).then((prepared) =>
      prepared.close(),
    )

  const report = await crash(rig, { rounds: ROUNDS, seed: 1, directory, ...(database && { database }) })

  expect(report.lost).toEqual([])
  expect(report.unexplained).toEqual([])
  expect(report.said).toBeGreaterThanOrEqual(ROUNDS * 6)
  expect(
    report.repeated,
    'at most one answer goes out twice for each kill and conversation',
  ).toBeLessThanOrEqual(report.said)
})
