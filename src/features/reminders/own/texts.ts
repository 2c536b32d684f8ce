import type { Texts } from '../../../chat/message.ts'

/** What people read about their own deadlines. */
export interface OwnTexts {
  readonly summary: string
  readonly notListed: string
  readonly nothing: string
  readonly heading: string
  line(title: string, label: string, day: string, state: string): string
  readonly done: string
  more(count: number): string
  readonly settings: string
  readonly calendar: string
  readonly tomorrow: string
  doneWith(title: string): string
  thanks(title: string, label: string): string
  already(title: string, label: string): string
  readonly notByWord: (title: string) => string
  readonly attach: string
  readonly undo: string
  undone(title: string): string
  readonly cannotUndo: string
  readonly gone: string
  readonly notYours: string
  readonly askFile: string
  readonly fileLabel: string
  readonly fileTitle: string
  attached(name: string, title: string): string
  readonly sayFirst: string
  again(day: string, titles: readonly string[]): string
  readonly nothingToRepeat: string
  readonly whichDone: string
  readonly onlyInPrivate: string
  settingsNow(about: { hour: string | null; channel: string | null; zone: string }): string
  hourChoice(hour: number): string
  channelChoice(channel: string): string
  readonly anyHour: string
  hourKept(hour: string, zone: string): string
  readonly anyHourKept: string
  channelKept(channel: string): string
  readonly notLinked: string
  calendarLink(link: string): string
  readonly calendarNew: string
  readonly noCalendar: string
  calendarName(organization: string): string
  calendarEvent(title: string, label: string): string
  calendarSoon(title: string): string
  readonly homeTitle: string
  readonly open: string
  readonly data: Readonly<
    Record<
      | 'completions'
      | 'completionsWhy'
      | 'reminders'
      | 'remindersWhy'
      | 'feeds'
      | 'feedsWhy'
      | 'preferences'
      | 'preferencesWhy',
      string
    >
  >
  listStays(count: number): string
  readonly remindersStay: string
  readonly calendarThere: string
}

