import { describe, expect, it } from 'vitest'
import {
  allThemes,
  kindOf,
  OTHER,
  SURE,
  sentimentOf,
  tempersOf,
  themesOf,
} from '../../src/features/feedback/reading.ts'
import { ELEMENTS } from '../../src/indonesian/service-elements.ts'

/** As citizens write: the text, its kind, how it sounds (+ 0 -), themes it must have. */
const SAID: readonly (readonly [string, string, '+' | '0' | '-', ...string[]])[] = [
  [
    'Terima kasih Dukcapil, KTP saya jadi cepat dan petugasnya ramah',
    'praise',
    '+',
    'kependudukan',
    'petugas',
  ],
  ['mantap pelayanannya, pertahankan 👍', 'praise', '+'],
  ['Petugas puskesmas Cipocok sabar pisan, hatur nuhun', 'praise', '+', 'kesehatan', 'petugas'],
  ['Alhamdulillah lampu jalan di gang kami sudah nyala lagi, makasih banyak', 'praise', '+', 'lampu'],
  ['Pelayanane apik tenan, petugase grapyak, matur nuwun', 'praise', '+', 'petugas'],
  ['Salut buat DPMPTSP, izin usaha saya terbit sehari, tidak ada pungli', 'praise', '+', 'perizinan'],
  ['Ngurus akta gratis dan gak ribet, puas banget', 'praise', '+', 'kependudukan', 'biaya'],
  ['Jalan depan SDN Kaligandu rusak parah, banyak lubang', 'complaint', '-', 'jalan', 'pendidikan'],
  ['antri ktp dari jam 7 smp jam 12 blm dipanggil2, lama bgt', 'complaint', '-', 'waktu', 'kependudukan'],
  ['petugasnya jutek, ditanya malah main hp', 'complaint', '-', 'petugas'],
  [
    'Lampu PJU di Jalan Ciwaru mati sudah 2 minggu, gelap gulita dan rawan begal',
    'complaint',
    '-',
    'lampu',
    'ketertiban',
  ],
  ['Runtah di Pasar Rau geus numpuk, bau pisan', 'complaint', '-', 'sampah'],
  ['Dalane bolong kabeh, wis suwe ora didandani', 'complaint', '-', 'jalan'],
  ['Tiap hujan perumahan kami banjir karena got mampet', 'complaint', '-', 'drainase'],
  ['air pdam mati terus sejak senin, tagihan jalan terus', 'complaint', '-', 'air'],
  ['Toilet kantor kecamatan kotor dan bau pesing', 'complaint', '-', 'fasilitas'],
  [
    'KK saya salah nama padahal berkas sudah lengkap, disuruh bolak balik',
    'complaint',
    '-',
    'produk',
    'prosedur',
  ],
  ['Sudah lapor tiga kali tidak ditanggapi', 'complaint', '-', 'pengaduan'],
  ['aplikasinya error terus, gak bisa login', 'complaint', '-', 'sistem'],
  ['Petugas kurang ramah dan ruang tunggu panas', 'complaint', '-', 'petugas', 'fasilitas'],
  ['Palayananna teu sae, petugasna judes', 'complaint', '-', 'petugas'],
  ['Pelayanan ora apik, petugase mbesengut wae', 'complaint', '-', 'petugas'],
  ['Tempatnya bagus tapi pelayanannya lambat sekali dan dipersulit', 'complaint', '-', 'waktu'],
  ['parkir liar di depan pasar bikin macet, tolong ditertibkan', 'complaint', '-', 'lalu-lintas'],
  ['PKL di trotoar sangat mengganggu pejalan kaki, mohon ditindak', 'complaint', '-', 'jalan'],
  ['Banyak anjing liar berkeliaran di komplek, anak saya digigit', 'complaint', '-', 'ketertiban'],
  ['bansos pkh ibu saya belum cair padahal tetangga yang mampu dapat', 'complaint', '-', 'bansos'],
  ['Saran saya nomor antrean dibuat online supaya tidak menumpuk', 'suggestion', '0', 'waktu'],
  ['Sebaiknya ditambah kursi di ruang tunggu', 'suggestion', '0', 'fasilitas'],
  ['Usul, jam layanan dibuka sampai sore', 'suggestion', '0', 'waktu'],
  ['Alangkah baiknya kalau ada jalur khusus lansia dan difabel', 'suggestion', '0', 'fasilitas'],
  ['Piye nek loket KTP ditambah siji maneh', 'suggestion', '0', 'kependudukan'],
  ['Mau tanya, syarat bikin KIA apa saja ya?', 'question', '0', 'kependudukan', 'persyaratan'],
  ['Kantor kelurahan hari Sabtu buka tidak?', 'question', '0'],
  ['bagaimana cara pindah domisili ke Kota Serang?', 'question', '0', 'kependudukan'],
  ['Bade naros, biaya ngadamel akta sabaraha?', 'question', '0', 'biaya', 'kependudukan'],
  [
    'Permohonan informasi publik: mohon salinan realisasi anggaran pemeliharaan jalan 2025',
    'information',
    '0',
  ],
  ['Berdasarkan UU 14 Tahun 2008 saya meminta salinan kontrak pengadaan seragam', 'information', '0'],
  ['Oknum pegawai minta uang 200 ribu supaya KTP cepat jadi, ini pungli', 'whistleblowing', '-', 'biaya'],
  [
    'Dana bansos di kampung kami disunat, tiap penerima dipotong oleh ketuanya',
    'whistleblowing',
    '-',
    'bansos',
  ],
  ['mobil dinas dipakai buat mudik pribadi oleh pejabat', 'whistleblowing', '0'],
  ['Kepala sekolah diduga korupsi dana BOS dengan laporan fiktif', 'whistleblowing', '-', 'pendidikan'],
  ['Urang dipentaan duit ku oknum keur ngurus izin', 'whistleblowing', '-', 'perizinan'],
  ['Sudah 3 minggu KIA anak saya belum keluar juga', 'complaint', '-'],
  ['Petugas loket 4 baik banget, dibantu sampai selesai', 'praise', '+'],
  ['Trotoar di depan stasiun dipakai jualan, susah jalan kaki', 'complaint', '-'],
  ['Kalau bisa dibuat drop box sampah elektronik di tiap kelurahan', 'suggestion', '0'],
  ['Jam berapa tutup pelayanan pajak PBB di mal pelayanan publik?', 'question', '0'],
  [
    'Guru di sekolah anak saya mewajibkan beli seragam di koperasi dengan harga dua kali lipat',
    'complaint',
    '-',
  ],
  [
    'Ada staf kelurahan yang memungut 50 ribu tiap orang bikin surat keterangan tidak mampu',
    'whistleblowing',
    '-',
  ],
  ['Tong teuing lah ngurus di dieu mah, hese pisan', 'complaint', '-'],
  ['Saya minta dokumen daftar penerima hibah tahun 2024', 'information', '0'],
  ['Apakah bayi baru lahir langsung dapat NIK?', 'question', '0'],
  ['Pohon besar di Jalan Bhayangkara miring, takut roboh menimpa orang', 'complaint', '-'],
  ['kenapa bpjs saya nonaktif padahal rutin bayar', 'complaint', '-'],
  ['Ruang tunggunya adem, antriannya rapi', 'praise', '+'],
  ['Tolong adakan mobil pelayanan keliling ke Kecamatan Kasemen', 'suggestion', '0'],
  ['Kepala bidang menerima fee dari kontraktor proyek drainase', 'whistleblowing', '0'],
  ['Wis telung dina banyu PDAM ora mili', 'complaint', '-'],
  ['Pelayanan oke cuma parkirnya sempit', 'complaint', '-'],
  ['gak nyangka bikin KK sekarang cuma 10 menit, kereen', 'praise', '+'],
  ['Angkot ngetem sembarangan di perempatan Ciceri', 'complaint', '-'],
  ['Ngapunten, pripun carane daftar bansos?', 'question', '0'],
  ['Masukan aja, papan petunjuknya dibikin lebih besar', 'suggestion', '0'],
  ['Mohon data jumlah penduduk per kelurahan untuk skripsi saya', 'information', '0'],
  ['dokter datangnya siang terus, pasien disuruh nunggu dari pagi', 'complaint', '-'],
  ['udah bagus, tingkatkan lagi ya', 'praise', '+'],
  ['Anjing tetangga menggonggong tiap malam, sangat terganggu', 'complaint', '-'],
  ['Sinyal wifi di taman mati', 'complaint', '-'],
  ['Kok website dukcapil gabisa dibuka ya min', 'complaint', '-'],
]

