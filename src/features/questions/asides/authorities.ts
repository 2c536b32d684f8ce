import { talksOfOfficials } from './rule-words.ts'

/** Who answers for what Abdi does not: each has its words in `texts.ts`. */
export const AUTHORITIES = [
  'licence',
  'vehicleTax',
  'police',
  'immigration',
  'health',
  'workers',
  'power',
  'water',
  'aid',
  'tax',
  'land',
  'wedding',
  'finance',
] as const
export type Authority = (typeof AUTHORITIES)[number]

/**
 * The authority a text asks for something Abdi has no rules on. Only a wish or trouble of a citizen counts
 * ("perpanjang SIM", "listrik padam"); whoever speaks of officials or of a law is searched for.
 */
export function authorityIn(said: string): Authority | undefined {
  if (said.split(' ').length > LONGEST || talksOfOfficials(said) || AS_A_RULE.test(said)) return undefined
  return AUTHORITIES.find((authority) => WANTED[authority].some((pattern) => pattern.test(said)))
}

/** A longer story may be about anything. */
const LONGEST = 20

/** Words that ask what is right, not how to get something. */
const AS_A_RULE =
  /\b(?:wajib|hukum\w*|pelaku\w*|pidana|dipidana|termasuk|ombudsman|pelayanan publik|standar pelayanan|bumd|bumn|nik|data (?:saya|pribadi|orang)|hak|haknya|berhak|boleh|bolehkah|kena apa|komplain|tercemar|kompensasi|ganti rugi|ganti kerugian|pungli|suap|korupsi|pelindungan|perlindungan|privasi|persetujuan|melahirkan|cerai|meninggal|kasus|lamaran|dukcapil|disdukcapil|pencatatan|berapa (?:hari|lama|tahun)|paling (?:lama|lambat)|maksimal|batas)\b/

const DO =
  '(?:perpanjang|perpanjangan|memperpanjang|bikin|buat|pembuatan|membuat|urus|ngurus|mengurus|ngurusin|cetak|ganti|balik nama|blokir|bayar|membayar|cek|ambil|daftar|mendaftar|pendaftaran|syarat|persyaratan|biaya|cara|tarif|klaim|mengklaim|cairkan|mencairkan|lapor|melapor|pasang|aktifkan|mengaktifkan|jadwal)'
const TROUBLE =
  '(?:hilang|rusak|mati|habis masa berlaku|kedaluwarsa|kadaluarsa|expired|nunggak|menunggak|tunggakan|nonaktif|tidak aktif|gak aktif|ga aktif|dinonaktifkan|ditolak|belum cair|gak dapat|ga dapat|tidak dapat|belum dapat|padam|bocor|macet|keruh|mahal|membengkak|(?:gak|ga|tidak|nggak) bisa)'

/** What is wanted, before or after what is wanted of it, with a few words between. */
function about(thing: string): readonly RegExp[] {
  return [
    new RegExp(`\\b${DO} (?:\\w+ ){0,2}?(?:${thing})\\b`),
    new RegExp(`\\b(?:${thing}) (?:\\w+ ){0,3}?(?:${DO}|${TROUBLE})\\b`),
  ]
}

const WANTED: Readonly<Record<Authority, readonly RegExp[]>> = {
  licence: [...about('sim|sim [abc]|stnk|bpkb|skck|plat nomor'), /\bsim (?:keliling|online)\b/],
  vehicleTax: [
    /\bpajak (?:motor|mobil|kendaraan|stnk|lima tahunan|5 tahunan)\b/,
    /\bsamsat (?:keliling|terdekat|online|buka)\b/,
  ],
  police: [
    /\b(?:kena|bayar|denda|surat) (?:e )?tilang\b|\betilang\b|\be tilang\b/,
    /\b(?:kemalingan|kecopetan|dijambret|dibegal|kecurian|(?:motor|mobil|hp|dompet|sepeda) (?:saya |aku |ku )?(?:hilang|dicuri|dimaling|dicolong))\b/,
  ],
  immigration: [...about('paspor|passport|visa|kitas'), /\bkantor imigrasi\b/],
  health: [
    ...about('bpjs(?: kesehatan)?|kartu bpjs|kartu indonesia sehat|kis'),
    /\biuran bpjs (?:kesehatan |mandiri )/,
    /\bturun kelas bpjs\b/,
  ],
  workers: [/\b(?:jht|bpjs ?tk|bpjs ketenagakerjaan|jamsostek|jmo)\b/],
  power: [
    /\b(?:listrik|lampu) (?:\w+ )?(?:padam|mati|jeglek|anjlok)\b|\bmati (?:listrik|lampu)\b|\bpemadaman listrik\b/,
    ...about('token listrik|meteran listrik|tagihan listrik|listrik|pln|kwh'),
  ],
  water: [
    ...about('pdam|air pdam|air ledeng|tagihan air|meteran air|air bersih|air minum'),
    /\bair (?:mati|gak ngalir|ga ngalir|tidak mengalir|gak keluar|keruh)\b/,
  ],
  aid: [
    /\b(?:dapat|dapet|daftar|terdaftar|penerima|cek|cair|nerima|menerima|pencairan|jadwal|kapan) (?:\w+ ){0,2}?(?:bansos|bantuan sosial|pkh|bpnt|blt|bst|kartu sembako|dtks|dtsen)\b/,
    /\b(?:bansos|pkh|bpnt|blt|dtks|dtsen) (?:\w+ ){0,3}?(?:cair|cairnya|dapat|dapet|terdaftar|daftar|kapan|belum|gak|tidak|cek|masuk)\b/,
  ],
  tax: [
    /\b(?:bikin|buat|daftar|cetak|aktifkan|aktivasi|lupa|hilang|validasi) (?:\w+ )?(?:npwp|efin|coretax)\b|\b(?:npwp|efin) (?:\w+ )?(?:hilang|lupa|mati|nonaktif)\b|\bcoretax\b/,
    /\b(?:lapor|ngisi|isi|telat lapor) spt (?:tahunan|pajak|online)\b/,
    /\b(?:bayar|cek|tagihan|lunas) (?:\w+ )?pbb\b/,
  ],
  land: [
    /\b(?:sertifikat|sertipikat) (?:tanah|rumah)\b|\bbalik nama (?:tanah|rumah|sertifikat)\b|\bptsl\b|\bsengketa tanah\b/,
  ],
  wedding: [
    /\b(?:daftar|pendaftaran) nikah\b|\bbuku nikah (?:\w+ )?(?:hilang|rusak)\b|\bbiaya nikah di kua\b/,
  ],
  finance: [
    /\b(?:diteror|ditagih|teror|tagihan|terjerat|lunasi|utang|hutang|bayar) (?:\w+ )?(?:pinjol|pinjaman online|debt collector)\b|\bcek (?:slik|bi checking)\b/,
  ],
}
