import { type Identity, identify } from '../identity.ts'
import { parseReference } from '../references.ts'
import type { Recognized } from './report.ts'

/** Which regulation a file is, as somebody says it. Without `id` it is still to be read; the others alone correct what was read. */
export interface Given {
  readonly id?: string
  readonly type?: string
  readonly number?: string
  readonly year?: number
  readonly title?: string
  readonly issuer?: string
}

/** What people write to say which regulation a file is. */
export interface Said {
  readonly id?: string | undefined
  readonly type?: string | undefined
  readonly number?: string | undefined
  readonly year?: string | undefined
  readonly title?: string | undefined
  readonly issuer?: string | undefined
}

/** A regulation that has its name. */
export interface Named {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly year: number
  readonly title?: string
  readonly issuer?: string
  readonly recognized: Recognized
  /** What is doubtful about it, in Indonesian. */
  readonly doubts: readonly string[]
}

/** Understands what somebody says a file is ("pp", "94", "2021"); or says, in Indonesian, what is wrong with it. */
export function readGiven(said: Said): Given | { readonly problem: string } {
  const { id, type, number, year } = said
  const rest = { ...(said.title && { title: said.title }), ...(said.issuer && { issuer: said.issuer }) }
  const parts = [type, number, year].filter((part) => part !== undefined)
  if (id === undefined && parts.length === 0) return rest
  if (id !== undefined && parts.length > 0)
    return { problem: 'sebutkan id saja, atau jenis, nomor, dan tahun; bukan keduanya.' }
  if (id !== undefined) {
    const named = namedBy(id)
    return named
      ? { ...named, ...rest }
      : { problem: `"${id}" bukan id peraturan; contohnya pp-94-2021 atau perwal-kota-serang-12-2024.` }
  }
  if (parts.length < 3) return { problem: 'sebutkan ketiganya: jenis, nomor, dan tahun.' }
  if (!/^(?:19|20)\d\d$/.test(year ?? '')) return { problem: `tahun "${year}" harus empat angka.` }
  const [reference] = parseReference(`${type?.replaceAll('-', ' ')} nomor ${number} tahun ${year}`)
  if (!reference)
    return {
      problem: `jenis "${type}" nomor "${number}" tidak dikenal; pakai jenis seperti pp, uu, permenpanrb, "perwal kota serang", atau sebutkan id-nya.`,
    }
  const { id: read, type: kind, number: digits, year: y } = reference
  return { id: read, type: kind, number: digits, year: y, ...rest }
}

/**
 * Which regulation a text is: what was given goes before what its head says, and that before the file's name. What
 * could not be read stays out.
 */
export function nameOf(
  text: string,
  file: string,
  given: Given,
): Named | { readonly doubts: readonly string[] } {
  const read = identify(text, file)
  const { id, type, number, year } = given.id === undefined ? read : given
  const title = given.title ?? (read.title && asTitle(read.title))
  const issuer = given.issuer ?? read.issuer
  const problems = given.id === undefined ? read.problems : contradictions(text, given.id)
  const doubts = [...problems.filter((problem) => !/^Judul/.test(problem)), ...(title ? [] : [UNTITLED])]
  if (id === undefined || number === undefined || year === undefined) return { doubts }
  return {
    id,
    type: type ?? '',
    number,
    year,
    ...(title && { title }),
    ...(issuer && { issuer }),
    recognized: given.id !== undefined ? 'given' : byItsText(text, read) ? 'text' : 'name',
    doubts,
  }
}

const UNTITLED = 'Judul peraturan (setelah kata TENTANG) tidak terbaca.'

function namedBy(id: string): Required<Pick<Given, 'id' | 'type' | 'number' | 'year'>> | undefined {
  const [, type = '', number = '', year = ''] =
    /^([a-z0-9-]*[a-z][a-z0-9-]*?)-(\d[a-z0-9]*)-(\d{4})$/.exec(id) ?? []
  if (type === '') return undefined
  const [reference] = parseReference(`${type.replaceAll('-', ' ')} ${number}/${year}`)
  if (reference?.id === id)
    return { id, type: reference.type, number: reference.number, year: reference.year }
  // A kind nobody here knows: whoever names it by its id knows it.
  return {
    id,
    type: type.toUpperCase().replaceAll('-', ' '),
    number: number.toUpperCase(),
    year: Number(year),
  }
}

function contradictions(text: string, given: string): readonly string[] {
  const { id } = identify(text)
  return id === undefined || id === given
    ? []
    : [`Kepala naskah menyebut ${id}, padahal disebutkan sebagai ${given}.`]
}

function byItsText(text: string, { id }: Identity): boolean {
  return identify(text).id === id
}

const LONGEST_TITLE = 400
const SMALL = new Set(
  'dan atau di ke dari dengan untuk pada yang dalam bagi tentang atas terhadap oleh serta sebagai antara'.split(
    ' ',
  ),
)
const ACRONYM = /^(?:[^AEIOU]+|ASN|TNI|POLRI|APBN|APBD|BUMN|BUMD|ASEAN|RI|JKK|SPBE|IPTEK)$/

/** A title set in capitals, as one writes it in a sentence. */
function asTitle(title: string): string {
  const short = title.slice(0, LONGEST_TITLE)
  if (/\p{Ll}/u.test(short)) return short
  return short
    .split(' ')
    .map((word, i) => {
      const low = word.toLowerCase()
      if (i > 0 && SMALL.has(low)) return low
      return ACRONYM.test(word)
        ? word
        : low.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase())
    })
    .join(' ')
}
