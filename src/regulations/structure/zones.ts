/** The parts of a regulation, as stretches of its text: [from, to). */
export interface Zones {
  readonly head: readonly [number, number]
  readonly body: readonly [number, number]
  readonly explanation: readonly [number, number]
  readonly annex: readonly [number, number]
}

const DECIDED = /M ?E ?M ?U ?T ?U ?S ?K ?A ?N ?:?/
const CLOSING =
  /(?:(?<=[.;"”)\]\n] ?)Agar\b[^\n]{0,50}?\s|(?<=\s))Agar (?:supaya )?(?:setiap|semua) orang|(?<=[.;"”)\]] ?|\n)(?:Agar [Ss]upaya|Agar ?(?:\. ?){2,}|(?:Ditetapkan|Disahkan|Ditandatangani) di [A-Z])/g
const EXPLANATION =
  /(?:^|\n)[^\S\n]*P ?E ?N ?J ?E ?[LI1],? ?A ?S ?A ?N[^\S\n]*(?=\n|$)|P ?E ?N ?J ?E ?[LI1],? ?A ?S ?A ?N\s+A ?T ?A ?S\b|P ?A ?S ?A ?L +D ?E ?M ?I +P ?A ?S ?A ?L/g
const ANNEX = /(?:^|\n)LAMPIRAN(?: [IVX]+)?(?= ?\n| ?$| (?:UNDANG|PERATURAN|KEPUTUSAN|SURAT|:))/g

/** Divides a text into head (title and considerations), body (the pasal), explanation and annex. */
export function divide(text: string): Zones {
  const decided = DECIDED.exec(text)
  const opening = /\nPasal [1I] ?\n+Dalam \S+ \S+ ?\S* yang dimaksud/.exec(text)?.index ?? Infinity
  const start = decided ? Math.min(decided.index + decided[0].length, opening) : 0
  const closing = lastClosing(text, start)
  const explanation = after(EXPLANATION, text, closing ?? start)
  const annexes = after(ANNEX, text, explanation ?? closing ?? start)
  const annexFirst =
    closing !== undefined && explanation !== undefined ? after(ANNEX, text, closing) : undefined
  const body = Math.min(
    closing ?? text.length,
    explanation ?? text.length,
    closing === undefined ? (annexes ?? text.length) : text.length,
  )
  const explained = explanation ?? text.length
  const end = annexes ?? text.length
  return {
    head: [0, start],
    body: [start, body],
    explanation: [explained, Math.max(explained, end)],
    annex: annexFirst !== undefined && annexFirst < explained ? [annexFirst, explained] : [end, text.length],
  }
}

/** The closing formula: the first such words that no further pasal follows at once. */
function lastClosing(text: string, start: number): number | undefined {
  const explanation = after(EXPLANATION, text, start) ?? text.length
  for (const match of text.slice(start, explanation).matchAll(CLOSING)) {
    const at = start + match.index
    const next = /\nPasal (\d+)[A-Z]? ?\n/.exec(text.slice(at, Math.min(explanation, at + 600)))
    if (!next || next[1] === '1') return at
  }
  return undefined
}

function after(pattern: RegExp, text: string, from: number): number | undefined {
  const search = new RegExp(pattern.source, 'g')
  search.lastIndex = from
  const match = search.exec(text)
  return match === null ? undefined : match.index
}
