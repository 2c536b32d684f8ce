import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KNOWLEDGE } from '../../src/main.ts'
import { readDigests } from '../../src/regulations/knowledge/digests.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { type Regulation, readRegistry } from '../../src/regulations/registry.ts'
import { type Finding, failed, fine } from './finding.ts'

/** A regulation in force that there are digests of, so that people ask about it: worth having in full. */
export interface Important extends Regulation {
  readonly digests: number
}

/** The knowledge that ships, and the important regulations, those with the most digests first. */
export function readKnowledge(): { readonly finding: Finding; readonly important: readonly Important[] } {
  const name = 'Pengetahuan'
  try {
    readLexicon(KNOWLEDGE)
    const registry = readRegistry(KNOWLEDGE)
    const digests = readDigests(KNOWLEDGE)
    const digested = Map.groupBy(digests, ({ regulation }) => regulation)
    const nameless = [...digested.keys()].filter((id) => !registry.some((regulation) => regulation.id === id))
    if (nameless.length > 0) throw new Error(`regulations.csv belum memuat ${nameless.join(', ')}`)
    const words = ['slang', 'abbreviations', 'synonyms'].map(rowsOf).reduce((sum, count) => sum + count)
    const text = `${digests.length} ringkasan dari ${digested.size} peraturan, ${registry.length} peraturan terdaftar, ${words} kata dan padanan`
    const important = registry
      .filter(({ id, status }) => digested.has(id) && status !== 'dicabut')
      .map((regulation) => ({ ...regulation, digests: digested.get(regulation.id)?.length ?? 0 }))
      .sort((a, b) => b.digests - a.digests)
    return { finding: fine(name, text), important }
  } catch (error) {
    return { finding: failed(name, error, 'Perbaiki berkas itu di folder knowledge/.'), important: [] }
  }
}

/** The rows of a table of the lexicon, its heading left out. */
function rowsOf(table: string): number {
  return (
    readFileSync(join(KNOWLEDGE, 'lexicon', `${table}.csv`), 'utf8')
      .trim()
      .split('\n').length - 1
  )
}
