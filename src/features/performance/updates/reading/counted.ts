import type { Token } from './tokens.ts'
import { denies, isUnit, negates, verdictOf, weakens } from './words.ts'

/** A number of a sentence with what it counts and what is said of it. */
export interface Counted {
  readonly value: number
  /** "38/40": the whole it is part of. */
  readonly of?: number
  readonly percent: boolean
  /** The noun it counts, "berkas". */
  readonly unit?: string
  /** That noun and what belongs to it, "berkas pensiun". */
  readonly thing?: string
  /** True where that noun stands before it ("berkas masuk: 12"). */
  readonly after?: true
  readonly verdict?: 'right' | 'wrong'
  /** "keluhan": the noun behind it where that says by itself that something was wrong. */
  readonly noun?: string
  /** True where "di", "ke", "dari" stands before it, so that it may say where or with whom. */
  readonly weak: boolean
  /** "dari 40 berkas": the whole, of which another number is a part. */
  readonly whole: boolean
  /** Where it stands among the tokens. */
  readonly at: number
}

/** All numbers of a sentence, in their order, without the years in it. */
export function countedIn(tokens: readonly Token[]): readonly Counted[] {
  return tokens.flatMap((token, at) => {
    const one = token.kind === 'number' ? counted(tokens, token, at) : undefined
    return one === undefined || isYear(one, tokens) ? [] : [one]
  })
}

/** "laporan 2025": a number as large as the years of now, right behind a noun and with none of its own. */
function isYear({ value, unit, after, at }: Counted, tokens: readonly Token[]): boolean {
  const before = wordAt(tokens, at - 1)
  const bare = unit === undefined || after === true
  return bare && before !== undefined && !LABELS.has(before) && YEARS.test(String(value))
}

const YEARS = /^20[0-4]\d$/

/** What a clause says of what stands in it: right, wrong, or nothing; "tidak lengkap" is wrong, "tanpa revisi" right. */
export function verdictIn(words: readonly string[]): 'right' | 'wrong' | undefined {
  for (const [i, word] of words.entries()) {
    const verdict = verdictOf(word)
    if (verdict === undefined) continue
    const before = words.slice(Math.max(0, i - 3), i)
    const none =
      before.some(denies) ||
      denies(words[i + 1] ?? '') ||
      /(?:^| )(?:tidak ada|bukan)(?: yang| satupun)?$/.test(before.join(' '))
    if (none) return verdict === 'wrong' ? 'right' : undefined
    return before.some(negates) ? (verdict === 'right' ? 'wrong' : 'right') : verdict
  }
  return undefined
}

/** What may be work as well: complaints that were dealt with. */
const FAULTS = new Set([
  'keluhan',
  'komplain',
  'masalah',
  'kendala',
  'protes',
  'keberatan',
  'revisi',
  'koreksi',
])

/** So many words after a number may stand between it and what is said of it ("17 di antaranya sudah lengkap"). */
const REACH = 5

function counted(tokens: readonly Token[], token: Token & { kind: 'number' }, at: number): Counted {
  const after = clauseAfter(tokens, at)
  const [next = ''] = after
  const before = wordAt(tokens, at - 1) ?? ''
  const ahead = isUnit(next) && !token.percent ? next : undefined
  const unit = ahead ?? nounBefore(tokens, at, after)
  const following = verdictIn(after.slice(0, REACH))
  const preceding =
    after.length === 0 || token.percent || !isUnit(next) ? verdictBefore(tokens, at) : undefined
  const verdict = before === 'kecuali' ? 'wrong' : (preceding ?? following)
  return {
    value: token.value,
    percent: token.percent,
    weak: at > 1 && weakens(before),
    whole: before === 'dari',
    at,
    ...(token.of !== undefined && { of: token.of }),
    ...(unit !== undefined && { unit }),
    ...(ahead !== undefined && { thing: thingIn(after) }),
    ...(unit !== undefined && ahead === undefined && { after: true }),
    ...(verdict && { verdict }),
    ...(FAULTS.has(next) && { noun: next }),
  }
}

/** The noun at the head of some words with up to two more that belong to it. */
function thingIn(words: readonly string[]): string {
  const end = words.findIndex((word) => !isUnit(word))
  return words.slice(0, Math.min(LONGEST_THING, end < 0 ? words.length : end)).join(' ')
}

const LONGEST_THING = 3

/** "berkas masuk sebanyak 41", "pasien = 20": the noun stands before, and nothing after. */
function nounBefore(tokens: readonly Token[], at: number, after: readonly string[]): string | undefined {
  if (after.some(isUnit)) return undefined
  const words: string[] = []
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    const link = token?.kind === 'break' && words.length === 0 && i === at - 1
    if (token?.kind === 'number' || (token?.kind === 'break' && !link)) break
    if (token?.kind === 'word') words.unshift(token.word)
  }
  const nouns = words.filter((word) => isUnit(word) && !LABELS.has(word))
  return verdictIn(words) === undefined ? nouns[0] : undefined
}

const LABELS = new Set([
  'jumlah',
  'total',
  'sebanyak',
  'sejumlah',
  'sekitar',
  'kira',
  'input',
  'cek',
  'entri',
])

/** "salah 3", "error 50", "komplain = 1": the verdict stands before the number. */
function verdictBefore(tokens: readonly Token[], at: number): 'right' | 'wrong' | undefined {
  const words: string[] = []
  for (let i = at - 1; i >= 0 && words.length < 4; i--) {
    const token = tokens[i]
    if (token?.kind === 'number' || (token?.kind === 'break' && i < at - 1)) break
    if (token?.kind === 'word') words.unshift(token.word)
  }
  return words.slice(-2).some((word) => verdictOf(word) !== undefined) ? verdictIn(words) : undefined
}

/** The words of a clause behind a number, up to the next number. */
function clauseAfter(tokens: readonly Token[], at: number): readonly string[] {
  const words: string[] = []
  for (const token of tokens.slice(at + 1)) {
    if (token.kind !== 'word') break
    words.push(token.word)
  }
  return words
}

function wordAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? token.word : undefined
}
