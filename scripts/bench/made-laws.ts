import { readDigests } from '../../src/regulations/knowledge/digests.ts'
import { KNOWLEDGE } from './questions.ts'

const ARTICLES = { least: 20, most: 75 } as const
const CLAUSES = { least: 1, most: 4 } as const

/** A made regulation as a file. */
export interface MadeLaw {
  readonly name: string
  readonly text: string
}

/** So many made regulations in the words of the digests, always the same ones. */
export function madeLaws(count: number): readonly MadeLaw[] {
  const sentences = readDigests(KNOWLEDGE).map(({ body }) => body.replace(/\s+/g, ' '))
  const between = numbersFrom(1)
  const sentence = (): string => sentences[between(0, sentences.length - 1)] ?? ''
  return Array.from({ length: count }, (_, i) => {
    const articles = Array.from({ length: between(ARTICLES.least, ARTICLES.most) }, (_, at) => {
      const clauses = Array.from({ length: between(CLAUSES.least, CLAUSES.most) }, sentence)
      const words = clauses.length === 1 ? clauses : clauses.map((clause, n) => `(${n + 1}) ${clause}`)
      return `Pasal ${at + 1}\n${words.map(wrapped).join('\n')}\n`
    })
    const head = `PERATURAN PEMERINTAH REPUBLIK INDONESIA\nNOMOR ${i + 1} TAHUN 1999\nTENTANG\nCONTOH ${i + 1}\n\nMEMUTUSKAN:\n\n`
    return { name: `pp-${i + 1}-1999.txt`, text: head + articles.join('\n') }
  })
}

/** In lines as a page has them. */
function wrapped(text: string): string {
  return text.replace(/(.{50,80}?) /g, '$1\n')
}

/** Whole numbers between two bounds, the same ones for the same seed (mulberry32). */
function numbersFrom(seed: number): (least: number, most: number) => number {
  let state = seed
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1))
  }
}
