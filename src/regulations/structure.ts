import { type Amendment, type Piece, readAmendments, readFrame } from './structure/amendments.ts'
import { type Clause, joined, readClauses } from './structure/clauses.ts'
import { withoutFurniture } from './structure/furniture.ts'
import { findExplained, findHeadings } from './structure/headings.ts'
import { Sections } from './structure/sections.ts'
import { divide } from './structure/zones.ts'

export type { Amendment, Clause }

/** A pasal: the words that may be quoted, and where they stand. */
export interface Article {
  /** Its number as it is cited: "4", "79A"; "I" and "II" are an amending law's own. */
  readonly pasal: string
  /** The headings it stands under, outermost first: "BAB II Kewajiban dan Larangan › Bagian Kedua Kewajiban". */
  readonly heading: string
  /** All its words, as in the source, a line for each clause. */
  readonly text: string
  readonly clauses: readonly Clause[]
  /** Set where an amending law quotes the pasal: the number is then the amended law's. */
  readonly amends?: Amendment
}

/** A regulation, taken apart. */
export interface Structure {
  /** The lines above the considerations: kind, number, year, subject, issuer. */
  readonly title: readonly string[]
  readonly articles: readonly Article[]
  /** The official explanation of each pasal that has one, by the pasal's number. */
  readonly explanations: ReadonlyMap<string, string>
  /** What could not be read as it should be, in Indonesian, for whoever imported the file. */
  readonly warnings: readonly string[]
}

/**
 * Takes the text of a regulation apart into its pasal, in order. The words of each are the source's, joined
 * where lines were wrapped and freed of page furniture; what is uncertain is a warning, never an exception.
 */
export function readStructure(source: string): Structure {
  const text = withoutFurniture(source)
  const zones = divide(text)
  const [from, to] = zones.body
  const headings = findHeadings(text, from, to)
  const amending = readAmendments(text, from, to)
  const pieces =
    amending && (headings.length === 0 || amending.some((p) => p.amends))
      ? amending
      : headings.flatMap((h, i) => readFrame(text, h, headings[i + 1]?.at ?? to))
  const read = articlesOf(text, pieces)
  return {
    title: titleOf(text.slice(0, Math.max(zones.head[1], 4000))),
    articles: read,
    explanations: readExplanations(text, zones.explanation),
    warnings: warningsOf(read, zones.annex[1] > zones.annex[0]),
  }
}

/** Headings above a pasal stand at the end of what comes before it, so each stretch is read for those of the next. */
function articlesOf(text: string, pieces: readonly Piece[]): readonly Article[] {
  const sections = new Sections()
  const first = pieces[0]
  if (first) sections.take(text.slice(Math.max(0, first.heading.at - 1500), first.heading.at))
  return pieces.map((piece, i) => {
    const heading = sections.path
    const stretches = piece.spans.map(([from, to]) => text.slice(from, to))
    const last = stretches.pop() ?? ''
    const end = i < pieces.length - 1 ? sections.take(last) : last.length
    const clauses = readClauses([...stretches, last.slice(0, end)].join('\n').replace(/^[ .]*\n|^ +/, ''))
    return {
      pasal: piece.heading.label,
      heading,
      text: clauses.map((c) => c.words).join('\n'),
      clauses,
      ...(piece.amends && { amends: piece.amends }),
    }
  })
}

function titleOf(head: string): readonly string[] {
  const kind = /(?:^|\s)(?=(?:UNDANG ?-? ?UNDANG|PERATURAN|KEPUTUSAN|INSTRUKSI|SURAT EDARAN)\s)/.exec(head)
  const title = head.slice(kind?.index ?? 0)
  const end = /\s(?:DENGAN RAHMAT|M ?e ?nimbang\b|MENIMBANG|(?:a\. )?bahwa )/.exec(title)?.index ?? 600
  return title
    .slice(0, Math.min(end, 1200))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function readExplanations(text: string, [from, to]: readonly [number, number]): ReadonlyMap<string, string> {
  const section = /PASAL\s+DEMI\s+PASAL|Pasal\s+[Dd]emi\s+[Pp]asal/.exec(text.slice(from, to))
  const start = section ? from + section.index + section[0].length : from
  const end = /TAMBAHAN LEMBARAN/.exec(text.slice(start, to))
  const stop = end ? start + end.index : to
  const headings = findExplained(text, start, stop)
  return new Map(
    headings.map((h, i) => [
      h.label,
      joined(text.slice(h.end, headings[i + 1]?.at ?? stop).replace(/(?:Angka|ANGKA) \d+\s*$/, '')),
    ]),
  )
}

function warningsOf(articles: readonly Article[], annex: boolean): readonly string[] {
  const warnings: string[] = []
  if (articles.length === 0) warnings.push('Tidak ada pasal yang dapat dikenali.')
  const own = articles
    .filter((a) => !a.amends && /^\d/.test(a.pasal))
    .map((a) => Number.parseInt(a.pasal, 10))
  own.forEach((n, i) => {
    const before = own[i - 1] ?? 0
    if (n === before + 2) warnings.push(`Pasal ${before + 1} tidak ditemukan.`)
    if (n > before + 2) warnings.push(`Pasal ${before + 1} sampai dengan Pasal ${n - 1} tidak ditemukan.`)
  })
  for (const a of articles) if (a.text.length < 8) warnings.push(`Pasal ${a.pasal} tidak berisi.`)
  if (annex) warnings.push('Lampiran tidak dibaca.')
  return warnings
}
