import { fold, wordsOf } from '../../indonesian/words.ts'

/** A numbered text the model was given to answer from. */
export interface Ground {
  readonly number: number
  readonly text: string
}

/** What is left of a model's answer when only proven sentences stay, and which grounds prove them. */
export interface Grounded {
  readonly text: string
  readonly used: readonly number[]
  readonly quotes: readonly { readonly number: number; readonly quote: string }[]
}

/** The sign a model gives instead of an answer when the grounds do not hold one. */
export const DOES_NOT_KNOW = 'TIDAK_TAHU'

const MARKER = /\[(\d{1,2}):\s*["“”]([^"“”\]]{1,400})["“”]\s*\]/g
const SHORTEST_QUOTE_WORDS = 3

/**
 * Keeps the sentences of an answer whose every marker `[n: "quote"]` names a ground that holds the quote word
 * by word, and whose every figure stands in the grounds it names. Undefined when none is left.
 */
export function ground(answer: string, grounds: readonly Ground[]): Grounded | undefined {
  if (answer.includes(DOES_NOT_KNOW)) return undefined
  const used = new Set<number>()
  const quotes: { number: number; quote: string }[] = []
  const lines: string[] = []
  for (const line of answer.split('\n')) {
    const kept: string[] = []
    for (const { claim, markers } of claimsOf(line)) {
      const proofs = markers.map(({ number, quote }) => ({
        quote,
        ground: grounds.find((g) => g.number === number),
      }))
      const proven =
        proofs.length > 0 && proofs.every(({ quote, ground: g }) => g !== undefined && holds(g.text, quote))
      const text = proofs.map((proof) => proof.ground?.text ?? '').join(' ')
      if (!proven || !figuresOf(claim).every((figure) => figuresOf(text).includes(figure))) continue
      for (const { number } of markers) used.add(number)
      quotes.push(...markers)
      kept.push(`${claim.trim()} ${markers.map(({ number }) => `(${number})`).join(' ')}`)
    }
    if (kept.length > 0) lines.push(kept.join(' '))
  }
  return used.size === 0 ? undefined : { text: lines.join('\n'), used: [...used], quotes }
}

/** A growing answer as people may see it: without markers, also the one that is just being written. */
export function withoutMarkers(partial: string): string {
  return partial
    .replace(MARKER, '')
    .replace(/\[[^\]]*$/, '')
    .replaceAll(DOES_NOT_KNOW, '')
    .replace(/ {2,}/g, ' ')
}

interface Claim {
  readonly claim: string
  readonly markers: readonly { readonly number: number; readonly quote: string }[]
}

/** A line as claims: the words up to a run of markers, and those markers. What follows the last has none. */
function claimsOf(line: string): readonly Claim[] {
  const claims: { claim: string; markers: { number: number; quote: string }[] }[] = []
  let from = 0
  for (const match of line.matchAll(MARKER)) {
    const words = line.slice(from, match.index).replace(/^[\s.,;]+/, '')
    const marker = { number: Number(match[1]), quote: match[2] ?? '' }
    const last = claims.at(-1)
    if (words.trim() === '' && last) last.markers.push(marker)
    else claims.push({ claim: words, markers: [marker] })
    from = match.index + match[0].length
  }
  return claims
}

function holds(text: string, quote: string): boolean {
  return wordsOf(quote).length >= SHORTEST_QUOTE_WORDS && ` ${fold(text)} `.includes(` ${fold(quote)} `)
}

function figuresOf(text: string): readonly string[] {
  return [...text.replace(/\(\d+\)/g, ' ').matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => figure)
}
