import type { Texts } from '../../../chat/message.ts'
import { MONTHS, showDay } from '../../../indonesian/dates.ts'
import type { Period } from '../period.ts'

/** What officers read of the results of surveys. */
export interface ShowingTexts {
  readonly summary: string
  readonly populationSummary: string
  period(period: Pick<Period, 'key'>): string
  round(months: number): string
  readonly which: string
  readonly nothingYet: string
  whichUnit(title: string): string
  readonly more: string
  unknownUnit(words: string): string
  readonly gone: string
  head(title: string, unit: string, period: string): string
  respondents(answered: string, needed: string | null, population: string | null): string
  fewRespondents(minimum: number, needed: string | null): string
  opened(opened: string, answered: string, rate: string): string
  readonly services: string
  service(name: string, answered: string | null, quota: string | null): string
  tooFew(minimum: number): string
  /** How many the figures rest on, where a month goes on. */
  counted(people: string): string
  laterFigures(minimum: number): string
  incomplete(elements: readonly string[]): string
  index(value: string, band: string, quality: string): string
  worksheet(value: string, band: string): string
  element(at: number, name: string, mean: string, value: string, band: string): string
  lowest(names: readonly string[]): string
  readonly noPlan: string
  readonly plan: string
  planned(name: string, activity: string, time: string, responsible: string): string
  readonly planWhich: string
  readonly planKept: string
  readonly planGone: string
  readonly remove: string
  readonly formTitle: string
  readonly elementLabel: string
  readonly activityLabel: string
  askActivity(element: string): string
  readonly timeLabel: string
  readonly askTime: string
  readonly responsibleLabel: string
  readonly askResponsible: string
  readonly buttons: Readonly<
    Record<'plan' | 'population' | 'words' | 'again' | 'periods' | 'units' | 'result' | 'byUnit', string>
  >
  readonly whichPeriod: string
  file(kind: string): string
  readonly fileName: string
  readonly notHere: string
  readonly populationHow: string
  askPopulation(unit: string): string
  readonly populationLabel: string
  population(where: string, people: string, needed: string): string
  severalPlaces(names: readonly string[]): string
  readonly badNumber: string
  words(question: string, texts: readonly string[], all: number): string
  readonly noWords: string
  rate(answered: string, invited: string, rate: string): string
  fewAnswers(minimum: number, invited: string): string
  readonly notYetInvited: string
  fewYet(minimum: number, invited: string): string
  stillOpen(until: string): string
  readonly close: string
  readonly closeYes: string
  closeSure(minimum: number): string
  question(text: string): string
  mean(value: string, low: string, high: string, most: number, answers: string): string
  share(value: string, low: string, high: string, answers: string): string
  option(label: string, value: string, low: string, high: string): string
  texts(answers: string): string
  hidden(minimum: number): string
  readonly interval: string
  byUnit(title: string, round: string): string
  hiddenUnits(count: number): string
  readonly unitHidden: string
}

