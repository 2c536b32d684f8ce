import { fold } from '../../../indonesian/words.ts'
import { APA, BERAPA, GIMANA, SIAPA, sign, TAG, TIDAK } from './chat-words.ts'

/** What a question wants to know. `permission` is every yes or no; `source` asks for the law itself. */
export type Intent =
  | 'source'
  | 'difference'
  | 'definition'
  | 'duration'
  | 'amount'
  | 'who'
  | 'where'
  | 'time'
  | 'procedure'
  | 'requirement'
  | 'list'
  | 'sanction'
  | 'right'
  | 'reason'
  | 'permission'

/** The most telling first; a question may have several. */
const SIGNS: readonly (readonly [Intent, RegExp])[] = [
  [
    'source',
    sign(
      `dasar(?:nya| hukum(?:nya)?)? ${APA}|(?:apa|mana) dasar(?:nya)?(?: hukum(?:nya)?)?|dasarnya|dasar hukum(?:nya)?|landasan(?:nya| hukum)?|pasal(?:nya)? (?:${BERAPA}|mana|${APA})|(?:aturan|peraturan|regulasi)(?:nya)? (?:mana|yang mana|nomor ${BERAPA}|no ${BERAPA})|diatur (?:di ?mana|dmn|dimana|pasal)`,
    ),
  ],
  ['difference', sign('beda(?:nya|kah|in)?|perbedaan(?:nya)?|membedakan|bandingkan|perbandingan|vs|versus')],
  [
    'definition',
    sign(
      `${APA} (?:itu|sih|arti|artinya|maksud|maksudnya|pengertian|definisi)(?! (?:aja|saja))|(?:yang|yg) dimaksud|maksud(?:nya)?|pengertian(?:nya)?|definisi(?:nya)?|arti(?:nya)?|(?:itu|tuh|teh|adalah) ${APA}${TAG}$|apaan`,
    ),
  ],
  [
    'duration',
    sign(
      `${BERAPA} (?:lama|lm|hari|hr|bulan|bln|minggu|mgg|pekan|jam|menit|semester)|(?:lama|lm)(?:nya)? (?:waktu )?(?:${BERAPA}|${APA})|lamanya|selama ${APA}|${BERAPA} (?:tahun|thn|th)(?! (?:umur|usia))|(?:jangka|batas|tenggang|tenggat|lama) ?waktu(?:nya)?|tenggat(?:nya)?|deadline(?:nya)?|durasi(?:nya)?|paling (?:lambat|lama)(?:nya)?|(?:sampai|sampe|smp|hingga) kapan`,
    ),
  ],
  ['amount', sign(`${BERAPA}|umur|usia|besaran(?:nya)?|nominal(?:nya)?|persentase(?:nya)?|jumlah(?:nya)?`)],
  [
    'who',
    sign(`(?:oleh |sama |ke |kepada )?${SIAPA}|pejabat (?:mana|${APA})|(?:wewenang|kewenangan)(?:nya)?`),
  ],
  [
    'where',
    sign(
      `(?:ke|di|lewat|dari) ?mana|kemana|kmn|kmana|dimana|dmn|dmana|darimana|(?:ke|kepada|sama|lewat) ${SIAPA}`,
    ),
  ],
  [
    'time',
    sign(
      `kapan|kapankah|kpn|kpan|(?:tanggal|tgl|jam|pukul) ${BERAPA}|(?:bulan|hari|tanggal|tahun|jam) ${APA}`,
    ),
  ],
  [
    'procedure',
    sign(
      `(?:tata )?cara(?:nya)?|prosedur(?:nya)?|langkah(?:nya)?|alur(?:nya)?|mekanisme(?:nya)?|proses(?:nya)? ${GIMANA}|${GIMANA} (?:proses|alur|cara|ngurus|urus|mengurus|mengajukan|ngajuin|ajukan|melapor|lapor|daftar|minta)\\w*|(?:ngurus|ngajuin|mengajukan|mengurus)\\w* ${GIMANA}`,
    ),
  ],
  [
    'requirement',
    sign(
      `syarat(?:nya)?|persyaratan(?:nya)?|syaratnya|kriteria(?:nya)?|(?:dokumen|berkas|surat|lampiran)(?:nya)? ${APA}|(?:butuh|perlu|harus punya) ${APA}|kualifikasi(?:nya)?`,
    ),
  ],
  [
    'list',
    sign(
      `${APA} (?:saja|aja|sj|aj|ja)|apa2|apa apa|sebutkan|jenis(?:nya| jenis)?|jenis2|macam(?:nya| macam)?|macam2|ada ${BERAPA}|ada ${APA}|mana (?:saja|aja)|siapa (?:saja|aja)`,
    ),
  ],
  [
    'sanction',
    sign(
      `sanksi(?:nya)?|sangsi(?:nya)?|kena (?:${APA}|hukum\\w*|denda|pasal)|hukum(?:an|annya)|hukdis(?:nya)?|dihukum|dipecat|pecat|ancaman(?:nya)?|pidana(?:nya)?|denda(?:nya)?|akibat(?:nya)?|konsekuensi(?:nya)?|r[ie]siko(?:nya)?`,
    ),
  ],
  ['right', sign(`hak(?:nya| hak)?|haknya|berhak|(?:dapat|dpt|dapet) ${APA}`)],
  ['reason', sign(`kenapa|knp|knapa|mengapa|alasan(?:nya)? ${APA}|${APA} alasan(?:nya)?`)],
  [
    'permission',
    sign(
      `boleh(?:kah)?|blh|bolehin|bisakah|(?:bisa|bs|dapat|dpt|wajib|harus|perlu|masih|kena|sah|termasuk|ada) ${TIDAK}|apakah|apkah|haruskah|wajibkah|dilarang|larangan|dibolehkan|diperbolehkan|diizinkan|dijinkan|${TIDAK}${TAG}$|(?:bisa|harus|wajib|perlu) \\w+(?: \\w+)* ${TIDAK}${TAG}$`,
    ),
  ],
]

/** What a question asks for, in chat Indonesian too ("brp lama", "kena apa", "boleh ga"), the most telling first. */
export function intentsOf(question: string): readonly Intent[] {
  const said = fold(question)
  const found = SIGNS.filter(([, words]) => words.test(said)).map(([intent]) => intent)
  if (found.length === 0 && (question.trimEnd().endsWith('?') || MAY.test(said))) return ['permission']
  return found.filter((intent) => !OVERRULED[intent]?.some((other) => found.includes(other)))
}

/** Words of leave and duty: without any question word beside them they ask for a yes or no. */
const MAY = sign('bisa|bs|boleh|berhak|wajib|harus|perlu|sah|termasuk|masih')

/** An intent that a more telling one explains away: who punishes is no question for the punishment. */
const OVERRULED: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  amount: ['duration', 'source', 'time'],
  sanction: ['who', 'where', 'time', 'procedure', 'definition'],
  definition: ['difference', 'list'],
  who: ['source'],
  where: ['source'],
  reason: ['requirement', 'list'],
}
