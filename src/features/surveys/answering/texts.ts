import type { Texts } from '../../../chat/message.ts'

/** What people read while they answer a survey. */
export interface AnsweringTexts {
  readonly summary: string
  readonly title: string
  readonly none: string
  readonly which: string
  askWhere(title: string): string
  readonly whereLabel: string
  whichWhere(words: string): string
  unknownWhere(words: string): string
  readonly unknownCode: string
  intro(title: string, where: string, intro: string): string
  promise(minutes: number): string
  readonly promiseToStaff: string
  notYet(title: string, day: string): string
  over(title: string): string
  before(title: string, where: string): string
  readonly notInvited: string
  readonly onlyInvited: string
  ask(at: number, all: number, text: string): string
  readonly noNames: string
  label(at: number): string
  readonly yes: string
  readonly no: string
  readonly yesWords: readonly string[]
  readonly noWords: readonly string[]
  thanks(minimum: number): string
  readonly thanksNoCount: string
  readonly closedMeanwhile: string
}

export const texts: Texts<AnsweringTexts> = {
  id: {
    summary: 'Mengisi survei, tanpa nama',
    title: 'Survei',
    none: 'Saat ini tidak ada survei yang menunggu jawaban Anda. Kalau ingin menyampaikan sesuatu tentang layanan, ketik /lapor.',
    which: 'Survei mana yang mau Anda isi?',
    askWhere: (title) =>
      `**${title}**\nLayanan atau kantor mana yang baru Anda datangi? Tulis namanya, misalnya *puskesmas Taktakan* atau *KTP*.`,
    whereLabel: 'Kantor atau layanan',
    whichWhere: (words) => `Ada beberapa yang cocok dengan “${words}”. Yang mana?`,
    unknownWhere: (words) =>
      `Saya belum menemukan “${words}”. Coba nama kantornya saja, misalnya *dukcapil* atau *puskesmas Ciracas*.`,
    unknownCode: 'Kode itu tidak saya kenal, atau layanannya sudah tutup. Tulis saja namanya, ya.',
    intro: (title, where, intro) => `**${title}${where === '' ? '' : `: ${where}`}**\n${intro}`,
    promise: (minutes) =>
      `Survei ini anonim: jawaban hanya dijumlahkan, tidak disimpan bersama nama, akun, atau jam. Kira-kira ${minutes} menit.`,
    promiseToStaff: 'Jumlahnya dihitung per unit kerja, dan unit yang penjawabnya sedikit tidak ditampilkan.',
    notYet: (title, day) =>
      `**${title}** baru dibuka ${day}. Terima kasih sudah mau mengisi; kami tunggu, ya.`,
    over: (title) => `**${title}** sudah ditutup. Terima kasih sudah mau mengisi.`,
    before: (title, where) =>
      `Anda sudah mengisi **${title}**${where === '' ? '' : ` untuk ${where}`} di periode ini. Terima kasih! Kalau ada hal baru, sampaikan lewat /lapor.`,
    notInvited: 'Undangan itu bukan untuk akun ini, jadi surveinya tidak saya buka.',
    onlyInvited: 'Survei itu untuk pegawai yang diundang. Kalau Anda diundang, tombolnya ada di undangannya.',
    ask: (at, all, text) => `**${at}/${all}** ${text}`,
    noNames: '_Jangan tulis nama atau nomor Anda sendiri, supaya tetap anonim._',
    label: (at) => `Pertanyaan ${at}`,
    yes: 'Ya',
    no: 'Tidak',
    yesWords: ['iya', 'y', 'sudah', 'pernah', 'betul'],
    noWords: ['tdk', 'gak', 'nggak', 'belum', 'bukan', 'tidak pernah', 'belum pernah'],
    thanks: (minimum) =>
      `Terima kasih, jawaban Anda sudah dihitung, tanpa nama. Hasilnya baru ditampilkan setelah paling sedikit ${minimum} orang menjawab.`,
    thanksNoCount:
      'Terima kasih. Jawaban Anda untuk survei ini sudah ada sebelumnya, jadi yang ini tidak dihitung lagi.',
    closedMeanwhile:
      'Maaf, surveinya keburu ditutup sebelum jawaban ini sampai, jadi tidak ikut dihitung. Kalau ada yang ingin disampaikan, ketik /lapor.',
  },
}
