/** What people shorten in a hurry, in full. */
const SHORT: Readonly<Record<string, string>> = {
  kmrn: 'kemarin',
  kmren: 'kemarin',
  kmarin: 'kemarin',
  kemaren: 'kemarin',
  td: 'tadi',
  hr: 'hari',
  hri: 'hari',
  mlm: 'malam',
  tgl: 'tanggal',
  tg: 'tanggal',
  dgn: 'dengan',
  dg: 'dengan',
  utk: 'untuk',
  yg: 'yang',
  sdh: 'sudah',
  udah: 'sudah',
  udh: 'sudah',
  dah: 'sudah',
  msh: 'masih',
  blm: 'belum',
  blom: 'belum',
  belom: 'belum',
  tdk: 'tidak',
  tak: 'tidak',
  ga: 'tidak',
  gak: 'tidak',
  nggak: 'tidak',
  ngga: 'tidak',
  enggak: 'tidak',
  gk: 'tidak',
  krg: 'kurang',
  krang: 'kurang',
  smua: 'semua',
  smuanya: 'semua',
  semuanya: 'semua',
  semuany: 'semua',
  smw: 'semua',
  seluruhnya: 'semua',
  seluruh: 'semua',
  keduanya: 'semua',
  ketiganya: 'semua',
  keempatnya: 'semua',
  lngkp: 'lengkap',
  lgkp: 'lengkap',
  komplit: 'lengkap',
  komplet: 'lengkap',
  bnr: 'benar',
  bener: 'benar',
  betul: 'benar',
  ssuai: 'sesuai',
  slh: 'salah',
  eror: 'error',
  oke: 'ok',
  okeh: 'ok',
  okay: 'ok',
  persen: '%',
  prsn: '%',
  jml: 'jumlah',
  bks: 'berkas',
}

/** Words that say something was right. */
const RIGHT = new Set(
  `lengkap benar valid sesuai sah cocok ok aman lancar lulus puas layak memenuhi disetujui acc baik bagus bersih hepi
  happy sempurna akurat terjawab akurasi kepuasan kualitas mutu ketepatan kelengkapan kesesuaian`.split(
    /\s+/,
  ),
)

/** Words that say something was not right. */
const WRONG = new Set(
  `salah keliru komplain komplen keluhan revisi direvisi dikembalikan dibalikin ditolak tolak cacat rusak gagal error
  batal dibatalkan blur buram dicoret selisih mati masalah bermasalah kendala mental protes keberatan kesalahan
  kekeliruan koreksi dikoreksi terkendala`.split(/\s+/),
)

const NEGATION = new Set(['tidak', 'belum', 'kurang', 'bukan', 'jangan'])
const ABSENCE = new Set(['tanpa', 'nihil', 'nol', 'zero'])

/** Words that stand before a number but do not make it a thing that was done. */
const WEAK = new Set(
  `di ke dari kepada untuk bagi oleh bersama dengan antara pada bareng terhadap sama`.split(/\s+/),
)

/** Words after a number that are no unit of work. */
const NO_UNIT = new Set(
  `di ke dari yang dan atau lalu sudah belum tidak masih lagi saja aja buat untuk pada dengan oleh karena semua ada
  antaranya diantaranya lebih kurang tepat positif sisanya % itu ini nya hadir per telat terlambat sebagian
  beberapa hampir kebanyakan mayoritas separuh separo setengah separuhnya setengahnya kepada terhadap bersama oleh
  bagi sampai hingga mulai selama dalam agar supaya selesai beres rampung tuntas kelar usia umur tanggal kecuali`.split(
    /\s+/,
  ),
)

/** Nouns that look like a verb in the passive. */
const NOUNS = new Set(
  `dinas dipa disposisi dispensasi diklat diktat diagram dialog dimensi diskusi direktori disertasi digital dipan
  dividen ternak terapi terminal teras terpal berkas berita beras termos termin diet dinding`.split(/\s+/),
)

/** A word in full, where it is one of those that people shorten. */
export function inFull(word: string): string {
  return Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word
}

/** What a word says about how well something went; undefined for most words. */
export function verdictOf(word: string): 'right' | 'wrong' | undefined {
  if (RIGHT.has(word)) return 'right'
  return WRONG.has(word) ? 'wrong' : undefined
}

/** True for "tidak", "belum", "kurang": what follows is not so. */
export function negates(word: string): boolean {
  return NEGATION.has(word)
}

/** True for "tanpa", "nihil": there is none of what stands beside it. */
export function denies(word: string): boolean {
  return ABSENCE.has(word)
}

/** True for "di", "ke", "bersama": the number after it says where or with whom rather than how much was done. */
export function weakens(word: string): boolean {
  return WEAK.has(word)
}

/** True for a word that may name what is counted: no filler, no verdict, no verb in the passive. */
export function isUnit(word: string): boolean {
  if (!/\p{L}/u.test(word) || NO_UNIT.has(word) || verdictOf(word) !== undefined) return false
  if (negates(word) || denies(word)) return false
  return NOUNS.has(word) || !/^(?:di|ter|mem|men|meng|meny|ber)\p{L}{4,}/u.test(word)
}
