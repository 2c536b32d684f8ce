import { withoutPlaceholders } from '../../../model/masking.ts'
import { type Line, readMarked, type Sentence } from './grounding/marked.ts'
import { bears } from './grounding/polarity.ts'
import { isProven } from './grounding/proof.ts'
import { type Place, placesOf } from './grounding/quoted.ts'

/** A numbered text the model was given to answer from. */
export interface Ground {
  readonly number: number
  /** How it is cited, with what is known of its standing; words of ours, which prove nothing. */
  readonly name: string
  /** The stored words. */
  readonly text: string
  /** True where it does not hold any more. */
  readonly revoked?: boolean
}

/** What is left of a model's answer: lines of sentences, each with what proves it. */
export interface Grounded {
  readonly lines: readonly {
    readonly bullet: string
    readonly sentences: readonly { readonly words: string; readonly proofs: readonly Proof[] }[]
  }[]
}

/** A quote as it is stored, the number of its ground, and the ayat it stands in where the text shows it. */
export interface Proof {
  readonly number: number
  readonly quote: string
  readonly ayat?: string
}

/** The sign a model gives instead of an answer when the grounds do not hold one. */
export const DOES_NOT_KNOW = 'TIDAK_TAHU'

/**
 * Keeps the sentences of an answer whose every marker `[n: "quote"]` names a ground that holds the quote word by
 * word, and that say no more than the sentences these quotes stand in (`isProven`). A line that opens a list stays
 * with what is left of the list; a sentence that only says what was not found needs no quote. Undefined when nothing
 * is proven.
 */
export function ground(answer: string, grounds: readonly Ground[]): Grounded | undefined {
  if (answer.includes(DOES_NOT_KNOW)) return undefined
  const lines: { bullet: string; sentences: { words: string; proofs: readonly Proof[] }[] }[] = []
  let opening: Opening | undefined
  for (const line of readMarked(answer)) {
    if (line.bullet === '') opening = openingOf(line)
    if (opening?.line === line) continue
    const before = line.bullet === '' ? '' : (opening?.words ?? '')
    const sentences = line.sentences.flatMap((sentence) => kept(sentence, before, grounds))
    if (sentences.length === 0) continue
    if (before !== '' && opening?.shown === false) {
      lines.push({ bullet: '', sentences: [{ words: before, proofs: [] }] })
      opening = { ...opening, shown: true }
    }
    lines.push({ bullet: line.bullet, sentences })
  }
  const proven = lines.some(({ sentences }) => sentences.some(({ proofs }) => proofs.length > 0))
  return proven ? { lines } : undefined
}

interface Opening {
  readonly line: Line
  readonly words: string
  readonly shown: boolean
}

/** A line without markers that ends with a colon: its words are part of what each bullet below it claims. */
function openingOf(line: Line): Opening | undefined {
  const words = line.sentences.map((sentence) => sentence.words).join(' ')
  const bare = line.sentences.every(({ markers }) => markers.length === 0)
  return bare && /:\**$/.test(words) ? { line, words, shown: false } : undefined
}

function kept(
  { words, markers }: Sentence,
  before: string,
  grounds: readonly Ground[],
): readonly { words: string; proofs: readonly Proof[] }[] {
  if (markers.length === 0) return ADMITS.test(words) && !/\d/.test(words) ? [{ words, proofs: [] }] : []
  const [, verdict = '', rest = words] =
    /^((?:ya|iya|betul|benar|tidak|bukan)[,:]\s+)(.*)$/i.exec(words) ?? []
  const claim = withoutPlaceholders(`${before} ${rest}`).trim()
  const choices = markers.map(({ number, quote }) => {
    const ground = grounds.find((each) => each.number === number)
    return ground === undefined
      ? []
      : placesOf(quote, ground.text)
          .slice(0, 4)
          .map((place) => ({ place, ground }))
  })
  for (const chosen of combined(choices)) {
    const near = chosen.map(({ place }) => place.near).join('. ')
    const context = chosen.map(({ place }) => place.context).join('. ')
    const whole = chosen.map(({ ground }) => `${ground.name}\n${ground.text}`).join('\n')
    if (!isProven(claim, { near, context, whole, revoked: chosen.some(({ ground }) => ground.revoked) }))
      continue
    const proofs = chosen.map(({ place, ground }) => proofOf(place, ground))
    return [{ words: verdict === '' || bears(verdict, near) ? words : capital(rest), proofs }]
  }
  return []
}

/** A sentence that only says that something was not found claims nothing. */
const ADMITS =
  /^(?!.*\b(?:boleh|dapat|bisa|wajib|harus|berhak|dilarang)\b).*\b(?:belum|tidak) (?:saya )?(?:temukan|ditemukan|ada (?:di|dalam) kutipan)\b/i

const MOST_COMBINATIONS = 16

/** Every way to choose one of each, as far as there are not too many; none where one has nothing to choose. */
function combined<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (ways, some) => ways.flatMap((way) => some.map((one) => [...way, one])).slice(0, MOST_COMBINATIONS),
    [[]],
  )
}

function proofOf({ quote, ayat }: Place, { number }: Ground): Proof {
  return { number, quote, ...(ayat && { ayat }) }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
