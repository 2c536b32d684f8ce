/** A sentence of a model's answer, without its markers, and the quotes that are to prove it. */
export interface Sentence {
  readonly words: string
  readonly markers: readonly Marker[]
}

/** A marker `[n: "words"]`: the number of a ground, and words that are said to stand in it. */
export interface Marker {
  readonly number: number
  readonly quote: string
}

/** A line of an answer: its bullet where it has one, and its sentences. */
export interface Line {
  readonly bullet: string
  readonly sentences: readonly Sentence[]
}

/** An answer as lines of sentences, each with its markers, whether these stand before or behind its full stop. */
export function readMarked(answer: string): readonly Line[] {
  const markers: Marker[] = []
  const plain = answer
    .replace(PRIVATE, '')
    .replace(MARKER, (_, number: string, quote: string) => {
      markers.push({ number: Number(number), quote: quote.replace(/\s+/g, ' ') })
      return `${OPEN}${markers.length - 1}${CLOSE}`
    })
    .replace(/([.!?]+["”’]?)((?:\s*\uE000\d+\uE001)+)/g, '$2$1')
  return plain.split('\n').map((line) => {
    const [, bullet = '', rest = ''] = /^\s*((?:[-*•]|\d{1,2}[.)])\s+)?(.*)$/.exec(line) ?? []
    return {
      bullet: bullet === '' ? '' : '- ',
      sentences: sentencesOf(rest).map((sentence) => ({
        words: sentence
          .replace(REFERENCE, '')
          .replace(/\s+([.,;:!?])/g, '$1')
          .replace(/\s+/g, ' ')
          .trim(),
        markers: [...sentence.matchAll(REFERENCE)].flatMap(([, index]) => markers[Number(index)] ?? []),
      })),
    }
  })
}

const OPEN = '\uE000'
const CLOSE = '\uE001'
const PRIVATE = /[\uE000\uE001]/g
const REFERENCE = /\uE000(\d+)\uE001/g
/** Any quotation marks a model may write; the words end with the first mark that the bracket follows. */
const MARKER = /\[\s*(\d{1,2})\s*:\s*["“”„‟«»″]((?:(?!\[\s*\d{1,2}\s*:)[\s\S]){1,400}?)["“”„‟«»″]\s*\]/g

/** Where a sentence ends: not behind an abbreviation, and only where the next one begins. */
const END =
  /(?<!(?:^|[\s(])(?:[Nn]o|[Nn]omor|Rp|[Pp]s|Bpk|Drs?|Ir|Hj?|min|maks|dll|dsb|dst|a\.n|s\.d|d\.a|u\.p|\p{L}))[.!?]["”’]?\s+(?=["“(*_]*\p{Lu})/gu

function sentencesOf(line: string): readonly string[] {
  const ends = [...line.matchAll(END)].map((match) => match.index + match[0].length)
  return [...ends, line.length]
    .map((end, i) => line.slice(ends[i - 1] ?? 0, end))
    .filter((sentence) => sentence.trim() !== '')
}
