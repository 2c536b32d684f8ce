import { type Candidate, likeliestChain } from './chain.ts'
import { readNumeral, readRoman } from './numerals.ts'

/** A line, or the start of one, that opens a pasal: its number as it is cited, and where its words begin. */
export interface Heading extends Candidate {
  readonly label: string
  readonly end: number
}

const PASAL =
  /(?<![A-Za-z])(?:[Pp] ?[ao] ?s ?a ?[lI1J]|PASAL)[ \t]{0,3}([0-9IlLOoSBTt](?: ?[0-9IlLOoSBTt]){0,3})(?: ?([A-Z]))?(?![A-Za-z0-9])/g
const ROMAN = /(?<![A-Za-z])(?:P ?a ?s ?a ?l|PASAL) *([IVXl1]{1,5}|(?<=l)i)(?![A-Za-z0-9])/g
/** Words after which a number of a pasal is a reference to it. */
const REFERRING =
  /(?:(?<![\p{L}])(?:dalam|dan|atau|dan ?\/ ?atau|pada|ketentuan|dengan|dimaksud|ke|dari|oleh|terhadap|menurut|berdasarkan|ayat|huruf|angka|pasal|sampai|penjelasan|melanggar|antara|atas|untuk|yaitu|yakni|s\.?d\.?|tersebut|juncto|jo\.?|melaksanakan|bunyi|materi|isi|jis|dimaksudkan|rumusan|substansi|setelah|sebelum)|[,(/–-])$/iu
const GOES_ON = /^(?:ayat|huruf|angka|dan\b|atau\b|sampai|sebagaimana|s\.?d\.?\b|jo\b|,)/i
/** How an explanation of a pasal begins. */
const EXPLAINS = /^(?:A ?yat|Huruf|Angka|Cukup|Yang dimaksud)/
/** The end of a sentence or of an entry of a list, with its closing quotation mark. */
const ENDED = /(?:[.;:!?”’"')\]]|; ?(?:dan|atau|dan ?\/ ?atau))$/
const SECTION =
  /(?:^|\s)(?:BAB|BAGIAN|Bagian|PARAGRAF|Paragraf|Bab|Angka|ANGKA) (?:[IVXLC]+|\d+|Ke\p{Ll}+|KE[A-Z]+|Per\p{Ll}+|PER[A-Z]+)(?! ?\()[^.;:]*$/u

/** Jumps in a regulation's own numbering are rare; an amending law quotes pasal here and there. */
const OWN = { near: 4, far: 8 }
const QUOTED = { near: 1, far: 2 }

/** The headings of a regulation's own pasal between two places of the text, by the sequence of their numbers. */
export function findHeadings(text: string, from: number, to: number): readonly Heading[] {
  return likeliestChain(candidates(text, from, to), OWN)
}

/** The headings of the pasal that the explanation explains. */
export function findExplained(text: string, from: number, to: number): readonly Heading[] {
  return likeliestChain(candidates(text, from, to, true), OWN)
}

/** The headings of the pasal that an amending law quotes; they rise, but leave most numbers out. */
export function findQuotedHeadings(text: string, from: number, to: number): readonly Heading[] {
  const all = candidates(text, from, to)
  const chain = new Set(likeliestChain(all, QUOTED))
  const announced = (h: Heading) =>
    h.weight >= 3 && /:\s*["“”']?$/.test(text.slice(Math.max(from, h.at - 12), h.at))
  const taken = new Set([...chain].map((h) => h.at))
  return all.filter((h) => chain.has(h) || (announced(h) && !taken.has(h.at) && taken.add(h.at)))
}

/** The headings "Pasal I", "Pasal II" … that divide an amending law. */
export function findRomanHeadings(text: string, from: number, to: number): readonly Heading[] {
  const found: Heading[] = []
  for (const match of text.slice(from, to).matchAll(ROMAN)) {
    const token = match[1] ?? ''
    const at = from + match.index
    const end = at + match[0].length
    const number = readRoman(token.replace(/[li1]/g, 'I'))
    if (number === undefined) continue
    const exact = readRoman(token) !== undefined
    const announced =
      number === 1 && /^\s+(?:Beberapa ketentuan|Mengubah|Ketentuan|Merubah)/.test(text.slice(end, end + 40))
    const weight = announced ? 10 : weigh(text, from, to, at, end) - (exact ? 0 : 3)
    const label = 'I,II,III,IV,V,VI,VII,VIII,IX,X'.split(',')[number - 1]
    if (weight > (number === 1 && exact ? 1 : 4) && label && (exact || number === 1 || closes(text, end)))
      found.push({ at, end, number, letter: 0, label, weight })
  }
  return likeliestChain(found, { near: 20, far: 20 })
}

/** Where the words of a heading's pasal begin: after the same heading repeated as a catchword. */
export function wordsStart(text: string, heading: Heading, to: number): number {
  const again = /^[^A-Za-z]{0,60}?Pasal +(\d+) ?([A-Z]?)(?![A-Za-z0-9])(?= *\n| *\(1\)| +\p{Lu})/u.exec(
    text.slice(heading.end, Math.min(to, heading.end + 90)),
  )
  return again && `${again[1]}${again[2]}` === heading.label ? heading.end + again[0].length : heading.end
}

function closes(text: string, end: number): boolean {
  return /mulai berlaku|Pada saat/.test(text.slice(end, end + 400))
}

function candidates(text: string, from: number, to: number, explained = false): readonly Heading[] {
  const found: Heading[] = []
  for (const match of text.slice(from, to).matchAll(PASAL)) {
    const at = from + match.index
    const end = at + match[0].length
    const numeral = match[1] ?? ''
    const explains = explained && EXPLAINS.test(text.slice(end, end + 40).trimStart())
    const likely = explains ? 8 : weigh(text, from, to, at, end)
    const weight = text[at] === 'p' ? Math.min(likely, likely === 10 ? 4 : 1) : likely
    if (weight <= 0) continue
    for (const reading of readings(numeral, match[2]))
      found.push({ at, end, ...reading, weight: weight - reading.doubt })
  }
  return found
}

/** A numeral may be read in more than one way: "12B" as 12B or, by a slip, 128. */
function readings(numeral: string, suffix: string | undefined) {
  const ways: { number: number; letter: number; label: string; doubt: number }[] = []
  const add = (digits: string, letter: string, doubt: number) => {
    const read = readNumeral(digits)
    if (read && read.value > 0)
      ways.push({
        number: read.value,
        letter: letter === '' ? 0 : letter.charCodeAt(0) - 64,
        label: `${read.value}${letter}`,
        doubt: doubt + (read.slip ? 1 : 0),
      })
  }
  add(numeral, suffix ?? '', 0)
  const glued = /^(\d[\d ]*?)([A-Z])$/.exec(numeral)
  if (suffix === undefined && glued) add(glued[1] ?? '', glued[2] ?? '', 0)
  return ways
}

/** How likely a pasal's number at this place is a heading, by what stands around it; at most 0: it is none. */
function weigh(text: string, from: number, to: number, at: number, end: number): number {
  const before = text.slice(Math.max(from, at - 300), at)
  const after = text.slice(end, Math.min(to, end + 80))
  const opens = /(?:^|\n) *["“”'‘]? *$/.test(before)
  const said = before
    .trimEnd()
    .replace(/["“‘']$/, '')
    .trimEnd()
  const next = after.trimStart()
  const alone = /^ *[."”]? *(?:\n|$)/.test(after)
  if (GOES_ON.test(next) && !(alone && /^(?:dan|atau)\b/.test(next))) return 0
  const referring = REFERRING.test(said) && !/[;,] ?(?:dan|atau|dan ?\/ ?atau)$/.test(said)
  const underSection = SECTION.test(said.slice(-250))
  const ended = said === '' || ENDED.test(said) || underSection
  const ayat = /^["“]?\( ?[1lIfirt] ?[)\]1lt]/.test(next)
  if (/^(?:\. ?){2,}|^…/.test(next)) return 0
  const quoted = /:$/.test(said)
  const capital = /^["“'‘(]?[\p{Lu}\d]/u.test(next)
  if (opens && alone)
    return (
      (quoted ? 4 : !referring ? 10 : /,$/.test(said) ? 4 : 2) -
      (capital || next === '' || /^[(["“]|^[a-z1l][.)]/.test(next) ? 0 : 4)
    )
  if (referring) return 0
  if (opens && ayat) return quoted ? 3 : ended ? 8 : 6
  if (opens && capital) return ended ? 5 : 1
  if (ayat) return underSection ? 7 : ended ? 6 : 3
  if (capital) return underSection ? 6 : ended ? 3 : 0
  return /[.;]$/.test(said) && /^["”]? ?\p{L}/u.test(next) ? 1 : 0
}
