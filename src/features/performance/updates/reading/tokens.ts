import { readNumber } from '../../../../indonesian/numbers.ts'
import { inFull } from './words.ts'

/** A piece of a sentence: a number, a word in full, or a break between two clauses. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean; readonly of?: number }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'break' }

/** Small letters, words in full, no accents or quotes; what stands between the words stays. */
export function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`"“”]/g, '')
    .replace(/[\r\n]+/g, ' ; ')
    .replace(/(?<=\d)(?=(?:%|persen)(?![\p{L}]))/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])minus (?=\d)/gu, '-')
    .replace(/\p{L}[\p{L}\p{N}]*/gu, inFull)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The tokens of a text that is normalized. */
export function tokensOf(text: string): readonly Token[] {
  const pieces = text.match(PIECE) ?? []
  const tokens: Token[] = []
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i] ?? ''
    const number = numberAt(pieces, i)
    if (number !== undefined) {
      tokens.push(number.token)
      i += number.length
    } else {
      tokens.push(
        ...(ONE.test(piece) ? [{ kind: 'number', value: 1, percent: false } as const] : wordsOf(piece)),
      )
      i++
    }
  }
  return tokens
}

const PIECE =
  /(?<![\p{L}\p{N}])-\d+(?:[.,]\d+)*|\d+\/\d+|\d+(?:[.,]\d+)*(?:[ -]?an\b)?|\p{L}[\p{L}\p{N}]*(?:-\p{L}[\p{L}\p{N}]*)*|%|[^\s\p{L}\p{N}]/gu
const BREAK =
  /^[,.;:()|–—+&/-]$|^(?:dan|tapi|tetapi|namun|lalu|kemudian|terus|trus|serta|sedangkan|cuma|hanya)$/
const STARTS =
  /^(?:\d|-\d|(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta)$)/
const GOES_ON =
  /^(?:\d|puluh|belas|ratus|ribu|rb|juta|jt|setengah|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu)/
/** "sebuah kajian": one of it; its noun follows. */
const ONE = /^(?:sebuah|selembar|sebundel|seekor|seorang|sepaket|seunit|sebutir|secarik|serangkap)$/
const LONGEST_NUMBER = 7

function numberAt(pieces: readonly string[], at: number): { token: Token; length: number } | undefined {
  const first = pieces[at] ?? ''
  if (!STARTS.test(first)) return undefined
  const ratio = /^(\d+)\/(\d+)$/.exec(first)
  if (ratio) {
    const token: Token = { kind: 'number', value: Number(ratio[1]), of: Number(ratio[2]), percent: false }
    return { token, length: 1 }
  }
  let end = at + 1
  while (end < pieces.length && end - at < LONGEST_NUMBER && GOES_ON.test(pieces[end] ?? '')) end++
  for (; end > at; end--) {
    const value = readNumber(
      pieces
        .slice(at, end)
        .join(' ')
        .replace(/[ -]?an$/, ''),
    )
    if (value === undefined) continue
    const percent = pieces[end] === '%'
    return { token: { kind: 'number', value, percent }, length: end - at + (percent ? 1 : 0) }
  }
  return undefined
}

function wordsOf(piece: string): readonly Token[] {
  if (BREAK.test(piece)) return [{ kind: 'break' }]
  return /\p{L}/u.test(piece) ? [{ kind: 'word', word: piece }] : []
}
