import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { finishIngest, ingestFiles } from '../../../src/regulations/ingest.ts'
import { readLexicon } from '../../../src/regulations/lexicon.ts'
import { freshDatabase } from '../../support/database.ts'
import { KNOWLEDGE } from '../../support/knowledge.ts'
import { collected } from './laws.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus')
const FILES = [
  'core/pp-94-2021.txt',
  'core/pp-10-1983.txt',
  'core/pp-45-1990.txt',
  'core/uu-27-2022.txt',
  'importer-inputs/pp-94-2021.raw.md',
  'importer-inputs/perda-merangin-1-2016.pdf',
  'importer-inputs/uu-5-2014.kms.html',
]

test.skipIf(!existsSync(corpus))(
  'real regulations are imported, told apart and settled (skipped where ../shared/corpus is absent)',
  { timeout: 120_000 },
  async () => {
    const database = await freshDatabase()
    const waiting = FILES.map((name) => {
      const bytes = readFileSync(join(corpus, name))
      return { name: basename(name), size: bytes.length, read: async () => bytes }
    })
    const reports = await collected(ingestFiles({ database, knowledge: KNOWLEDGE }, waiting))
    const told = reports.map(({ file, outcome, regulation, findings }) => [
      file,
      outcome,
      regulation,
      findings?.articles ?? 0,
    ])
    expect(told).toEqual([
      ['pp-94-2021.txt', 'imported', 'pp-94-2021', expect.toSatisfy((count: number) => count >= 44)],
      ['pp-10-1983.txt', 'imported', 'pp-10-1983', 23],
      ['pp-45-1990.txt', 'imported', 'pp-45-1990', expect.toSatisfy((count: number) => count >= 9)],
      ['uu-27-2022.txt', 'imported', 'uu-27-2022', 76],
      ['pp-94-2021.raw.md', 'set-aside', 'pp-94-2021', expect.toSatisfy((count: number) => count >= 44)],
      [
        'perda-merangin-1-2016.pdf',
        'imported',
        'perda-kabupaten-merangin-1-2016',
        expect.toSatisfy((count: number) => count > 100),
      ],
      ['uu-5-2014.kms.html', 'refused', undefined, 0],
    ])
    await finishIngest(database, readLexicon(KNOWLEDGE))
    expect(await database.query('select 1 from article where doc is null')).toEqual([])
    const effects = await database.query<{ on_regulation: string; on_pasal: string | null; kind: string }>(
      `select distinct on_regulation, on_pasal, kind from effect where by_regulation in ('pp-94-2021', 'pp-45-1990')`,
    )
    expect(effects).toContainEqual({ on_regulation: 'pp-53-2010', on_pasal: null, kind: 'revoked' })
    expect(effects).toContainEqual({ on_regulation: 'pp-10-1983', on_pasal: '4', kind: 'amended' })
    const [fourth] = await database.query<{ status: string; changed_by: readonly string[] }>(
      `select status, changed_by from article where regulation = 'pp-10-1983' and pasal = '4'`,
    )
    expect(fourth?.status).toBe('diubah')
    expect(fourth?.changed_by.some((place) => place.startsWith('pp-45-1990#'))).toBe(true)
  },
)
