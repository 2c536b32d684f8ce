import type { Texts } from '../../../chat/message.ts'

/** What people hear of broadcasts when they ask what is kept about them. */
export interface OwnBroadcastsTexts {
  readonly read: string
  readonly asked: string
  readonly missed: string
  readonly made: string
  readonly why: string
  readonly whyMade: string
  readonly stays: string
}

export const texts: Texts<OwnBroadcastsTexts> = {
  id: {
    read: 'Siaran yang Anda tandai sudah dibaca',
    asked: 'Pertanyaan Anda tentang siaran, dengan jawabannya',
    missed: 'Siaran yang tidak sampai kepada Anda',
    made: 'Siaran yang Anda buat sebagai petugas',
    why: 'Supaya petugas tahu siaran sudah sampai dan bisa menjawab. Dihapus setelah 400 hari.',
    whyMade: 'Bukti siapa mengumumkan apa dan kapan. Dihapus 400 hari setelah selesai dikirim.',
    stays:
      'Siaran yang sudah Anda kirim sebagai petugas tetap disimpan sampai 400 hari: arsip kedinasan tidak boleh dimusnahkan tanpa prosedur (UU 43/2009, Pasal 52), dan hak menghapus tidak berlaku untuk kepentingan umum dalam penyelenggaraan negara (UU 27/2022, Pasal 15).',
  },
}