describe('what citizens of Serang may write', () => {
  it.each(SAID)('%s', (text, kind, sound, ...themes) => {
    const label = { '+': 'positive', '0': 'neutral', '-': 'negative' }[sound]
    expect({
      kind: kindOf(text).kind,
      label: sentimentOf(text).label,
      themes: themes.filter((theme) => themesOf(text).some((found) => found.theme === theme)),
    }).toEqual({ kind, label, themes })
  })
})

describe('sentiment', () => {
  const scoreOf = (text: string) => sentimentOf(text).score

  it('turns round what is denied, in three languages', () => {
    for (const text of ['tidak ramah', 'belum selesai', 'teu sae', 'ora apik', 'kurang bersih', 'gak jelas'])
      expect(sentimentOf(text).label, text).toBe('negative')
    for (const text of ['gak lama', 'tidak mengecewakan', 'teu awis pisan', 'ora nguciwani'])
      expect(sentimentOf(text).label, text).toBe('positive')
  })

  it('says which words decided', () => {
    expect(sentimentOf('tempatnya bagus, petugasnya tidak ramah').words).toEqual(['bagus', 'tidak ramah'])
  })

  it('hears stress, drawn out letters and what comes after "tapi"', () => {
    expect(scoreOf('ramah sekali')).toBeGreaterThan(scoreOf('ramah'))
    expect(scoreOf('baguuuus')).toBe(scoreOf('bagus'))
    expect(scoreOf('ramah tapi lambat')).toBeLessThan(scoreOf('lambat tapi ramah'))
    expect(scoreOf('agak lambat')).toBeGreaterThan(scoreOf('lambat'))
  })

  it('leaves alone what only sounds like something', () => {
    for (const text of ['rumah sakit', 'KTP lama', 'salah satu syarat', 'selamat pagi', ''])
      expect(sentimentOf(text).label, text).toBe('neutral')
  })

  it('keeps a homonym to its language', () => {
    expect(scoreOf('nasi goreng di kantin')).toBe(0)
    expect(scoreOf('palayananna goreng')).toBe(0)
    expect(scoreOf('palayanan ieu goreng pisan')).toBeLessThan(0)
  })
})

