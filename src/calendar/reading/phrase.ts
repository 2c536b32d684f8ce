import { readNumber } from '../../indonesian/numbers.ts'

/** What the named groups of a pattern found. */
export type Groups = Readonly<Record<string, string | undefined>>

/** Words that are read piece by piece: what was understood is gone, what is left was not. */
export interface Phrase {
  /** The groups of the first place that fits, which is taken out; undefined where none does, or `fits` says no. */
  take(pattern: RegExp, fits?: (groups: Groups) => boolean): Groups | undefined
  has(pattern: RegExp): boolean
  /** What nobody took, without words that say nothing here. */
  rest(): string
}

/** The words of a text in small letters, spelt alike. */
export function phrase(text: string): Phrase {
  let words = alike(text)
  return {
    take(pattern, fits = () => true) {
      const match = pattern.exec(words)
      if (!match || !fits(match.groups ?? {})) return undefined
      words = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`
        .replace(/\s+/g, ' ')
        .trim()
      return { ...match.groups }
    },
    has: (pattern) => pattern.test(words),
    rest: () => words.replace(EMPTY, ' ').replace(/\s+/g, ' ').trim(),
  }
}

const EMPTY =
  /\b(?:pada|di|tiap|setiap|paling lambat|selambat lambatnya|lambatnya|maksimal|maks|yang|jatuh|sekali|bulan berikut(?:nya)?|berikutnya|bulan|tanggal|hari)\b/g

function alike(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘`"“”]/g, '')
    .replace(/\b(?:se)?tiap(?:2|-tiap|-setiap)\b/g, 'tiap')
    .replace(/\btgl2?\b\.?/g, 'tanggal')
    .replace(/\bbln\b\.?/g, 'bulan')
    .replace(/\bthn?\b\.?/g, 'tahun')
    .replace(/\b(?:hk|hr kerja|hari krj)\b/g, 'hari kerja')
    .replace(/(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/g, ' ')
    .replace(/\bke[- ](?=\w)/g, 'ke ')
    .replace(/(?<=[a-z])-|-(?=[a-z])/g, ' ')
    .replace(/[,;.()]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a word counts: "pertama", "ketiga", "ke 3", "tiga", "3"; undefined where it counts nothing. */
export function ordinal(word: string): number | undefined {
  if (word === 'pertama' || word === 'awal') return 1
  const number = readNumber(word.replace(/^ke ?(?=\d|\p{L})/u, '')) ?? readNumber(word)
  return number !== undefined && Number.isInteger(number) ? number : undefined
}
