import type { Texts } from '../../../chat/message.ts'
import { type Day, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'

/** What is said about reporting work. */
export interface UpdateTexts {
  readonly summary: string
  readonly formTitle: string
  readonly notListed: string
  readonly hasLeft: string
  readonly onlyInPrivate: string
  readonly isQuestion: string
  readonly orQuestion: string
  readonly amountAsk: string
  readonly amountLabel: string
  readonly amountHint: string
  unitHint(quantity: string): string
  unitAsk(quantity: string): string
  readonly notPositive: string
  readonly tooMuch: string
  readonly goodAsk: string
  readonly goodLabel: string
  readonly goodHint: string
  goodOver(quantity: string): string
  readonly dayAsk: string
  readonly dayLabel: string
  readonly oddDay: string
  future(day: string): string
  closed(day: string, until: string): string
  readonly several: string
  unusual(thing: string, why: string): string
  whyUsual(usual: string): string
  whyGoal(goal: string): string
  readonly sure: string
  readonly changeAmount: string
  card(lines: CardLines): string
  changedCard(lines: CardLines): string
  whichTarget(intro: string, saves: boolean): string
  noSuchTarget(number: number): string
  readonly noTargets: string
  readonly noSupervisor: string
  askQuality(intro: string): string
  readonly save: string
  readonly saveAllGood: string
  readonly someWrong: string
  readonly saveWithout: string
  readonly edit: string
  readonly cancel: string
  readonly outside: string
  readonly whatToChange: string
  readonly parts: Readonly<Record<'jumlah' | 'mutu' | 'tanggal' | 'rhk', string>>
  readonly cancelled: string
  readonly gone: string
  readonly alreadySaved: string
  saved(progress: string): string
  readonly amended: string
  readonly evidenceHint: string
  evidenceFailed(reason: string): string
  readonly seeProgress: string
  also(thing: string): string
  readonly withEvidence: string
  readonly withoutEvidence: string
  readonly evidenceStays: string
  readonly notEvidence: string
  attached(name: string, thing: string): string
  readonly leftAside: string
  readonly httpsOnly: string
  readonly tooManyFiles: string
  readonly sendEvidence: string
  readonly noFilesHere: string
  thing(quantity: number, unit: string): string
  quality(good: number | null, quantity: number): string
  day(day: Day, today: Day | undefined): string
  late(late: boolean): string
  target(target: { readonly number: number; readonly title: string } | null): string
}

/** What a confirmation says, each part in words. */
export interface CardLines {
  readonly thing: string
  readonly quality: string
  readonly late: string
  readonly day: string
  readonly target: string
  readonly evidence: readonly string[]
  readonly notices: readonly string[]
}

export const texts: Texts<UpdateTexts> = {
  id: {
    summary: 'Lapor hasil kerja, atau lihat kemajuan Anda',
    formTitle: 'Lapor kinerja',
    notListed:
      'Akun ini belum terhubung dengan daftar pegawai, jadi kinerjanya belum bisa saya catat. Ketik /daftar, atau hubungi bagian kepegawaian.',
    hasLeft: 'Menurut daftar pegawai Anda sudah tidak bekerja di sini, jadi kinerja tidak dicatat lagi.',
    onlyInPrivate: 'Kinerja itu urusan pribadi. Kirim lewat obrolan pribadi dengan saya, ya.',
    isQuestion:
      'Itu seperti pertanyaan. Tulis saja tanpa /kinerja, nanti saya jawab. Untuk melapor: _/kinerja 40 berkas pensiun, 2 salah, RHK 2_',
    orQuestion: 'Kalau maksudnya bertanya, tulis lagi dengan tanda tanya.',
    amountAsk: 'Apa yang dikerjakan, dan berapa banyak? Misalnya: _40 berkas_, atau _15 pasien, 2 komplain_.',
    amountLabel: 'Jumlah',
    amountHint: 'Saya perlu angka dan satuannya, misalnya _40 berkas_ atau _dua belas pasien_.',
    unitHint: (quantity) =>
      `${quantity} apa? Tulis dengan satuannya, misalnya _${quantity} berkas_ atau _${quantity} orang_.`,
    unitAsk: (quantity) => `${quantity} apa? Misalnya: _berkas_, _orang_, atau _laporan_.`,
    notPositive: 'Jumlahnya harus lebih dari nol.',
    tooMuch: 'Angka itu terlalu besar untuk satu laporan. Periksa lagi, ya.',
    goodAsk:
      'Berapa yang sudah benar? Tulis angkanya (_38_), yang salah (_2 salah_), persennya (_95%_), atau _semua_.',
    goodLabel: 'Yang benar',
    goodHint: 'Belum terbaca. Tulis misalnya _38_, _2 salah_, _95%_, atau _semua_.',
    goodOver: (quantity) => `Yang benar tidak mungkin lebih dari ${quantity}.`,
    dayAsk: 'Kapan dikerjakan? Misalnya: _hari ini_, _kemarin_, _27 Februari_.',
    dayLabel: 'Tanggal',
    oddDay: 'Tanggal itu tidak ada di kalender.',
    future: (day) => `${day} belum terjadi, jadi belum bisa dilaporkan.`,
    closed: (day, until) =>
      `${day} termasuk triwulan yang sudah ditutup (laporannya diterima sampai ${until}). Kalau memang ada yang tertinggal, sampaikan kepada atasan Anda.`,
    several: 'Saya membaca lebih dari satu hasil. Yang mana dicatat lebih dulu?',
    unusual: (thing, why) => `**${thing}** jauh di atas biasanya (${why}). Benar ${thing}?`,
    whyUsual: (usual) => `biasanya sekitar ${usual} sekali lapor`,
    whyGoal: (goal) => `target setahun ${goal}`,
    sure: 'Ya, benar',
    changeAmount: 'Ubah jumlah',
    card: (lines) => carded('Saya catat: ', lines),
    changedCard: (lines) => carded('Laporannya menjadi: ', lines),
    whichTarget: (intro, saves) =>
      `${intro}\n\nUntuk RHK yang mana?${saves ? ' Begitu dipilih, langsung saya simpan.' : ''}`,
    noSuchTarget: (number) => `RHK ${number} tidak ada di target Anda.`,
    noTargets: 'Belum ada RHK untuk tahun itu, tetap saya catat. Menambahkannya: /target',
    noSupervisor:
      'Belum ada atasan yang bisa meninjaunya. Laporannya tersimpan dan menunggu; mintalah bagian kepegawaian melengkapi atasan Anda.',
    askQuality: (intro) => `${intro}\n\nMutunya belum disebut. Bagaimana hasilnya?`,
    save: 'Simpan',
    saveAllGood: 'Simpan, semuanya benar',
    someWrong: 'Ada yang salah',
    saveWithout: 'Simpan tanpa mutu',
    edit: 'Ubah',
    cancel: 'Batal',
    outside: 'Di luar RHK',
    whatToChange: 'Apa yang mau diubah?',
    parts: { jumlah: 'Jumlah', mutu: 'Mutu', tanggal: 'Tanggal', rhk: 'RHK' },
    cancelled: 'Baik, tidak ada yang disimpan.',
    gone: 'Catatan itu sudah tidak menunggu lagi. Kirim lagi dengan /kinerja, ya.',
    alreadySaved: 'Laporan itu sudah tersimpan.',
    saved: (progress) => `Tersimpan. ${progress}`,
    amended: 'Perubahan tersimpan. Laporannya menunggu ditinjau lagi.',
    evidenceHint: 'Ada foto atau dokumennya? Kirim saja sekarang, nanti saya sertakan sebagai bukti.',
    evidenceFailed: (reason) => `Buktinya belum tersimpan: ${reason}`,
    seeProgress: 'Kinerja saya',
    also: (thing) => `Catat juga ${thing}`,
    withEvidence: 'Bukti ditambahkan: ',
    withoutEvidence: 'Satu bukti dilepas lagi.',
    evidenceStays:
      'Bukti itu sudah tidak bisa dilepas dari sini. Kalau laporannya keliru, tarik atau ubah lewat /kinerja.',
    notEvidence: 'Bukan bukti',
    attached: (name, thing) => `**${name}** sudah menjadi bukti untuk laporan ${thing}.`,
    leftAside: 'Baik, tidak saya pakai sebagai bukti.',
    httpsOnly: 'Tautan bukti harus diawali https://, jadi yang itu tidak saya sertakan.',
    tooManyFiles: 'Satu laporan paling banyak memuat 5 berkas bukti.',
    sendEvidence: 'Kirim foto, dokumen, atau tautannya (https) sekarang, ya.',
    noFilesHere: 'Di sini berkas tidak bisa dikirim. Kirim tautan https, atau pakai Telegram atau Slack.',
    thing: (quantity, unit) => `${showNumber(quantity)} ${unit}`,
    quality: (good, quantity) => {
      if (good === null) return 'mutu tidak disebut'
      if (good === quantity) return 'semuanya benar'
      if (good === 0) return 'belum ada yang benar'
      const wrong = Math.round((quantity - good) * 100) / 100
      if (Number.isInteger(good)) return `${showNumber(good)} benar, ${showNumber(wrong)} tidak`
      return `${showNumber(Math.round((good / quantity) * 1000) / 10)}% benar`
    },
    day: (day, today) => {
      if (today === undefined) return showDay(day)
      if (day === today) return 'hari ini'
      const days = (Date.parse(today) - Date.parse(day)) / DAY_MS
      return days === 1 ? `kemarin (${showDay(day)})` : showDay(day)
    },
    late: (late) => (late ? 'terlambat' : 'tepat waktu'),
    target: (target) => (target === null ? 'di luar RHK' : `RHK ${target.number} (${target.title})`),
  },
}

const DAY_MS = 24 * 60 * 60_000

function carded(intro: string, { thing, quality, late, day, target, evidence, notices }: CardLines): string {
  const parts = [`**${thing}**`, quality, late, day, target].filter((part) => part !== '')
  const files = evidence.length > 0 ? [`Bukti: ${evidence.join(', ')}`] : []
  return [`${intro}${parts.join(', ')}.`, ...files, ...notices.map((notice) => `_${notice}_`)].join('\n')
}
