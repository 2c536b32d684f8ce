import type { Texts } from '../../chat/message.ts'

/** What recipients see below every broadcast, and what all parts of the feature say. */
export interface BroadcastTexts {
  readonly summary: string
  readonly start: string
  readonly haveRead: string
  readonly ask: string
  /** In the place of a recipient where whoever looks has no entry of their own. */
  readonly somebody: { readonly name: string; readonly unit: string }
  readonly gone: string
  readonly onlyInPrivate: string
}

export const texts: Texts<BroadcastTexts> = {
  id: {
    summary: 'Mengirim siaran kepada banyak pegawai',
    start: 'Tulis siaran baru',
    haveRead: '✅ Sudah dibaca',
    ask: '💬 Tanya',
    somebody: { name: 'Nama Pegawai', unit: 'Unit Kerja' },
    gone: 'Siaran itu tidak ada lagi.',
    onlyInPrivate:
      'Siaran dibuat di obrolan pribadi dengan saya, ya, supaya rancangannya tidak terbaca orang lain.',
  },
}
