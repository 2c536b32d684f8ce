import { fold } from '../../../indonesian/words.ts'

/** What of somebody's own is asked for; each has its words in `texts.ts`, which say where to look. */
export const PERSONAL_TOPICS = ['pay', 'savings', 'leave', 'residence', 'records'] as const
export type PersonalTopic = (typeof PERSONAL_TOPICS)[number]

/**
 * What of their own a person asks to look up ("cek TPP saya", "SK saya sudah jadi belum"); undefined where a rule
 * is asked about with oneself as the example ("TPP saya dipotong berapa persen kalau telat?").
 */
export function personalIn(text: string): PersonalTopic | undefined {
  const said = fold(text)
  if (said.split(' ').length > LONGEST) return undefined
  const record = CASES.find(([, form]) => form.test(said))
  if (record) return record[0]
  if (RULE.test(said)) return undefined
  return PERSONAL_TOPICS.find((topic) => FORMS[topic].some((form) => form.test(said)))
}

/** Whoever only wants to look something up says it briefly. */
const LONGEST = 16

/** Words that ask for a rule, not for a record. */
const RULE = new RegExp(
  `\\b(?:${[
    'kalau|kalo|klo|kl|jika|jk|bila|bilamana|apabila|misal|misalnya|seandainya|andai|sebagai|untuk naik|buat naik|artinya|maksudnya|maksud|pengaruh\\w*|ngaruh|berpengaruh|dampak\\w*|dianggap|dirahasiakan|mengikat|dipakai|dicatut|disalahgunakan|disebar|bocor|izin|ijin|cabut|mencabut|katanya|apa (?:aja|saja)',
    'boleh|bolehkah|bisa|bs|bisakah|dapat|dapatkah|harus|wajib|perlu|sebaiknya|seharusnya|berhak|hak|haknya',
    'aturan\\w*|peraturan\\w*|ketentuan|dasar|dasarnya|hukum|hukumnya|pasal|ayat|uu|pp|perpres|permen\\w*|perbkn|perwal|data pribadi',
    'sanksi|hukuman|dihukum|hukdis|pelanggaran|disiplin|dipotong|potong|potongan|pemotongan|dipangkas|dikurangi|dihentikan|ditunda|dicabut|dibatalkan|diblokir|ditolak|ditahan|dipersulit',
    'karena|krn|gara|sebab|akibat|kenapa|knp|mengapa|maksimal|maks|minimal|paling|batas|syarat|persyaratan|prosedur|mekanisme|tata cara|alur|rumus|hitungan|perhitungan|menghitung|dihitung|hitung|persen|persentase|idealnya|normalnya|biasanya|umur|usia|berapa (?:lama|hari|bulan|tahun|kali)',
    'lapor|melapor|mengadu|siapa|atasan|pejabat|mundur|resign|berhenti|nyaleg|nyalon|keberatan|gugat|menggugat|banding|tuntut|menuntut|kemana|ke mana|apa yang|ngapain|sudah .* kapan|meninggal|pindah|mutasi|cerai|nikah|menikah|suami|istri|anak',
    '(?:\\d+|satu|dua|tiga|empat|lima|enam) ?(?:tahun|thn|th|bulan|bln|hari|minggu|jam|kali|persen)',
    '(?:gimana|bagaimana|gmn|gmna|piye|kumaha)(?! (?:kabar|status|proses|progres|perkembangan))',
    'sehari|seminggu|semingguan|setahun|sebulan|berbulan bulan|bertahun tahun|golongan|gol|selama|sejak|setelah|sesudah|sebelum',
  ].join('|')})\\b`,
)

const MINE =
  '(?:saya|sy|aku|ak|gue|gw|gua|ane|kami|abdi|kulo|kula|urang|(?:pak|bapak|bu|ibu|mas|mbak|kang|teh) (?!saya|yang|yg)[a-z]+)'
/** A word between a thing and whose it is; where one of these comes between, something else is asked. */
const BETWEEN = '(?!(?:apa|apakah|berapa|kapan|siapa|gak|ga|tidak|belum|sudah|tetap|dan|atau|yang|yg)\\b)\\w+'
const CHECK =
  '(?:cek|cekin|cekkan|ngecek|check|lihat|liat|ngeliat|melihat|lacak|melacak|pantau|tampilkan|tunjukkan|status|statusnya|progres|progress|kabar)'
const DONE =
  '(?:cair|cairnya|keluar|turun|terbit|jadi|selesai|kelar|beres|masuk|ditransfer|transfer|dibayar|diproses|proses|sampai|dikirim|acc|di acc|disetujui|update|terupdate|diperbarui|muncul|ada|dicetak|ditangani|diputus|dibalas|dijawab|ditanggapi|ditindaklanjuti|medal|mudun|kaluar)'
const PROGRESS = [
  `(?:sudah|udah|udh|dah|sdh|wis|wes|geus|atos) (?:\\w+ )?${DONE}`,
  `(?:belum|blm|blum|durung|dereng|acan|teu acan|gak|ga|tidak|tdk|nggak) (?:juga |jg |kunjung |pernah )?${DONE}`,
  `(?:kapan|kpn|iraha) (?:\\w+ ){0,2}?${DONE}`,
  '(?:sampai|sampe|nyampe|nyampai|tekan|dugi) (?:di ?)?mana',
  '(?:gimana|bagaimana|gmn|piye|kumaha) (?:kabar|status|proses|progres|perkembangan)\\w*',
].join('|')
const AMOUNT =
  '(?:(?:tahun|thn) lalu )?(?:tinggal )?(?:berapa|brp|sabaraha|piro|pira)(?: (?:sekarang|ya|yah|bulan ini|tahun lalu|thn lalu|skrg|sisanya|lagi|sih|hari|hr))*$'
