import type { Texts } from '../../../chat/message.ts'

/** What officers read while they invite to a survey, and what the invitation says. */
export interface InvitingTexts {
  readonly summary: string
  readonly title: string
  how(surveys: readonly { readonly id: string; readonly title: string }[]): string
  readonly noSurveys: string
  unknown(id: string): string
  forCitizens(title: string): string
  askAbout(title: string): string
  readonly aboutLabel: string
  readonly nobody: string
  noneReachable(people: number): string
  sure(about: {
    readonly title: string
    readonly who: string
    readonly everyone: boolean
    readonly people: number
    readonly reachable: number
    readonly minimum: number
    readonly days: number
    readonly later: readonly number[]
  }): string
  yes(people: number): string
  readonly no: string
  sent(people: number, until: string): string
  readonly onItsWay: string
  readonly cancelled: string
  readonly gone: string
  readonly over: string
  letter(title: string, months: number, minutes: number, until: string): string
  reminder(title: string, months: number, minutes: number, until: string): string
  readonly answer: string
}

export const texts: Texts<InvitingTexts> = {
  id: {
    summary: 'Mengundang pegawai mengisi survei',
    title: 'Kirim survei',
    how: (surveys) =>
      [
        'Tulis surveinya lalu siapa yang diundang, misalnya */survei\\_kirim setelah-pelatihan: guru PPPK*. Yang diundang boleh juga daftar NIP.',
        ...surveys.map(({ id, title }) => `• **${id}**: ${title}`),
      ].join('\n'),
    noSurveys: 'Belum ada survei untuk pegawai.',
    unknown: (id) => `Survei “${id}” tidak ada.`,
    forCitizens: (title) =>
      `**${title}** diisi masyarakat lewat /survei atau kode QR di loket, jadi tidak dikirim ke pegawai.`,
    askAbout: (title) =>
      `**${title}**\nTentang apa? Tulis nama pelatihan atau kebijakannya, supaya yang diundang tahu. Kalau tidak perlu, tekan *Lewati*.`,
    aboutLabel: 'Tentang',
    nobody: 'Tidak ada pegawai yang cocok, jadi tidak ada yang diundang.',
    noneReachable: (people) =>
      `Ada ${people} orang yang cocok, tetapi belum satu pun bisa dihubungi di sini. Mereka perlu mendaftar dulu.`,
    sure: ({ title, who, everyone, people, reachable, minimum, days, later }) =>
      [
        `Undang **${everyone ? 'SEMUA pegawai' : who}** mengisi **${title}**?`,
        `${people} orang, ${reachable} bisa dihubungi. Survei terbuka ${days} hari; di tengahnya yang belum mengisi diingatkan satu kali.`,
        ...later.map(
          (months) => `${months} bulan kemudian mereka ditanya lagi, hanya pertanyaan lanjutannya.`,
        ),
        ...(reachable < minimum
          ? [
              `Perhatian: hasil baru tampil kalau paling sedikit ${minimum} orang menjawab. Dengan ${reachable} undangan, hasilnya tidak akan pernah tampil.`,
            ]
          : []),
      ].join('\n\n'),
    yes: (people) => `Kirim ke ${people} orang`,
    no: 'Batal',
    sent: (people, until) =>
      `Undangan dikirim ke ${people} orang; jawaban ditunggu sampai ${until}. Hasilnya di /survei\\_hasil.`,
    onItsWay: 'Undangan sedang dikirim. Perkembangannya di /survei\\_hasil.',
    cancelled: 'Baik, tidak jadi dikirim.',
    gone: 'Rancangan itu sudah tidak ada. Mulai lagi dengan /survei\\_kirim.',
    over: 'Masa survei itu sudah lewat, jadi undangannya tidak bisa dikirim.',
    letter: (title, months, minutes, until) =>
      `**${title}**\n${months === 0 ? 'Anda diundang mengisi survei ini.' : `Sudah ${months} bulan; kami ingin tahu kabarnya sekarang.`} Anonim, kira-kira ${minutes} menit, sampai ${until}.`,
    reminder: (title, _, minutes, until) =>
      `**${title}**\nSurvei ini masih terbuka sampai ${until}; suara Anda belum ikut. Anonim, kira-kira ${minutes} menit. Ini satu-satunya pengingat.`,
    answer: '📝 Isi survei',
  },
}