export const texts: Texts<ShowingTexts> = {
  id: {
    summary: 'Hasil survei, laporan, dan tindak lanjut',
    populationSummary: 'Mengisi jumlah pengguna layanan untuk survei',
    period: ({ key }) => {
      const [year = '', part = ''] = key.split('-')
      if (part === '') return /^\d{4}$/.test(year) ? `Tahun ${year}` : 'Seluruhnya'
      if (part.startsWith('S')) return `Semester ${ROMAN[Number(part.slice(1)) - 1] ?? ''} ${year}`
      if (part.startsWith('Q')) return `Triwulan ${ROMAN[Number(part.slice(1)) - 1] ?? ''} ${year}`
      const month = showDay(`${key}-01`).split(' ')[2] ?? MONTHS[Number(part) - 1] ?? ''
      return `${month} ${year}`
    },
    round: (months) => (months === 0 ? 'putaran pertama' : `${months} bulan kemudian`),
    which: 'Hasil survei yang mana?',
    nothingYet: 'Belum ada survei yang dijawab.',
    whichUnit: (title) =>
      `**${title}**: unit mana? Boleh juga langsung, misalnya */survei\\_hasil puskesmas Ciracas*.`,
    more: 'Unit berikutnya',
    unknownUnit: (words) =>
      `Saya belum menemukan satu unit yang cocok dengan “${words}”. Tulis nama unitnya lebih lengkap, ya.`,
    gone: 'Hasil itu sudah tidak ada. Mulai lagi dengan /survei\\_hasil.',
    head: (title, unit, period) => `**${title}**\n${unit}, ${period}`,
    respondents: (answered, needed, population) =>
      needed === null || population === null
        ? `Responden: **${answered}**. Jumlah pengguna layanan belum diisi, jadi jumlah yang diperlukan belum bisa dihitung.`
        : `Responden: **${answered}** dari ${needed} yang diperlukan (${population} pengguna layanan).`,
    fewRespondents: (minimum, needed) =>
      `Responden: kurang dari ${minimum}${needed === null ? '' : `, dari ${needed} yang diperlukan`}.`,
    opened: (opened, answered, rate) => `Dibuka ${opened} kali, selesai ${answered} (${rate}).`,
    services: 'Per layanan:',
    service: (name, answered, quota) =>
      `• ${name}: ${answered ?? 'sedikit'}${quota === null ? '' : ` dari ${quota}`}`,
    tooFew: (minimum) =>
      `Hasilnya baru tampil setelah tiap unsur dijawab paling sedikit ${minimum} orang, supaya tidak ada yang bisa dikenali.`,
    counted: (people) =>
      `Angka di bawah dari ${people} responden bulan-bulan yang sudah lewat; yang baru menyusul bersama-sama, supaya jawaban satu orang tidak terbaca.`,
    laterFigures: (minimum) =>
      `Hasilnya tampil sesudah bulan ini lewat, kalau tiap unsur dijawab paling sedikit ${minimum} orang, supaya jawaban satu orang tidak terbaca.`,
    incomplete: (elements) => `Belum ada jawaban untuk: ${elements.join(', ')}.`,
    index: (value, band, quality) => `Indeks kepuasan: **${value}** (mutu **${band}**, ${quality})`,
    worksheet: (value, band) =>
      `Lembar kerja dengan bobot 0,11 menghasilkan ${value}, mutu ${band}; selisihnya karena 9 × 0,11 hanya 0,99.`,
    element: (at, name, mean, value, band) => `U${at}. ${name}: ${mean} → ${value} (${band})`,
    lowest: (names) => `Tiga terendah: ${names.join('; ')}.`,
    noPlan: 'Rencana tindak lanjut belum diisi.',
    plan: 'Rencana tindak lanjut:',
    planned: (name, activity, time, responsible) => `• **${name}**: ${activity} (${time}, ${responsible})`,
    planWhich: 'Unsur mana yang direncanakan? Yang terendah ada di atas; yang sudah terisi bisa diubah.',
    planKept: 'Rencana tindak lanjut tersimpan, dan ikut di laporan.',
    planGone: 'Baris itu dihapus dari rencana.',
    remove: '🗑️ Hapus',
    formTitle: 'Tindak lanjut',
    elementLabel: 'Unsur',
    activityLabel: 'Kegiatan',
    askActivity: (element) => `**${element}**\nKegiatan apa yang akan dilakukan?`,
    timeLabel: 'Waktu',
    askTime: 'Kapan? Misalnya *Juli 2026* atau *triwulan III*.',
    responsibleLabel: 'Penanggung jawab',
    askResponsible: 'Siapa penanggung jawabnya? Tulis jabatannya.',
    buttons: {
      plan: '🛠️ Tindak lanjut',
      population: '👥 Pengguna layanan',
      words: '💬 Saran tertulis',
      again: 'Yang lain lagi',
      periods: 'Periode lain',
      units: 'Unit lain',
      result: 'Kembali ke hasil',
      byUnit: 'Per unit',
    },
    whichPeriod: 'Periode yang mana?',
    file: (kind) => `Laporan ${kind === 'pdf' ? 'PDF' : 'Excel'} siap.`,
    fileName: 'SKM',
    notHere: 'Berkas belum bisa dikirim di obrolan ini. Coba lewat obrolan web.',
    populationHow:
      'Tulis unit atau layanannya lalu jumlah penggunanya dalam satu periode, misalnya */survei\\_populasi puskesmas Ciracas: 1200*. Dari situ jumlah responden yang diperlukan dihitung; jumlah per layanan membaginya menurut banyaknya pengguna.',
    askPopulation: (unit) => `Berapa orang memakai layanan **${unit}** dalam periode ini?`,
    populationLabel: 'Pengguna',
    population: (where, people, needed) =>
      `**${where}**: ${people} pengguna layanan, jadi diperlukan ${needed} responden. Berlaku mulai periode ini.`,
    severalPlaces: (names) => `Ada beberapa yang cocok: ${names.join('; ')}. Tulis nama lengkapnya, ya.`,
    badNumber: 'Jumlahnya belum terbaca. Tulis bilangan bulat mulai dari 1, misalnya 1200.',
    words: (question, written, all) =>
      [
        `**${question}**`,
        ...written.map((one) => `• ${one}`),
        written.length < all ? `_${written.length} dari ${all}, diacak._` : '_Urutannya diacak._',
      ].join('\n'),
    noWords: 'Belum ada jawaban tertulis yang bisa ditampilkan.',
    rate: (answered, invited, rate) => `Menjawab: **${answered}** dari ${invited} yang diundang (${rate}).`,
    fewAnswers: (minimum, invited) =>
      `Menjawab: kurang dari ${minimum} dari ${invited} yang diundang. Hasilnya baru tampil setelah ${minimum} orang menjawab, supaya tidak ada yang bisa dikenali.`,
    notYetInvited: 'Undangannya masih dikirim.',
    fewYet: (minimum, invited) => `Menjawab: kurang dari ${minimum} dari ${invited} yang diundang.`,
    stillOpen: (until) =>
      `Masih terbuka sampai ${until}; isinya baru ditampilkan sesudah itu, supaya jawaban yang baru masuk tidak bisa ditebak dari selisihnya.`,
    close: 'Tutup sekarang',
    closeYes: 'Ya, tutup',
    closeSure: (minimum) =>
      `Sesudah ditutup, yang belum menjawab tidak bisa lagi mengisi, dan hasilnya tetap tersembunyi kalau penjawabnya kurang dari ${minimum}. Tutup sekarang?`,
    question: (text) => `**${text}**`,
    mean: (value, low, high, most, answers) =>
      `rata-rata ${value} dari ${most} (rentang ${low}–${high}), ${answers} jawaban`,
    share: (value, low, high, answers) => `Ya ${value} (rentang ${low}–${high}), ${answers} jawaban`,
    option: (label, value, low, high) => `• ${label}: ${value} (${low}–${high})`,
    texts: (answers) => `${answers} jawaban tertulis`,
    hidden: (minimum) => `_disembunyikan: kurang dari ${minimum} jawaban, atau bisa dihitung dari unit lain_`,
    interval: '_Rentang: di situ nilai sebenarnya berada dengan keyakinan 95%._',
    byUnit: (title, round) => `**${title}**, ${round}, per unit kerja:`,
    hiddenUnits: (count) =>
      `${count} unit disembunyikan karena jawabannya sedikit, atau karena dengannya yang sedikit itu bisa dihitung.`,
    unitHidden: 'Hasil unit itu disembunyikan supaya tidak ada yang bisa dikenali.',
  },
}

const ROMAN = ['I', 'II', 'III', 'IV']
