import type { Texts } from '../../chat/message.ts'

/** What claiming the first administrator says. */
export interface PeopleTexts {
  readonly how: string
  readonly wrong: string
  readonly tooOften: string
  readonly taken: string
  readonly already: string
  readonly done: string
}

export const texts: Texts<PeopleTexts> = {
  id: {
    how: 'Ketik /klaim diikuti kode yang tampil saat Abdi dinyalakan, misalnya: /klaim ABCD-EFGH-IJKL',
    wrong: 'Kodenya tidak cocok. Periksa lagi kode yang tampil saat Abdi dinyalakan.',
    tooOften: 'Terlalu banyak percobaan. Coba lagi sekitar sepuluh menit lagi.',
    taken:
      'Administrator pertama sudah ada, jadi kode ini tidak berlaku lagi. Mintalah hak kepada administrator itu.',
    already: 'Anda sudah menjadi administrator.',
    done: 'Selamat, Anda sekarang administrator pertama Abdi. Pertanyaan yang diteruskan warga dan pegawai akan saya kirim ke obrolan ini. Ketik /pertanyaan untuk melihat yang menunggu.',
  },
}
