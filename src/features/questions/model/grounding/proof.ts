import { stem } from '../../../../indonesian/stem.ts'
import { fold, wordsOf } from '../../../../indonesian/words.ts'
import { isInjected } from '../../asides/injection.ts'
import { isQuestionWord } from '../../asking/topic.ts'
import { type Figure, figuresIn, referencesIn, states } from './figures.ts'
import { forbids, hasNegation, limitsAlike, turnsRound } from './polarity.ts'

/** What a claim rests on: the sentences its quotes stand in, and the texts these belong to. */
export interface Basis {
  /** The quotes with the words before them. */
  readonly near: string
  /** The sentences they stand in, with what these hang on. */
  readonly context: string
  /** All of the texts, and how they are cited. */
  readonly whole: string
  /** True where one of the texts does not hold any more. */
  readonly revoked: boolean
}

/**
 * Whether a claim says no more than the sentences its quotes stand in: the same figures of the same things, the same
 * "not", the same offices and sanctions, for the same people, and at least some of the same words. It would rather
 * lose a true sentence than let a false one pass.
 */
export function isProven(claim: string, basis: Basis): boolean {
  const { context } = basis
  return (
    figuresIn(claim).every((figure) => states(figure, figuresIn(context)) || isEach(figure, context)) &&
    referencesIn(claim).every((reference) => names(basis.whole, reference)) &&
    titlesIn(claim).every((title) => fold(basis.whole).includes(title)) &&
    (hasNegation(claim) || !forbids(basis.near)) &&
    (!forbids(claim) || hasNegation(context)) &&
    !turnsRound(claim, context) &&
    !turnsRound(claim, basis.near, true) &&
    limitsAlike(claim, context) &&
    sameAs(OFFICES, claim, context) &&
    sameAs(CONSEQUENCES, claim, context) &&
    sameAs(GROUPS, claim, basis.whole) &&
    sharesWords(claim, context) &&
    addressesIn(claim).every((address) => basis.whole.includes(address)) &&
    (!basis.revoked || PAST.test(claim)) &&
    !isInjected(context)
  )
}

/** "setahun" where the rule says "setiap tahun", "per tahun", "cuti tahunan". */
function isEach({ value, unit, limit }: Figure, context: string): boolean {
  return (
    value === '1' &&
    limit === '' &&
    new RegExp(`\\b(?:se|tiap |setiap |per |satu )${unit}|\\b${unit}an\\b`, 'i').test(context)
  )
}

function names(whole: string, reference: string): boolean {
  const text = ` ${fold(whole).replace(/ (?:nomor|no|tahun)(?= )/g, '')} `
  if (text.includes(` ${reference} `)) return true
  const [, part, number = ''] = /^(ayat|huruf|angka) (.+)$/.exec(reference) ?? []
  if (part === undefined) return false
  const mark = { ayat: `(${number})`, huruf: `${number}.`, angka: `${number}.` }[part] ?? number
  return whole
    .split('\n')
    .some((line) => line.startsWith(mark) || (part === 'angka' && line.startsWith(`${number})`)))
}

/** Words that stand for one thing each: what a claim says of them its basis must say too, in these words or others of the same row. */
type Rows = readonly RegExp[]

