import type { Texts } from '../../chat/message.ts'

/** What the web chat says itself: kind refusals of a request, and the words its page shows while it works. */
export interface WebTexts {
  readonly notJson: string
  readonly badSession: string
  readonly badId: string
  readonly wantOne: string
  readonly emptyText: string
  readonly textTooLong: string
  readonly bodyTooLarge: string
  readonly wrongType: string
  readonly fileTooLarge: string
  readonly notUpload: string
  readonly tooManyUploads: string
  readonly noSuchFile: string
  readonly crossSite: string
  readonly tooMany: string
  readonly tooManyStreams: string
  readonly badAfter: string
  readonly notReady: string
  readonly description: string
  readonly visitor: string
  readonly page: Readonly<Record<string, string>>
}

export const texts: Texts<WebTexts> = {
  id: {
    notJson:
      'Maaf, permintaannya tidak terbaca. Kirim sebagai JSON, misalnya {"text": "Cuti tahunan berapa hari?"}.',
    badSession: 'Maaf, kode obrolannya tidak dikenali. Mulailah obrolan baru, ya.',
    badId: 'Maaf, nomor pesannya tidak terbaca. Muat ulang halaman lalu kirim lagi, ya.',
    wantOne: 'Kirim salah satu saja, ya: tulisan (text) atau pilihan (choice).',
    emptyText: 'Pesannya masih kosong. Tulis dulu pertanyaannya, ya.',
    textTooLong: 'Pesannya terlalu panjang. Tolong ringkas menjadi paling banyak 4.000 huruf, ya.',
    bodyTooLarge: 'Kirimannya terlalu besar untuk dibaca. Tolong ringkas, ya.',
    wrongType: 'Maaf, permintaannya harus dikirim sebagai application/json.',
    fileTooLarge:
      'Berkasnya terlalu besar. Paling besar 20 MB; coba kecilkan atau bagi menjadi beberapa berkas, ya.',
    notUpload: 'Maaf, kirimannya tidak terbaca. Kirim satu berkas (file) beserta nomor pesannya (id), ya.',
    tooManyUploads: 'Terlalu banyak berkas dalam waktu singkat. Tunggu sebentar lalu coba lagi, ya.',
    noSuchFile: 'Berkas itu tidak ada atau sudah tidak disimpan.',
    crossSite: 'Maaf, obrolan ini hanya bisa dipakai dari halamannya sendiri.',
    tooMany: 'Pesannya datang terlalu cepat. Tunggu sebentar lalu coba lagi, ya.',
    tooManyStreams:
      'Obrolan ini sedang dibuka di terlalu banyak tempat. Tutup salah satunya lalu coba lagi, ya.',
    badAfter: 'Maaf, nomor baris terakhirnya tidak terbaca. Muat ulang halaman ini, ya.',
    notReady: 'Maaf, layanan sedang tidak siap. Silakan coba lagi sebentar lagi.',
    description: 'Tanya aturan kepegawaian, dijawab dengan pasalnya.',
    visitor: 'Pengguna web',
    page: {
      you: 'Anda:',
      bot: 'Abdi:',
      choices: 'Pilihan jawaban',
      pressed: 'Pilihan ditekan',
      typing: 'Abdi sedang menyiapkan jawaban…',
      slow: 'Jawabannya perlu waktu lebih lama. Anda boleh menunggu atau kembali nanti; jawabannya akan muncul di sini.',
      offline: 'Sambungan internet terputus. Pesan Anda aman dan dikirim begitu tersambung lagi.',
      reconnecting: 'Menyambungkan kembali… Pesan Anda aman.',
      sending: 'Mengirim…',
      unsent: 'Belum terkirim. Akan dicoba lagi otomatis.',
      sendNow: 'Kirim sekarang',
      change: 'Ubah pesan',
      refused: 'Pesan ini tidak bisa dikirim.',
      left: 'huruf lagi',
      download: 'Unduh',
      downloading: 'Mengambil berkas…',
      notDownloaded: 'Berkasnya belum bisa diambil. Coba lagi sebentar lagi.',
      tooLarge: 'Berkasnya terlalu besar. Paling besar 20 MB.',
    },
  },
}
