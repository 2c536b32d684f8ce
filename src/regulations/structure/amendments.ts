import { type Candidate, likeliestChain } from './chain.ts'
import { findQuotedHeadings, findRomanHeadings, type Heading, wordsStart } from './headings.ts'

/** How a pasal of another law came to be quoted: the amending law's own pasal, its entry, and what that entry orders. */
export interface Amendment {
  /** The pasal of the amending law that quotes it: "I". */
  readonly by: string
  /** The number of the entry there: "5". */
  readonly angka?: string
  /** What the entry says before the quotation: "Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:". */
  readonly instruction: string
}

/** A stretch of an amending law: its own pasal, or a pasal it quotes. */
export interface Piece {
  readonly heading: Heading
  readonly amends?: Amendment
  /** The stretches of text that are its words, in order. */
  readonly spans: readonly (readonly [number, number])[]
}

interface Entry extends Candidate {
  readonly label: string
}

const AMENDS =
  /diubah|mengubah|merubah|dirubah|diganti|mengganti|dihapus|menghapus|disisipkan|menyisipkan|ditambah|menambah|dicabut|berbunyi|perubahan|penambahan/i
const TITLE = /(?:PERUBAHAN|PENYESUAIAN) +(?:\S+ +){0,2}ATAS|Perubahan +(?:\S+ +){0,2}[Aa]tas/
const ENTRY = /(?<=\n|[.;:"”’] |^)["“]?(\d{1,3}|[lIOo\d]{2,3}|[lI])\s?\.\s?(?=\p{Lu})/gu

const ORDERS =
  /Beberapa ketentuan|(?:diubah|mengubah|merubah|dirubah)[^.]{0,60}(?:sebagai ?berikut|sehingga|yaitu)/i

/** The pieces of a law that amends another ("Pasal I", "Pasal II"); undefined where the text is no such law. */
export function readAmendments(text: string, from: number, to: number): readonly Piece[] | undefined {
  const frames = findRomanHeadings(text, from, to)
  const first = frames[0]
  if (first?.number !== 1) return undefined
  const lead = text.slice(first.end, first.end + 700)
  if (/^\s*Dalam (?:Peraturan|Undang)/.test(lead)) return undefined
  if (
    !ORDERS.test(lead) &&
    !(TITLE.test(text.slice(0, 700) + text.slice(from, first.at)) && AMENDS.test(lead))
  )
    return undefined
  return frames.flatMap((frame, i) => readFrame(text, frame, frames[i + 1]?.at ?? to))
}

/** The pieces of one pasal: itself, and the pasal it quotes where it amends another regulation. */
export function readFrame(text: string, frame: Heading, to: number): readonly Piece[] {
  const amends = ORDERS.test(text.slice(frame.end, Math.min(to, frame.end + 700)))
  return amends ? piecesOf(text, frame, to) : [{ heading: frame, spans: [[wordsStart(text, frame, to), to]] }]
}

/** A frame's own words are its lead and its entries' instructions; what they quote stands apart. */
function piecesOf(text: string, frame: Heading, to: number): readonly Piece[] {
  const entries = findEntries(text, frame.end, to)
  const quoted = findQuotedHeadings(text, frame.end, to)
  const own: (readonly [number, number])[] = []
  const pieces: Piece[] = []
  let cursor = frame.end
  for (const [i, heading] of quoted.entries()) {
    if (heading.at < cursor) continue
    const entry = entries.findLast((e) => e.at < heading.at)
    const nextEntry = entries.find((e) => e.at > heading.at)?.at ?? to
    const end = Math.min(quoted[i + 1]?.at ?? to, nextEntry)
    if (heading.at > cursor) own.push([cursor, heading.at])
    const instruction = entry
      ? text.slice(entry.at, Math.min(heading.at, ...quoted.filter((h) => h.at > entry.at).map((h) => h.at)))
      : ''
    pieces.push({
      heading,
      amends: {
        by: frame.label,
        ...(entry && { angka: entry.label }),
        instruction: instruction
          .replace(/^["“]?[\dlIOo]+\s?\.\s?|\s*["“]\s*$/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      },
      spans: [[heading.end, end]],
    })
    cursor = end
  }
  if (cursor < to) own.push([cursor, to])
  return [{ heading: frame, spans: own }, ...pieces]
}

/** The numbered entries that order changes, by their sequence. */
function findEntries(text: string, from: number, to: number): readonly Entry[] {
  const found: Entry[] = []
  for (const match of text.slice(from, to).matchAll(ENTRY)) {
    const at = from + match.index
    const number = Number((match[1] ?? '').replace(/[lI]/g, '1').replace(/[Oo]/g, '0'))
    const says = text.slice(at + match[0].length, Math.min(to, at + 500)).split(/\n(?=Pasal)/)[0] ?? ''
    const orders =
      AMENDS.test(says) &&
      /[Pp]asal|BAB|Bagian|Paragraf|[Pp]enjelasan|[Ll]ampiran|judul|kata|istilah|frasa/.test(
        says.slice(0, 250),
      )
    if (orders)
      found.push({
        at,
        number,
        letter: 0,
        label: `${number}`,
        weight: /^\n|^$/.test(text.slice(at - 1, at)) ? 6 : 4,
      })
  }
  return likeliestChain(found, { near: 1, far: 5 })
}
