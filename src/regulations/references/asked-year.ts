import { fold } from '../../indonesian/words.ts'
import { KINDS } from '../identity/kinds.ts'
import { parseReference } from './parse.ts'

/** The words that may stand between a cue and its year: "pada tahun", "per 31 Desember". */
const WHEN =
  '(?: (?:pada|di|tahun|thn?|per|waktu|saat|tanggal|tgl|bulan|sampai|hingga|akhir|awal|sekitar|\\d{1,2}|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)){0,5} $'
const RULE =
  'aturan\\w{0,3}|peraturan\\w{0,3}|ketentuan\\w{0,3}|hukum|hukumnya|regulasi\\w{0,3}|undang undang|pasal|bunyi\\w{0,3}|isi|isinya|versi'
/** What people did in a year, of which they tell; it is not the year whose rule they ask for. */
const DEED =
  'diangkat|dilantik|lulus|lahir|kelahiran|masuk|pensiun|menikah|nikah|cerai|bercerai|bekerja|kerja|honor|honorer|melamar|menjabat|dipecat|diberhentikan|mutasi|dimutasi|pindah|ikut|daftar|mendaftar|sejak|dari|mulai|tmt|formasi|angkatan|anggaran|seleksi|cpns|sk'
const NAMED = `(?:${KINDS.map((k) => k.written).join('|')})`

/** A law by its kind and some words of its own: "UU ASN 2014", "PP Disiplin tahun 2010". */
const OWN = new RegExp(
  `(?<!\\p{L})${NAMED}(?!\\p{L})(?: (?!(?:berlaku|dulu|lama|waktu|saat|pada|sebelum|masih|yang|di|ketika|zaman|jaman|versi) )[\\p{L}\\d]{1,20}){0,4} $`,
  'u',
)
const OF_RULE = new RegExp(`(?<!\\p{L})(?:${RULE})((?: [\\p{L}\\d]{1,20}){0,6})${WHEN}`, 'u')
const IN_FORCE = new RegExp(
  `(?<!mulai) (?:berlaku|berlakunya|dipakai|digunakan|diterapkan|dianut)${WHEN}`,
  'u',
)
const AT_THE_TIME = new RegExp(
  `(?<!\\p{L})(?:waktu|saat|pas|ketika|zaman|jaman|era|masa|dulu|dahulu|kejadian|kejadiannya|pelanggaran|pelanggarannya|perbuatan|terjadi|dilakukan)${WHEN}`,
  'u',
)
const BEFORE = /(?<!\p{L})sebelum(?: (?:tahun|thn?))? $/u
const FIRST = /^ (?:(?:kalau|kalo|klo|dulu|dulunya) )?(?:pada |di )?(?:tahun|thn?|pada|di) $/
const TOLD = new RegExp(`(?<!\\p{L})(?:${DEED})(?!\\p{L})`, 'u')
const SELF = /^ (?:saya|aku|kami|kita|gue|gw|suami|istri|bapak|ibu|ayah|anak|teman|atasan|dia|ada)(?!\p{L})/u

/**
 * The past year whose rule a question asks for: "aturan tahun 2015", "yang berlaku 2010", "waktu tahun 2012";
 * "sebelum 2014" is 2013. Not the year of a regulation's name, not one in which something else happened
 * ("saya diangkat tahun 2010"), neither `thisYear` nor a later one.
 */
export function askedYear(question: string, thisYear: number): number | undefined {
  const bare = parseReference(question).reduceRight(
    (kept, r) => `${kept.slice(0, r.start)} ${kept.slice(r.end)}`,
    question,
  )
  const text = ` ${fold(bare)} `
    .replace(/ (\d{1,2}) tahun (?:yang |yg )?lalu(?= )/g, (_, n: string) => ` tahun ${thisYear - Number(n)}`)
    .replace(/ (?:tahun|thn) (?:lalu|kemarin|kmrn)(?= )/g, ` tahun ${thisYear - 1}`)
  for (const match of text.matchAll(/(?<=[ ])(?:19|20)\d\d(?= )/g)) {
    const year = Number(match[0])
    const before = text.slice(Math.max(0, match.index - 120), match.index)
    const asked = year < thisYear && year >= 1945 && yearAsked(before, text.slice(match.index + 4), year)
    if (asked) return asked
  }
  return undefined
}

function yearAsked(before: string, after: string, year: number): number | undefined {
  if (OWN.test(before)) return undefined
  const lately = before.split(' ').slice(-6).join(' ')
  if (BEFORE.test(before)) return TOLD.test(lately) ? undefined : year - 1
  const rule = OF_RULE.exec(before)
  if (rule) return TOLD.test(rule[1] ?? '') ? undefined : year
  if (IN_FORCE.test(before)) return year
  if (AT_THE_TIME.test(before)) return TOLD.test(lately) || SELF.test(after) ? undefined : year
  return FIRST.test(before) && !SELF.test(after) ? year : undefined
}