describe('kinds', () => {
  it('are unsure where nothing tells, and sure where much does', () => {
    expect(kindOf('kantor kelurahan').confidence).toBeLessThan(SURE)
    expect(kindOf('Pak tolong').confidence).toBeLessThan(SURE)
    expect(kindOf('Saya mau melaporkan pungli, oknum minta uang').confidence).toBeGreaterThan(SURE)
  })

  it('listen to the rating that came with a text', () => {
    expect(kindOf('pelayanan KTP', 5).kind).toBe('praise')
    expect(kindOf('pelayanan KTP', 1).kind).toBe('complaint')
  })

  it('do not take the denial of graft for graft', () => {
    expect(kindOf('pelayanan bagus, bebas pungli dan tanpa calo').kind).toBe('praise')
  })

  it('come ranked, those that anything speaks for', () => {
    expect(kindOf('jalan rusak').likely).toEqual(['complaint'])
    expect(kindOf('ada oknum calo di parkiran').likely).toEqual(['whistleblowing', 'complaint'])
  })
})

describe('themes', () => {
  it('are "lainnya" where no word tells', () => {
    expect(themesOf('halo').map(({ theme }) => theme)).toEqual([OTHER])
  })

  it('name the element of the survey they belong to; all nine are named', () => {
    expect(themesOf('petugasnya jutek')[0]).toMatchObject({ theme: 'petugas', element: 'conduct' })
    expect(themesOf('jalan berlubang')[0]).toMatchObject({ theme: 'jalan', element: undefined })
    expect(new Set(allThemes().flatMap(({ element }) => element ?? []))).toEqual(new Set(ELEMENTS))
  })

  it('have names of their own', () => {
    expect(new Set(allThemes().map(({ theme }) => theme)).size).toBe(allThemes().length)
  })
})

describe('tempers', () => {
  it.each([
    'dasar goblok, kerja yang bener',
    'petugasnya g0bl0k semua',
    'b a n g s a t lama banget',
    'anj*ng lama bgt',
    'lama banget anjing',
    'otak lu di mana',
    'dasar tikus kantor',
    'petugase goblog, cocotmu',
    'bangsaaaat',
  ])('hears abuse: %s', (text) => {
    expect(tempersOf(text)).toMatchObject({ abusive: true, spam: false })
  })

  it.each([
    'banyak anjing liar di komplek kami',
    'Bangkai tikus di selokan depan pasar bau sekali',
    'pedagang babi di pasar mohon dipindah jauh dari penjual ayam',
    'Ada orang gila di jalan, mohon dijemput dinsos',
    'kambing tetangga masuk ke taman kota',
    'monyet dari hutan masuk rumah warga',
    'Air sumur tercemar bakteri e coli',
    'KTP saya hilang, lurahnya tidak ada di tempat',
    'jalan di RT 04 rusak, sdn 5 banjir',
    'pelayanan buruk sekali, saya kecewa!',
  ])('hears none: %s', (text) => {
    expect(tempersOf(text)).toEqual({ abusive: false, threat: false, danger: false, spam: false, words: [] })
  })

  it('hears threats, and danger apart from them', () => {
    expect(tempersOf('awas kalian, saya bakar kantornya')).toMatchObject({ threat: true, danger: false })
    expect(tempersOf('paehan siah ku aing')).toMatchObject({ threat: true })
    expect(tempersOf('saya sudah tidak kuat hidup, ingin mati saja')).toMatchObject({
      threat: false,
      danger: true,
    })
    expect(tempersOf('tetangga saya dipukuli suami tiap malam')).toMatchObject({ danger: true })
    expect(tempersOf('lampu mati, warga bakar sampah')).toMatchObject({ threat: false, danger: false })
  })

  it.each([
    'slot gacor maxwin daftar di www.contoh.xyz',
    'Pinjaman cepat dana tunai cair hari ini chat wa',
    'aaaaaaaaaaaaaaaaaaaaa',
    'asdfghjkl qwertyuiop',
    'tes tes tes tes tes tes tes tes tes',
  ])('hears spam: %s', (text) => {
    expect(tempersOf(text).spam).toBe(true)
  })

  it.each([
    'foto lubangnya di https://maps.app.goo.gl/abc dan https://drive.google.com/x',
    'tlg dong pak jln rmh sy rsk prh bgt blm dprbaiki',
    'lama lama lama banget antrinya',
    '👍👍👍👍👍👍👍',
    'situs disdukcapil.serangkota.go.id tidak bisa dibuka',
  ])('hears no spam: %s', (text) => {
    expect(tempersOf(text).spam).toBe(false)
  })
})
