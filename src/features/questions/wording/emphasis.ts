import type { Intent } from '../asking/intent.ts'

/** A figure in a text, and what it counts: "12 (dua belas) hari kerja" counts "hari". */
export interface Figure {
  readonly at: number
  readonly end: number
  readonly unit: string
}

/** The figures of a text with the unit they count, in order; numbers of laws, pasal and years are none. */
export function figuresIn(text: string): readonly Figure[] {
  return [...text.matchAll(FIGURE)].flatMap(({ 0: whole, index, groups = {} }) => {
    const before = text.slice(Math.max(0, index - 12), index)
    const isWindow = /(?:^|\s)dalam $/.test(before) && /^[1I]\D/.test(whole)
    if (isWindow || LAW.test(before)) return []
    const unit = groups.money ? 'rupiah' : groups.fraction ? 'bagian' : (groups.unit ?? '%').toLowerCase()
    return [{ at: index, end: index + whole.length, unit: UNITS[unit] ?? unit.split(/\s/)[0] ?? unit }]
  })
}

/** A text with what answers in bold, no other character changed: its figures, and the sanction or office where asked for. */
export function emphasised(text: string, intents: readonly Intent[]): string {
  const spans = [
    ...figuresIn(text),
    ...(intents.includes('sanction') ? spansOf(text, SANCTION) : []),
    ...(intents.includes('who') || intents.includes('where') ? spansOf(text, OFFICE).slice(0, 2) : []),
  ].sort((a, b) => a.at - b.at || b.end - a.end)
  let result = ''
  let done = 0
  for (const { at, end } of spans) {
    if (at < done) continue
    const goesOn = text.slice(done, at) === ' ' && result.endsWith('**')
    result = goesOn ? `${result.slice(0, -2)} ` : `${result}${text.slice(done, at)}**`
    result += `${text.slice(at, end)}**`
    done = end
  }
  return result + text.slice(done)
}

/** True where a text names somebody who decides or receives. */
export function namesOffice(text: string): boolean {
  return new RegExp(OFFICE, 'u').test(text)
}

interface Span {
  readonly at: number
  readonly end: number
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: part = whole, index }) => {
    const at = index + whole.indexOf(part)
    return part.trim().length < 3 || VAGUE.test(part) ? [] : [{ at, end: at + part.trimEnd().length }]
  })
}

const WORDS = String.raw`(?:\s*\([^()\d]{2,70}\))?`
// An optical reader takes 1 for I or l and 0 for O; the number in words behind it tells that one was meant.
const NUMBER = String.raw`(?:\d+\s\d/\d|\d[\d.,/]*\d|\d|[\dIlO]{1,4}(?=\s*\([a-z]))${WORDS}`
const MORE = String.raw`(?:\s*(?:sampai\s+dengan|sampai|hingga|s\.?d\.?|[-–x×]|,?\s*(?:atau|dan)|,)\s*${NUMBER})*`
const UNIT = String.raw`hari\s+kerja|hari\s+kalender|hari|minggu|pekan|bulan|tahun|jam|menit|kali\s+gaji|kali|orang|persen|perseratus|lembar|poin|semester`
const MONEY = String.raw`Rp\.?\s?\d[\d.,]*\d(?:\s(?:ribu|juta|miliar|milyar|triliun))?(?:\s*\([^()\d]{2,90}\))?`
const FRACTION = String.raw`(?:sepertiga|seperempat|setengah|separuh|dua pertiga)(?=\s(?:dari|gaji|bagian|untuk|penghasilan)|gajinya)`
const FIGURE = new RegExp(
  String.raw`(?<money>${MONEY})|(?<![\p{L}\d/.,-])${NUMBER}${MORE}\s*(?<unit>%|(?:${UNIT})(?![\p{L}]))(?<!%)(?:\s+atau\s+lebih)?|(?<![\p{L}\d/.,-])\d[\d.,]*(?<percent>%)${WORDS}|(?<![\p{L}])(?<fraction>${FRACTION})`,
  'giu',
)
const UNITS: Readonly<Record<string, string>> = { '%': 'persen', perseratus: 'persen', pekan: 'minggu' }
/** What stands before the number of a law or of a part of one. */
const LAW = /(?:Pasal|ayat|angka|huruf|[Nn]omor|PP|UU|[Tt]ahun) $/

/** What somebody is punished with: the words after "dijatuhi", up to whom, when or why. */
const SANCTION =
  /(?<=\b(?:dijatuhi|dikenai|dikenakan|diancam(?: dengan)?|kena|dihukum)\s)([^,.;:()]{5,90}?)(?=[,.;:()]|\s(?:bagi|apabila|bila|kalau|jika|untuk|yang|selama|karena|sesuai|menurut|paling|oleh|sejak|sebagaimana|kepada|dalam|tidak boleh)\b|$)/gu

/** A punishment that is not named yet. */
const VAGUE = /^(?:sanksi|hukuman|hukuman disiplin|pelanggaran)$/i

const OFFICE =
  /(?<![\p{L}])(?:Presiden|Menteri(?: [A-Z][a-z]+)*|Gubernur|Bupati|Wali ?[Kk]ota|Sekretaris Daerah|Sekda|Kepala (?:BKN|LAN|ANRI|Daerah|Instansi Pelaksana)|[Kk]epala daerah|BKN|BPASN|KASN|Pejabat Pembina Kepegawaian|PPK|PyB|Pejabat [Yy]ang Berwenang(?: Menghukum)?|Pejabat yang berwenang|[Aa]tasan langsung|[Aa]tasan pejabat|Pejabat(?! (?:lain|pimpinan|fungsional|admin|pengawas|pelaksana|negara))|[Pp]impinan instansi|BKPSDM|dinas dukcapil|Pengelola Program|Ombudsman|PPID|Komisi Informasi)(?![\p{L}])/gu
