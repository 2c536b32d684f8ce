import type { Texts } from '../../../chat/message.ts'
import type { Kind } from '../../../paper/table.ts'

/** What exporting says, and what stands in the files. */
export interface ExportTexts {
  readonly summary: string
  readonly title: string
  readonly what: string
  readonly whatLabel: string
  readonly reports: string
  readonly evaluations: string
  readonly reportsWords: readonly string[]
  readonly evaluationsWords: readonly string[]
  readonly period: string
  readonly periodLabel: string
  readonly wantPeriod: string
  readonly wantQuarter: string
  readonly thisQuarter: string
  readonly lastQuarter: string
  readonly thisYear: string
  readonly unit: string
  readonly unitLabel: string
  unknownUnit(words: string): string
  severalUnits(words: string, units: readonly string[]): string
  readonly kind: string
  readonly kindLabel: string
  readonly kinds: Readonly<Record<Kind, string>>
  year(year: string): string
  month(first: Date): string
  readonly everywhere: string
  readonly ownReports: string
  reportsOf(supervisor: string): string
  readonly preparing: string
  readonly notHere: string
  empty(what: string, period: string, where: string): string
  early(quarter: string, opens: string): string
  tooMany(rows: string, most: string, other: boolean): string
  done(what: string, period: string, where: string, rows: string): string
  readonly csvHint: string
  madeOn(day: string): string
  readonly page: string
  readonly sheets: {
    readonly reports: string
    readonly evaluations: string
    readonly summary: string
    readonly notes: string
  }
  readonly files: { readonly reports: string; readonly evaluations: string }
  readonly columns: Readonly<Record<ColumnName, string>>
  /** How many reports a figure above it was counted from. */
  readonly from: string
  readonly statuses: Readonly<Record<'sent' | 'approved' | 'asked' | 'withdrawn', string>>
  readonly standings: Readonly<Record<'unsent' | 'sent' | 'asked' | 'rated', string>>
  readonly replies: Readonly<Record<'accepted' | 'objected', string>>
  readonly onTime: string
  readonly late: string
  plan(number: number, title: string): string
  readonly all: string
  readonly reportNotes: readonly string[]
  readonly evaluationNotes: readonly string[]
}

type ColumnName =
  | 'nip'
  | 'name'
  | 'top'
  | 'unit'
  | 'position'
  | 'day'
  | 'plan'
  | 'quantity'
  | 'measure'
  | 'good'
  | 'goodShare'
  | 'wantedShare'
  | 'wanted'
  | 'time'
  | 'status'
  | 'said'
  | 'link'
  | 'reportedOn'
  | 'quarter'
  | 'reports'
  | 'quantities'
  | 'goodMean'
  | 'goodCounted'
  | 'timeShare'
  | 'timeCounted'
  | 'standing'
  | 'ownResult'
  | 'ownBehaviour'
  | 'result'
  | 'behaviour'
  | 'predicate'
  | 'reason'
  | 'rater'
  | 'sentOn'
  | 'ratedOn'
  | 'reply'
  | 'people'

