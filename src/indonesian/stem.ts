/**
 * The stem of a folded Indonesian word: prefixes, suffixes, particles and possessives removed, the consonant
 * that a nasal prefix swallowed put back where the rules of the language say which (Tata Bahasa Baku Bahasa
 * Indonesia on meN- and peN-). The roots that matter most are known; of other words two forms meet by the rules,
 * whether or not the stem is a word.
 */
export function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
  const bare = cut(word, PARTICLES, 4)
  const alone = cut(bare, POSSESSIVES, 4)
  return known(word) ?? known(bare) ?? known(alone) ?? guess(alone)
}

/** The longest known root the word can be made of: at most two prefixes, at most one suffix. */
function known(word: string): string | undefined {
  const found: string[] = []
  const begun = [word, ...unprefixed(word), ...unprefixed(word).flatMap(unprefixed)]
  for (const start of begun)
    for (const suffix of SUFFIXES) {
      const root = start.endsWith(suffix) ? start.slice(0, start.length - suffix.length) : ''
      if (ROOTS.has(root)) found.push(root)
    }
  return found.sort((a, b) => b.length - a.length)[0]
}

/** By the rules alone, where the root is not known. */
function guess(word: string): string {
  const once = unprefix(word)
  const prefixed = once !== word
  const ended = cut(cut(once, ['kan'], 3), prefixed ? ['an', 'i'] : ['an'], prefixed ? 3 : 4)
  return prefixed ? ended : unprefix(ended)
}

const PARTICLES = ['lah', 'kah', 'pun']
const POSSESSIVES = ['nya', 'ku', 'mu']

const SUFFIXES = ['', 'kan', 'an', 'i']

/** Roots of the words that rules and people use most, and words that only look as if they had a prefix or a suffix. */
const ROOTS: ReadonlySet<string> = new Set(
  `
  abai abdi absensi acara acuan adil adu agama ahli ajak ajar aju akad akhir akibat akses aktif aktual aku
  alam alami alasan alat alih alokasi aman ambil anak ancam anggap anggaran anggota angkat angkut angsur
  anjur antar antara anut aparat apoteker arah arsip artikel asal asas asasi asing asuh atas atasan atur
  awal awas awat baca badan bagaimana bagi bagian bahan bahas bahasa bahaya baik bakar balas balik bandel
  banding bangga bangsa bangun bantu banyak barang baru batal batas bawa bawah bayar beasiswa beban bebas
  beda bekas beku bela belanja beli belum benah benar bencana benda bendahara bentuk berangkat beras berat
  beres berhenti beri berita berkala berkas bersama bersih besar besok biasa biaya bicara bidan bidang
  bimbing bina bocor bohong bolos bongkar buat bubar budaya bujuk buka bukti bulan bunuh bunyi buru buruk
  butuh cabut cacat cair cakap cakup calon campur cantum capai cari catat cegah cepat cerai cermat cipta
  coba cocok contoh copot curang curi cuti daerah daftar dalam damai damping dana dapat daripada dasar data
  datang daya debat dekat demo denda dengan dengar depan derita desa desak dewan dewasa diam didik digital
  dinas dipa direktur diri disiplin diskusi dispensasi dokter dokumen dorong dosen duduk duga dukung dunia
  edar ekonomi elektronik emban empat enggan evaluasi faham fasilitas formasi fungsi gabung gadai gaji
  gambar ganggu ganti gantung gelap gelar gerak gerakan giat golong gratifikasi gugat gugur guna gunting
  guru habis hadap hadiah hadir hak hakim halang hamil hancur hapus harap harga harta hasil hasut hati henti
  hibah hidup hilang himpun hina hindar hitung honorer hormat hubung hukum huruf hutang ibadah idap ijazah
  ikat ikut imbal imbang inap indah informasi ingat ingin ingkar instansi intervensi intimidasi iring isi
  istirahat istri iur izin jabat jabatan jadwal jaga jalan jalin jamin jaminan janda jangka jangkau janji
  jatuh jawab jemput jenguk jenis jenjang jera jual juang judi jujur jumlah kabar kabul kait kaji kalah kali
  kampanye kanan kandung kantor karena karya kasih kasus kawal kawan kawin kaya keadaan keberatan kebijakan
  kecamatan kecuali kejar kelas kelola keluar keluarga keluh kelurahan kemah kemarin kembali kembang kembar
  kemudian kemuka kena kenal kendali kepala kepolisian keras kerja kertas keruh kesan kesatuan ketahui ketat
  ketik ketua khianat khusus kirim kitab klaim komisi kompetensi komunikasi konsultasi kontrak koordinasi
  korban korupsi kosong kredit kritik kuasa kuat kukuh kuliah kumpul kunci kunjung kurang kurung kutip lahir
  lain laksana laku lalai lalu lama lamar lambat lampau lampir lancar landas langgar langkah langsung lanjut
  lantar lantik lapor larang larat lawan layak layan lebih leceh lecet lelaki lelang lembaga lengkap lepas
  lestari lewat libat libur lihat lindung lingkung lingkup lintas lirik lisan listrik lokasi lolos lonjak
  lowong luar luas lulus lunas luncur lupa lurus maaf mabuk macam mahal mahir main maju makan makna maksud
  malu mampu mandat mandiri manfaat mangkir martabat masalah masuk masyarakat materi mati mediasi menang
  meninggal menteri mentri mereka merupakan meterai milik minat minta minum mirip miskin mogok mohon moral
  muat muda mudah mufakat mula mulai mulia mundur mungkin murah murni musnah musyawarah mutasi mutu naik
  nama nasihat nasional naskah negara negeri netral niaga nikah nikmat nilai nonaktif nyaman nyata olah
  omong operasi orang organisasi pahala paham pajak pakai paket paksa paksi paling palsu pamit pandang
  panduan panggil pangkas pangkat panjang pantas pantau partai partisipasi pasang pasien pasti patuh payung
  pecah pecat pegang pegawai pelihara pemerintah pemuda pendapat pendapatan penduduk penelitian pengadaan
  pengadilan penghasilan penjara pensiun penting penuh peras peraturan perawat perbuatan percaya percepat
  perdata perempuan pergi perhatian perika periksa peringatan peringkat perintah periode perlu permisi
  pernah pernyataan pertama perusahaan pesan petugas piara pidana pikir pilih pimpin pindah pinjam pisah
  pita pokok poligami polisi politik potong prakarsa praktik presensi prestasi pribadi promosi proses protes
  provinsi publik pulang pulih pungut punya putar putus rahasia rampas rancang rangkai rangkap rapat rapel
  rasa rata rawat razia rekam rekan rekening rekrut rela rencana rendah renggang resmi retas rinci rincian
  ringan ringkas rintis rokok rombak rotasi rubah rugi rujuk rukun rumah rumus rundung rusak sabar sadar sah
  saing saji sakit saksi sakti salah salin salur sama sampai samping sandang sandi sangat sanggah sanggup
  sanksi santun saran sarana sasar satu satuan sebab sebar sebelum sebut secara sedia segar segel sehat
  sejahtera sekarang sekolah sekretaris selama selamat selaras seleksi selenggara selesai selewat selidik
  selisih seludup seluruh sementara semester sempurna semua sendiri sengaja sengketa senjata seperti serah
  serang serap sering serta sertifikasi sertifikat sesama sesuai setara setia setiap setor setuju sewa
  sidang sidik sifat sikap simpan simpang singkat sinkron sisih sisip sita skors sosial standar status
  strategi suami suap suara subsidi sudah suka sukses sulit sumbang sumber sumpah sunat sungguh surat suruh
  susah susul susun swasta tabrak tabung tagih tahan tahu tahun tambah tampil tanam tanda tandatangan
  tanding tangan tangani tangga tanggap tangguh tanggung tangkal tangkap tarif tarik tata tawar tegas tegur
  tekan teknisi tekun telaah telantar teliti teman temani tempat tempuh temu tenaga tengah tentara tentu
  tepat terang terap terbit terhadap terima termin tersebut tertib teruskan tetap tewas tiba tidur tilang
  timbang timbul timpa tindak tindas tinggal tinggi tingkat tinjau tipu titip tolak tolong tonton topang
  tugas tuju tukar tulis tumbuh tunai tunda tunggak tunggal tunggu tunjang tunjuk tuntas tuntut turun turut
  tutup tutur uang ubah ujar uji ukur ulang umpan umum umur undang unduh undur unggah unggul ungkap unjuk
  unsur untung upah upaya urai urus urut usaha usia usul usut utama utang utus wafat wajib wakil walikota
  warga waris wawancara wenang wilayah wujud zakat
  `
    .trim()
    .split(/\s+/),
)

