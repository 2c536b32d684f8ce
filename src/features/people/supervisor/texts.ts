import type { Texts } from '../../../chat/message.ts'

/** What is said about one's own entry, and about who one's supervisor is. */
export interface SupervisorTexts {
  readonly profileSummary: string
  readonly notRegistered: string
  readonly register: string
  readonly heading: string
  field(label: string, value: string): string
  readonly labels: Readonly<
    Record<'name' | 'nip' | 'position' | 'grade' | 'unit' | 'supervisor' | 'reports', string>
  >
  readonly noSupervisor: string
  people(count: number): string
  readonly wrongSupervisor: string
  readonly title: string
  readonly askWho: string
  readonly whoLabel: string
  readonly askNote: string
  readonly noteLabel: string
  readonly self: string
  already(name: string): string
  waiting(said: string, day: string): string
  readonly thanks: string
  accepted(name: string): string
  refused(reason: string): string
  toldSupervisor(who: string): string
  readonly desk: DeskTexts
}

/** What officers see of reports, and say about them. */
export interface DeskTexts {
  readonly summary: string
  readonly none: string
  some(shown: number, all: number): string
  report(about: {
    readonly number: string
    readonly who: string
    readonly nip: string
    readonly unit: string
    readonly supervisor: string
    readonly said: string
    readonly note: string | null
    readonly meant: string | null
    readonly day: string
  }): string
  readonly accept: string
  readonly other: string
  readonly refuse: string
  which(who: string): string
  readonly nobody: string
  readonly askWho: string
  readonly whoLabel: string
  readonly numberLabel: string
  readonly askReason: string
  readonly reasonLabel: string
  readonly gone: string
  readonly decided: string
  readonly own: string
  readonly left: string
  circle(supposed: string, who: string): string
  changed(who: string, supposed: string): string
  readonly refusedDone: string
}

export const texts: Texts<SupervisorTexts> = {
  id: {
    profileSummary: 'Data Anda sebagai pegawai',
    notRegistered: 'Akun Anda belum terhubung dengan data pegawai. Ketik /daftar untuk mendaftar.',
    register: 'Daftar',
    heading: 'Data Anda di kepegawaian:',
    field: (label, value) => `- ${label}: ${value}`,
    labels: {
      name: 'Nama',
      nip: 'NIP',
      position: 'Jabatan',
      grade: 'Golongan',
      unit: 'Unit kerja',
      supervisor: 'Atasan langsung',
      reports: 'Bawahan langsung',
    },
    noSupervisor: 'belum tercatat',
    people: (count) => `${count} orang`,
    wrongSupervisor: 'Atasan saya salah',
    title: 'Atasan saya salah',
    askWho: 'Siapa atasan langsung Anda yang benar? Tulis nama lengkap atau NIP-nya.',
    whoLabel: 'Atasan yang benar',
    askNote: 'Ada keterangan untuk petugas kepegawaian? Misalnya sejak kapan, atau nomor SK-nya.',
    noteLabel: 'Keterangan',
    self: 'Itu NIP Anda sendiri.',
    already: (name) => `Menurut data, **${name}** memang sudah tercatat sebagai atasan langsung Anda.`,
    waiting: (said, day) =>
      `Laporan Anda (“${said}”, ${day}) masih menunggu petugas kepegawaian. Keputusannya saya kabarkan di sini.`,
    thanks:
      'Terima kasih. Laporan Anda sudah saya teruskan ke petugas kepegawaian; keputusannya saya kabarkan di sini.',
    accepted: (name) =>
      `Laporan Anda soal atasan diterima. Atasan langsung Anda di data sekarang: **${name}**`,
    refused: (reason) =>
      `Laporan Anda soal atasan sudah diperiksa petugas kepegawaian, dan datanya tidak diubah. Alasannya: ${reason}`,
    toldSupervisor: (who) => `**${who}** sekarang tercatat sebagai bawahan langsung Anda.`,
    desk: {
      summary: 'Laporan pegawai bahwa atasannya salah',
      none: 'Tidak ada laporan atasan yang menunggu.',
      some: (shown, all) =>
        all > shown
          ? `${all} laporan atasan menunggu; ini ${shown} yang paling lama:`
          : `${all} laporan atasan menunggu:`,
      report: ({ number, who, nip, unit, supervisor, said, note, meant, day }) =>
        [
          `**Laporan atasan nomor ${number}**, ${day}`,
          [
            `- Dari: ${who}, NIP ${nip}, ${unit}`,
            `- Atasan di data: ${supervisor}`,
            `- Menurutnya: “${said}”${meant === null ? '' : `, yaitu **${meant}**`}`,
            ...(note === null ? [] : [`- Keterangan: ${note}`]),
          ].join('\n'),
        ].join('\n\n'),
      accept: 'Benar, ganti',
      other: 'Orang lain',
      refuse: 'Tidak',
      which: (who) => `Siapa atasan **${who}** yang benar?`,
      nobody:
        'Saya tidak menemukan pegawai dengan nama atau NIP itu. Coba tulis NIP-nya, atau sebagian namanya.',
      askWho: 'Siapa atasan yang benar? Tulis nama atau NIP-nya.',
      whoLabel: 'Atasan yang benar',
      numberLabel: 'Nomor laporan',
      askReason: 'Apa alasannya? Alasan ini saya sampaikan kepada pelapornya.',
      reasonLabel: 'Alasan',
      gone: 'Laporan itu tidak ada lagi.',
      decided: 'Laporan itu sudah diputuskan.',
      own: 'Itu laporan Anda sendiri. Mintalah petugas lain memutuskannya.',
      left: 'Orang itu tercatat sudah tidak bekerja di sini. Pilih yang lain.',
      circle: (supposed, who) =>
        `**${supposed}** sendiri bekerja di bawah **${who}**, langsung atau tidak, jadi tidak bisa menjadi atasannya. Perbaiki dulu atasan **${supposed}**, atau pilih yang lain.`,
      changed: (who, supposed) =>
        `Atasan langsung **${who}** sekarang: **${supposed}**\n\nKeduanya sudah saya kabari kalau akunnya terhubung.`,
      refusedDone: 'Baik, datanya tidak diubah. Alasannya sudah saya sampaikan kepada pelapornya.',
    },
  },
}
