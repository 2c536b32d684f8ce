import type { Texts } from '../../../chat/message.ts'
import type { Identity } from '../tickets/ticket.ts'

/** What a card of a ticket shows to those who answer it. */
export interface Card {
  readonly number: string
  readonly kind: string
  readonly where: string | null
  readonly stars: string | null
  readonly who: string
  readonly words: string
  readonly received: string
  readonly state: string
  readonly due: string | null
  readonly care: string | null
}

/** What those who answer tickets read, and what they make citizens read. */
export interface HandlingTexts {
  readonly summary: string
  readonly deskSummary: string
  card(card: Card): string
  readonly careful: Readonly<Record<'threat' | 'danger' | 'abusive', string>>
  readonly identities: Readonly<Record<Exclude<Identity, 'named'>, string>>
  due(day: string): string
  readonly take: string
  readonly ask: string
  readonly answer: string
  readonly pass: string
  readonly note: string
  readonly close: string
  readonly history: string
  readonly open: string
  dueSoon(number: string, unit: string | null, what: 'verify' | 'answer', day: string): string
  missed(number: string, unit: string | null, what: 'verify' | 'answer', day: string): string
  taken(number: string): string
  readonly takenAlready: string
  readonly askWords: string
  readonly answerWords: string
  readonly noteWords: string
  readonly passWords: string
  readonly wordsLabel: string
  readonly unitLabel: string
  asked(number: string): string
  answered(number: string): string
  noted(number: string): string
  passed(number: string, unit: string): string
  closed(number: string): string
  passUnknown(words: string): string
  readonly over: string
  readonly gone: string
  readonly notYours: string
  readonly nothing: string
  waiting(count: string): string
  more(count: number): string
  /** To the citizen. */
  readonly citizen: {
    asks(number: string, words: string): string
    answers(number: string, words: string): string
    closes(number: string): string
    lapsed(number: string): string
    readonly reply: string
    readonly solved: string
    readonly unsolved: string
  }
  /** From the citizen, to whoever works on it. */
  replied(number: string, words: string): string
  reopened(number: string, words: string): string
  desk(unit: string, names: readonly string[]): string
  deskNone(unit: string): string
  readonly deskHow: string
  deskUnknown(words: string): string
}

export const texts: Texts<HandlingTexts> = {
  id: {
    summary: 'Laporan warga yang menunggu Anda',
    deskSummary: 'Menentukan siapa yang menjawab laporan warga',
    card: ({ number, kind, where, stars, who, words, received, state, due, care }) =>
      [
        `**${number}** (${kind})${where === null ? '' : `\n${where}`}${stars === null ? '' : `\n${stars}`}`,
        `Dari: ${who}. Masuk ${received}. Status: ${state}.${due === null ? '' : ` ${due}`}`,
        ...(care === null ? [] : [`⚠️ ${care}`]),
        `“${words}”`,
      ].join('\n\n'),
    careful: {
      danger: 'Mungkin ada yang dalam bahaya: baca sekarang.',
      threat: 'Berisi ancaman: simpan, jangan dibalas sendirian, kabari atasan.',
      abusive: 'Bahasanya kasar. Keluhannya bisa tetap benar.',
    },
    identities: { anonymous: 'anonim', confidential: 'dirahasiakan' },
    due: (day) => `Tenggat: ${day}.`,
    take: 'Ambil',
    ask: 'Tanya balik',
    answer: 'Jawab',
    pass: 'Teruskan',
    note: 'Catatan',
    close: 'Tutup',
    history: 'Riwayat',
    open: 'Buka',
    dueSoon: (number, unit, what, day) =>
      `Tenggatnya dekat: laporan **${number}**${unit === null ? '' : ` (${unit})`} harus ${what === 'verify' ? 'diperiksa' : 'dijawab'} paling lambat ${day}.`,
    missed: (number, unit, what, day) =>
      `Tenggat terlewat: laporan **${number}**${unit === null ? '' : ` (${unit})`} seharusnya sudah ${what === 'verify' ? 'diperiksa' : 'dijawab'} ${day}.`,
    taken: (number) => `Laporan **${number}** sekarang Anda yang memegang.`,
    takenAlready: 'Laporan itu sudah dipegang petugas lain.',
    askWords: 'Apa yang ingin Anda tanyakan kepada pelapor? Ia membacanya apa adanya.',
    answerWords: 'Tulis jawabannya. Pelapor membacanya apa adanya; namanya dan akunnya tidak Anda lihat.',
    noteWords: 'Tulis catatannya. Hanya petugas yang membacanya.',
    passWords: 'Diteruskan ke kantor mana? Tulis namanya, misalnya *Dinas PUPR*.',
    wordsLabel: 'Isi',
    unitLabel: 'Kantor',
    asked: (number) =>
      `Pertanyaan Anda untuk laporan **${number}** dikirim. Tenggatnya berhenti sampai pelapor menjawab.`,
    answered: (number) =>
      `Jawaban untuk laporan **${number}** dikirim. Kalau pelapor diam 10 hari kerja, laporannya ditutup sendiri.`,
    noted: (number) => `Catatan untuk laporan **${number}** disimpan.`,
    passed: (number, unit) => `Laporan **${number}** diteruskan ke ${unit}.`,
    closed: (number) => `Laporan **${number}** ditutup.`,
    passUnknown: (words) =>
      `Saya tidak menemukan satu kantor yang bernama “${words}”. Tulis nama lengkapnya, ya.`,
    over: 'Laporan itu sudah selesai atau digabung; tidak ada yang diubah.',
    gone: 'Laporan itu tidak ada.',
    notYours: 'Laporan itu bukan untuk kantor Anda.',
    nothing: 'Tidak ada laporan warga yang menunggu Anda.',
    waiting: (count) => `${count} laporan warga menunggu Anda:`,
    more: (count) => `… dan ${count} lagi.`,
    citizen: {
      asks: (number, words) => `Kantor bertanya tentang laporan Anda **${number}**:\n\n“${words}”`,
      answers: (number, words) =>
        `Jawaban untuk laporan Anda **${number}**:\n\n“${words}”\n\nApakah ini sudah selesai?`,
      closes: (number) =>
        `Laporan Anda **${number}** ditutup. Kalau menurut Anda belum selesai, tekan di bawah.`,
      lapsed: (number) =>
        `Laporan Anda **${number}** kami tutup karena lama tidak ada kabar lagi. Kalau belum selesai, tekan di bawah.`,
      reply: 'Balas',
      solved: 'Sudah selesai',
      unsolved: 'Belum selesai',
    },
    replied: (number, words) => `Pelapor menjawab tentang laporan **${number}**:\n\n“${words}”`,
    reopened: (number, words) => `Laporan **${number}** dibuka lagi. Kata pelapor:\n\n“${words}”`,
    desk: (unit, names) => `Laporan untuk **${unit}** dijawab oleh: ${names.join(', ')}.`,
    deskNone: (unit) =>
      `Untuk **${unit}** belum ada yang menjawab laporan; semuanya sampai ke petugas kepegawaian dan admin.`,
    deskHow:
      'Tulis kantornya, titik dua, lalu NIP yang menjawab, misalnya */petugas_laporan disdukcapil: 19850315 201001 2 001*. Tanpa NIP: melihat siapa sekarang.',
    deskUnknown: (words) => `Yang ini tidak saya temukan: ${words}. Tidak ada yang diubah.`,
  },
}
