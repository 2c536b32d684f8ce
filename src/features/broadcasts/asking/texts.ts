import type { Texts } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'

/** What recipients and officers hear of what comes back on a broadcast. */
export interface AskingTexts {
  readonly thanks: string
  readonly onlySample: string
  readonly gone: string
  readonly notRegistered: string
  readonly notRecipient: string
  readonly askQuestion: string
  readonly questionLabel: string
  readonly asked: string
  heading(id: string, open: number): string
  arrived(id: string, count: number): string
  more(count: number): string
  question(name: string, text: string): string
  readonly all: string
  answerTo(name: string): string
  askAnswer(question: string): string
  readonly answerLabel: string
  answer(question: string, answer: string): string
  readonly answered: string
  readonly answeredAlready: string
  readonly answeredByYou: string
  readonly notSent: string
  readonly noneOpen: string
  readonly questionGone: string
}

const LONGEST_LABEL = 40

export const texts: Texts<AskingTexts> = {
  id: {
    thanks: 'Terima kasih, tercatat sudah dibaca.',
    onlySample:
      'Ini baru contoh. Di siaran yang sebenarnya, tombol itu mencatat bacaan dan pertanyaan penerima.',
    gone: 'Siaran itu sudah tidak tersimpan.',
    notRegistered:
      'Akun ini belum terhubung dengan data pegawai, jadi tombol itu belum bisa dipakai di sini. Hubungkan dulu dengan /daftar.',
    notRecipient: 'Siaran itu tidak dikirim kepada Anda, jadi tombolnya tidak berlaku di sini.',
    askQuestion:
      'Apa yang ingin Anda tanyakan tentang siaran ini? Saya teruskan kepada petugas yang mengirimnya.',
    questionLabel: 'Pertanyaan',
    asked: 'Pertanyaannya saya teruskan kepada petugas. Jawabannya saya kirim ke sini.',
    heading: (id, open) => `**Siaran ${id}: ${showNumber(open)} pertanyaan menunggu jawaban**`,
    arrived: (id, count) => `**${showNumber(count)} pertanyaan tentang siaran ${id}**`,
    more: (count) => `- dan ${showNumber(count)} lagi`,
    question: (name, text) => `${name}: ${text}`,
    all: 'Semua pertanyaan',
    answerTo: (name) => {
      const label = `Jawab ${name}`
      return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).toWellFormed()}…` : label
    },
    askAnswer: (question) => `Apa jawaban Anda untuk pertanyaan ini?\n\n> ${question}`,
    answerLabel: 'Jawaban',
    answer: (question, answer) => `Jawaban petugas untuk pertanyaan Anda:\n\n> ${question}\n\n${answer}`,
    answered: 'Jawabannya terkirim kepada yang bertanya.',
    answeredAlready: 'Pertanyaan itu sudah dijawab petugas lain.',
    answeredByYou: 'Pertanyaan itu sudah Anda jawab.',
    notSent: 'Jawaban barusan tidak dikirim.',
    noneOpen: 'Tidak ada pertanyaan yang menunggu jawaban.',
    questionGone: 'Pertanyaan itu tidak ada lagi.',
  },
}
