import type { Texts } from '../../../chat/message.ts'

/** What people read about what surveys keep of them. */
export interface OwnSurveysTexts {
  readonly invitations: string
  readonly invitationsWhy: string
  readonly sent: string
  readonly sentWhy: string
  readonly stays: string
}

export const texts: Texts<OwnSurveysTexts> = {
  id: {
    invitations: 'Survei yang mengundang Anda',
    invitationsWhy:
      'Supaya tingkat jawaban bisa dihitung dan yang belum mengisi diingatkan satu kali. Apa yang Anda jawab tidak ada di sini: tidak seorang pun tahu itu dari Anda. Dihapus 400 hari setelah surveinya selesai.',
    sent: 'Undangan survei yang Anda kirim sebagai petugas',
    sentWhy: 'Bukti siapa mengundang siapa dan kapan.',
    stays:
      'Undangan survei yang sudah Anda kirim sebagai petugas tetap disimpan: arsip kedinasan tidak boleh dimusnahkan tanpa prosedur (UU 43/2009, Pasal 52), dan hak menghapus tidak berlaku untuk kepentingan umum dalam penyelenggaraan negara (UU 27/2022, Pasal 15).',
  },
}
