/** A kind of regulation: how it is written, how its id begins, and what must follow it to be told apart. */
export interface Kind {
  /** The id's first part; a ministry or region joins it. */
  readonly id: string
  readonly type: string
  /** Whose it is stands after the kind: a ministry's, a region's; or anybody's (circulars). */
  readonly of?: 'ministry' | 'region' | 'issuer'
  /** The region's level where the kind implies it: a bupati governs a kabupaten. */
  readonly level?: string
  readonly written: string
}

const B = '[\\s–-]*'
/** The two commonest kinds, also as optical readers and hasty hands garble them. */
const UNDANG = 'un[dan]{2,4}g?[\\s–-]*un[danr.]{1,5}g(?:an)?'
const PEMERINTAH = 'peratura\\p{L}{1,2}\\s+pe(?:m|rn|rm)[ec]ri\\p{L}{1,3} ?[tf]ah'

/** The ministries by a word that only they have, and what their regulations are called. */
const MINISTRIES: readonly (readonly [RegExp, string, string])[] = [
  [/pendayagunaan|\bpan\b|panrb/, 'panrb', 'Pendayagunaan Aparatur Negara dan Reformasi Birokrasi'],
  [/dalam negeri/, 'dagri', 'Dalam Negeri'],
  [/keuangan/, 'keu', 'Keuangan'],
  [/kesehatan/, 'kes', 'Kesehatan'],
  [/kebudayaan,? riset/, 'dikbudristek', 'Pendidikan, Kebudayaan, Riset, dan Teknologi'],
  [/riset/, 'ristekdikti', 'Riset, Teknologi, dan Pendidikan Tinggi'],
  [/pendidikan/, 'dikbud', 'Pendidikan'],
  [/ketenagakerjaan|tenaga kerja/, 'naker', 'Ketenagakerjaan'],
  [/hukum/, 'kumham', 'Hukum'],
  [/komunikasi/, 'kominfo', 'Komunikasi'],
  [/sosial/, 'sos', 'Sosial'],
  [/agama/, 'ag', 'Agama'],
  [/perhubungan/, 'hub', 'Perhubungan'],
  [/perdagangan/, 'dag', 'Perdagangan'],
  [/pekerjaan umum/, 'pupr', 'Pekerjaan Umum'],
]

/** From the most particular to the most general, as a reader must try them. */
export const KINDS: readonly Kind[] = [
  {
    id: 'perppu',
    type: 'Peraturan Pemerintah Pengganti Undang-Undang',
    written: `peraturan\\s+pemerintah\\s+pengganti\\s+undang${B}undang|perpp?u`,
  },
  {
    id: 'uudrt',
    type: 'Undang-Undang Darurat',
    written: `(?:${UNDANG}|uu)\\s+(?:darurat|drt\\.?)`,
  },
  { id: 'uu', type: 'Undang-Undang', written: `${UNDANG}|undang\\s?2|uu` },
  { id: 'pp', type: 'Peraturan Pemerintah', written: `${PEMERINTAH}|pp` },
  { id: 'perpres', type: 'Peraturan Presiden', written: 'peraturan\\s+presiden|perpres' },
  { id: 'keppres', type: 'Keputusan Presiden', written: 'keputusan\\s+presiden|kep+res' },
  { id: 'inpres', type: 'Instruksi Presiden', written: 'instruksi\\s+presiden|inpres' },
  {
    id: 'perbkn',
    type: 'Peraturan Badan Kepegawaian Negara',
    written: `peraturan\\s+(?:kepala\\s+)?(?:badan\\s+kepegawaian\\s+negara|bkn)|perka\\s?bkn|per\\s?bkn`,
  },
  {
    id: 'perlan',
    type: 'Peraturan Lembaga Administrasi Negara',
    written: `peraturan\\s+(?:kepala\\s+)?(?:lembaga\\s+administrasi\\s+negara|lan)|perka\\s?lan|perlan`,
  },
  {
    id: 'peranri',
    type: 'Peraturan Arsip Nasional Republik Indonesia',
    written: `peraturan\\s+(?:kepala\\s+)?(?:arsip\\s+nasional|anri)|perka\\s?anri|peranri`,
  },
  {
    id: 'perkpk',
    type: 'Peraturan Komisi Pemberantasan Korupsi',
    written: 'peraturan\\s+(?:komisi\\s+pemberantasan\\s+(?:tindak\\s+pidana\\s+)?korupsi|kpk)|perkpk',
  },
  {
    id: 'perki',
    type: 'Peraturan Komisi Informasi',
    written: 'peraturan\\s+komisi\\s+informasi(?:\\s+pusat)?|perki',
  },
  {
    id: 'permenpanrb',
    type: 'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
    written: `(?:peraturan\\s+men(?:teri)?|per\\s?men)\\s*pan(?:${B}(?:dan\\s+|&\\s?)?rb)?`,
  },
  {
    id: 'kepmenpanrb',
    type: 'Keputusan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
    written: `kep\\s?men\\s*pan(?:${B}(?:dan\\s+|&\\s?)?rb)?`,
  },
  { id: 'permenkeu', type: 'Peraturan Menteri Keuangan', written: 'pmk' },
  ...MINISTRIES.map(([, code, name]) => ({
    id: `permen${code}`,
    type: `Peraturan Menteri ${name}`,
    written: `per\\s?men\\s?${code}`,
  })),
  { id: 'permen', type: 'Peraturan Menteri', of: 'ministry', written: 'peraturan\\s+menteri|permen' },
  { id: 'kepmen', type: 'Keputusan Menteri', of: 'ministry', written: 'keputusan\\s+menteri' },
  { id: 'perda', type: 'Peraturan Daerah', of: 'region', written: 'peraturan\\s+daerah|perda' },
  {
    id: 'pergub',
    type: 'Peraturan Gubernur',
    of: 'region',
    level: 'provinsi',
    written: 'peraturan\\s+gubernur|pergub',
  },
  {
    id: 'perwal',
    type: 'Peraturan Wali Kota',
    of: 'region',
    level: 'kota',
    written: 'peraturan\\s+wali\\s?kota|perwali?|perwako',
  },
  {
    id: 'perbup',
    type: 'Peraturan Bupati',
    of: 'region',
    level: 'kabupaten',
    written: 'peraturan\\s+bupati|perbup',
  },
  {
    id: 'kepgub',
    type: 'Keputusan Gubernur',
    of: 'region',
    level: 'provinsi',
    written: 'keputusan\\s+gubernur|kepgub',
  },
  {
    id: 'kepwal',
    type: 'Keputusan Wali Kota',
    of: 'region',
    level: 'kota',
    written: 'keputusan\\s+wali\\s?kota|kepwal',
  },
  {
    id: 'kepbup',
    type: 'Keputusan Bupati',
    of: 'region',
    level: 'kabupaten',
    written: 'keputusan\\s+bupati|kepbup',
  },
  { id: 'se', type: 'Surat Edaran', of: 'issuer', written: 'surat\\s+edaran|se' },
]

