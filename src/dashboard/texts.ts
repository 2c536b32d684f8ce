import type { Texts } from '../chat/message.ts'

/** What the pages of the dashboard say. */
export interface DashboardPageTexts {
  readonly title: string
  readonly enterTitle: string
  enter(organization: string): string
  readonly enterButton: string
  readonly notInTitle: string
  readonly notIn: string
  readonly tryAgain: string
  readonly badCodeTitle: string
  readonly badCode: string
  readonly tooManyTitle: string
  readonly tooMany: string
  readonly noAdminTitle: string
  readonly noAdmin: string
  readonly otherSiteTitle: string
  readonly otherSite: string
  readonly leftTitle: string
  readonly left: string
  readonly leave: string
  readonly welcome: string
  readonly board: string
  readonly boardHint: string
  readonly back: string
  readonly boardTitle: string
  readonly noSuchPageTitle: string
  readonly noSuchPage: string
}

export const texts: Texts<DashboardPageTexts> = {
  id: {
    title: 'Dasbor Abdi',
    enterTitle: 'Masuk ke dasbor',
    enter: (organization) =>
      `Dasbor Abdi untuk ${organization}. Tautan ini hanya bisa dipakai sekali; tekan tombol di bawah untuk masuk.`,
    enterButton: 'Masuk',
    notInTitle: 'Anda belum masuk',
    notIn: 'Untuk masuk, kirim /dasbor kepada Abdi di obrolan pribadi lalu buka tautan yang ia kirim.',
    tryAgain: 'Saya sudah masuk, buka dasbor',
    badCodeTitle: 'Tautan ini tidak berlaku lagi',
    badCode:
      'Tautan masuk hanya berlaku beberapa menit dan untuk sekali pakai. Kirim /dasbor sekali lagi kepada Abdi untuk mendapat tautan baru.',
    tooManyTitle: 'Terlalu banyak percobaan',
    tooMany: 'Tunggu sebentar, lalu coba lagi, ya.',
    noAdminTitle: 'Hanya untuk administrator',
    noAdmin:
      'Akun Anda bukan administrator, jadi dasbor ini tidak bisa dibuka. Kalau ini keliru, hubungi administrator lain.',
    otherSiteTitle: 'Permintaan ditolak',
    otherSite: 'Permintaan ini datang dari situs lain. Buka dasbor dari halamannya sendiri, ya.',
    leftTitle: 'Anda sudah keluar',
    left: 'Sampai jumpa. Untuk masuk lagi, kirim /dasbor kepada Abdi.',
    leave: 'Keluar',
    welcome: 'Selamat datang. Pilih yang ingin Anda lihat.',
    board: 'Antrean pekerjaan',
    boardHint: 'Yang terjadwal, yang berjalan, dan yang gagal; yang gagal bisa dijalankan ulang.',
    back: 'Kembali ke dasbor',
    boardTitle: 'Antrean Abdi',
    noSuchPageTitle: 'Halaman itu tidak ada',
    noSuchPage: 'Mungkin alamatnya keliru.',
  },
}
