import { z } from 'zod'
import { type Found, finderOf } from './phrases.ts'
import { looksLikeSpam } from './spam.ts'
import { once, phrasesCell, tableOf } from './tables.ts'
import { type Said, spoken } from './words.ts'

/** What a text needs care for, whatever its case may be: who swears may still be right. */
export interface Tempers {
  readonly abusive: boolean
  /** Threatens somebody. */
  readonly threat: boolean
  /** Somebody's life or body may be in danger, the writer's own included: a person must look soon. */
  readonly danger: boolean
  readonly spam: boolean
  /** The words that told, as they were read. */
  readonly words: readonly string[]
}

/** What a text needs care for; spellings like "4nj1ng", "g*blok" and "b e g o" are seen through. Never throws. */
export function tempersOf(text: string): Tempers {
  const { said } = spoken(seenThrough(text))
  const found = find(said)
  const has = (temper: Temper): boolean => found.some(({ row }) => row.temper === temper)
  const calm = has('innocent')
  const abuse = found.filter(
    (one) =>
      one.row.temper === 'abuse' ||
      (one.row.temper === 'directed' && isAimed(one, found, said)) ||
      (one.row.temper === 'animal' && !calm && (isAimed(one, found, said) || standsAlone(one, said))),
  )
  const danger = found.filter(({ row }) => row.temper === 'danger')
  const threat = found.filter(({ row }) => row.temper === 'threat')
  const advertising = found.filter(({ row }) => row.temper === 'advertising')
  const spam = looksLikeSpam(text, new Set(advertising.map(({ phrase }) => phrase)).size)
  const told = [...abuse, ...threat, ...danger, ...(spam ? advertising : [])]
  return {
    abusive: abuse.length > 0,
    threat: threat.length > 0,
    danger: danger.length > 0,
    spam,
    words: [...new Set(told.map(({ phrase }) => phrase))],
  }
}

const TEMPERS = [
  'abuse',
  'animal',
  'directed',
  'target',
  'innocent',
  'threat',
  'danger',
  'advertising',
] as const
type Temper = (typeof TEMPERS)[number]
const ROW = z.object({ temper: z.enum(TEMPERS), words: phrasesCell })
type Row = z.infer<typeof ROW>
const rows = tableOf('feedback/tempers', ROW)
const find = finderOf(rows)

/** "Dasar tikus", "otak lu sampah": somebody is meant by it. */
function isAimed(one: Found<Row>, found: readonly Found<Row>[], said: readonly Said[]): boolean {
  return found.some(
    ({ row, from, to }) =>
      row.temper === 'target' &&
      said[from]?.part === said[one.from]?.part &&
      ((to <= one.from && one.from - to <= 1) || from === one.to),
  )
}

/** At either end of what is said, as people swear: "lama banget anjing". */
function standsAlone(one: Found<Row>, said: readonly Said[]): boolean {
  const part = said[one.from]?.part
  return said[one.to]?.part !== part || said[one.from - 1]?.part !== part
}

const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** With letters for the signs that stand in their place, and words put together whose letters stand apart. */
function seenThrough(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[ ._-]\p{L}){2,30}(?![\p{L}\p{N}])/gu, (apart) =>
      apart.replace(/[ ._-]/g, ''),
    )
    .replace(/[\p{L}\d@$*!]{3,30}/gu, (word) => (word.includes('*') ? uncovered(word) : lettered(word)))
}

function lettered(word: string): string {
  const [, core = '', marks = ''] = /^(.*?)(!*)$/.exec(word) ?? []
  // a number, a gadget or the name of a form has its digits at one end, an insult in the middle or instead of a vowel
  return /\p{L}/u.test(core) && /[\d@$!]/.test(core)
    ? core.replace(/[0134579@$!]/g, (sign) => LETTERS[sign] ?? sign) + marks
    : word
}

/** A word with asterisks is the first insult it can stand for. */
function uncovered(word: string): string {
  const letters = word.replace(/[^\p{L}*]/gu, '')
  if (letters.replaceAll('*', '').length < 2) return word
  const pattern = new RegExp(`^${letters.replaceAll('*', '\\p{L}')}$`, 'u')
  return starred().find((insult) => pattern.test(insult)) ?? word
}

const starred = once(() =>
  rows()
    .filter(({ temper }) => temper === 'abuse' || temper === 'animal')
    .flatMap(({ words }) => words)
    .filter((insult) => /^\p{L}{4,}$/u.test(insult)),
)
