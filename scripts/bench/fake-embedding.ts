import { hash } from 'node:crypto'
import type { EmbeddingModel } from '../../src/model/model.ts'

const DIMENSIONS = 384

/** A made-up embedding model: the same text has the same vector everywhere, and it takes hardly any time. */
export const fakeEmbedding: EmbeddingModel = {
  name: 'made-up',
  embed: async (texts) => texts.map(vectorOf),
}

/** Numbers between -1 and 1 that begin from a hash of the text (xorshift32). */
function vectorOf(text: string): readonly number[] {
  let state = Number.parseInt(hash('sha1', text).slice(0, 8), 16) | 1
  return Array.from({ length: DIMENSIONS }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.fround(state / 2 ** 31)
  })
}
