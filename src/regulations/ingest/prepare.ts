import { hash } from 'node:crypto'
import { Unreadable } from '../../errors.ts'
import { enactedOn, readEffects } from '../effects.ts'
import type { Reading, RegulationFile } from '../format.ts'
import { readFileText } from '../formats.ts'
import type { Lexicon } from '../lexicon.ts'
import { passagesOf } from '../passages.ts'
import { rowOf } from '../shelving/row.ts'
import type { ArticleDraft } from '../shelving.ts'
import { type Article, readStructure, type Structure } from '../structure.ts'
import { disorderOf, gapsOf, outsideOf } from './findings.ts'
import { type Given, type Named, nameOf } from './naming.ts'
import type { Cause, Findings } from './report.ts'

/** One pasal ready to be written; `words` as JSON. */
export interface PreparedRow {
  readonly regulation: string
  readonly pasal: string
  readonly position: number
  readonly mark: string
  readonly words: string
}

/** A file read and taken apart, with nothing left to do but to write it. */
export interface Prepared {
  readonly kind: 'prepared'
  readonly named: Named
  readonly rows: readonly PreparedRow[]
  /** What its pasal say, as one hash: the same for two files with the same text. */
  readonly textMark: string
  readonly findings: Findings
  readonly seconds: number
}

/** A file that cannot be imported, and why, in Indonesian. */
export interface Refused {
  readonly kind: 'refused'
  readonly cause: Cause
  readonly reason: string
  readonly seconds: number
}

/** How a file is to be prepared. */
export interface Preparing {
  readonly given: Given
  onPage?(done: number, of: number): void
  readonly signal?: AbortSignal
}

/** Reads a file as far as can be done without the database. Wrong files are refused with a sentence, never thrown. */
export async function prepare(
  file: RegulationFile,
  { given, ...reading }: Preparing,
  lexicon: Lexicon,
): Promise<Prepared | Refused> {
  const begun = performance.now()
  const seconds = (): number => (performance.now() - begun) / 1000
  const refused = (cause: Cause, reason: string): Refused => ({
    kind: 'refused',
    cause,
    reason,
    seconds: seconds(),
  })
  try {
    const read = await readFileText(file, reading)
    const text = read.text.toWellFormed()
    const named = nameOf(text, file.name, given)
    const structure = readStructure(text)
    const objection = objectionTo(named, structure.articles.length)
    if (objection || !('id' in named)) return refused(...(objection ?? UNNAMED))
    const drafts = draftsOf(named.id, structure.articles)
    const rows = drafts.map((draft): PreparedRow => {
      const { words, ...row } = rowOf(draft, lexicon)
      return { ...row, words: words() }
    })
    return {
      kind: 'prepared',
      named,
      rows,
      textMark: hash('sha256', rows.map(({ pasal, mark }) => `${pasal}:${mark}`).join('\n'), 'base64url'),
      findings: findingsOf(text, read, named, structure, drafts),
      seconds: seconds(),
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return refused('unreadable', withoutName(error.message, file.name))
  }
}

/** One draft per pasal; where an amending law touches a pasal twice its texts stand one after the other. */
function draftsOf(regulation: string, articles: readonly Article[]): readonly ArticleDraft[] {
  const groups = Map.groupBy(articles, ({ pasal }) => pasal)
  return [...groups].map(([pasal, parts], position) => ({
    regulation,
    pasal,
    position,
    heading: parts[0]?.heading ?? '',
    official: parts.map(({ text }) => text).join('\n\n'),
    passages: parts.flatMap(passagesOf),
  }))
}

const UNNAMED: readonly [Cause, string] = [
  'unnamed',
  'jenis, nomor, dan tahun peraturannya tidak terbaca dari naskah maupun nama berkas.',
]

/** Why a text that could be read is not to be imported. A circular may quote pasal, but has none of its own to cite. */
function objectionTo(named: Partial<Named>, articles: number): readonly [Cause, string] | undefined {
  const { id, type } = named
  if (id?.startsWith('se-'))
    return [
      'no-articles',
      `${type} tidak terbagi dalam pasal, jadi tidak bisa dikutip dengan pasalnya; tidak diimpor.`,
    ]
  if (id === undefined) return articles > 0 ? UNNAMED : ['no-regulation', NO_REGULATION]
  if (articles > 0) return undefined
  if (/^(?:kep|inpres)/.test(id))
    return [
      'no-articles',
      `${type} ini tidak terbagi dalam pasal, jadi tidak bisa dikutip dengan pasalnya; tidak diimpor.`,
    ]
  return [
    'no-articles',
    `${id} disebut di awalnya, tetapi tidak ada satu pun pasal di dalamnya; bukan naskah peraturan.`,
  ]
}

const NO_REGULATION =
  'bukan naskah peraturan: jenis, nomor, dan tahunnya tidak terbaca, dan tidak ada satu pun pasal di dalamnya.'
const MOSTLY_OUTSIDE = 0.9

function findingsOf(
  text: string,
  { format, pages, read, warnings }: Reading,
  named: Named,
  structure: Structure,
  drafts: readonly ArticleDraft[],
): Findings {
  const { id, type, title, issuer, recognized, doubts } = named
  const { effective } = enactedOn(text)
  const outside = outsideOf(text, structure)
  const share = Math.round(outside.share * 100)
  return {
    regulation: id,
    type,
    ...(title && { title }),
    ...(issuer && { issuer }),
    ...(effective && { effective }),
    recognized,
    format,
    ...(pages !== undefined && { pages }),
    ...(read !== undefined && { pagesRead: read }),
    articles: drafts.length,
    passages: drafts.reduce((sum, { passages }) => sum + passages.length, 0),
    gaps: gapsOf(structure.articles),
    disorder: disorderOf(structure.articles),
    outside,
    effects: readEffects(structure, id),
    warnings: [
      ...warnings,
      ...doubts,
      ...(/MEMUTUSKAN|M E M U T U S|Menetapkan|DENGAN RAHMAT/.test(text) ? [] : [NOT_DECIDED]),
      ...(outside.share > MOSTLY_OUTSIDE
        ? [`Hampir semua tulisannya (${share}%) berada di luar pasal.`]
        : []),
      ...structure.warnings.filter((warning) => !GAP.test(warning)),
    ],
  }
}

/** What the structure says of missing pasal is in `gaps`. */
const GAP = /^Pasal \S+(?: sampai dengan Pasal \S+)? tidak ditemukan\.$/
const NOT_DECIDED =
  'Tidak ada kata "Memutuskan" atau "Menetapkan": pastikan ini naskah peraturan, bukan tulisan tentangnya.'

function withoutName(message: string, name: string): string {
  return message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message
}
