import { z } from 'zod'
import { once, tableOf } from './tables.ts'

/** A word of a text and where it stands. */
export interface Said {
  /** In everyday Indonesian where its chat, Sundanese or Javanese form is known, otherwise as written; folded. */
  readonly word: string
  /** Which part of the text, cut at full stops, commas and the like; from 0. */
  readonly part: number
  /** Which sentence; from 0. */
  readonly sentence: number
}

/** A text as its words. */
export interface Spoken {
  readonly said: readonly Said[]
  /** Local languages it shows signs of. */
  readonly languages: ReadonlySet<'su' | 'jv'>
  /** The sentences that end with a question mark. */
  readonly asked: ReadonlySet<number>
}

/** The words of a text in order: chat spelling put right, letters drawn out ("baguuus") and words doubled with a 2 shortened. */
export function spoken(text: string): Spoken {
  const said: Said[] = []
  const languages = new Set<'su' | 'jv'>()
  const asked = new Set<number>()
  let part = 0
  let sentence = 0
  for (const [found] of plain(text).matchAll(TOKEN)) {
    if (/^[.!?;\n,]/.test(found)) {
      part++
      if (found.includes('?')) asked.add(sentence)
      if (found !== ',') sentence++
      continue
    }
    const raw = shortened(found)
    if (SUNDANESE.has(raw)) languages.add('su')
    if (JAVANESE.has(raw)) languages.add('jv')
    for (const word of standard(raw)) if (word !== 'nya') said.push({ word, part, sentence })
  }
  return { said, languages, asked }
}

/** The words of a phrase, as `spoken` gives them. */
export function asSpoken(phrase: string): readonly string[] {
  return spoken(phrase).said.map(({ word }) => word)
}

const TOKEN = /\p{Extended_Pictographic}|:-?[()]|[\p{L}\p{N}]+|[.!?;\n]+|,/gu

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

function shortened(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/^(\p{L}{3,})2(?:nya|an)?$/u, '$1')
}

/** A particle that the table would drop stays: "makasih" says something here. */
function standard(word: string): readonly string[] {
  return slang().get(word) ?? [word]
}

const slangRows = tableOf('lexicon/slang', z.object({ word: z.string(), standard: z.string() }))
const slang = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      slangRows()
        .filter((row) => row.standard !== '')
        .map((row) => [row.word, row.standard.split(/[^\p{L}\p{N}]+/u)]),
    ),
)

const SUNDANESE: ReadonlySet<string> = new Set(
  `teu henteu pisan abdi kuring anu nu ieu eta sareng jeung aya kanggo pikeun tos geus atos wae weh seueur loba naha
  kumaha tiasa bade hoyong upami lamun mun nuju dugi kacida teuing euweuh acan tacan sanes oge ayeuna`.split(
    /\s+/,
  ),
)
const JAVANESE: ReadonlySet<string> = new Set(
  `ora mboten sing iki kuwi iku niku niki karo wis uwis durung dereng kulo kula sampeyan ning nang nek lak yen iso
  tenan lan utawa amarga merga piye pripun suwi akeh regane panggone dalane kang inyong kepriben`.split(
    /\s+/,
  ),
)
