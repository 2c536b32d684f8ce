/**
 * True when a folded text speaks of what Abdi knows rules about. Whatever else it looks like, it is then searched:
 * turning a question away that could be answered is worse than searching in vain.
 */
export function talksOfRules(said: string): boolean {
  return OFFICIALS.test(said) || CONDUCT.test(said)
}

/** True when it speaks of officials, their work and pay, or of a law: the part no other authority answers for. */
export function talksOfOfficials(said: string): boolean {
  return OFFICIALS.test(said)
}

const OFFICIALS = oneOf(
  // who
  'asn|pns|cpns|capeg|pppk|p3k|pegawai\\w*|honorer|tenaga kontrak|aparatur|abdi negara|pejabat\\w*|atasan\\w*|bawahan',
  'sekda|walikota|wali kota|bupati|camat|lurah|kades|kepala (?:dinas|desa|badan|sekolah|daerah)|kadis|guru|nakes',
  'kantor(?! (?:imigrasi|samsat|pajak|polisi|pos|pln|pdam|bpjs|pertanahan|kelurahan|cabang))|instansi|pemda|pemkot|pemkab|opd|skpd|bkd|bkn|bkpsdm|bkpp|menpan\\w*|panrb|kemenpan\\w*|birokrasi',
  // career, pay, duty
  'jabatan\\w*|pangkat\\w*|golongan|gol (?:i|ii|iii|iv|[1-4])[a-e]?|eselon|mutasi\\w*|dimutasi|rotasi|promosi|pensiun\\w*|dipensiunkan',
  'bup|tmt|skp|ekinerja|e kinerja|kinerja|angka kredit|diklat|latsar|tugas belajar|tubel|izin belajar|ukom|sk',
  'gaji\\w*|gajian|tpp|tukin|tunjangan\\w*|thr|lembur|sppd|spt tugas|surat tugas|perjalanan dinas|dinas (?:luar|aktif)|kedinasan',
  '(?:jam|masuk|hari) (?:kerja|kantor|dinas)|ngantor|absen\\w*|presensi|wfh|wfa|wfo|apel|seragam dinas|pakaian dinas|rumah dinas|mobil dinas|motor dinas|kendaraan dinas|pakai paspor dinas|paspor dinas',
  'cuti\\w*|bolos\\w*|hukdis|hukuman|dihukum|sanksi|disiplin|kode etik|pelanggaran|melanggar|poligami|satyalancana|satya lencana',
  // law and its sources
  'uu|undang|pp|perpres|permen\\w*|perwal|perda|perbup|pasal|ayat|aturan\\w*|peraturan\\w*|ketentuan|kebijakan|berwenang|wewenang|kewenangan',
)

const CONDUCT = oneOf(
  'melahirkan|terlambat|telat|dipecat|pecat|dipidana|pidana|denda|selingkuh|perselingkuhan|nikah\\w*|menikah|cerai|bercerai|perceraian|kawin|perkawinan|istri kedua|judi|narkoba|kampanye|netral\\w*|pemilu|pilkada|kerja|bekerja|hak|berhak|kewajiban|wajib|larangan|dilarang|izin',
  'pelayanan|layanan|maklumat|pengaduan|mengadu|ombudsman|informasi publik|keterbukaan|ppid|data pribadi|korupsi|suap|gratifikasi|lhkpn|lhkasn|kpk|pungli|pungutan|arsip\\w*|survei|skm|ikm',
  'ktp|ktpel|kartu keluarga|akta|dukcapil|disdukcapil|kependudukan|nik|pindah domisili|jkk|jkm|kecelakaan kerja|santunan|ahli waris|janda|duda',
)

function oneOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join('|')})(?:nya|ku|mu)?\\b`)
}
