import type { Texts } from './message.ts'

/** What the kernel itself says, whatever the feature. */
export interface KernelTexts {
  readonly wantAnswer: string
  readonly wantText: string
  readonly wantNumber: string
  readonly wantWhole: string
  readonly wantDate: string
  readonly wantFile: string
  /** For a file that was put where it belongs, before it was asked for. */
  fileTaken(name: string, label: string): string
  /** For a file after the one that fits. */
  oneFile(taken: string): string
  readonly fileNotAsked: string
  readonly wantContact: string
  readonly wantOwnContact: string
  readonly wantLocation: string
  wantChoice(labels: readonly string[]): string
  tooShort(min: number): string
  tooLong(max: number, length: number): string
  outOfBounds(min: string, max: string): string
  tooEarly(day: string): string
  tooLate(day: string): string
  readonly skip: string
  readonly skipWords: readonly string[]
  readonly cancelWords: readonly string[]
  readonly sendWords: readonly string[]
  readonly editWords: readonly string[]
  readonly empty: string
  readonly review: string
  readonly send: string
  readonly edit: string
  readonly cancel: string
  readonly whichToEdit: string
  readonly reviewHint: string
  readonly cancelled: string
  readonly nothingToCancel: string
  readonly resumed: string
  readonly buttonIsOld: string
  readonly formIsClosed: string
  /** For somebody who presses a button of what another person is filling in. */
  readonly formOfAnother: string
  readonly editWhileAsked: string
  readonly answeredAgain: string
  readonly tooLongToRead: string
  unknownCommand(name: string): string
  notForYou(audience: string): string
  readonly onlyInPrivate: string
  readonly unsupported: string
  readonly failed: string
  readonly audiences: Readonly<Record<'employee' | 'supervisor' | 'hr' | 'admin', string>>
}

export const texts: Texts<KernelTexts> = {
  id: {
    wantAnswer: 'Ini belum diisi.',
    wantText: 'Tolong tulis jawabannya dengan kata-kata, ya.',
    wantNumber: 'Tolong tulis angkanya saja, misalnya 12 atau 1.500.',
    wantWhole: 'Angkanya harus bulat, tanpa koma.',
    wantDate: 'Tanggalnya belum terbaca. Contoh yang bisa: besok, 31 Maret, 31/3/2026.',
    wantFile: 'Tolong kirim foto atau dokumennya, ya.',
    fileTaken: (name, label) => `Berkas **${name}** saya simpan untuk bagian ${label}.`,
    oneFile: (taken) =>
      `Isian ini hanya memuat satu berkas, dan yang saya pakai **${taken}**; berkas lainnya tidak ikut. Kalau perlu semuanya, jadikan satu PDF lalu pilih Ubah, atau kirim sisanya dengan isian baru sesudah ini.`,
    fileNotAsked: 'Berkasnya tidak ikut karena isian ini tidak memakai lampiran; yang saya pakai tulisannya.',
    wantContact: 'Tolong tekan tombol untuk membagikan nomor telepon Anda sendiri.',
    wantOwnContact: 'Itu kontak orang lain. Yang diperlukan nomor Anda sendiri, lewat tombol di bawah.',
    wantLocation: 'Tolong kirim lokasinya lewat tombol atau menu lampiran.',
    wantChoice: (labels) =>
      `Pilih salah satu, boleh dengan nomornya:\n${labels.map((label, i) => `${i + 1}. ${label}`).join('\n')}`,
    tooShort: (min) =>
      min <= 1 ? 'Jawabannya masih kosong.' : `Terlalu pendek: paling sedikit ${min} huruf.`,
    tooLong: (max, length) => `Terlalu panjang: ${length} huruf, paling banyak ${max}. Tolong diringkas.`,
    outOfBounds: (min, max) => `Angkanya harus antara ${min} dan ${max}.`,
    tooEarly: (day) => `Paling awal ${day}.`,
    tooLate: (day) => `Paling lambat ${day}.`,
    skip: 'Lewati',
    skipWords: ['lewati', 'lewat', 'lewatkan', 'skip', 'tidak ada', '-'],
    cancelWords: ['batal', 'batalkan', 'cancel', 'tidak jadi'],
    sendWords: ['ya', 'iya', 'sudah', 'benar', 'betul', 'ok', 'oke', 'ya benar', 'sudah benar', 'ya kirim'],
    editWords: ['ganti', 'perbaiki', 'belum', 'tidak', 'salah', 'belum benar', 'tidak benar'],
    empty: '(dilewati)',
    review: 'Sudah benar?',
    send: 'Kirim',
    edit: 'Ubah',
    cancel: 'Batal',
    whichToEdit: 'Bagian mana yang mau diubah?',
    reviewHint: 'Tekan Kirim, Ubah, atau Batal.',
    cancelled: 'Baik, dibatalkan. Tidak ada yang dikirim.',
    nothingToCancel: 'Tidak ada isian yang sedang berjalan.',
    resumed: 'Kita lanjutkan isian yang tadi.',
    buttonIsOld: 'Tombol itu dari pesan lama yang sudah selesai, jadi tidak mengubah apa pun.',
    formIsClosed:
      'Isian itu sudah dikirim atau dibatalkan sebelumnya, jadi tidak saya pakai lagi. Mulai lagi dari perintahnya kalau masih perlu, ya.',
    formOfAnother:
      'Tombol itu untuk yang sedang mengisi, jadi tidak mengubah apa pun. Kalau mau mengisi sendiri, mulai dari perintahnya, ya.',
    editWhileAsked:
      'Pesan yang diedit tidak saya pakai sebagai jawaban. Kalau ada yang keliru, tulis jawaban baru atau pilih Ubah di akhir.',
    answeredAgain: '_Pesannya Anda ubah, jadi saya jawab sekali lagi._',
    tooLongToRead: 'Pesannya terlalu panjang untuk saya baca. Tolong ringkas jadi beberapa kalimat, ya.',
    unknownCommand: (name) =>
      `Perintah /${name} tidak saya kenal. Ketik /bantuan untuk melihat yang bisa saya bantu.`,
    notForYou: (audience) => `Maaf, perintah itu hanya untuk ${audience}.`,
    onlyInPrivate:
      'Itu urusan pribadi. Lanjutkan di obrolan pribadi dengan saya, ya: ketuk nama saya, pilih kirim pesan, lalu tulis di sana.',
    unsupported: 'Jenis pesan itu belum bisa saya baca. Tolong tulis dengan kata-kata, ya.',
    failed:
      'Maaf, ada gangguan di pihak kami sehingga pesan Anda belum bisa dijawab. Pesannya tersimpan. Silakan coba lagi sebentar lagi.',
    audiences: {
      employee: 'pegawai yang sudah terdaftar',
      supervisor: 'atasan',
      hr: 'petugas kepegawaian',
      admin: 'administrator',
    },
  },
}