/** Prefixes, longest first, with what stands in place of a swallowed consonant before a vowel. */
const PREFIXES: readonly (readonly [prefix: string, before: RegExp, restored: string])[] = [
  ['menge', /^[^aiueo]{1,2}[aiueo]\w$/, ''],
  ['penge', /^[^aiueo]{1,2}[aiueo]\w$/, ''],
  ['meny', /^[aiueo]/, 's'],
  ['peny', /^[aiueo]/, 's'],
  ['meng', /^./, ''],
  ['meng', /^[aiueo]/, 'k'],
  ['peng', /^./, ''],
  ['peng', /^[aiueo]/, 'k'],
  ['mem', /^[aiueo]/, 'p'],
  ['mem', /^[aiueo]/, 'm'],
  ['pem', /^[aiueo]/, 'p'],
  ['pem', /^[aiueo]/, 'm'],
  ['mem', /^[bfvp]/, ''],
  ['pem', /^[bfvp]/, ''],
  ['men', /^[aiueo]/, 't'],
  ['men', /^[aiueo]/, 'n'],
  ['pen', /^[aiueo]/, 't'],
  ['pen', /^[aiueo]/, 'n'],
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
  return unprefixed(word).find((rest) => rest.length >= 4) ?? word
}

/** What may stand behind each prefix the word can begin with. */
function unprefixed(word: string): readonly string[] {
  return PREFIXES.flatMap(([prefix, before, restored]) => {
    const rest = word.slice(prefix.length)
    return word.startsWith(prefix) && rest.length >= 2 && before.test(rest) ? [restored + rest] : []
  })
}

function cut(word: string, endings: readonly string[], least: number): string {
  const ending = endings.find((e) => word.endsWith(e) && word.length - e.length >= least)
  return ending === undefined ? word : word.slice(0, -ending.length)
}
