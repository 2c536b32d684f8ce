import type { Texts } from '../../../../chat/message.ts'

/** What the appraisal says on a person's own page. */
export interface HomeTexts {
  title(quarter: string): string
  readonly unsent: string
  readonly sent: string
  readonly asked: string
  readonly unanswered: string
  readonly rated: string
  readonly begin: string
  readonly look: string
  readonly deskTitle: string
  waiting(count: string): string
  readonly openDesk: string
}

export const texts: Texts<HomeTexts> = {
  id: {
    title: (quarter) => `Evaluasi ${quarter}`,
    unsent: 'Belum Anda kirim.',
    sent: 'Sudah terkirim, menunggu nilai dari atasan.',
    asked: 'Atasan bertanya. Jawab, atau perbaiki isiannya.',
    unanswered: 'Sudah dinilai. Anda boleh menanggapi sekali.',
    rated: 'Sudah dinilai.',
    begin: 'Isi evaluasi',
    look: 'Lihat evaluasi',
    deskTitle: 'Penilaian bawahan',
    waiting: (count) => `${count} evaluasi menunggu nilai Anda.`,
    openDesk: 'Buka penilaian',
  },
}