/** The kind completed by whose it is: the id's beginning, the type in words, and the region or ministry. */
export function complete(
  kind: Kind,
  of: string,
): { readonly prefix: string; readonly type: string } | undefined {
  const name = of
    .replace(/\s+/g, ' ')
    .replace(/\s*\b(?:republik indonesia|ri)\b.*$/i, '')
    .replace(/^[ ,.:]+|[ ,.:]+$/g, '')
  if (kind.of === undefined) return { prefix: kind.id, type: kind.type }
  const ministry = MINISTRIES.find(([word]) => word.test(name.toLowerCase()))
  if (kind.of === 'ministry')
    return ministry
      ? { prefix: kind.id + ministry[1], type: `${kind.type} ${ministry[2]}` }
      : (name && { prefix: `${kind.id}-${slug(name)}`, type: `${kind.type} ${titled(name)}` }) || undefined
  if (kind.of === 'issuer' && /^menteri|^men(?:pan|dagri)/i.test(name) && ministry)
    return { prefix: `${kind.id}-men${ministry[1]}`, type: `${kind.type} Menteri ${ministry[2]}` }
  const region = /(?:^|\s)(?:(provinsi|prov\.?|kota|kabupaten|kab\.?)\s+)?([\p{L}' -]{3,40})$/iu.exec(
    name.replace(/^(?:wali\s?kota|bupati|gubernur)\s+/i, (ruler) =>
      /kota/i.test(ruler) ? 'kota ' : /bupati/i.test(ruler) ? 'kabupaten ' : 'provinsi ',
    ),
  )
  const level = region?.[1] ? levelOf(region[1]) : kind.level
  const place = region?.[2]?.replace(/^(?:kota|kabupaten|provinsi)\s+/i, '')
  if (!place || (level === undefined && kind.of === 'region')) return undefined
  return {
    prefix: [kind.id, level, slug(place)].filter(Boolean).join('-'),
    type: [kind.type, level && kind.level === undefined ? titled(level) : '', titled(place)]
      .filter(Boolean)
      .join(' '),
  }
}

/** Words as they stand in an id. */
export function slug(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** A name as it is written in a sentence. */
export function titled(words: string): string {
  return words.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
}

function levelOf(word: string): string {
  return /^prov/i.test(word) ? 'provinsi' : /^kab/i.test(word) ? 'kabupaten' : 'kota'
}
