import type { Texts } from '../../../chat/message.ts'
import type { Promised } from '../tickets/deadlines.ts'
import type { Identity, TicketState } from '../tickets/ticket.ts'

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
  /** Whom it is about. */
  readonly about: string | null
  readonly place: string | null
  readonly photos: string | null
  readonly joined: string | null
  readonly care: string | null
}

/** A line of a ticket's history. */
export interface EventLine {
  readonly on: string
  readonly who: string
  readonly did: string
  readonly words: string | null
  readonly internal: boolean
}

/** What those who answer tickets read, and what they make citizens read. */
export interface HandlingTexts {
  readonly summary: string
  readonly deskSummary: string
  readonly promisedSummary: string
  promised(days: Promised): string
  promisedForAdmins(days: Promised): string
  wrongPromised(most: number): string
  card(card: Card): string
  readonly careful: Readonly<Record<'threat' | 'danger' | 'abusive' | 'spam', string>>
  readonly identities: Readonly<Record<Exclude<Identity, 'named'>, string>>
  readonly states: Readonly<Record<TicketState, string>>
  due(day: string): string
  readonly take: string
  readonly ask: string
  readonly answer: string
  readonly pass: string
  readonly note: string
  readonly close: string
  readonly others: string
  readonly history: string
  readonly open: string
  readonly split: string
  readonly part: string
  photos(count: number): string
  similar(count: number): string
  aboutOfficer(name: string): string
  place(where: string): string
  wentWith(number: string): string
  whatElse(number: string): string
  historyOf(number: string): string
  came(on: string): string
  cameFrom(number: string): string
  event(line: EventLine): string
  readonly sides: Readonly<Record<'citizen' | 'office' | 'bot', string>>
  readonly did: Readonly<Record<string, string>>
  photo(number: string, which: number, all: number): string
  readonly noPhotos: string
  readonly photosElsewhere: string
  readonly noneSimilar: string
  similarTo(number: string): string
  excerpt(number: string, words: string): string
  joinOne(number: string): string
  joinAll(count: number): string
  joined(count: number, into: string): string
  readonly notJoined: string
  parted(number: string): string
  splitWords(number: string): string
  splitOff(number: string, own: string, unit: string): string
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
  answered(number: string, days: number): string
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
    joined(number: string, into: string): string
    parted(number: string): string
    split(number: string, own: string, code: string, words: string): string
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
    promisedSummary: 'Melihat dan mengatur tenggat laporan warga',
    promised: ({ verify, answer, close }) =>
      `Laporan warga diperiksa dalam ${verify} hari kerja, dijawab dalam ${answer} hari kerja sesudahnya, dan ditutup setelah ${close} hari kerja tanpa kabar. Admin mengubahnya dengan tiga angka, misalnya */tenggat_laporan 3 5 10*.`,
    promisedForAdmins: (days) => `Yang boleh mengubah tenggat hanya admin. ${texts.id.promised(days)}`,
    wrongPromised: (most) =>
      `Tulis tiga angka antara 1 dan ${most}: hari kerja untuk memeriksa, menjawab, dan menutup, misalnya */tenggat_laporan 3 5 10*.`,
    card: ({
      number,
      kind,
      where,
      stars,
      who,
      words,
      received,
      state,
      due,
      about,
      place,
      photos,
      joined,
      care,
    }) =>
      [
        `**${number}** (${kind})${where === null ? '' : `\n${where}`}${stars === null ? '' : `\n${stars}`}`,
        `Dari: ${who}. Masuk ${received}. Status: ${state}.${due === null ? '' : ` ${due}`}`,
        ...(care === null ? [] : [`⚠️ ${care}`]),
        `“${words}”`,
        [about, place, photos, joined].filter((one) => one !== null).join('\n'),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    careful: {
      danger: 'Mungkin ada yang dalam bahaya: baca sekarang.',
      threat: 'Berisi ancaman: simpan, jangan dibalas sendirian, kabari atasan.',
      abusive: 'Bahasanya kasar. Keluhannya bisa tetap benar.',
      spam: 'Mirip iklan atau ketikan acak; pelapor tetap ingin mengirimnya.',
    },
    identities: { anonymous: 'anonim', confidential: 'dirahasiakan' },
    states: {
      new: 'belum diperiksa',
      verified: 'sedang dikerjakan',
      asked: 'menunggu balasan pelapor',
      answered: 'sudah dijawab',
      closed: 'selesai',
      joined: 'digabung',
    },
    due: (day) => `Tenggat: ${day}.`,
    take: 'Ambil',
    ask: 'Tanya balik',
    answer: 'Jawab',
    pass: 'Teruskan',
    note: 'Catatan',
    close: 'Tutup',
    others: 'Lainnya…',
    history: 'Riwayat',
    open: 'Buka',
    split: 'Bagi jadi dua',
    part: 'Pisahkan lagi',
    photos: (count) => `📷 ${count} foto`,
    similar: (count) => `${count} laporan serupa`,
    aboutOfficer: (name) => `👤 Tentang ${name}`,
    place: (where) => `📍 ${where}`,
    wentWith: (number) => `Digabung dengan laporan **${number}**.`,
    whatElse: (number) => `Laporan **${number}**: mau apa?`,
    historyOf: (number) => `Riwayat laporan **${number}**:`,
    came: (on) => `• ${on}: masuk`,
    cameFrom: (number) => `• Dibagi dari laporan **${number}**`,
    event: ({ on, who, did, words, internal }) =>
      `• ${on}, ${who}: ${did}${words === null ? '' : `: “${words}”`}${internal ? ' (hanya petugas)' : ''}`,
    sides: { citizen: 'pelapor', office: 'petugas', bot: 'Abdi' },
    did: {
      take: 'memegang laporan',
      ask: 'bertanya',
      answer: 'menjawab',
      pass: 'meneruskan',
      note: 'mencatat',
      close: 'menutup',
      lapse: 'menutup karena lama tanpa kabar',
      join: 'menggabungkan dengan',
      part: 'memisahkan lagi',
      split: 'membagi, bagian lainnya',
      reply: 'membalas',
      reopen: 'membuka lagi',
      rate: 'menilai penanganannya',
      kind: 'mengubah jenisnya',
      place: 'menambah tempat',
      officer: 'menyebut petugas',
    },
    photo: (number, which, all) => `Foto ${which} dari ${all} untuk laporan ${number}`,
    noPhotos: 'Laporan itu tanpa foto.',
    photosElsewhere: 'Fotonya tidak bisa dibuka di obrolan ini. Buka dari Telegram, Slack, atau obrolan web.',
    noneSimilar: 'Tidak ada laporan terbuka lain yang mirip.',
    similarTo: (number) =>
      `Laporan lain yang mirip dengan **${number}**. Yang digabung ditutup bersamanya, dan jawaban Anda sampai kepada semua pelapornya.`,
    excerpt: (number, words) => `**${number}**: “${words}”`,
    joinOne: (number) => `Gabungkan ${number}`,
    joinAll: (count) => `Gabungkan ${count} sekaligus`,
    joined: (count, into) =>
      count === 0
        ? 'Tidak ada yang digabung: semuanya sudah selesai.'
        : `${count} laporan digabung dengan **${into}**.`,
    notJoined: 'Laporan itu tidak sedang digabung.',
    parted: (number) => `Laporan **${number}** berdiri sendiri lagi; tenggatnya mulai hari ini.`,
    splitWords: (number) =>
      `Hal apa yang menjadi laporan sendiri? Tulis bagian dari laporan **${number}** itu; pelapor membacanya apa adanya.`,
    splitOff: (number, own, unit) =>
      `Bagian dari laporan **${number}** sekarang laporan **${own}** untuk ${unit}. Pelapor diberi tahu.`,
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
    answered: (number, days) =>
      `Jawaban untuk laporan **${number}** dikirim. Kalau pelapor diam ${days} hari kerja, laporannya ditutup sendiri.`,
    noted: (number) => `Catatan untuk laporan **${number}** disimpan.`,
    passed: (number, unit) => `Laporan **${number}** diteruskan ke ${unit}.`,
    closed: (number) => `Laporan **${number}** ditutup.`,
    passUnknown: (words) =>
      `Saya tidak menemukan satu kantor yang bernama “${words}”. Tulis nama lengkapnya, ya.`,
    over: 'Laporan itu sudah selesai atau digabung; tidak ada yang diubah.',
    gone: 'Laporan itu tidak ada.',
    notYours: 'Laporan itu bukan untuk Anda tangani.',
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
      joined: (number, into) =>
        `Laporan Anda **${number}** kami gabung dengan laporan **${into}** karena tentang hal yang sama. Jawabannya tetap sampai kepada Anda di sini.`,
      parted: (number) =>
        `Laporan Anda **${number}** ternyata tentang hal lain, jadi kami tangani sendiri lagi. Jawabannya sampai kepada Anda di sini.`,
      split: (number, own, code, words) =>
        `Laporan Anda **${number}** berisi dua hal, jadi kami bagi supaya masing-masing dijawab kantor yang tepat. Bagian ini sekarang laporan sendiri:\n\n“${words}”\n\nNomor: **${own}**\nKode: **${code}**`,
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
