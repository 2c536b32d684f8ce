import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stem } from '../indonesian/stem.ts'
import { wordsOf } from '../indonesian/words.ts'
import { quantitiesAsked, quantitiesOf } from './quantities.ts'

/** A word stem to look for, and how much finding it counts: 1 as the person's own word, less as a synonym. */
export interface Term {
  readonly term: string
  readonly weight: number
}

/** Some of the person's own words, and other words that mean the same to the law, as stems. */
export interface Synonym {
  readonly own: readonly string[]
  readonly terms: readonly string[]
  /** How nearly they mean the same, 0 to 1. */
  readonly weight: number
}

/** A question as the search sees it: its own telling words, what else they may be called, and all of it together. */
export interface Asked {
  readonly own: readonly string[]
  /** Telling words that stand side by side, two at a time, separated by a space. */
  readonly pairs: readonly string[]
  readonly synonyms: readonly Synonym[]
  readonly terms: readonly Term[]
  /** The units a figure is asked for in; any unit where it is not said. Undefined where no figure is asked for. */
  readonly wants: readonly string[] | undefined
}

/** The bridge from how people write to how the law writes. */
export interface Lexicon {
  /** Changes when texts get other stems than before. */
  readonly stemming: string
  /** The stems of a text as they are indexed: chat spelling made standard, empty words left out, quantities added. */
  stems(text: string): readonly string[]
  /** The stems to search for, each once: those of the question and those of its legal synonyms. */
  expand(question: string): Asked
}

/** Reads `lexicon/*.csv` of a knowledge directory: slang, abbreviations, synonyms. */
export function readLexicon(knowledge: string): Lexicon {
  const table = (name: string): readonly Record<string, string>[] =>
    parse(readFileSync(join(knowledge, 'lexicon', `${name}.csv`), 'utf8'), {
      columns: true,
      bom: true,
      trim: true,
    })
  const stemming = createHash('sha256')
    .update(readFileSync(join(knowledge, 'lexicon', 'slang.csv')))
    .digest('hex')
  const slang = new Map(table('slang').map(({ word = '', standard = '' }) => [word, wordsOf(standard)]))
  const standard = (text: string): readonly string[] =>
    wordsOf(text).flatMap((word) => slang.get(word) ?? [word])
  const known = new Map<string, string>()
  const stemOf = (word: string): string => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = stem(word)
    if (known.size < MOST_REMEMBERED) known.set(word, found)
    return found
  }
  const stemmed = (words: readonly string[]): readonly string[] => words.map(stemOf)
  const telling = (words: readonly string[]): readonly string[] =>
    stemmed(words.filter((word) => !EMPTY.has(word)))

  const phrases = new Map<string, { readonly terms: readonly string[]; readonly weight: number }[]>()
  const learn = (everyday: readonly string[], meaning: readonly string[], weight: number): void => {
    const key = stemmed(everyday).join(' ')
    const terms = telling(meaning)
    phrases.set(key, [...(phrases.get(key) ?? []), { terms, weight }])
  }
  for (const { abbreviation = '', expansion = '' } of table('abbreviations'))
    learn(wordsOf(abbreviation), standard(expansion), ABBREVIATION)
  for (const { everyday = '', legal = '', weight = '' } of table('synonyms'))
    learn(standard(everyday), standard(legal), Number(weight))
  const longest = Math.max(1, ...[...phrases.keys()].map((key) => key.split(' ').length))

  return {
    stemming,
    stems: (text) => [...telling(standard(text)), ...quantitiesOf(text)],
    expand(question) {
      const words = standard(question)
      const stems = stemmed(words)
      const said = telling(words).filter((term) => !IDENTITY_NUMBER.test(term))
      const own = [...new Set([...said, ...quantitiesAsked(question)])]
      const pairs = said.slice(1).map((term, i) => `${said[i]} ${term}`)
      const synonyms: Synonym[] = []
      for (let from = 0; from < stems.length; from++)
        for (let size = 1; size <= longest && from + size <= stems.length; size++) {
          const phrase = stems.slice(from, from + size)
          for (const meaning of phrases.get(phrase.join(' ')) ?? [])
            synonyms.push({ own: phrase, ...meaning })
        }
      const weights = new Map(own.map((term) => [term, 1]))
      for (const { terms, weight } of synonyms)
        for (const term of terms)
          weights.set(
            term,
            Math.max(weights.get(term) ?? 0, (weight * SYNONYM_WEIGHT) / Math.sqrt(terms.length)),
          )
      return {
        own,
        pairs,
        synonyms,
        wants: wantsOf(words),
        terms: [...weights].map(([term, weight]) => ({ term, weight })),
      }
    },
  }
}

/** A NIP, NIK or phone number somebody wrote into a question: no law holds it. */
const IDENTITY_NUMBER = /^\d{8,}$/

/** Words whose stem is kept, so that common ones are worked out once; bounded, since people write anything. */
const MOST_REMEMBERED = 50_000

/** How much a term counts that the person did not write: fitted on questions with known answers. */
const SYNONYM_WEIGHT = 0.6
/** An abbreviation means its expansion nearly always. */
const ABBREVIATION = 1

/** Words that say nothing about what is asked. */
const EMPTY: ReadonlySet<string> = new Set(
  wordsOf(`
    yang di ke dari dan atau itu ini untuk dengan pada oleh dalam sebagai adalah ialah yaitu yakni juga saja
    apa apakah siapa siapakah mana dimana bagaimana gimana kenapa mengapa kapan berapa bisa bisakah boleh bolehkah
    dapat dapatkah ada adakah akan agar supaya karena sebab jika kalau bila apabila maka lalu terus jadi
    saya aku kami kita kamu anda dia mereka beliau nya pak bapak bu ibu mas mbak kang teh gan min admin
    tolong mohon minta dong deh sih kok ya iya nih tuh lah kah pun mau ingin pengin pengen perlu harus
    sudah belum masih lagi telah pernah tentang soal mengenai terkait seputar hal cara maksud
    menurut berdasarkan sesuai aturan aturannya peraturan ketentuan pasal ayat nomor tahun undang
    halo hai assalamualaikum selamat pagi siang sore malam terima kasih makasih tanya bertanya nanya mohon info
    sangat sekali banget paling seperti begitu begini si para tiap setiap
    nanti tadi kemarin sini situ sana udah gak tidak nggak bukan jangan agak sekadar cuma hanya saja
  `),
)

const ASKS_FIGURE =
  /\b(?:berapa|maksimal|minimal|maksimum|minimum|paling (?:lama|lambat|sedikit|banyak|rendah|tinggi|singkat)|max|min|kapan|umur|usia|batas|sampai kapan|tenggat|deadline|jangka waktu)\b/
const TIME = ['hari', 'minggu', 'bulan', 'tahun', 'jam']

function wantsOf(words: readonly string[]): readonly string[] | undefined {
  const said = words.join(' ')
  if (!ASKS_FIGURE.test(said)) return undefined
  const unit = /\b(?:berapa|maksimal|minimal|max|min) (?:persen|hari|minggu|bulan|tahun|jam|kali|orang)\b/
    .exec(said)?.[0]
    ?.split(' ')[1]
  if (unit) return [unit]
  if (/\b(?:umur|usia)\b/.test(said)) return ['tahun']
  if (/\b(?:lama|lambat|kapan|tenggat|deadline|jangka waktu)\b/.test(said)) return TIME
  if (/\bpersen\b/.test(said)) return ['persen']
  return []
}
