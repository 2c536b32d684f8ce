const HEADER = 'PRESIDENREPUBLIKINDONESIA'
/** A line that belongs to the structure of the text, however often it recurs. */
const STRUCTURAL = /^(?:Pasal|BAB|Bagian|Paragraf|Ayat|Huruf|Angka|Cukup|Dihapus|PENJELASAN|LAMPIRAN|[(\d]|[a-z]{1,2}[.)])/

/**
 * The lines of a text without its page furniture (running headers and footers, page numbers, stamps, catchwords)
 * and without Markdown's signs; pages may be separated by form feeds. No word of the norm is taken away, and
 * none is changed.
 */
export function withoutFurniture(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/[^\S\n\f]/g, ' ')
  const pages = plain.split('\f').map((page) => page.split('\n').map(withoutMarkdown))
  const running = runningLines(pages)
  const lines = pages.flatMap((page) => withoutEdges(page, running, pages.length > 1))
  const kept = lines.filter((line) => !isFurniture(line))
  const clean = withoutStamps(kept.join('\n'))
  return withoutCatchwords(withoutGarbledStamps(clean)).replace(/ +/g, ' ').replace(/ ?\n ?/g, '\n')
}

function withoutMarkdown(line: string): string {
  return line
    .replace(/^ {0,3}#{1,6} +/, '')
    .replace(/^ {0,3}> /, '')
    .replace(/\*\*|__/g, '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([.()#*_\-[\]])/g, '$1')
    .replace(/\^(?=\S)/g, '')
    .trim()
}

/** Lines that recur at the edges of many pages, by their text without figures. */
function runningLines(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const page of pages) {
    const edges = edgesOf(page).map((i) => edgeKey(page[i] ?? ''))
    for (const key of new Set(edges)) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const often = Math.max(3, pages.length / 4)
  return new Set([...seen].filter(([key, n]) => n >= often && key.length > 3).map(([key]) => key))
}

function edgesOf(page: readonly string[]): readonly number[] {
  const full = page.flatMap((line, i) => (line === '' ? [] : [i]))
  return full.length < 6 ? full.slice(0, 2) : [...full.slice(0, 3), ...full.slice(-3)]
}

function edgeKey(line: string): string {
  return STRUCTURAL.test(line) && !/^\d{4}, ?No/.test(line) ? '' : line.replace(/\d+/g, '#')
}

function withoutEdges(page: readonly string[], running: ReadonlySet<string>, paged: boolean): readonly string[] {
  if (!paged) return page
  const edges = new Set(edgesOf(page))
  return page.filter((line, i) => !edges.has(i) || !(running.has(edgeKey(line)) || /^[-–—. ]*\d{1,4}[-–—. ]*$/.test(line)))
}

function isFurniture(line: string): boolean {
  return (
    /^[-–—] ?\d(?: ?\d){0,3} ?[-–—]$/.test(line) ||
    /^SK No\.? ?\d{4,7} ?[A-Z]?$/i.test(line) ||
    /^\d{4}, ?No\.? ?\d+( ?[-–—]? ?\d+ ?[-–—]?)?$/.test(line) ||
    /^(?:[-–—] ?\d+ ?[-–—] ?)?(?:https?:\/\/|www\.|jdih\.)\S+(?: ?[-–—]? ?\d+ ?[-–—]?)?$/i.test(line) ||
    /^(?:Halaman|Page|Hal\.) ?\d+(?: ?(?:dari|of|\/) ?\d+)?$/i.test(line)
  )
}

/** Takes running headers and stamps out of the middle of a line, where a machine joined the pages. */
function withoutStamps(text: string): string {
  let kept = ''
  let from = 0
  for (const match of text.matchAll(/(?<![A-Za-z])P ?[RF][A-Z]? ?[A-Z]/g)) {
    if (match.index < from) continue
    const length = headerLength(text.slice(match.index, match.index + 60))
    if (length === 0) continue
    kept += text.slice(from, match.index)
    from = match.index + length
  }
  return (kept + text.slice(from)).replace(/\bSK No\.? ?\d{6} ?[A-Z]?(?![\w])/g, ' ')
}

/** How much of the window is "PRESIDEN REPUBLIK INDONESIA" as readers garble it, with a page number after it. */
function headerLength(window: string): number {
  const capitals = /^[A-Z0-9!|\\/()[\]l ]+/.exec(window.replace(/\n(?=REPUBLI)/, ' '))?.[0] ?? ''
  let best = { length: 0, slips: 5 }
  for (let end = 18; end <= capitals.length; end++) {
    if (end < capitals.length && capitals[end] !== ' ') continue
    const slips = distance(capitals.slice(0, end).replace(/ /g, ''), HEADER)
    if (slips < best.slips) best = { length: end, slips }
  }
  if (best.length === 0) return 0
  const number = /^,?\s*[-–—] ?\d(?: ?\d){0,3} ?[-–—](?=\s|$)/.exec(window.slice(best.length))?.[0] ?? ''
  return best.length + number.length
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * A catchword at the foot of a page announces the first words of the next: "b. menghadiri . . ." Only what is
 * repeated at once, number and words, is one; the repetition stays.
 */
function withoutCatchwords(text: string): string {
  return text
    .replace(
      /(?<=^|[\s])(\(\d{1,3}\)|\d{1,3}\.|[a-z]\.) ((?:\S+ ){0,2}\S+?)(?: ?\.){0,4}\s+(?=\1 \2)/g,
      (catchword, _mark: string, words: string) => (words.length < 60 && !/[.;:]/.test(words.slice(0, -1)) ? '' : catchword),
    )
    .replace(/(?<=^|\n)([^\n]{1,60}?) ?(?:\. ?){2,}(?:\n+)(?=\1)/g, '')
    .replace(/(?<=[.;:,] )(\p{L}+) ?(?:\. ?){2,} ?(?=\1 )/gu, '')
}

/**
 * A stamp ("SK No 106165 A") between two pages that a reader garbled beyond recognition: after the end of a
 * sentence or an entry, before the next number or the end of the line, some tokens none of which is a word,
 * a figure, or part of a formula.
 */
function withoutGarbledStamps(text: string): string {
  return text.replace(
    /([.;:,](?: dan| atau| dan\/atau)?)[ \n]([^\n]{3,40}?)(?=\n|$| (?:[a-z]|\d{1,2})\. ?\p{L}| \(\d{1,2}\) | \d{1,2}\) )/gu,
    (whole, said: string, run: string) => (isGarble(run) ? said : whole),
  )
}

function isGarble(run: string): boolean {
  const tokens = run.trim().split(' ')
  if (tokens.length < 2 || /\p{L}{5}|\p{L}*[aeou]\p{L}*(?<=\p{L}{4})|[=+%×÷]|Rp|Pa|^ ?(?:\p{L}{1,2}|\d{1,3})[.)] ?\p{L}/u.test(run)) return false
  const garbled = tokens.filter((t) => isGarbled(t) && !/^\(?\w{1,3}[)\]tl1][.,;]?$/.test(t))
  return garbled.length > 1 || garbled.some((t) => /[([][^)\]]*$|^[^([]*[)\]]./.test(t)) || (garbled.length === 1 && /\d{3}/.test(run))
}

function isGarbled(token: string): boolean {
  return token.length > 2 && (/[[\]{}|\\<>]|\p{L}[.'’,;:()]+\p{L}|[(][^)]*$|^[^(]*\)/u.test(token) || /\p{Ll}\d|\d\p{Ll}/u.test(token))
}
