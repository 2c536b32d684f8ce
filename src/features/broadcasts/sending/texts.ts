import type { Texts } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { HeldFor } from '../broadcast.ts'

/** What officers hear of a broadcast that was due and did not go out. */
export interface SendingTexts {
  heldHeading(id: string): string
  readonly held: Readonly<Record<HeldFor, (people: number, confirmed: number) => string>>
  readonly sendAnyway: string
  readonly withoutFile: string
  readonly tryAgain: string
  readonly edit: string
  readonly cancel: string
}

export const texts: Texts<SendingTexts> = {
  id: {
    heldHeading: (id) => `**Siaran ${id} belum dikirim** dan menunggu keputusan Anda.`,
    held: {
      grown: (people, confirmed) =>
        `Penerimanya sekarang ${showNumber(people)} orang, padahal waktu dikonfirmasi ${showNumber(confirmed)} orang.`,
      late: () => 'Waktu kirimnya sudah lewat, dan mengirimnya sekarang mungkin tidak tepat lagi.',
      file: () => 'Lampirannya tidak tersimpan lagi.',
      maker: () => 'Yang membuatnya bukan petugas kepegawaian lagi, atau tidak bisa dihubungi.',
      empty: () => 'Saat ini tidak ada penerimanya yang bisa dihubungi.',
    },
    sendAnyway: 'Tetap kirim',
    withoutFile: 'Kirim tanpa lampiran',
    tryAgain: 'Coba kirim lagi',
    edit: 'Ubah dulu',
    cancel: 'Batalkan siaran',
  },
}
