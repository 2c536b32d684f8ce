import { texts } from '../../src/features/questions/texts.ts'
import type { Found } from '../../src/regulations/search.ts'

/** What people read, in Indonesian. */
export const t = texts.id

/** The official text of the pasal that most tests quote from, as it is stored. */
export const PASAL_9 = `(1) Hukuman Disiplin ringan dijatuhkan bagi pelanggaran terhadap kewajiban yang berdampak negatif pada Unit Kerja.
(2) Hukuman Disiplin ringan sebagaimana dimaksud dalam Pasal 8 ayat (1) huruf a dijatuhkan bagi PNS yang tidak memenuhi ketentuan:
a. mengutamakan kepentingan negara daripada kepentingan pribadi;
b. Masuk Kerja dan menaati ketentuan jam kerja yang berdampak pada Unit Kerja berupa:
1. teguran lisan bagi PNS yang tidak Masuk Kerja tanpa alasan yang sah selama 3 (tiga) hari kerja dalam 1 (satu) tahun;
2. teguran tertulis bagi PNS yang tidak Masuk Kerja tanpa alasan yang sah selama 4 (empat) sampai dengan 6 (enam) hari kerja dalam 1 (satu) tahun; dan
3. pernyataan tidak puas secara tertulis bagi PNS yang tidak Masuk Kerja tanpa alasan yang sah selama 7 (tujuh) sampai dengan 10 (sepuluh) hari kerja dalam 1 (satu) tahun.
c. menggunakan dan memelihara barang milik negara dengan sebaik-baiknya.`

const REGULATION: Found['regulation'] = {
  id: 'pp-94-2021',
  number: '94',
  year: 2021,
  title: 'Disiplin Pegawai Negeri Sipil',
  abbreviation: 'PP Disiplin',
  status: 'berlaku',
  amended_by: [],
  revoked_by: [],
  since: '',
  unread: [],
}

let next = 1

/** A digest that was found, surely enough to answer from; what a test is about it says itself. */
export function digest(changes: Partial<Found> & { law?: Partial<Found['regulation']> } = {}): Found {
  const { law = {}, ...rest } = changes
  const passage = String(next++)
  return {
    passage,
    article: `${law.id ?? REGULATION.id}#${rest.pasal ?? '9'}`,
    regulation: { ...REGULATION, ...law },
    pasal: '9',
    ayat: null,
    huruf: null,
    heading: 'BAB III Hukuman Disiplin',
    origin: 'digest',
    official: null,
    title: 'Bolos 4-6 hari kerja: teguran tertulis',
    body: 'PNS yang tidak masuk kerja tanpa alasan yang sah 4 sampai 6 hari kerja dalam 1 tahun dijatuhi teguran tertulis. Ini hukuman ringan.',
    questions: ['bolos 5 hari pns sanksinya apa'],
    standing: { status: 'berlaku', by: [] },
    score: 1.5,
    checked: null,
    confidence: SURELY,
    ...rest,
  }
}

/** Confidences well within what the bot is certain of, gives as an answer, only shows, and does not show at all. */
export const SURELY = 5
export const NEVER = 0

/** A text without what makes it bold. */
export function plain(text: string): string {
  return text.replaceAll('**', '')
}
