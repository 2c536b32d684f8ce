import type { Texts } from '../../../chat/message.ts'

/** What looking through unanswered questions says. */
export interface ReviewTexts {
  readonly summary: string
  readonly none: string
  heading(groups: number, questions: number, shown: number): string
  group(size: number, text: string, refused: number, disliked: number): string
  groupLabel(number: number): string
  /** The questions of one group; `wordings` are texts and how often each was asked, `more` how many are not shown. */
  questions(wordings: readonly { text: string; times: number }[], more: number): string
  readonly answer: string
  readonly ignore: string
  readonly back: string
  ignored(count: number): string
  readonly gone: string
}

export const texts: Texts<ReviewTexts> = {
  id: {
    summary: 'Pertanyaan yang belum terjawab baik, dikelompokkan',
    none: 'Tidak ada pertanyaan yang perlu ditinjau dalam 30 hari terakhir.',
    heading: (groups, questions, shown) =>
      `**${questions} pertanyaan dalam ${groups} kelompok** perlu ditinjau (30 hari terakhir)${shown < groups ? `; ${shown} yang terbesar` : ''}:`,
    group: (size, text, refused, disliked) =>
      `**${size}×** “${text}” (${[refused > 0 && `${refused === size ? '' : `${refused} `}tak terjawab`, disliked > 0 && `${disliked === size ? '' : `${disliked} `}dinilai 👎`].filter(Boolean).join(', ')})`,
    groupLabel: (number) => `Kelompok ${number}`,
    questions: (wordings, more) =>
      `Yang ditanyakan:\n\n${wordings.map(({ text, times }) => `- ${times > 1 ? `${times}× ` : ''}${text}`).join('\n')}${more > 0 ? `\n- … dan ${more} lagi` : ''}`,
    answer: 'Jawab & terbitkan',
    ignore: 'Abaikan',
    back: 'Kembali ke daftar',
    ignored: (count) => `Baik, ${count} pertanyaan itu tidak ditampilkan lagi.`,
    gone: 'Kelompok itu sudah ditangani atau sudah lebih dari 30 hari. Lihat /tinjau.',
  },
}
