import type { TranscriptLine } from './line.ts'

/** Row ids are given before their rows can be seen, so a lower one may turn up late, by no more than this. */
const LATE = 5_000

/** Reads the lines not read before. Looks at the latest lines again, for those that turn up late between them. */
export function createReader(transcript: (after?: string) => Promise<readonly TranscriptLine[]>) {
  const seen = new Set<string>()
  let settled: string | undefined
  let settling: string | undefined
  let since = performance.now()
  return async (): Promise<readonly TranscriptLine[]> => {
    const lines = await transcript(settled)
    const fresh = lines.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    if (performance.now() - since > LATE) {
      since = performance.now()
      settled = settling
      settling = lines.at(-1)?.id ?? settling
      for (const id of seen) if (settled !== undefined && BigInt(id) <= BigInt(settled)) seen.delete(id)
    }
    return fresh
  }
}
