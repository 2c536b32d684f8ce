/**
 * The stem of a folded Indonesian word: prefixes, suffixes, particles and possessives removed, the consonant
 * that a nasal prefix swallowed put back where the rules of the language say which (Tata Bahasa Baku Bahasa
 * Indonesia on meN- and peN-). No dictionary: two forms of one word meet, whether or not the stem is a word.
 */
export function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
  const bare = cut(cut(word, PARTICLES, 4), POSSESSIVES, 4)
  if (ROOTS.has(bare)) return bare
  const once = unprefix(bare)
  if (ROOTS.has(once)) return once
  const prefixed = once !== bare
  const ended = cut(cut(once, ['kan'], 3), prefixed ? ['an', 'i'] : ['an'], prefixed ? 3 : 4)
  const stemmed = prefixed && !ROOTS.has(ended) ? ended : unprefix(ended)
  return NASAL_ROOTS[stemmed] ?? stemmed
}

const PARTICLES = ['lah', 'kah', 'pun']
const POSSESSIVES = ['nya', 'ku', 'mu']

/** Words that only look as if they had a prefix or a suffix. */
const ROOTS: ReadonlySet<string> = new Set(
  `disiplin direktur digital dinas dipa sekolah sebab semester sekretaris sertifikat seleksi sementara keluarga
  kelurahan kecamatan kelas kerja kertas kepala ketua periode perdata pertama perlu periksa percaya perintah
  termin terima terang berat berita beras beda peraturan pegawai negeri swasta bulan tahun makan jaminan
  dengan tangan tangga kanan badan jabatan penting pensiun lain nilai nikah naik sanksi korupsi mutasi gratifikasi
  instansi organisasi informasi presensi absensi komisi provinsi polisi materi teknisi diskusi resmi pribadi`.split(
    /\s+/,
  ),
)

/** Roots in n- and m- that the rules for swallowed consonants would misread. */
const NASAL_ROOTS: Readonly<Record<string, string>> = {
  tilai: 'nilai',
  tila: 'nilai',
  nila: 'nilai',
  tikah: 'nikah',
  taik: 'naik',
  pohon: 'mohon',
  pinta: 'minta',
}

/** Prefixes, longest first, with what stands in place of a swallowed consonant before a vowel. */
const PREFIXES: readonly (readonly [prefix: string, before: RegExp, restored: string])[] = [
  ['menge', /^[^aiueo]{1,2}[aiueo]\w$/, ''],
  ['penge', /^[^aiueo]{1,2}[aiueo]\w$/, ''],
  ['meny', /^[aiueo]/, 's'],
  ['peny', /^[aiueo]/, 's'],
  ['meng', /^./, ''],
  ['peng', /^./, ''],
  ['mem', /^[aiueo]/, 'p'],
  ['pem', /^[aiueo]/, 'p'],
  ['mem', /^[bfvp]/, ''],
  ['pem', /^[bfvp]/, ''],
  ['men', /^[aiueo]/, 't'],
  ['pen', /^[aiueo]/, 't'],
  ['men', /^[cdjszt]/, ''],
  ['pen', /^[cdjszt]/, ''],
  ['ber', /^./, ''],
  ['ter', /^./, ''],
  ['per', /^./, ''],
  ['bel', /^ajar/, ''],
  ['pel', /^ajar/, ''],
  ['me', /^[lrmnwy]/, ''],
  ['pe', /^[lrmnwygk]/, ''],
  ['di', /^./, ''],
  ['ke', /^./, ''],
  ['se', /^./, ''],
]

function unprefix(word: string): string {
  for (const [prefix, before, restored] of PREFIXES) {
    const rest = word.slice(prefix.length)
    if (word.startsWith(prefix) && rest.length + restored.length >= 4 && before.test(rest))
      return restored + rest
  }
  return word
}

function cut(word: string, endings: readonly string[], least: number): string {
  const ending = endings.find((e) => word.endsWith(e) && word.length - e.length >= least)
  return ending === undefined ? word : word.slice(0, -ending.length)
}
