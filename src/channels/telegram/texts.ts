import type { Texts } from '../../chat/message.ts'

/** The few words that Telegram's own parts need. */
export interface TelegramTexts {
  readonly shareContact: string
  readonly shareLocation: string
  /** Under a question, once it was answered by a button. */
  chosen(label: string): string
  /** In place of a file that could not be brought; the name is Markdown already. */
  fileLost(name: string): string
  /** While a keyboard that is no longer wanted is put away. */
  readonly keyboardGone: string
}

export const texts: Texts<TelegramTexts> = {
  id: {
    shareContact: '📱 Bagikan nomor saya',
    shareLocation: '📍 Bagikan lokasi',
    chosen: (label) => `✓ ${label}`,
    fileLost: (name) =>
      `_Berkas ${name} tidak bisa saya kirim lewat Telegram. Mintalah berkasnya kepada petugas, ya._`,
    keyboardGone: '✓',
  },
}
