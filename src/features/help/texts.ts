import type { Texts } from '../../chat/message.ts'

/** What help says. */
export interface HelpTexts {
  welcome(organization: string): string
  readonly help: string
  readonly start: string
  readonly cancel: string
  readonly commands: string
  readonly forms: string
  readonly moreInPrivate: string
  readonly homeTitle: string
  home(organization: string): string
}

export const texts: Texts<HelpTexts> = {
  id: {
    welcome: (organization) =>
      `Halo! Saya **Abdi**, asisten ${organization}.\n\nTulis saja pertanyaan soal aturan kepegawaian atau layanan publik dengan bahasa sehari-hari. Saya jawab beserta pasalnya; kalau saya tidak tahu, saya bilang tidak tahu dan bisa meneruskannya ke petugas.\n\nMau coba salah satu ini?`,
    help: 'Yang bisa saya bantu',
    start: 'Mulai',
    cancel: 'Membatalkan isian yang sedang berjalan',
    commands: 'Tulis pertanyaan langsung, atau pakai perintah:',
    forms: 'Kalau sedang mengisi sesuatu: ketik _lewati_ untuk yang boleh kosong dan _batal_ untuk berhenti.',
    moreInPrivate: 'Urusan pribadi, seperti kinerja dan data Anda, ada di obrolan pribadi dengan saya.',
    homeTitle: 'Abdi',
    home: (organization) =>
      `Asisten ${organization} untuk pertanyaan soal aturan kepegawaian dan layanan publik. Setiap jawaban disertai pasalnya; yang tidak saya tahu bisa diteruskan ke petugas.`,
  },
}
