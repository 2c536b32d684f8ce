import type { Texts } from '../../../chat/message.ts'

/** What a person's own page says about questions. */
export interface HomeTexts {
  readonly ownTitle: string
  readonly ownNone: string
  ownLine(id: string, question: string): string
  readonly examplesTitle: string
  readonly examples: string
  readonly officeTitle: string
  /** `refused` is a share from 0 to 1; undefined where nothing was asked. */
  figures(waiting: number, answered: number, refused: number | undefined): string
  waitingLine(id: string, question: string): string
  answer(id: string): string
}

export const texts: Texts<HomeTexts> = {
  id: {
    ownTitle: 'Pertanyaan Anda kepada petugas',
    ownNone: 'Tidak ada yang sedang menunggu jawaban.',
    ownLine: (id, question) => `- Nomor ${id}, menunggu jawaban: ${question}`,
    examplesTitle: 'Coba tanyakan',
    examples:
      'Tekan salah satu, atau tulis pertanyaan Anda sendiri. Jawabannya masuk ke obrolan dengan Abdi.',
    officeTitle: 'Untuk petugas',
    figures: (waiting, answered, refused) =>
      [
        `Menunggu jawaban petugas: ${waiting} pertanyaan`,
        `Dijawab petugas dalam 7 hari: ${answered}`,
        refused === undefined
          ? 'Dalam 7 hari ini belum ada yang bertanya.'
          : `Yang tidak bisa Abdi jawab dalam 7 hari: ${Math.round(refused * 100)}%`,
      ].join('\n'),
    waitingLine: (id, question) => `- Nomor ${id}: ${question}`,
    answer: (id) => `Jawab nomor ${id}`,
  },
}
