/** A pasal a word stands in, and how much the word says for it: BM25's term part, 0 to 3. */
export interface Posting {
  readonly doc: number
  readonly weight: number
}

/** Bytes of one packed posting: four for the document's number, two for the weight. */
export const POSTING_BYTES = 6

/** Weights are stored in steps of a twenty-thousandth, so that the largest fits two bytes. */
const STEP = 20_000

const LARGEST_WEIGHT = 65_535
const DOCUMENTS = 2 ** 32

/** Packs postings, heaviest first, so that the beginning of a long list is its best part. */
export function pack(postings: readonly Posting[]): Buffer {
  // As one number each, lightness before document, they are sorted many times faster than as objects.
  const keys = Float64Array.from(
    postings,
    ({ doc, weight }) =>
      (LARGEST_WEIGHT - Math.min(LARGEST_WEIGHT, Math.round(weight * STEP))) * DOCUMENTS + doc,
  ).sort()
  const bytes = Buffer.alloc(keys.length * POSTING_BYTES)
  for (const [i, key] of keys.entries()) {
    const lightness = Math.floor(key / DOCUMENTS)
    bytes.writeUInt32LE(key - lightness * DOCUMENTS, i * POSTING_BYTES)
    bytes.writeUInt16LE(LARGEST_WEIGHT - lightness, i * POSTING_BYTES + 4)
  }
  return bytes
}

/** Adds the postings of a word, each times `factor`, to what their documents have so far. */
export function tally(scores: Map<number, number>, packed: Uint8Array, factor: number): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const scale = factor / STEP
  for (let at = 0; at + POSTING_BYTES <= packed.byteLength; at += POSTING_BYTES) {
    const doc = view.getUint32(at, true)
    scores.set(doc, (scores.get(doc) ?? 0) + view.getUint16(at + 4, true) * scale)
  }
}

/** The documents with the highest scores, best first. */
export function bestOf(scores: ReadonlyMap<number, number>, limit: number): readonly Posting[] {
  let least = 0
  let best: Posting[] = []
  for (const [doc, weight] of scores) {
    if (weight <= least) continue
    best.push({ doc, weight })
    if (best.length >= limit * 4) {
      best = best.sort(heaviestFirst).slice(0, limit)
      least = best.at(-1)?.weight ?? 0
    }
  }
  return best.sort(heaviestFirst).slice(0, limit)
}

function heaviestFirst(a: Posting, b: Posting): number {
  return b.weight - a.weight || a.doc - b.doc
}

/** How rare a word is that stands in `count` of `all` pasal: BM25's inverse document frequency. */
export function rarityOf(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5))
}
