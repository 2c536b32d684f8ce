import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBoundaries } from '../../src/regulations/knowledge/boundaries.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'

test('every subject that ships has its own title, a text and questions', () => {
  const all = readBoundaries(KNOWLEDGE)
  expect(all.length).toBeGreaterThan(50)
  expect(new Set(all.map(({ pasal }) => pasal)).size).toBe(all.length)
  for (const { passages } of all) expect(passages[0]?.questions.length).toBeGreaterThan(1)
})

test('an entry without questions is named', () => {
  const directory = mkdtempSync(join(tmpdir(), 'abdi-'))
  writeFileSync(join(directory, 'boundaries.md'), '# Batas\n\n## Harga beras\nTidak tahu.\n')
  expect(() => readBoundaries(directory)).toThrow('Harga beras')
})
