import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KNOWLEDGE } from '../../src/main.ts'
import { readDigests } from '../../src/regulations/digests.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { type Regulation, readRegistry } from '../../src/regulations/registry.ts'
import { type Finding, failed, fine } from './finding.ts'

/** The knowledge that ships, and the regulations in force that it has digests of: those worth having in full. */
export function readKnowledge(): { readonly finding: Finding; readonly important: readonly Regulation[] } {
  const name = 'Pengetahuan'
  try {
    readLexicon(KNOWLEDGE)
    const registry = readRegistry(KNOWLEDGE)
    const digests = readDigests(KNOWLEDGE)
    const digested = new Set(digests.map(({ regulation }) => regulation))
    const nameless = [...digested].filter((id) => !registry.some((regulation) => regulation.id === id))
    if (nameless.length > 0) throw new Error(`regulations.csv belum memuat ${nameless.join(', ')}`)
    const words = ['slang', 'abbreviations', 'synonyms'].map(rowsOf).reduce((sum, count) => sum + count)
    const text = `${digests.length} ringkasan dari ${digested.size} peraturan, ${registry.length} peraturan terdaftar, ${words} kata dan padanan`
    const important = registry.filter(({ id, status }) => digested.has(id) && status !== 'dicabut')
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
