import type { Texts } from '../chat/message.ts'

/** Why a file is not taken, and what to do instead. */
export interface FileTexts {
  readonly empty: string
  readonly tooLarge: string
  readonly unknown: string
  readonly program: string
  readonly page: string
  readonly recording: string
  readonly otherPicture: string
  readonly archive: string
  readonly otherOffice: string
  readonly olderOffice: string
  readonly locked: string
  readonly macros: string
  readonly damaged: string
  readonly bomb: string
  mismatch(extension: string, kind: string, right: string): string
  readonly unnamed: string
  readonly kinds: Readonly<Record<'photo' | 'pdf' | 'docx' | 'xlsx' | 'text', string>>
  readonly noRoom: string
  readonly notHere: string
  readonly cannotFetch: string
  readonly onlyPhotos: string
  readonly heic: string
  readonly badPhoto: string
  readonly hugePhoto: string
}

const ACCEPTED =
  'Yang bisa saya terima: foto (JPG, PNG, WEBP, HEIC), PDF, Word (DOCX), Excel (XLSX), dan teks (TXT), paling besar 20 MB.'
const SAVE = 'Simpan sebagai PDF, lalu kirim lagi, ya.'

export const texts: Texts<FileTexts> = {
  id: {
    empty: 'Berkasnya kosong. Coba kirim lagi, ya.',
    tooLarge:
      'Berkasnya terlalu besar. Paling besar 20 MB; coba kecilkan atau bagi menjadi beberapa berkas, ya.',
    unknown: `Jenis berkas itu tidak saya kenali. ${ACCEPTED}`,
    program: `Maaf, program dan skrip tidak bisa saya terima. ${ACCEPTED}`,
    page: `Maaf, halaman web dan gambar SVG tidak bisa saya terima. ${SAVE}`,
    recording: `Maaf, video dan rekaman suara belum bisa saya terima. ${ACCEPTED}`,
    otherPicture:
      'Jenis gambar itu belum bisa saya terima. Simpan sebagai JPG atau PNG, lalu kirim lagi, ya.',
    archive: 'Itu arsip. Buka dulu, lalu kirim berkas di dalamnya satu per satu, ya.',
    otherOffice: `Jenis dokumen itu belum bisa saya terima. ${SAVE}`,
    olderOffice: `Itu dokumen Office format lama atau yang terkunci kata sandi. Simpan sebagai DOCX, XLSX, atau PDF tanpa kata sandi, lalu kirim lagi, ya.`,
    locked: 'Berkasnya terkunci kata sandi. Simpan salinan tanpa kata sandi, lalu kirim lagi, ya.',
    macros: `Maaf, dokumen yang berisi makro tidak bisa saya terima demi keamanan. ${SAVE}`,
    damaged: 'Berkasnya rusak atau terpotong. Coba kirim lagi dari aslinya, ya.',
    bomb: `Isi berkas itu jauh lebih besar daripada ukurannya, seperti berkas jebakan, jadi tidak saya terima. ${SAVE}`,
    mismatch: (extension, kind, right) =>
      `Nama berkasnya berakhiran .${extension}, tetapi isinya ${kind}. Ganti akhirannya menjadi .${right} supaya tidak salah buka, lalu kirim lagi, ya.`,
    unnamed: 'berkas',
    kinds: { photo: 'foto', pdf: 'PDF', docx: 'dokumen Word', xlsx: 'tabel Excel', text: 'teks biasa' },
    noRoom: 'Maaf, tempat untuk berkas sedang penuh. Silakan coba lagi besok, atau lanjutkan tanpa berkas.',
    notHere: 'Maaf, berkas tidak bisa saya terima lewat obrolan ini. Lanjutkan tanpa berkas, ya.',
    cannotFetch: 'Berkas itu tidak bisa saya ambil. Coba kirim sekali lagi, atau lanjutkan tanpa berkas.',
    onlyPhotos: 'Di sini hanya foto yang bisa saya terima (JPG, PNG, atau WEBP).',
    heic: 'Foto HEIC belum bisa saya baca. Kirim sebagai foto biasa, bukan sebagai berkas, ya.',
    badPhoto: 'Fotonya tidak bisa dibaca. Coba kirim lagi, atau ambil foto yang baru.',
    hugePhoto: 'Fotonya terlalu besar ukurannya. Coba kecilkan dulu, atau kirim tangkapan layarnya.',
  },
}
