import type { Texts } from '../../../chat/message.ts'

/** What people read about the tickets that are kept of them. */
export interface OwnTicketTexts {
  readonly tickets: string
  readonly ticketsWhy: string
  stays(count: number): string
}

export const texts: Texts<OwnTicketTexts> = {
  id: {
    tickets: 'Laporan Anda',
    ticketsWhy:
      'Laporan yang Anda kirim dengan nama atau dirahasiakan, supaya bisa dijawab. Laporan anonim tidak ada di sini: tidak seorang pun tahu itu milik Anda.',
    stays: (count) =>
      `${count} laporan tetap ada, tanpa nama dan akun Anda, karena kantor harus menindaklanjutinya (UU 25/2009). Jawabannya tidak bisa lagi sampai kepada Anda.`,
  },
}
