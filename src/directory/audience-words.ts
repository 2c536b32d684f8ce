import { fold } from '../indonesian/words.ts'
import { HEADS, inFull } from './audience-units.ts'

/** Words in one spelling each: short forms, and others for the same, written as the reading expects them. */
export function usual(words: readonly string[]): readonly string[] {
  return words.map((word) => PLAIN.get(word) ?? word)
}

/** Folded words with one space around each; a comma stands where one part ends. */
export function plainly(text: string): string {
  const parts = text
    .replaceAll('&', ' dan ')
    .split(/[,;:\n\r\t/|+•]|(?:^|\s)[-*>](?=\s)/)
    .map((part) => usual(inFull(fold(part))).join(' '))
    .filter((part) => part !== '')
  return ` ${parts.join(' , ')} `
}

/** What stands for who is meant: marks of conditions ("<pns>"), of units ("<unit:0>", "<group:puskesmas>"), other words. */
export function tokensOf(words: string): {
  readonly tokens: readonly string[]
  /** True where somebody asked for all, or for people without saying which. */
  readonly everyone: boolean
  /** True where somebody asked for no more than what they named. */
  readonly only: boolean
} {
  const marked = markConditions(words)
  const tokens = marked
    .replace(GROUP, ' <group:$1>')
    .replace(GROUPS, ' $1 <group:$2>')
    .replace(ONLY, ' ')
    .replace(FILLER, ' ')
    .trim()
    .split(/ +/)
  return { tokens, everyone: EVERYONE.test(marked), only: marked.search(ONLY) >= 0 }
}

/** What of words cannot be granted: to leave some out, a unit without those below it, or those who have something. */
export function ungranted(words: string): 'unit alone' | 'exception' | 'cpns' | 'having' | undefined {
  if (ALONE.test(words)) return 'unit alone'
  if (EXCEPTS.test(words)) return 'exception'
  if (/ cpns /.test(words)) return 'cpns'
  return HAS.test(words) ? 'having' : undefined
}

function markConditions(words: string): string {
  return words
    .replace(BELOW, ' ')
    .replace(
      / (?:petugas|pengelola|pejabat|admin|tim|operator) (?:hr|sdm|kepegawaian)(?= )| hr(?= )/g,
      ' <hr>',
    )
    .replace(/ (?:para )?(?:atasan langsung|pejabat penilai|atasan|supervisor)(?= )/g, ' <supervisor>')
    .replace(/ (?:pegawai negeri(?: sipil)?|pns)(?= )/g, ' <pns>')
    .replace(/ (?:pegawai pemerintah dengan perjanjian kerja|pppk|p3k)(?= )/g, ' <pppk>')
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    yang: 'yg',
    belum: 'blm blom belom',
    tidak: 'tdk gak ga nggak ngga enggak tak',
    semua: 'semuanya smua seluruh seluruhnya segenap setiap tiap sekalian',
    pegawai: 'asn karyawan karyawati pgw aparatur',
    atasan: 'atasannya',
    bawahan: 'bawahannya',
    dan: 'serta beserta dn maupun atau ataupun plus',
    di: 'pada dari',
    saja: 'aja doang sj',
    kecuali: 'selain kecuali',
    dengan: 'dgn dg',
  }).flatMap(([whole, short]) => short.split(' ').map((word): [string, string] => [word, whole])),
)
const ALONE =
  / tanpa (?:\S+ ){0,3}(?:bawahan|bawahannya|di bawahnya) | tidak (?:termasuk|dengan|beserta|sampai) (?:\S+ ){0,3}(?:bawahan|bawahannya|di bawahnya|ke bawah) /
const EXCEPTS =
  / (?:kecuali|selain|bukan|tanpa|minus|non|di luar|diluar|tidak termasuk|terkecuali|mengecualikan|dikurangi|tidak ikut) /
/** Words by which somebody means those who have done or have something. */
const HAS = / (?:sudah|telah|udah|sdh) /
const BELOW =
  / (?:(?:dan|termasuk|dengan) )*(?:(?:semua|para) )?(?:(?:sub )?unit(?: kerja| organisasi)?|upt|opd|satuan kerja)?(?: yang ada)? ?(?:di bawahnya|dibawahnya|di bawah nya)(?= )| (?:dan|dengan|termasuk) (?:semua )?(?:jajaran|jajarannya|bawahan|sub unit|sub unitnya)(?: di bawahnya)?(?= )/g
const EVERYONE = / (?:semua|pegawai|orang|staf) /
const HEAD = `(${[...HEADS].join('|')})(?= (?:,|dan|yang|di|<)| $)`
const GROUP = new RegExp(` semua (?:pegawai )?(?:(?:yang )?(?:ada )?di )?(?:unit )?${HEAD}`, 'g')
const GROUPS = new RegExp(`(?<= <group:\\w+>) (dan|,) ${HEAD}`, 'g')
const ONLY = / (?:saja|hanya|cuma|khusus|khususnya)(?= )/g
const FILLER =
  /(?: (?:semua|pegawai|orang|staf|para|yang|untuk|kepada|ke|bagi|buat|mereka|tolong|mohon|kirim|kirimkan|unit kerja|satuan kerja|opd|skpd|lingkungan|lingkup|bekerja|bertugas|berdinas|berada|ada|adalah|berstatus|status|jenis|menjabat|rekan|bapak|ibu|bapak ibu|sipil negara|ini|itu|ya|dong|deh|nih|dengan)(?= ))/g
