/**
 * Cuts Markdown into parts of which `measure` is at most `limit`: between paragraphs where it can, else
 * between lines, sentences, words, and only within a word when there is no other way. No character that a
 * reader sees is lost; only white space at a cut goes. A table that is cut has its head in every part, a quote
 * stays a quote, and one that folds keeps its title.
 */
export function splitMarkdown(
  markdown: string,
  limit: number,
  measure: (part: string) => number,
): readonly string[] {
  const parts: string[] = []
  let rest = markdown.trim()
  while (measure(rest) > limit) {
    const cut = longestFit(rest, limit, measure)
    parts.push(rest.slice(0, cut).trimEnd())
    rest = opening(rest, cut) + rest.slice(cut).trimStart()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

const TABLE = /^[ \t]*\|?[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\n/
const FOLD = /^>[ \t]?\[!fold\][^\n]*\n/

/** What the rest needs before it to stay what it was: the head of its table, the mark and title of its quote. */
function opening(text: string, cut: number): string {
  const block = text.slice(text.lastIndexOf('\n\n', cut - 1) + 1, cut).trimStart()
  const rest = text.slice(cut)
  if (/^\s*\n\s*\n|^\s*$/.test(rest)) return ''
  const betweenLines = /^[ \t]*\n/.test(rest)
  const head = betweenLines ? (TABLE.exec(`${block}\n`)?.[0] ?? '') : ''
  const fold = FOLD.exec(`${block}\n`)?.[0] ?? ''
  const line = block.slice(block.lastIndexOf('\n') + 1)
  const marks = betweenLines ? '' : (/^(?:>[ \t]?)+/.exec(line)?.[0] ?? '')
  const again = head + (fold && `${fold}>\n`) + marks
  return again.length * 2 < cut ? again : '' // every part must take more than it repeats
}

// A heading stays with what it heads; within a line no piece may begin with what would make it a list, quote or heading.
const BREAKS: readonly RegExp[] = [
  /(?<!(?:^|\n)(?:>[ \t]?)*(?:#[^\n]*|\*\*[^*\n]*\*\*)\s*)\n{2,}/g,
  /(?<!(?:^|\n)(?:>[ \t]?)*(?:#[^\n]*|\*\*[^*\n]*\*\*)\s*)\n/g,
  /(?<=[.!?;:])\s+(?![\s>#|=~`]|[-+]|[*_]\s|\d+[.)])/g,
  /\s+(?![\s>#|=~`]|[-+]|[*_]\s|\d+[.)])/g,
]

/** Bold, italic, code, a link: cut in two, its marks would be read as characters. */
const MARKED = /`[^`\n]+`|\*\*[^*\n]+\*\*|\*[^*\n]+\*|_[^_\n]+_|\[[^[\]\n]*\]\([^()\n]*\)|\\./g

function longestFit(text: string, limit: number, measure: (part: string) => number): number {
  const fits = (end: number): boolean => measure(text.slice(0, end).trimEnd()) <= limit
  const marked = [...text.matchAll(MARKED)].map(({ index, 0: span }) => ({
    from: index,
    to: index + span.length,
  }))
  for (const pattern of BREAKS) {
    const ends = outside(
      marked,
      [...text.matchAll(pattern)].map((match) => match.index).filter((end) => end > 0),
    )
    const fitting = lastFitting(ends, fits)
    if (fitting !== undefined && fitting * 3 >= Math.min(text.length, limit)) return fitting
  }
  const anywhere = Array.from({ length: Math.min(text.length, limit) }, (_, i) => i + 1).filter(
    (end) => !isInsidePair(text, end),
  )
  return lastFitting(anywhere, fits) ?? anywhere[0] ?? 2
}

/** Those of rising positions that lie within no span; spans rise too and do not overlap. */
function outside(
  spans: readonly { from: number; to: number }[],
  positions: readonly number[],
): readonly number[] {
  let at = 0
  return positions.filter((position) => {
    while ((spans[at]?.to ?? Number.POSITIVE_INFINITY) <= position) at++
    return position <= (spans[at]?.from ?? Number.POSITIVE_INFINITY)
  })
}

/** The last of rising positions that fits, found by halving. */
function lastFitting(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(ends[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return ends[low - 1]
}

function isInsidePair(text: string, cut: number): boolean {
  const [before, after] = [text.charCodeAt(cut - 1), text.charCodeAt(cut)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
