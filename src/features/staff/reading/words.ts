import { fold } from '../../../indonesian/words.ts'

/** What is left of a question while it is read: whoever understands a part of it takes it out. */
export class Remaining {
  /** Folded words with one space around each; a bar stands where something was taken. */
  words: string

  constructor(words: string) {
    this.words = ` ${words} `
  }

  /** Takes the first place where a pattern fits whole words, and resolves to its groups; undefined where none does. */
  take(pattern: string): readonly string[] | undefined {
    const match = new RegExp(`(?<= )(?:${pattern})(?= )`).exec(this.words)
    if (match === null) return undefined
    this.words = this.words.replace(match[0], '|')
    return match.map((group) => group ?? '')
  }

  /** True where a pattern fits whole words; nothing is taken. */
  has(pattern: string): boolean {
    return new RegExp(`(?<= )(?:${pattern})(?= )`).test(this.words)
  }

  /** Takes every place where a pattern fits, without leaving a bar. */
  drop(pattern: string): void {
    this.words = this.words.replace(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'), '').replace(/ {2,}/g, ' ')
  }

  /** What nobody has understood, by the places that were taken. */
  get parts(): readonly string[] {
    return this.words
      .split('|')
      .map((part) => part.trim().replace(/ {2,}/g, ' '))
      .filter((part) => part !== '')
  }
}

/** A question as plain words: folded, short forms written out, and without the courtesies around it. */
export function plainly(text: string): string {
  const signs = text
    .replace(/>/g, ' lebih dari ')
    .replace(/</g, ' kurang dari ')
    .replace(/\bs[./]d\b\.?|(?<=\d )sd(?= \d)/gi, ' sampai ')
    .replace(/(?<=\d)\s*[-–]\s*(?=\d)/g, ' sampai ')
    .replace(/\b(i{1,3}|iv|[1-4])\s*[/-]\s*([a-e])\b/gi, '$1$2')
  return bare(inFull(fold(signs)).replace(/\bsatpol pp\b/g, 'satpol'))
}

/** Folded words with short forms written out: "smp negeri 7" of "smpn 7". */
export function inFull(words: string): string {
  return words
    .split(' ')
    .map((word) => WRITTEN_OUT.get(word) ?? word)
    .join(' ')
}

/** The words of a name in what may be no more than that: "cari Sri Wahyuni", "siapa bu sri"; undefined for all else. */
export function nameIn(text: string): string | undefined {
  return NAME_ALONE.exec(plainly(text))?.[1]
}

/** The NIP in what is no more than that: "cari 19850315 201001 2 001"; undefined for all else. */
export function nipIn(text: string): string | undefined {
  const digits = NIP_ALONE.exec(text.trim())?.[1]?.replaceAll(/\D/g, '')
  return digits?.length === 18 ? digits : undefined
}

const NIP_ALONE =
  /^(?:(?:cari|carikan|lihat|siapa|data|profil|pegawai|dengan|nip)[ :.]+)*(\d[\d .,'-]{16,30})\W*$/i
const NAME_ALONE =
  /^(?:(?:tolong |coba )?(?:cari|carikan|lihat|tampilkan|siapa|siapakah|siapa itu|data|profil|pegawai|bernama)(?: pegawai| data| nama| itu)* )?(?:(?:pak|bapak|bpk|bu|ibu|mas|mbak|kang|teh|dr|drs|dra|h|hj) )*((?!(?:siapa|saya|pegawai)\b)[a-z]{3,}(?: (?!(?:siapa|saya|pegawai)\b)[a-z]+){0,4}?)(?: siapa| itu siapa)?$/

/** Words by which a question is known to ask about a rule, or about anything else than who and how many. */
export const asksForRule = (words: string): boolean => RULE.test(words)

function bare(words: string): string {
  const before = words.replace(COURTESY, '').replace(CLOSING, '')
  return before === words ? words : bare(before)
}

const ASKER =
  'berapa|siapa|siapakah|jumlah|daftar|tolong|mohon|minta|coba|ada|total|rata|nama|hitung|tampilkan|mau|saya mau|ingin|izin|boleh|bisa'
const COURTESY = new RegExp(
  `^(?:halo|hai|hallo|hi|permisi|punten|maaf|assalamualaikum|abdi|min|admin|kak|gan|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam|(?:pak|bu|bapak|ibu|mas|mbak|kang|teh)(?= (?:${ASKER}) )|(?:saya )?(?:mau|ingin|pengen|boleh|bisa|izin|hendak|numpang) (?:saya )?(?:tanya|bertanya|tahu|tau|minta|lihat|dibantu|nanya|cek)(?: dong| dulu)?|tolong|mohon|minta tolong|coba|bantu|dibantu|minta|cek|info|mohon info)(?: |$)`,
)
const CLOSING =
  / (?:ya|yah|sih|dong|nih|deh|kak|min|gan|pak|bu|mas|mbak|terima kasih|makasih|trims|thanks|tolong|dulu)$/

const SHORT: Readonly<Record<string, string>> = {
  berapa: 'brp brapa brpa berapakah',
  jumlah: 'jml jmlh jumlh jumlahnya banyaknya totalnya',
  yang: 'yg',
  dengan: 'dgn dg',
  tahun: 'thn th taun',
  bulan: 'bln',
  saya: 'sy aku gue gw gua ane',
  orang: 'org orangnya',
  pppk: 'p3k',
  golongan: 'gol golongannya',
  umur: 'umurnya',
  usia: 'usianya',
  belum: 'blm blom',
  tidak: 'tdk gak ga nggak enggak tak',
  nomor: 'no nmr nomer nomornya',
  telepon: 'telp tlp telpon telfon teleponnya',
  hp: 'handphone ponsel hape hpnya wa whatsapp wanya kontak kontaknya',
  email: 'surel emailnya imel',
  nip: 'nipnya',
  nama: 'namanya',
  atasan: 'atasannya bos boss',
  bawahan: 'bawahannya',
  jabatan: 'jabatannya',
  aja: 'aj',
  saja: 'sj',
  sampai: 'sampe hingga',
  antara: 'antr',
  pegawai: 'pegawainya pgw pegawe karyawan',
  kecamatan: 'kec',
  kelurahan: 'kel',
  puskesmas: 'pkm puskes',
  perempuan: 'wanita cewek cewe pr',
  sekarang: 'skrg skg',
  'laki laki': 'laki2 lelaki pria cowok cowo lk',
  'rata rata': 'rata2 rerata rataan',
  'siapa saja': 'siapa2',
  'buah saya': 'buahku',
  'di atas': 'diatas',
  'di bawah': 'dibawah',
  'sd negeri': 'sdn',
  'smp negeri': 'smpn',
  'kepala bidang': 'kabid',
  'kepala bagian': 'kabag',
  'kepala dinas': 'kadis kadin',
  'kepala badan': 'kaban',
  'kepala puskesmas': 'kapus',
  'kepala sekolah': 'kepsek',
  'kepala seksi': 'kasie',
  'kepala subbagian': 'kasubag kasubbag',
  'sekretaris dinas': 'sekdis',
  'sekretaris camat': 'sekcam',
  'atasan saya': 'atasanku',
  'bawahan saya': 'bawahanku',
  'jabatan saya': 'jabatanku',
  'nip saya': 'nipku',
  'pranata komputer': 'prakom',
  pengemudi: 'sopir supir driver',
}
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries(SHORT).flatMap(([whole, short]) =>
    short.split(' ').map((word): [string, string] => [word, whole]),
  ),
)

const RULE = new RegExp(
  `\\b(?:${[
    'cuti\\w*|gaji\\w*|tunjangan\\w*|tpp|tukin|thr|honor|insentif|potong\\w*|dipotong|sanksi\\w*|hukuman\\w*|hukdis|hukumnya|dasar hukum|disiplin|pelanggaran|melanggar|bolos|mangkir',
    'aturan\\w*|peraturan\\w*|ketentuan|pasal|ayat|uu|pp|perpres|permen\\w*|perwal|perda|dasar|syarat\\w*|persyaratan|cara|caranya|prosedur|alur|mekanisme|tahapan',
    'boleh|bolehkah|bisa|bisakah|bs|harus|wajib|perlu|sebaiknya|seharusnya|hak|haknya|berhak|kewajiban|larangan|dilarang|larang|izin|ijin',
    'kenapa|knp|mengapa|bagaimana|gimana|gmn|apakah|kalau|kalo|klo|kl|jika|bila|apabila|misal\\w*|seandainya|walau\\w*|karena|krn|sebab|supaya|agar|untuk naik|buat apa',
    'jam|hari|harian|lama|lamanya|batas\\w*|maksimal|maks|maksimum|minimal|minimum|kali|persen|digit|angka|rumus|bobot',
    'usul\\w*|mengusulkan|ngusulin|mengurus|urus|cerai|nikah|menikah|istri|suami|anak(?! buah)|janda|duda|uang|dana|tarif|biaya|bayar|dibayar',
    'skp|kinerja|nilai|penilaian|menilai|dinilai|predikat|menetapkan|netapin|menentukan|nentuin|berwenang|kewenangan|melantik|dilantik|diangkat|pengangkatan|memberhentikan|diberhentikan|pemberhentian|menandatangani|tanda tangan|menyetujui|mencabut',
    'kenaikan|naik|masa|kontrak|perpanjang\\w*|seleksi|panitia|tim|lapor|melapor|dapat|dapet|mendapat\\w*|artinya|arti|maksud|maksudnya|dimaksud|disebut|beda|perbedaan|contoh|jadi|menjadi|masuk|ikut|termasuk|merangkap|rangkap|mendaftar|lulus tes',
    'honorer|cpns|capeg|kapan(?! saya pensiun)|paling(?! (?:banyak|sedikit))|alamat\\w*|buka|bikin|berkas\\w*|dokumen|surat|sk|wfh|wfa|lembur|absen\\w*|presensi|upacara|seragam|kode etik|etik|sumpah|saksi|pembina|pensiun dini|mundur|pindah|mutasi ke|tugas belajar|diklat|hamil|melahirkan|sakit',
  ].join('|')})\\b`,
)
