import { parseReference, type Reference } from '../references.ts'

/** A regulation that something is said of. */
export interface Subject {
  readonly reference: Reference
  /** The words before it that may single out a part: "ketentuan Pasal 5 dan Pasal 7". */
  readonly lead: string
  /** Entries before its own that name no regulation: "a. ketentuan Pasal 50; dan b. ketentuan Pasal 78 Undang-Undang …". */
  readonly earlier: readonly string[]
  /** It goes on from the one before it: "… dan Peraturan Pemerintah Nomor 8 Tahun 1993". */
  readonly joined: boolean
  /** What it is said to have been amended with. */
  readonly amendedBy: readonly Reference[]
}

/** Words for what is smaller than a regulation. */
export const SMALLER =
  '(?:ketentuan|seluruh|semua|segala|pasal|bab|bagian|buku|lampiran|penjelasan|peraturan pelaksana|tunjangan|huruf|angka)'
/** Where a regulation was published, in brackets that a reader may have failed to close. */
export const PUBLISHED =
  /\(\s?[^();]{0,24}(?:mbaran|Berita|Negara|Staat|Penjelasan|Memori)[^();]{0,260}?(?:\)|(?=;)|(?=\s(?:sebagaimana|yang telah|jo\.?|dan\s[a-z]\.)\s)|$)/giu

const JOINT = '(?:[,;]|(?<!\\p{L})(?:dan|serta|jo\\.?|jis\\.?|juncto|maupun)(?!\\p{L}))'
/** The end of what stands between two regulations, where the second is a subject of its own. */
const JOINED = new RegExp(
  `${JOINT}\\s{0,2}(?:${JOINT}\\s{0,2})?(?<lead>${SMALLER}(?!\\p{L})[^;]{0,400})?$`,
  'iu',
)
const AMENDED = /(?:sebagaimana|yang|terakhir|ubah|tambah)[^;]{0,160}(?<!\p{L})(?:dengan|oleh)\s?:?\s?$/iu
const MORE = /^\s?(?:,|,?\s?(?:dan|serta))\s?$/
/** Where an entry of a list or a sentence begins. */
const ENTRY =
  /(?:^|[\n;:.]|(?<!\p{L})(?:dan|serta))\s{0,2}(?:\(\d{1,2}[a-z]?\)|[a-z]{1,2}\.|\d{1,2}\.)\s|;|\n|\.\s(?=\p{Lu})/gu

/**
 * The regulations that words speak of, in order. Not those in the title of another ("tentang Pelaksanaan
 * Undang-Undang …"); one that amended another is told with it.
 */
export function subjectsOf(words: string): readonly Subject[] {
  const [first, ...others] = parseReference(words)
  if (!first) return []
  const opening = words.slice(0, first.start).split(ENTRY)
  let current = subject(first, opening.at(-1) ?? '', opening.slice(0, -1), false)
  const subjects = [current]
  let before: { readonly reference: Reference; readonly role: Role } = { reference: first, role: 'subject' }
  for (const reference of others) {
    const between = words.slice(before.reference.end, reference.start)
    const gap = between.replace(PUBLISHED, ' ')
    const [, ...entries] = gap.split(ENTRY)
    const entry = entries.at(-1)
    const joint = JOINED.exec(gap)
    // "Pelaksanaan Undang-Undang Nomor 5 … dan Undang-Undang Nomor 6 …": the title goes on.
    const goesOn =
      before.role === 'title' &&
      gap === between &&
      before.reference.type === reference.type &&
      current.reference.type !== reference.type
    let role: Role = 'title'
    if (AMENDED.test(gap) || (before.role === 'amending' && MORE.test(gap))) {
      role = 'amending'
      current.amendedBy.push(reference)
    } else if (entry !== undefined || (joint && !goesOn)) {
      role = 'subject'
      const lead = entry ?? joint?.groups?.lead ?? ''
      current = subject(reference, lead, entries.slice(0, -1), entry === undefined)
      subjects.push(current)
    }
    before = { reference, role }
  }
  return subjects
}

type Role = 'subject' | 'amending' | 'title'
interface Building extends Subject {
  readonly amendedBy: Reference[]
}

function subject(reference: Reference, lead: string, earlier: readonly string[], joined: boolean): Building {
  return { reference, lead, earlier, joined, amendedBy: [] }
}
