import type { Texts } from '../../../chat/message.ts'
import type { TicketState } from '../tickets/ticket.ts'

/** What citizens read when they ask how their ticket stands. */
export interface FollowingTexts {
  readonly summary: string
  readonly title: string
  readonly label: string
  readonly ask: string
  readonly slip: string
  readonly unread: string
  readonly needsCode: string
  readonly tooOften: string
  readonly mine: string
  readonly noneOfMine: string
  line(number: string, kind: string, state: string): string
  readonly states: Readonly<Record<TicketState, string>>
  head(about: { number: string; kind: string; where: string | null; received: string; state: string }): string
  words(words: string): string
  photos(count: number): string
  dueVerify(day: string): string
  dueAnswer(day: string): string
  dueClose(day: string): string
  event(on: string, side: string, words: string): string
  readonly sides: Readonly<Record<'citizen' | 'office' | 'bot', string>>
  joined(number: string): string
  readonly howWell: string
  readonly thanks: string
  readonly askReply: string
  readonly askUnsolved: string
  readonly wordsLabel: string
  readonly passedOn: string
  readonly reopened: string
  readonly over: string
}

export const texts: Texts<FollowingTexts> = {
  id: {
    summary: 'Melihat sampai di mana laporan Anda',
    title: 'Status laporan',
    label: 'Nomor dan kode',
    ask: 'Tulis nomor laporan dan kodenya, misalnya *4831-9072 839-201*. Keduanya ada di pesan tanda terima.',
    slip: 'Nomor itu salah ketik: angkanya tidak cocok satu sama lain. Periksa lagi di tanda terima, ya.',
    unread:
      'Saya belum menemukan nomornya. Nomor laporan ada 8 angka, kodenya 6 angka, misalnya *4831-9072 839-201*.',
    needsCode:
      'Nomor dan kode itu tidak membuka laporan apa pun. Periksa lagi keduanya; tanpa kode, laporan hanya terbuka di obrolan yang mengirimnya.',
    tooOften: 'Terlalu banyak percobaan. Demi keamanan laporan orang lain, coba lagi sepuluh menit lagi.',
    mine: 'Laporan Anda:',
    noneOfMine:
      'Dari akun ini tidak ada laporan dengan nama. Untuk laporan anonim, tulis nomor dan kodenya, misalnya */status 4831-9072 839-201*.',
    line: (number, kind, state) => `• **${number}**, ${kind}: ${state}`,
    states: {
      new: 'menunggu diperiksa',
      verified: 'sedang dikerjakan',
      asked: 'menunggu jawaban Anda',
      answered: 'sudah dijawab',
      closed: 'selesai',
      joined: 'digabung dengan laporan lain',
    },
    head: ({ number, kind, where, received, state }) =>
      `Laporan **${number}** (${kind})${where === null ? '' : `, ${where}`}. Masuk ${received}: **${state}**.`,
    words: (words) => `“${words}”`,
    photos: (count) => `📷 ${count} foto tersimpan`,
    dueVerify: (day) => `Diperiksa paling lambat ${day}.`,
    dueAnswer: (day) => `Dijawab paling lambat ${day}.`,
    dueClose: (day) => `Kalau tidak ada kabar lagi dari Anda, laporan ini ditutup ${day}.`,
    event: (on, side, words) => `• ${on}, ${side}: ${words}`,
    sides: { citizen: 'Anda', office: 'kantor', bot: 'Abdi' },
    howWell: 'Syukurlah. Seberapa puas Anda dengan penanganannya?',
    thanks: 'Terima kasih. Laporannya kami tutup.',
    askReply: 'Silakan tulis jawaban Anda.',
    askUnsolved: 'Maaf belum beres. Apa yang masih kurang?',
    wordsLabel: 'Kata Anda',
    passedOn: 'Sudah kami sampaikan. Jawabannya datang di obrolan ini.',
    reopened: 'Laporannya kami buka lagi, dan sudah kami sampaikan. Jawabannya datang di obrolan ini.',
    over: 'Laporan itu sudah ditutup. Kalau masih ada yang kurang, tekan *Belum selesai* di pesan terakhirnya, atau buat yang baru dengan /lapor.',
    joined: (number) =>
      `Digabung dengan laporan **${number}**, karena tentang hal yang sama. Jawabannya juga sampai kepada Anda.`,
  },
}
