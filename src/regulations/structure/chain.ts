/** Something that may be the next number of a sequence: where it stands, which number, and how likely it is. */
export interface Candidate {
  readonly at: number
  /** The number, and its letter's place (79A: 79 and 1; no letter: 0). */
  readonly number: number
  readonly letter: number
  readonly weight: number
}

/** What a jump in the sequence costs: past a few numbers, and past more. */
export interface Jumps {
  readonly near: number
  readonly far: number
}

interface Link<C> {
  readonly candidate: C
  readonly score: number
  readonly before?: Link<C>
}

const NEAR = 12
const LARGEST = 2047

/**
 * The likeliest rising sequence among candidates that are given in the order of the text: the greatest sum of
 * weights less what its jumps cost. Linear in the candidates.
 */
export function likeliestChain<C extends Candidate>(candidates: readonly C[], jumps: Jumps): readonly C[] {
  const exact = new Map<number, Link<C>>()
  const best = new Map<number, Link<C>>()
  const below = new Prefix<Link<C>>()
  let winner: Link<C> | undefined
  for (const candidate of candidates) {
    const { number, letter } = candidate
    if (number < 1 || number > LARGEST) continue
    const options: (Link<C> | undefined)[] = []
    const offer = (link: Link<C> | undefined, cost: number) =>
      link && options.push({ candidate, score: link.score + candidate.weight - cost, before: link })
    const first = number === 1 && letter === 0
    options.push({
      candidate,
      score: candidate.weight - (first ? 0 : number <= NEAR ? jumps.near : jumps.far),
    })
    if (letter > 0) {
      offer(exact.get(number * 32 + letter - 1), 0)
      for (let l = 0; l < letter - 1; l++) offer(exact.get(number * 32 + l), jumps.near)
    } else offer(best.get(number - 1), 0)
    for (let n = number - 1; n >= number - NEAR && n > 0; n--) offer(best.get(n), jumps.near)
    offer(below.max(number - 1), jumps.far)
    const link = options.reduce((a, b) => ((b?.score ?? -Infinity) > (a?.score ?? -Infinity) ? b : a))
    if (link === undefined) continue
    if (link.score > (exact.get(number * 32 + letter)?.score ?? -Infinity))
      exact.set(number * 32 + letter, link)
    if (link.score > (best.get(number)?.score ?? -Infinity)) best.set(number, link)
    below.put(number, link)
    if (link.score > (winner?.score ?? 0)) winner = link
  }
  const chain: C[] = []
  for (let link = winner; link; link = link.before) chain.push(link.candidate)
  return chain.reverse()
}

/** The best link up to a number (a Fenwick tree of maxima). */
class Prefix<L extends { readonly score: number }> {
  readonly #tree = new Array<L | undefined>(LARGEST + 1)
  put(number: number, link: L): void {
    for (let i = number; i <= LARGEST; i += i & -i)
      if (link.score > (this.#tree[i]?.score ?? -Infinity)) this.#tree[i] = link
  }
  max(number: number): L | undefined {
    let found: L | undefined
    for (let i = number; i > 0; i -= i & -i) {
      const link = this.#tree[i]
      if (link && link.score > (found?.score ?? -Infinity)) found = link
    }
    return found
  }
}