export const texts: Texts<ExportTexts> = {
  id: {
    summary: 'Unduh laporan kerja atau evaluasi sebagai berkas',
    title: 'Unduh data kinerja',
    what: 'Data apa yang mau diunduh?',
    whatLabel: 'Data',
    reports: 'Laporan kerja',
    evaluations: 'Evaluasi',
    reportsWords: ['laporan', 'laporan kerja', 'kinerja'],
    evaluationsWords: ['evaluasi', 'nilai', 'penilaian', 'predikat'],
    period: 'Untuk kapan? Pilih, atau tulis sendiri, misalnya: triwulan 1 2026, Maret 2026, atau 2026.',
    periodLabel: 'Periode',
    wantPeriod: 'Periodenya belum terbaca. Contoh yang bisa: triwulan 1 2026, Maret 2026, 2026, bulan lalu.',
    wantQuarter: 'Evaluasi dibuat per triwulan. Tulis triwulan atau tahunnya, misalnya triwulan 1 2026.',
    thisQuarter: 'Triwulan ini',
    lastQuarter: 'Triwulan lalu',
    thisYear: 'Tahun ini',
    unit: 'Unit yang mana? Tulis namanya, atau lewati untuk semua unit.',
    unitLabel: 'Unit',
    unknownUnit: (words) =>
      `Unit “${words}” tidak saya temukan. Coba nama yang tertulis di data kepegawaian, atau lewati untuk semua unit.`,
    severalUnits: (words, units) =>
      `Ada beberapa unit yang cocok dengan “${words}”. Tulis yang lebih lengkap:\n${units.map((one) => `- ${one}`).join('\n')}`,
    kind: 'Berkasnya mau berbentuk apa? XLSX dan CSV untuk diolah, PDF untuk dibaca dan dicetak.',
    kindLabel: 'Bentuk berkas',
    kinds: { csv: 'CSV', xlsx: 'XLSX (Excel)', pdf: 'PDF' },
    year: (year) => `tahun ${year}`,
    month: (first) =>
      new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first),
    everywhere: 'semua unit',
    ownReports: 'bawahan langsung Anda',
    reportsOf: (supervisor) => `bawahan langsung ${supervisor}`,
    notHere:
      'Lewat obrolan ini berkas tidak bisa saya kirim. Mintalah lewat Telegram, Slack, atau obrolan web.',
    preparing: 'Sedang menyiapkan berkasnya…',
    empty: (what, period, where) =>
      `Tidak ada ${what} untuk ${period} (${where}), jadi tidak ada berkas yang dibuat.`,
    early: (quarter, opens) =>
      `Evaluasi ${quarter} baru bisa diisi mulai ${opens}, jadi belum ada yang bisa diunduh.`,
    tooMany: (rows, most, other) =>
      `Ada ${rows} baris, lebih dari ${most} yang muat dalam satu berkas. Persempit periodenya atau pilih satu unit${other ? ', atau pakai XLSX' : ''}.`,
    done: (what, period, where, rows) => `**${what}**, ${period}, ${where}: ${rows} baris.`,
    csvHint:
      'CSV ini memakai titik koma dan koma desimal, sesuai Excel berbahasa Indonesia. Kalau Excel Anda berbahasa Inggris, pakai XLSX.',
    madeOn: (day) => `Dibuat ${day}`,
    page: 'Halaman {page} dari {pages}',
    sheets: { reports: 'Laporan kerja', evaluations: 'Evaluasi', summary: 'Ringkasan', notes: 'Keterangan' },
    files: { reports: 'laporan-kerja', evaluations: 'evaluasi' },
    columns: {
      nip: 'NIP',
      name: 'Nama',
      top: 'Perangkat daerah',
      unit: 'Unit',
      position: 'Jabatan',
      day: 'Tanggal',
      plan: 'RHK',
      quantity: 'Jumlah',
      measure: 'Satuan',
      good: 'Benar sejak awal',
      goodShare: 'Mutu',
      wantedShare: 'Target mutu',
      wanted: 'Mutu yang dituju',
      time: 'Waktu',
      status: 'Status',
      said: 'Uraian',
      link: 'Tautan',
      reportedOn: 'Dilaporkan',
      quarter: 'Triwulan',
      reports: 'Laporan dihitung',
      quantities: 'Jumlah hasil',
      goodMean: 'Mutu (rata-rata)',
      goodCounted: 'Mutu dihitung dari',
      timeShare: 'Tepat waktu',
      timeCounted: 'Waktu dihitung dari',
      standing: 'Status',
      ownResult: 'Hasil (sendiri)',
      ownBehaviour: 'Perilaku (sendiri)',
      result: 'Hasil (nilai)',
      behaviour: 'Perilaku (nilai)',
      predicate: 'Predikat (pratinjau)',
      reason: 'Alasan',
      rater: 'Penilai',
      sentOn: 'Dikirim',
      ratedOn: 'Dinilai',
      reply: 'Tanggapan',
      people: 'Pegawai',
    },
    from: 'dari {} laporan',
    statuses: { sent: 'belum dilihat', approved: 'disetujui', asked: 'ditanyakan', withdrawn: 'ditarik' },
    standings: {
      unsent: 'belum mengirim',
      sent: 'menunggu nilai',
      asked: 'menunggu jawaban',
      rated: 'dinilai',
    },
    replies: { accepted: 'menerima', objected: 'keberatan' },
    onTime: 'tepat waktu',
    late: 'terlambat',
    plan: (number, title) => `${number}. ${title}`,
    all: 'Semua',
    reportNotes: [
      'Mutu satu laporan: bagian dari jumlahnya yang benar sejak awal, sejauh disebutkan. Sel kosong berarti tidak disebutkan.',
      'Mutu dan ketepatan waktu pada ringkasan: rata-rata per laporan, hanya dari laporan yang menyebutkannya; banyaknya tertulis di sebelah atau di bawahnya.',
      'Laporan yang ditarik tetap tercantum dengan statusnya, tetapi tidak dihitung di ringkasan.',
    ],
    evaluationNotes: [
      'Mutu dan ketepatan waktu: rata-rata per laporan triwulan itu, hanya dari laporan yang menyebutkannya; banyaknya tertulis di sebelah atau di bawahnya.',
      'Nilai: di bawah, sesuai, atau di atas ekspektasi. Predikat mengikuti kuadran PermenPANRB 6/2022, Lampiran (menurut ringkasan Abdi, bukan bunyi resmi), dan hanya pratinjau.',
      'Pegawai yang sudah tidak bertugas hanya tercantum kalau pernah mengirim evaluasinya.',
    ],
  },
}
