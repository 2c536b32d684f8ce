import type { Texts } from '../../../chat/message.ts'
import type { SmallTalk } from '../small-talk.ts'
import type { Authority } from './authorities.ts'
import type { PersonalTopic } from './personal.ts'

/** What is said to what is no question about a rule: a kind word, and what to do next. */
export interface AsideTexts {
  readonly said: Readonly<Record<Exclude<SmallTalk, 'personal' | 'elsewhere'>, string>>
  personal(where: string): string
  readonly where: Readonly<Record<PersonalTopic, string>>
  elsewhere(who: string): string
  readonly authority: Readonly<Record<Authority, string>>
  /** Before an answer to somebody who also wrote what worries. */
  readonly worried: string
}

const HELP =
  'Kalau ada bahaya sekarang juga, hubungi **112** atau datang ke IGD terdekat. Untuk berbicara dengan konselor, gratis dan rahasia, buka layanan Kementerian Kesehatan di **healing119.id**.'

export const texts: Texts<AsideTexts> = {
  id: {
    said: {
      empty:
        'Saya belum menangkap pertanyaannya. Tolong tulis dengan kata-kata, misalnya: _cuti tahunan PNS berapa hari?_',
      greeting:
        'Halo! Saya Abdi. Silakan tanya soal aturan kepegawaian atau layanan publik; saya jawab beserta pasalnya.',
      thanks: 'Sama-sama. Kalau ada yang lain, tinggal tanya, ya.',
      closing: 'Baik. Kalau nanti ada yang ingin ditanyakan, tulis saja di sini.',
      who: 'Saya Abdi, asisten yang menjawab pertanyaan soal aturan ASN dan layanan publik beserta pasalnya. Saya program komputer, bukan pejabat: untuk keputusan, pegang bunyi pasalnya dan tanyakan kepada petugas.\n\nYang bisa ditanyakan misalnya: disiplin, cuti, pensiun, PPPK, kinerja, mutasi, perkawinan PNS, pelayanan publik, informasi publik, dan data pribadi.',
      abuse:
        'Sepertinya ada yang membuat Anda kesal, dan itu boleh saja. Ceritakan masalahnya dengan satu kalimat; saya carikan aturannya, atau saya teruskan ke petugas lewat Tanya HR.',
      crisis: `Terima kasih sudah menuliskannya di sini. Yang Anda rasakan pasti berat, dan Anda tidak harus menanggungnya sendirian.\n\n${HELP}\n\nSaya hanya program komputer. Karena itu tolong hubungi juga seseorang yang Anda percaya sekarang: keluarga, sahabat, atau rekan, dan minta ia menemani Anda. Kalau ini tentang orang lain, temani dia dan jangan tinggalkan sendirian.`,
      injection:
        'Cara kerja saya tidak bisa diubah lewat obrolan, dan isi sistem tidak saya tampilkan. Kalau ada pertanyaan soal aturan kepegawaian atau layanan publik, dengan senang hati saya bantu.',
      outside:
        'Itu di luar yang saya tahu: saya hanya menjawab soal aturan kepegawaian dan layanan publik. Mungkin salah satu ini berguna?',
    },
    worried: `Sebelum saya jawab: yang Anda tulis terdengar berat, dan Anda tidak harus menanggungnya sendirian. ${HELP} Bicaralah juga dengan seseorang yang Anda percaya.`,
    personal: (where) =>
      `Itu menyangkut data Anda sendiri, dan saya tidak bisa melihatnya dari sini.\n\n${where}\n\nAturannya bisa saya jelaskan, dan pertanyaan ini bisa saya teruskan ke petugas lewat Tanya HR (tanpa menuliskan NIP di sini, ya).`,
    where: {
      pay: 'Untuk gaji, TPP, THR, dan rapel: tanyakan kepada bendahara pengeluaran atau pengelola gaji di unit kerja Anda.',
      savings:
        'Untuk saldo dan klaim Taspen: lihat di layanan resmi PT Taspen atau datang ke kantor cabangnya. Berkas usulannya ada pada pengelola kepegawaian di unit kerja Anda.',
      leave: 'Untuk sisa cuti dan kehadiran: tanyakan kepada pengelola kepegawaian di unit kerja Anda.',
      residence:
        'Untuk KTP, KK, dan akta yang sedang diproses: tanyakan ke Dinas Kependudukan dan Pencatatan Sipil atau tempat Anda mengajukannya, dengan nomor pengajuan Anda.',
      records:
        'Untuk SK, NIP, data, dan usulan kepegawaian: lihat MyASN milik BKN dengan akun Anda. Kalau datanya keliru atau usulannya belum bergerak, hubungi pengelola kepegawaian di unit kerja Anda; ia melihatnya di SIASN dan bisa mengusulkan perbaikan.',
    },
    elsewhere: (who) =>
      `Itu bukan urusan yang aturannya ada pada saya. ${who}\n\nKalau yang Anda maksud aturan bagi pegawai, tulis lagi dengan menyebut ASN atau PNS-nya, atau pakai Tanya HR.`,
    authority: {
      licence: 'SIM, STNK, BPKB, dan SKCK diurus **kepolisian** (Satpas, Samsat, atau Polres setempat).',
      vehicleTax: 'Pajak kendaraan diurus di kantor **Samsat**.',
      police:
        'Tilang dan kehilangan diurus **kepolisian**: kantor polisi terdekat, atau telepon **110** kalau mendesak.',
      immigration: 'Paspor dan visa diurus **kantor imigrasi**.',
      health: 'Kepesertaan, iuran, dan klaim berobat diurus **BPJS Kesehatan** (telepon 165 atau kantornya).',
      workers:
        'JHT dan kepesertaannya diurus **BPJS Ketenagakerjaan** (telepon 175, aplikasi JMO, atau kantornya).',
      power:
        'Listrik padam, token, meteran, dan tagihan diurus **PLN** (telepon 123 atau aplikasi PLN Mobile).',
      water: 'Air ledeng dan tagihannya diurus **perusahaan air minum daerah (PDAM)** setempat.',
      aid: 'Daftar penerima bantuan sosial diurus **Kementerian Sosial** (cekbansos.kemensos.go.id) dan **dinas sosial** setempat; mendaftar lewat kelurahan atau desa.',
      tax: 'NPWP dan SPT diurus **kantor pelayanan pajak** (Kring Pajak 1500200); PBB oleh **badan pendapatan daerah** setempat.',
      land: 'Sertifikat tanah diurus **kantor pertanahan (BPN)** setempat.',
      wedding:
        'Pendaftaran nikah dan buku nikah diurus **Kantor Urusan Agama (KUA)**; bagi selain Islam, perkawinan dicatat Dinas Kependudukan dan Pencatatan Sipil.',
      finance:
        'Pinjaman dan penagihan diawasi **Otoritas Jasa Keuangan (OJK)** (telepon 157). Ancaman bisa dilaporkan ke kepolisian.',
    },
  },
}
