import { withoutGarbledStamps, withoutStamps } from './stamps.ts'

/** A line that belongs to the structure of the text, however often it recurs. */
const STRUCTURAL =
  /^(?:Pasal|BAB|Bagian|Paragraf|Ayat|Huruf|Angka|Cukup|Dihapus|PENJELASAN|LAMPIRAN|[(\d]|[a-z]{1,2}[.)])/

/**
 * The lines of a text without its page furniture (running headers and footers, page numbers, stamps, catchwords)
 * and without Markdown's signs; pages may be separated by form feeds. No word of the norm is taken away, and
 * none is changed.
 */
export function withoutFurniture(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\S\n\f]/g, ' ')
  const pages = plain.split('\f').map((page) => page.split('\n').map(withoutMarkdown))
  const running = runningLines(pages)
  const lines = pages.flatMap((page) => withoutEdges(page, running, pages.length > 1))
  const kept = lines.filter((line) => !isFurniture(line))
  const clean = withoutStamps(kept.join('\n'))
  return withoutCatchwords(withoutGarbledStamps(clean))
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
}

function withoutMarkdown(line: string): string {
  return line
    .replace(/^ {0,3}#{1,6} +/, '')
    .replace(/^ {0,3}> /, '')
    .replace(/\[([^\]\n]{1,200})\]\([^)\s]{1,200}\)/g, '$1')
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
  return [...new Set([...full.slice(0, 3), ...full.slice(-3)])]
}

function edgeKey(line: string): string {
  return STRUCTURAL.test(line) && !/^\d{4}, ?No/.test(line) ? '' : line.replace(/\d+/g, '#')
}

function withoutEdges(
  page: readonly string[],
  running: ReadonlySet<string>,
  paged: boolean,
): readonly string[] {
  if (!paged) return page
  const edges = edgesOf(page)
  const first = page.findIndex((line) => line !== '' && !running.has(edgeKey(line)))
  const last = page.findLastIndex((line) => line !== '' && !running.has(edgeKey(line)))
  const isNumber = (i: number) =>
    (i === first || i === last) && /^(?:[-–—] ?)?\d{1,4}(?: ?[-–—])?$/.test(page[i] ?? '')
  return page.filter((line, i) => !edges.includes(i) || !(running.has(edgeKey(line)) || isNumber(i)))
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

/**
 * A catchword at the foot of a page announces the first words of the next: "b. menghadiri . . ." Only what is
 * repeated at once, number and words, is one; the repetition stays.
 */
function withoutCatchwords(text: string): string {
  return text
    .replace(
      /(?<=^|(?<!ayat|huruf|angka|nomor|[Pp]asal|dan|atau|dengan|dalam|,)\s)(\(\d{1,3}\)|\d{1,3}\.|[a-z]\.) ((?:\S+ ){0,2}\S+?)(?: ?\.){0,4}\s+(?=\1 \2)/g,
      (catchword, _mark: string, words: string) =>
        words.length < 60 && !/[.;:]/.test(words.slice(0, -1)) ? '' : catchword,
    )
    .replace(/(?<=^|\n)([^\n]{1,60}?) ?(?:\. ?){2,}(?:\n+)(?=\1)/g, '')
    .replace(/(?<=[.;:,] )(\p{L}+) ?(?:\. ?){2,} ?(?=\1 )/gu, '')
}
