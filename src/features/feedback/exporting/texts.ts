import { literal, type Texts } from '../../../chat/message.ts'
import type { Identity, TicketKind, TicketState } from '../tickets/ticket.ts'

/** What stands in an export of tickets, and what is said about it. */
export interface ExportTexts {
  readonly columns: Readonly<
    Record<
      | 'number'
      | 'classification'
      | 'title'
      | 'words'
      | 'happened'
      | 'received'
      | 'place'
      | 'latitude'
      | 'longitude'
      | 'institution'
      | 'service'
      | 'category'
      | 'identity'
      | 'name'
      | 'disposition'
      | 'followUp'
      | 'attachment'
      | 'rating'
      | 'verified'
      | 'answered'
      | 'closed',
      string
    >
  >
  readonly classifications: Readonly<Record<TicketKind, string>>
  readonly identities: Readonly<Record<Identity, string>>
  readonly states: Readonly<Record<TicketState, string>>
  joined(number: string): string
  deed(day: string, isQuestion: boolean, words: string): string
  readonly has: string
  readonly hasNot: string
  readonly sheet: string
  readonly notesSheet: string
  title(period: string): string
  readonly everywhere: string
  readonly ownUnits: string
  madeOn(day: string): string
  readonly notes: readonly string[]
  readonly page: string
  readonly notYours: string
  readonly notHere: string
  wantMonth(words: string): string
  empty(period: string): string
  tooMany(count: string, most: string): string
  done(count: string, period: string): string
  readonly csvHint: string
}

export const texts: Texts<ExportTexts> = {
  id: {
    columns: {
      number: 'Nomor',
      classification: 'Klasifikasi',
      title: 'Judul Laporan',
      words: 'Isi Laporan',
      happened: 'Tanggal Kejadian',
      received: 'Tanggal Masuk',
      place: 'Lokasi',
      latitude: 'Lokasi (lintang)',
      longitude: 'Lokasi (bujur)',
      institution: 'Instansi Tujuan',
      service: 'Layanan',
      category: 'Kategori',
      identity: 'Anonim/Rahasia',
      name: 'Nama Pelapor',
      disposition: 'Status Disposisi',
      followUp: 'Tindak Lanjut',
      attachment: 'Lampiran',
      rating: 'Nilai (1–5)',
      verified: 'Diverifikasi',
      answered: 'Dijawab',
      closed: 'Ditutup',
    },
    classifications: {
      complaint: 'Pengaduan',
      whistleblowing: 'Pengaduan (WBS)',
      suggestion: 'Aspirasi',
      praise: 'Aspirasi (apresiasi)',
      question: 'Permintaan Informasi',
      information: 'Permintaan Informasi',
    },
    identities: { anonymous: 'Anonim', confidential: 'Rahasia', named: 'Tidak' },
    states: {
      new: 'Belum diverifikasi',
      verified: 'Diproses',
      asked: 'Menunggu tanggapan pelapor',
      answered: 'Sudah ditindaklanjuti',
      closed: 'Selesai',
      joined: 'Digabung',
    },
    joined: (number) => `Digabung dengan ${number}`,
    deed: (day, isQuestion, words) => `${day}, ${isQuestion ? 'bertanya' : 'menjawab'}: ${words}`,
    has: 'Ada',
    hasNot: 'Tidak',
    sheet: 'Laporan',
    notesSheet: 'Cara membaca',
    title: (period) => `Laporan warga, ${period}`,
    everywhere: 'Semua kantor',
    ownUnits: 'Kantor yang laporannya Anda jawab',
    madeOn: (day) => `Dibuat ${day}`,
    notes: [
      'Kolomnya mengikuti laporan di aplikasi SP4N-LAPOR! (lapor.go.id). Tanggal kejadian kosong, karena warga tidak ditanyai; isi dari isi laporannya bila disebut.',
      'Nama hanya ada pada laporan yang dikirim dengan nama. Rahasia berarti nama pelapor tidak diserahkan kepada kantor; anonim berarti tidak seorang pun tahu.',
      'Isi laporan dan jawaban adalah kata-kata aslinya, dan bisa memuat nama atau nomor orang. Samarkan sebelum diteruskan ke luar (UU 27/2022).',
      'Laporan dugaan pelanggaran pejabat (WBS) hanya ada di berkas yang dibuat admin.',
      'Catatan internal petugas tidak ikut.',
    ],
    page: 'Halaman {page} dari {pages}',
    notYours: 'Ekspor laporan warga untuk petugas kepegawaian, admin, dan yang menjawab laporan satu kantor.',
    notHere: 'Berkas tidak bisa dikirim di obrolan ini. Coba dari Telegram atau obrolan web.',
    wantMonth: (words) =>
      `Bulan “${literal(words)}” tidak saya kenali. Contoh: */laporan_warga ekspor maret 2026* atau */laporan_warga ekspor 2026 csv*.`,
    empty: (period) => `Tidak ada laporan warga untuk ${period}.`,
    tooMany: (count, most) => `Ada ${count} laporan; satu berkas memuat ${most}. Pilih satu bulan saja, ya.`,
    done: (count, period) => `${count} laporan warga, ${period}.`,
    csvHint: 'Buka dengan Excel: pemisahnya titik koma.',
  },
}
