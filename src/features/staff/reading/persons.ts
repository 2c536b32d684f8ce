import type { Asked } from '../query.ts'
import type { Remaining } from './words.ts'

/** Somebody who is asked about: oneself, whoever heads an office, or somebody by name. */
export interface AboutPerson {
  readonly who: 'self' | 'supervisor' | 'head' | 'person'
  readonly ask?: Asked
  readonly name?: string
  readonly of?: 'me'
  /** The words of the office somebody heads. */
  readonly office?: string
}

const STOP =
  'di|dari|pada|yang|berapa|apa|siapa|kerja|bekerja|dinas|tugas|bertugas|ada|itu|sekarang|ini|jabatan|unit|nomor|hp|email|nip|di mana|dimana|mana|dan|golongan'
const HONORED = '(?:pak|bapak|bpk|bu|ibu|mas|mbak|kang|teh|sdr|sdri|saudara|saudari)'
const NAME = `((?!(?:${STOP}) )[a-z]+(?: (?!(?:${STOP}) )[a-z]+){0,4})`
const SUPERVISOR = 'atasan(?: langsung)?(?: dari)?'
const FIELDS: readonly (readonly [Asked, string])[] = [
  ['phone', '(?:nomor )?(?:hp|telepon)(?: pribadi)?|nomor(?= (?:pak|bapak|bu|ibu|mas|mbak) )'],
  ['email', '(?:alamat )?email(?: pribadi)?'],
  ['nip', '(?:nomor )?nip'],
]
const KIND_OF_OFFICE = /^(?:dinas|badan|kecamatan|kelurahan|puskesmas|sekolah|bidang|bagian|uptd|upt|sd|smp)$/
/** Who heads an office, by what the position is called, and the word the office's name then begins with. */
const HEADS: readonly (readonly [head: string, office: string])[] = [
  [
    '(?:kepala|pimpinan|ketua)(?! [a-z]+ (?:di|se|dari|pada|siapa|saja|yang) )(?= (?:dinas|badan|kecamatan|kelurahan|puskesmas|rsud|inspektorat|satuan|satpol|kantor|uptd|upt|sd|smp|sekretariat) )',
    '',
  ],
  [
    '(?:kepala|pimpinan)(?= (?!sekolah|bidang|bagian|seksi|sub\\w*|urusan|ruang\\w*|instalasi|tata|unit|puskesmas))',
    '',
  ],
  ['camat(?= [a-z])', 'kecamatan'],
  ['lurah(?= [a-z])', 'kelurahan'],
  ['direktur(?= (?:rsud|rs|rumah) )', ''],
  ['ka(?=(?:dinkes|dindik|disdik|dindikbud|dishub|dinsos|disnaker|diskominfo|bapenda|bappeda|bkpsdm) )', ''],
]

/** The person a question is about; undefined where it is about several or none. Names are taken as they are said. */
export function personIn(said: Remaining, explicit: boolean, original: string): AboutPerson | undefined {
  const own = selfIn(said)
  if (own !== undefined) return own
  if (said.take(`(?:nama )?${SUPERVISOR} saya`)) return { who: 'supervisor', of: 'me' }
  const ofNamed =
    said.take(`${SUPERVISOR} ${HONORED} ${NAME}`) ?? unhonored(said, explicit, original, `${SUPERVISOR} `)
  if (ofNamed) return { who: 'supervisor', name: ofNamed[1] ?? '' }
  const ask = FIELDS.find(([, pattern]) => said.has(pattern))
  const head = headIn(said, ask !== undefined)
  if (ask !== undefined) {
    const [field, pattern] = ask
    if (head) {
      said.take(pattern)
      return { ...head, ask: field }
    }
    const before = said.words
    said.take(pattern)
    const named =
      said.take(`(?:dari |milik |punya )?${HONORED} ${NAME}`) ?? unhonored(said, explicit, original)
    if (named) return { who: 'person', name: named[1] ?? '', ask: field }
    said.words = before
    return undefined
  }
  if (head) return head
  return placed(said)
}

/** Whose direct reports are meant: one's own, or those of somebody by name. */
export function reportsIn(said: Remaining): string | undefined {
  const REPORTS = '(?:bawahan|anak buah|anggota tim|staf)(?: langsung)?'
  if (said.take(`${REPORTS} saya`)) return 'me'
  return said.take(`${REPORTS} (?:dari )?${HONORED} ${NAME}`)?.[1]
}

function selfIn(said: Remaining): AboutPerson | undefined {
  const forms: readonly (readonly [Asked, string])[] = [
    ['nip', 'nip saya'],
    ['position', 'jabatan saya(?: apa)?'],
    ['grade', '(?:golongan|pangkat) saya(?: apa| berapa)?|saya (?:golongan|pangkat)(?: apa| berapa)'],
    [
      'unit',
      'unit(?: kerja)? saya(?: apa| di ?mana)|saya (?:kerja |bekerja |tugas |bertugas )?(?:di )?unit(?: kerja)? (?:mana|apa)',
    ],
    ['retirement', 'kapan saya pensiun|saya pensiun kapan'],
    ['phone', 'nomor (?:hp|telepon) saya(?: yang tercatat)?'],
    ['email', 'email saya(?: yang tercatat)?'],
  ]
  const found = forms.find(([, pattern]) => said.take(pattern))
  return found && { who: 'self', ask: found[0] }
}

function headIn(said: Remaining, contact: boolean): AboutPerson | undefined {
  if (!contact && !said.has('siapa|siapakah')) return undefined
  const before = said.words
  for (const [head, office] of HEADS) {
    const match = said.take(
      `(?:nama )?(?:${HONORED} )?(?:plt |plh |pj )?${head.replace(/^ka\(/, 'ka(')} ?((?!(?:siapa|siapakah) )[a-z0-9]+(?: (?!(?:siapa|siapakah|sekarang|saat|itu|berapa|nama|yang|di) )[a-z0-9]+){0,7})`,
    )
    // "siapa saja kepala dinas" names no office
    if (match && KIND_OF_OFFICE.test(match[1] ?? '')) said.words = before
    else if (match) return { who: 'head', office: [office, match[1]].filter((word) => word).join(' ') }
  }
  return undefined
}

/** A name without an honorific is taken where it was written as one, with capitals, or asked for by the command. */
function unhonored(
  said: Remaining,
  explicit: boolean,
  original: string,
  before = '',
): readonly string[] | undefined {
  const name = new RegExp(`(?<= )${before}${NAME}(?= )`).exec(said.words.replace(/\|/g, ' berapa '))?.[1]
  if (name === undefined) return undefined
  const isWritten = name
    .split(' ')
    .every((word) => new RegExp(`\\b${word.charAt(0).toUpperCase()}${word.slice(1)}\\b`).test(original))
  return explicit || isWritten ? said.take(`${before}(${name})`) : undefined
}

/** Where somebody works, or as what. */
function placed(said: Remaining): AboutPerson | undefined {
  const where = said.take(
    `${HONORED} ${NAME} (?:(?:itu )?(?:kerja|bekerja|tugas|bertugas|dinas)(?:nya)? ?)?(?:di ?mana|di (?:unit|dinas|opd) (?:mana|apa))`,
  )
  if (where) return { who: 'person', name: where[1] ?? '', ask: 'unit' }
  const what = said.take(`jabatan ${HONORED} ${NAME}(?: apa)?`) ?? said.take(`${HONORED} ${NAME} jabatan apa`)
  return what && { who: 'person', name: what[1] ?? '', ask: 'position' }
}