const WRONG =
  '(?:salah|keliru|error|tertukar|ketuker|typo|beda|berbeda|tidak sesuai|gak sesuai|ga sesuai|tidak cocok|gak muncul|tidak muncul)(?: (?:nih|min|pak|bu|kak|ya|di (?:sk|myasn|siasn|aplikasi|sistem|simpeg)))*$'

/** What only a record can tell, even where a word of a rule stands beside it: this month's pay, the way of a request. */
const CASES: readonly (readonly [PersonalTopic, RegExp])[] = [
  [
    'pay',
    new RegExp(
      `\\b(?:gaji|tpp|tukin|tunjangan|thr|uang makan|honor) ${MINE} (?:\\w+ ){0,2}?(?:bulan|bln) (?:ini|kemarin|kemaren|kmrn|lalu) (?:\\w+ ){0,3}?(?:kurang|berkurang|kepotong|separuh|separo|setengah|telat|hilang|selisih)\\b`,
    ),
  ],
  ['leave', new RegExp(`\\b${CHECK} (?:rekap )?(?:absen|absensi|presensi|sisa cuti) (?:\\w+ )?${MINE}\\b`)],
  [
    'records',
    new RegExp(
      `^(?:tolong |coba |minta |mohon )?(?:cek|cekin|lihat|lihatkan|carikan) (?:nip|nik|golongan|pangkat|data|sk)\\b.*\\b${MINE}\\b`,
    ),
  ],
  [
    'records',
    new RegExp(
      `\\b(?:usulan|usul|pengajuan|permohonan|aduan|pengaduan|berkas)(?: \\w+)? ${MINE}\\b(?: \\w+){0,6}? (?:sampai|sampe|nyampe) (?:di ?)?mana\\b`,
    ),
  ],
  [
    'records',
    new RegExp(
      `\\b(?:aduan|pengaduan|laporan|permohonan)(?: \\w+)? ${MINE}\\b.*\\bstatus(?:nya)? (?:sudah|udah|udh|sdh|belum|blm)\\b`,
    ),
  ],
]

/** A thing of one's own, next to a wish to see it or a word on how it stands, before or after. */
function forms(thing: string, ...asked: readonly string[]): readonly RegExp[] {
  const own = `(?:(?:${thing}) (?:${BETWEEN} ){0,3}?${MINE}|(?:${thing})ku)`
  const stands = asked.join('|')
  return [
    new RegExp(`\\b${CHECK} (?:\\w+ ){0,3}?${own}\\b`),
    new RegExp(`\\b${own} (?:\\w+ ){0,4}?(?:${stands})(?![\\p{L}])`, 'u'),
    new RegExp(`\\b(?:kapan|kpn|iraha|apakah|apa) (?:\\w+ )?${own} (?:\\w+ )?${DONE}\\b`),
    new RegExp(`\\b(?:kapan|kpn|iraha) (?:cair|cairnya|turun|keluar|terbit) (?:\\w+ )?${own}$`),
    new RegExp(`^(?:mana|di mana|dimana) ${own}$`),
  ]
}

/** The thing alone, with or without how much of it there is. */
function amounts(thing: string): readonly RegExp[] {
  return [new RegExp(`^(?:berapa |brp )?(?:${thing}) (?:\\w+ )?${MINE}(?: sekarang| bulan ini| ya)*$`)]
}

const FORMS: Readonly<Record<PersonalTopic, readonly RegExp[]>> = {
  pay: [
    ...forms(
      'gaji|tpp|tukin|tunjangan|thr|rapel|rapelan|uang makan|slip gaji|uang lembur|honor|insentif',
      PROGRESS,
      AMOUNT,
    ),
    ...amounts('gaji|tpp|tukin|thr'),
  ],
  savings: [
    ...forms('saldo|taspen|tabungan|uang pensiun|taperum|tapera', PROGRESS, AMOUNT),
    ...amounts('saldo \\w+|saldo'),
  ],
  leave: [
    ...forms(
      'sisa cuti(?: tahunan)?|pengajuan cuti|usulan cuti|permohonan cuti|rekap absen',
      PROGRESS,
      AMOUNT,
    ),
    ...amounts('sisa cuti(?: tahunan)?'),
  ],
  residence: forms('ktp|e ktp|ktpel|kk|kartu keluarga|akta|akte|kia', PROGRESS),
  records: forms(
    'sk|surat keputusan|nip|nomor induk|nilai skp|predikat|permohonan informasi|pengaduan|aduan|laporan|skp|ekinerja|e kinerja|berkas|usulan|usul|pengajuan|pengusulan|kenaikan pangkat|karpeg|kartu pegawai|karis|karsu|kgb|angka kredit|data|nama|tmt|pertek|masa kerja|biodata',
    PROGRESS,
    WRONG,
    AMOUNT,
  ),
}