const OFFICES: Rows = [
  /\bpresiden\b/i,
  /\bgubernur\b/i,
  /\b(?:bupati|wali ?kota|kepala daerah)\b/i,
  /\b(?:sekretaris daerah|sekda)\b/i,
  /\b(?:menteri|menpan|menpanrb|mendagri)\b/i,
  /\b(?:PPK|pejabat pembina kepegawaian)\b/i,
  /\b(?:PyB|pejabat yang berwenang)\b/i,
  /\b(?:BKN|badan kepegawaian negara)\b/i,
  /\b(?:BKPSDM|BKD|BKPP|badan kepegawaian daerah)\b/i,
  /\b(?:BPASN|BAPEK|badan pertimbangan)\b/i,
  /\b(?:KASN|komisi aparatur)\b/i,
  /\batasan\b/i,
  /\b(?:taspen|asabri)\b/i,
  /\bombudsman\b/i,
  /\b(?:pengadilan|hakim|PTUN)\b/i,
  /\bPPID\b/i,
  /\bkomisi informasi\b/i,
  /\b(?:dokter|tim penguji kesehatan)\b/i,
]
const CONSEQUENCES: Rows = [
  /\b(?:dipecat|pemecatan|phk|diberhentikan|pemberhentian|memberhentikan|pemutusan)\b/i,
  /\b(?:berhenti|dihentikan|penghentian|menghentikan|diberhentikan|pemberhentian|memberhentikan)\b/i,
  /\b(?:teguran|ditegur|menegur)\b/i,
  /\bpernyataan tidak puas\b/i,
  /\b(?:penurunan|diturunkan|menurunkan|turun)\b/i,
  /\b(?:penundaan|ditunda|menunda)\b/i,
  /\b(?:penjara|dipenjara|pidana|dipidana|kurungan)\b/i,
  /\b(?:denda|didenda)\b/i,
  /\b(?:dipotong|potongan|pemotongan|memotong|pengurangan|dikurangi)\b/i,
  /\b(?:dibebaskan|pembebasan|membebaskan|nonjob)\b/i,
  /\b(?:ganti rugi|mengganti|diganti|mengembalikan|dikembalikan)\b/i,
  /\b(?:hukuman|disiplin|tingkat) ringan\b/i,
  /\b(?:hukuman|disiplin|tingkat) sedang\b/i,
  /\b(?:hukuman|disiplin|tingkat) berat\b/i,
  /\bpensiun\w*/i,
]
const GROUPS: Rows = [
  /\b(?:CPNS|calon PNS|calon pegawai negeri)\b/i,
  /\b(?:PPPK|P3K|pegawai pemerintah dengan perjanjian kerja|ASN|aparatur sipil)\b/i,
  /\b(?:PNS|pegawai negeri sipil|ASN|aparatur sipil|pegawai negeri)\b/i,
  /\b(?:honorer|non-?ASN|tenaga honorer|THL)\b/i,
  /\b(?:TNI|tentara|prajurit)\b/i,
  /\b(?:POLRI|polisi|kepolisian)\b/i,
  /\bguru\b/i,
  /\bdosen\b/i,
  /\b(?:suami|istri|isteri)\b/i,
]

function sameAs(rows: Rows, claim: string, basis: string): boolean {
  return rows.every((row) => !row.test(claim) || row.test(basis))
}

const LEAST_SHARED = 0.25

/** A quote of something else proves nothing, however true it is. */
function sharesWords(claim: string, context: string): boolean {
  const there = new Set(wordsOf(context).map(stem))
  const own = wordsOf(claim).filter((word) => !isQuestionWord(word) && word.length > 2)
  const shared = own.filter((word) => there.has(stem(word)) || alike(word, context))
  return own.length === 0 || shared.length >= own.length * LEAST_SHARED
}

function alike(word: string, context: string): boolean {
  return [...CONSEQUENCES, ...OFFICES, ...GROUPS].some((row) => row.test(word) && row.test(context))
}

/** Offices by their full title: "Menteri Dalam Negeri", "Kepala Dinas Kesehatan". */
function titlesIn(claim: string): readonly string[] {
  return (
    claim.match(/(?<!\p{L})(?:Menteri|Kepala|Direktur|Sekretaris|Ketua)(?: \p{Lu}\p{L}+)+/gu) ?? []
  ).map(fold)
}

function addressesIn(claim: string): readonly string[] {
  return (
    claim.match(
      /https?:\/\/[^\s)]+|\bwww\.[^\s)]+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:com|net|org|id|io)\b[^\s)]*/gi,
    ) ?? []
  )
}

const PAST = /\b(?:dicabut|dulu|lama|sebelumnya|pernah|tidak berlaku|digantikan|diganti|diubah|mencabut)\b/i
