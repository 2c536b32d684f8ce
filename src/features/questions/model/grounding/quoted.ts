import { fold, wordsOf } from '../../../../indonesian/words.ts'

/** Where a quote stands in a text. */
export interface Place {
  /** The words as they are stored. */
  readonly quote: string
  /** The quote with the few words before it in its sentence, where a "tidak" may stand, and what it hangs on. */
  readonly near: string
  /** The sentences it stands in, and the words that its clause hangs on ("PNS wajib:"). */
  readonly context: string
  /** The ayat it stands in, as far as the text shows it. */
  readonly ayat?: string
}

const SHORTEST = 3
const WORDS_BEFORE = 4

/** Every place where a quote stands word by word; none where it is too short, or pieced together with "…". */
export function placesOf(quote: string, text: string): readonly Place[] {
  const bare = quote.trim().replace(/^(?:\.{3}|…)\s*|\s*(?:\.{3}|…)$/g, '')
  const wanted = wordsOf(bare)
  if (wanted.length < SHORTEST || /\.{3}|…/.test(bare)) return []
  const words = wordsWithPlaces(text)
  const sentences = sentencesOf(text)
  return words.flatMap((first, at) => {
    const last = words[at + wanted.length - 1]
    if (last === undefined || !wanted.every((word, i) => words[at + i]?.word === word)) return []
    return [placeOf(text, words, at, { from: first.from, to: last.to }, sentences)]
  })
}

interface Span {
  readonly from: number
  readonly to: number
}

interface Word extends Span {
  readonly word: string
}

function placeOf(
  text: string,
  words: readonly Word[],
  at: number,
  { from, to }: Span,
  sentences: readonly Span[],
): Place {
  const own = sentences.filter((sentence) => sentence.from < to && from < sentence.to)
  const start = own[0]?.from ?? from
  const before = words.slice(Math.max(0, at - WORDS_BEFORE), at).find((word) => word.from >= start)
  const lines = text.slice(0, start).split('\n')
  const line = `${lines.pop() ?? ''}${text.slice(start)}`.split('\n')[0] ?? ''
  const ayat = [...lines, line].reverse().flatMap((each) => /^\((\d+[a-z]?)\)/.exec(each)?.[1] ?? [])[0]
  const leads = leadsOf(line, lines)
  const withLeads = (upTo: number, since: number): string =>
    [...leads, ...text.slice(since, upTo).split('\n')].map((each) => each.replace(MARK, '')).join(' ')
  return {
    quote: text.slice(from, to),
    near: withLeads(to, before?.from ?? from),
    context: withLeads(own.at(-1)?.to ?? to, start),
    ...(ayat && { ayat }),
  }
}

/** The words of a text, folded, and where each stands in it. */
function wordsWithPlaces(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: whole, index }) =>
    wordsOf(whole).map((word) => ({ word, from: index, to: index + whole.length })),
  )
}

function sentencesOf(text: string): readonly Span[] {
  const ends = [...text.matchAll(/\n|[.;?!]\s+(?=["“(]?\p{Lu})/gu)].map(
    ({ 0: end, index }) => index + end.length,
  )
  return [...ends, text.length].map((to, i) => ({ from: ends[i - 1] ?? 0, to }))
}

/** The lines that an item of a list hangs on, outermost first: those that open with a colon the lists it is in. */
function leadsOf(line: string, before: readonly string[]): readonly string[] {
  const leads: string[] = []
  const kinds = [kindOf(line)]
  if (kinds[0] === undefined) return leads
  for (const earlier of before.toReversed()) {
    const kind = kindOf(earlier)
    if (kind !== undefined && kinds.includes(kind)) continue
    if (earlier.trimEnd().endsWith(':')) leads.unshift(earlier)
    if (kind === undefined) return leads
    kinds.push(kind)
  }
  return leads
}

const ITEM = /^\s*(-|•|[a-z]{1,2}[.)]|\d{1,2}[.)])\s/
/** What numbers a line, which is none of its words. */
const MARK = /^\s*(?:-|•|[a-z]{1,2}[.)]|\d{1,2}[.)]|\(\d+[a-z]?\))\s+/

/** How an item of a list is numbered; undefined for a line that is none. */
function kindOf(line: string): string | undefined {
  const [, mark] = ITEM.exec(line) ?? []
  return mark === undefined
    ? undefined
    : fold(mark) === ''
      ? '-'
      : `${/\d/.test(mark) ? '1' : 'a'}${mark.at(-1)}`
}