export const texts: Texts<OwnTexts> = {
  id: {
    summary: 'Tenggat Anda, dan cara Anda diingatkan',
    notListed:
      'Akun Anda belum terhubung dengan data pegawai. Ketik /daftar untuk mendaftar, lalu tenggat Anda tampil di sini.',
    nothing: 'Tidak ada tenggat untuk Anda dalam waktu dekat. Kalau ada, saya ingatkan pada pagi hari kerja.',
    heading: '**Tenggat Anda:**',
    line: (title, label, day, state) => `- **${title}** (${label}): ${day}, ${state}`,
    done: '✅ sudah',
    more: (count) => `Dan ${count} lagi sesudah itu.`,
    settings: 'Atur pengingat',
    calendar: 'Kalender',
    tomorrow: 'Ingatkan besok',
    doneWith: (title) => `✅ ${title}`,
    thanks: (title, label) =>
      `Tercatat: **${title}** (${label}) sudah Anda lapor. Terima kasih, saya tidak mengingatkan lagi untuk yang ini.`,
    already: (title, label) => `**${title}** (${label}) memang sudah tercatat selesai. Terima kasih.`,
    notByWord: (title) =>
      `**${title}** dianggap selesai begitu laporannya masuk, jadi tidak perlu dinyatakan di sini. Kirim laporannya lewat /kinerja.`,
    attach: 'Lampirkan bukti',
    undo: 'Belum, salah tekan',
    undone: (title) => `Baik, **${title}** saya anggap belum, dan akan saya ingatkan lagi.`,
    cannotUndo: 'Itu tercatat dari daftar petugas, jadi hanya petugas kepegawaian yang bisa mengubahnya.',
    gone: 'Tenggat itu tidak ada lagi.',
    notYours: 'Tenggat itu tidak ditujukan kepada Anda, jadi tidak ada yang dicatat.',
    askFile: 'Kirim buktinya: foto layar, tanda terima, atau PDF. Boleh dilewati dengan menulis batal.',
    fileLabel: 'Bukti',
    fileTitle: 'Bukti lapor',
    attached: (name, title) =>
      `Bukti **${name}** tersimpan untuk **${title}**. Petugas kepegawaian bisa membukanya.`,
    sayFirst: 'Nyatakan dulu sudah lapor, baru buktinya dilampirkan.',
    again: (day, titles) => `Baik, saya ingatkan lagi ${day}: ${titles.join(', ')}.`,
    nothingToRepeat: 'Tidak ada pengingat yang masih terbuka untuk Anda.',
    whichDone: 'Yang mana yang sudah Anda lapor?',
    onlyInPrivate: 'Itu urusan pribadi. Tulis di obrolan pribadi dengan saya, ya.',
    settingsNow: ({ hour, channel, zone }) =>
      [
        '**Cara Anda diingatkan**',
        '',
        `- Jam: ${hour === null ? 'mengikuti tiap pengingat, biasanya pagi' : `mulai ${hour} ${zone}`}`,
        `- Lewat: ${channel ?? 'yang paling mudah saya jangkau'}`,
        '',
        'Pilih jam atau jalurnya di bawah. Pengingat ini pemberitahuan resmi kantor, jadi tidak bisa dimatikan, tetapi saya hanya menulis pada hari kerja dan tidak pernah malam hari. Selama cuti Anda tidak saya ganggu.',
      ].join('\n'),
    hourChoice: (hour) => `${String(hour).padStart(2, '0')}.00`,
    channelChoice: (channel) => `Lewat ${channel}`,
    anyHour: 'Ikuti jam pengingatnya',
    hourKept: (hour, zone) => `Baik, mulai sekarang Anda saya ingatkan dari pukul ${hour} ${zone}.`,
    anyHourKept: 'Baik, jamnya mengikuti tiap pengingat.',
    channelKept: (channel) =>
      `Baik, mulai sekarang lewat ${channel}. Kalau di sana tidak bisa, saya coba jalur Anda yang lain.`,
    notLinked: 'Akun itu tidak terhubung dengan Anda, jadi tidak saya pakai.',
    calendarLink: (link) =>
      [
        'Ini alamat kalender Anda. Pasang di Google Calendar (Dari URL), Outlook, atau kalender ponsel; isinya hanya tenggat Anda yang belum selesai.',
        '',
        link,
        '',
        'Siapa pun yang punya alamat ini bisa melihatnya, jadi jangan dibagikan. Kalau telanjur, tekan Buat alamat baru.',
      ].join('\n'),
    calendarNew: 'Buat alamat baru',
    noCalendar:
      'Kalender belum bisa saya tawarkan: alamat web kantor untuk Abdi belum diatur. Petugas teknis bisa mengaturnya (PUBLIC_URL).',
    calendarName: (organization) => `Tenggat ${organization}`,
    calendarEvent: (title, label) => `Tenggat: ${title} (${label})`,
    calendarSoon: (title) => `Besok tenggat: ${title}`,
    homeTitle: 'Tenggat saya',
    open: 'Buka pengingat',
    data: {
      completions: 'Tenggat yang sudah Anda selesaikan',
      completionsWhy: 'Supaya Anda tidak diingatkan lagi; disimpan selama tenggatnya ada.',
      reminders: 'Pengingat untuk Anda',
      remindersWhy: 'Supaya tiap pengingat hanya sekali; disimpan 400 hari.',
      feeds: 'Alamat kalender Anda',
      feedsWhy:
        'Supaya kalender Anda bisa membaca tenggatnya; hanya sidik alamatnya yang disimpan, sampai Anda hapus.',
      preferences: 'Jam dan jalur yang Anda pilih',
      preferencesWhy:
        'Supaya Anda diingatkan pada waktu dan di tempat yang Anda mau; disimpan sampai Anda hapus.',
    },
    remindersStay:
      'Catatan kapan Anda diingatkan soal tenggat yang masih terbuka disimpan sampai tenggatnya selesai, supaya tiap pengingat hanya sekali.',
    calendarThere:
      'Anda sudah punya alamat kalender, dan demi keamanan hanya sidiknya yang saya simpan, jadi tidak bisa saya tampilkan lagi. Kalau alamatnya hilang atau telanjur dibagikan, buat yang baru; yang lama langsung mati.',
    listStays: (count) =>
      `${count} catatan bahwa Anda sudah lapor tetap disimpan, karena berasal dari daftar resmi petugas kepegawaian.`,
  },
}
