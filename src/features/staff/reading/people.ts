import type { Filters, Grouping, Lack } from '../query.ts'
import type { Remaining } from './words.ts'

/** Ages, as "di atas 50 tahun" or "40 sampai 45"; they need a word for age. */
export function ageIn(said: Remaining): Filters {
  const YEARS = '(\\d{1,2})(?: tahun)?'
  const forms: readonly (readonly [string, (a: number, b: number) => Filters['age']])[] = [
    [`${AGE} (?:antara )?${YEARS} (?:sampai|dan)(?: dengan)? ${YEARS}`, (from, to) => ({ from, to })],
    [`${AGE} (?:di atas|lebih dari|lebih tua dari|lebih) ${YEARS}`, (a) => ({ from: a + 1 })],
    [`${AGE} (?:di bawah|kurang dari|lebih muda dari|belum) ${YEARS}`, (a) => ({ to: a - 1 })],
    [`${AGE} ${YEARS} ke ?atas`, (from) => ({ from })],
    [`${AGE} ${YEARS} ke ?bawah`, (to) => ({ to })],
    [`${AGE} (\\d{1,2}) tahun`, (a) => ({ from: a, to: a })],
  ]
  for (const [pattern, read] of forms) {
    const match = said.take(pattern)
    if (match !== undefined) return { age: read(Number(match[1]), Number(match[2])) }
  }
  return {}
}

/** Men or women; nothing is taken where both are said. */
export function sexIn(said: Remaining): Filters {
  const [women, men] = [
    '(?:yang )?(?:berjenis kelamin |kelamin )?perempuan',
    '(?:yang )?(?:berjenis kelamin |kelamin )?laki laki',
  ]
  if (said.has(women) && said.has(men)) return {}
  if (said.take(women)) return { sex: 'P' }
  return said.take(men) ? { sex: 'L' } : {}
}

/** Civil servants or contract workers; both together are everybody, and are dropped. */
export function kindIn(said: Remaining): Filters {
  const [servants, contracts] = ['pns|pegawai negeri(?: sipil)?', 'pppk']
  if (said.has(servants) && said.has(contracts)) {
    said.drop(
      '(?:pns|pegawai negeri(?: sipil)?|pppk) (?:dan|maupun|atau|serta) (?:pns|pegawai negeri(?: sipil)?|pppk)',
    )
    return {}
  }
  if (said.take(servants)) return { kind: 'PNS' }
  return said.take(contracts) ? { kind: 'PPPK' } : {}
}

/** A level of schooling with the words of its field: "lulusan S1 keperawatan". */
export function qualificationIn(said: Remaining): Filters {
  const match = said.take(
    '(?:yang )?(?:ber)?(?:lulusan|pendidikan|pendidikannya|kualifikasi|ijazah|tamatan|gelar) (?:terakhir )?(s ?[123]|d ?[1234]|sma|smk|slta|smp|sd|profesi)(?: (?!di |yang |per |dari |pada |ada |dan |di$)([a-z]{4,})(?= |$))?',
  )
  if (match === undefined) return {}
  const words = [match[1]?.replace(' ', ''), match[2]].filter((word) => word)
  return { qualification: words.join(' ') }
}

/** What an entry lacks, and whether its person has come to the bot. */
export function lacksIn(said: Remaining): Filters {
  const joined = said.take(
    `(?:yang |orang )?(belum|tidak|sudah|telah)(?: pernah)? (?:daftar|terdaftar|mendaftar|registrasi|gabung|bergabung|terhubung|tersambung|pakai|memakai|aktif|ada)(?: diri)?(?: (?:ke|di|dengan|pada))? (?:bot )?(?:abdi|bot)`,
  )
  const registered = joined && { registered: joined[1] === 'sudah' || joined[1] === 'telah' }
  for (const [lack, thing] of LACKING) {
    const missing =
      said.take(
        `(?:yang )?(?:${NONE}) (?:(?:punya|ada|memiliki|mempunyai|tercatat|terisi|diisi|berisi|isi|mengisi) )?${thing}`,
      ) ?? said.take(`(?:yang )?${thing} (?:masih )?(?:kosong|belum (?:ada|diisi|terisi|tercatat)|tidak ada)`)
    if (missing) return { ...registered, missing: lack }
  }
  return { ...registered }
}

/** By what people are to be told apart; undefined where they are not. */
export function groupingIn(said: Remaining): Grouping | undefined {
  if (
    said.take(
      '(?:opd|skpd|dinas|unit|unit kerja|kecamatan|puskesmas|sekolah)(?: kerja)? (?:mana|apa)(?: saja)?(?: yang)? (?:paling (?:banyak|sedikit)|terbanyak|tersedikit)',
    )
  )
    return 'unit'
  for (const [by, thing] of THINGS)
    if (
      said.take(`${PER} (?:${thing})`) ||
      said.take(`(?:rekap|rekapitulasi|komposisi|sebaran|distribusi|rincian) (?:${thing})`)
    )
      return by
  const versus = said.has('perbandingan|bandingkan|banding|komposisi|rasio|vs')
  if (
    versus &&
    said.take('laki laki (?:dan|dengan|banding|vs) perempuan|perempuan (?:dan|dengan|banding|vs) laki laki')
  )
    return 'sex'
  if (versus && said.take('pns (?:dan|dengan|banding|vs) pppk|pppk (?:dan|dengan|banding|vs) pns'))
    return 'kind'
  return undefined
}

const AGE = '(?:yang )?(?:ber)?(?:umur|usia)'
const NONE = 'belum|tidak|tanpa|kosong'
const PER =
  '(?:(?:yang )?(?:dirinci|dikelompokkan|dibagi|dipilah) )?(?:per|tiap|tiap tiap|setiap|masing masing|menurut|berdasarkan|berdasar|by)'

const LACKING: readonly (readonly [Lack, string])[] = [
  ['supervisor', 'atasan(?: langsung)?'],
  ['phone', '(?:nomor )?(?:hp|telepon)'],
  ['email', '(?:alamat )?email'],
  ['qualification', '(?:data )?pendidikan'],
]

const THINGS: readonly (readonly [Grouping, string])[] = [
  [
    'unit',
    'opd|skpd|unit kerja|unit|dinas|instansi|perangkat daerah|kantor|kecamatan|kelurahan|puskesmas|sekolah|bidang|bagian',
  ],
  ['position', 'jabatan|posisi'],
  ['kind', 'jenis(?: kepegawaian| pegawai| asn)?(?! kelamin)|status(?: kepegawaian)?'],
  ['grade', 'golongan|pangkat'],
  ['sex', 'jenis kelamin|kelamin|gender'],
]
