import type { Texts } from '../../../chat/message.ts'
import { MONTHS } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { FEWEST } from './hiding.ts'

/** What people read of the figures in a chat; null where a number is hidden. */
export interface Told {
  readonly where: string
  readonly year: number
  readonly on: string
  readonly received: number | null
  readonly punctuality: number | undefined
  readonly waiting: number | null
  readonly overdue: number | null
  readonly medianDays: number | null
  readonly satisfaction: number | null
  readonly rated: number | null
  readonly themes: readonly string[]
  readonly change: string | undefined
  readonly link: string | undefined
}

/** What the public reads, and what officers read who tell it what was changed. */
export interface TransparencyTexts {
  readonly summary: string
  told(about: Told): string
  toldNothing(where: string, on: string): string
  unknownUnit(words: string): string
  whichUnit(names: readonly string[]): string
  readonly noUnit: string
  readonly changeSummary: string
  readonly changeHow: string
  changeLine(id: string, unit: string, words: string, on: string): string
  changeWhere(words: string): string
  changeNotYours(unit: string): string
  changeTooLong(most: number): string
  changePreview(where: string, words: string): string
  readonly publish: string
  readonly discard: string
  readonly published: string
  readonly withdrawn: string
  readonly changeGone: string
  withdraw(id: string): string
  readonly ownChanges: string
  readonly ownChangesWhy: string
  changesStay(count: number): string
}

/** "Maret 2026" of "2026-03". */
export function monthNamed(month: string): string {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? month
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${month.slice(0, 4)}`
}

/** A number as it is shown, with a mark where it is hidden. */
export function shownNumber(value: number | null): string {
  return value === null ? HIDDEN : showNumber(value)
}

/** The same in a chat, where a star would make letters slanted. */
function toldNumber(value: number | null): string {
  return value === null ? page.hiddenWord : showNumber(value)
}

/** The mark of a hidden number, which says that it is small, or would give a small one away. */
export const HIDDEN = '*'

export const texts: Texts<TransparencyTexts> = {
  id: {
    summary: 'Angka laporan warga: masuk, dijawab, menunggu',
    told: ({ where, year, on, themes, change, link, ...figures }) => {
      const { received, punctuality, waiting, overdue, medianDays, satisfaction, rated } = figures
      const isHidden = [received, waiting, overdue].includes(null)
      return [
        `**${where}**, laporan yang masuk tahun ${year} (per ${on}):`,
        `• Masuk: ${toldNumber(received)}, menunggu jawaban: ${toldNumber(waiting)}, lewat tenggat: ${toldNumber(overdue)}`,
        ...(punctuality === undefined ? [] : [`• Dijawab tepat waktu: ${punctuality}%`]),
        ...(medianDays === null
          ? []
          : [`• Lama sampai dijawab: ${showNumber(medianDays)} hari kerja (median)`]),
        ...(satisfaction === null
          ? []
          : [
              `• Kepuasan setelah selesai: ${showNumber(satisfaction)} dari 5 (${shownNumber(rated)} penilaian)`,
            ]),
        ...(themes.length === 0 ? [] : [`• Paling sering disebut: ${themes.join(', ')}`]),
        ...(change === undefined ? [] : [`• Yang berubah berkat laporan warga: ${change}`]),
        ...(isHidden ? ['Angka yang kecil disembunyikan, supaya tidak ada pelapor yang bisa ditebak.'] : []),
        ...(link === undefined ? [] : [`Selengkapnya: ${link}`]),
      ].join('\n')
    },
    toldNothing: (where, on) => `Untuk **${where}** belum ada laporan warga yang masuk (per ${on}).`,
    unknownUnit: (words) =>
      `Saya tidak menemukan kantor yang bernama “${words}”. Tulis misalnya */transparansi dinas kesehatan*, atau */transparansi* saja untuk semuanya.`,
    whichUnit: (names) => `Ada beberapa yang cocok: ${names.join('; ')}. Tulis nama lengkapnya, ya.`,
    noUnit: 'Kantornya belum ditentukan',
    changeSummary: 'Memberi tahu warga apa yang berubah berkat laporan mereka',
    changeHow:
      'Tulis kantornya, titik dua, lalu apa yang berubah, misalnya */perubahan puskesmas taktakan: loket pendaftaran dibuka pukul 07.00, sebelumnya 08.00*. Sebelum terbit Anda melihatnya dulu seperti warga membacanya.',
    changeLine: (id, unit, words, on) => `• ${id}. **${unit}** (${on}): ${words}`,
    changeWhere: (words) =>
      `Saya tidak menemukan satu kantor yang bernama “${words}”. Tulis nama lengkapnya sebelum titik dua, ya.`,
    changeNotYours: (unit) =>
      `Untuk **${unit}** bukan Anda yang menjawab laporan warga. Minta petugas kepegawaian atau penjawabnya yang menerbitkan.`,
    changeTooLong: (most) => `Itu terlalu panjang. Paling banyak ${most} huruf, satu perubahan saja.`,
    changePreview: (where, words) =>
      `Begini warga membacanya:\n\n**${where}**\n“${words}”\n\nNama dan nomor orang sudah diganti sejauh terbaca. Baca sekali lagi: kalau masih ada yang bisa dikenali, jangan terbitkan.`,
    publish: 'Terbitkan',
    discard: 'Buang',
    published: 'Sudah terbit di halaman transparansi. Untuk menariknya lagi, ketik /perubahan.',
    withdrawn: 'Sudah ditarik; warga tidak melihatnya lagi.',
    changeGone: 'Itu sudah tidak ada, atau sudah ditarik.',
    withdraw: (id) => `Tarik ${id}`,
    ownChanges: 'Perubahan yang Anda terbitkan',
    ownChangesWhy:
      'Yang Anda tulis di /perubahan untuk halaman transparansi, supaya diketahui siapa yang menerbitkannya.',
    changesStay: (count) =>
      `${count} perubahan di halaman transparansi tetap ada sebagai informasi dari kantor, tanpa akun Anda.`,
  },
}

/** What the public page says. */
export const page = {
  title: 'Transparansi laporan warga',
  description:
    'Berapa laporan warga yang masuk, dijawab tepat waktu, dan menunggu; per kantor dan per bulan.',
  back: 'Obrolan dengan Abdi',
  asOf: (on: string): string => `Data per ${on}, diperbarui sekali sehari.`,
  of: (where: string, when: string): string => `${where}, ${when}`,
  soFar: (year: number): string => `tahun ${year}`,
  empty: 'Belum ada laporan warga yang masuk.',
  emptyHere: 'Untuk pilihan ini belum ada laporan yang masuk.',
  city: 'Semua kantor',
  unknown:
    'Kantor atau bulan pada alamat itu tidak ada di sini, jadi yang ditampilkan adalah semuanya. Pilih lagi di bawah, ya.',
  unit: 'Kantor',
  month: 'Bulan',
  wholeYear: (year: number): string => `Seluruh ${year}`,
  show: 'Tampilkan',
  figures: {
    received: 'Masuk',
    punctuality: 'Tepat waktu',
    inTime: 'Dijawab tepat waktu',
    late: 'Dijawab terlambat',
    waiting: 'Menunggu',
    overdue: 'Lewat tenggat',
    unanswered: 'Tanpa jawaban',
    medianDays: 'Median hari kerja',
    satisfaction: 'Kepuasan',
  },
  keys: {
    received: 'laporan masuk',
    punctuality: 'dijawab tepat waktu',
    waiting: 'menunggu jawaban',
    overdue: 'lewat tenggat',
    medianDays: 'hari kerja sampai dijawab (median)',
    satisfaction: (rated: string): string => `dari 5, kepuasan setelah selesai (${rated} penilaian)`,
  },
  perUnit: 'Per kantor',
  perMonth: 'Per bulan',
  sum: 'Jumlah',
  hiddenWord: 'disembunyikan',
  nothing: 'tidak ada',
  legend: `Tanda ${HIDDEN} berarti disembunyikan: kurang dari ${FEWEST}, atau angka lain yang dapat membuka angka yang kurang dari ${FEWEST}. Tanda – berarti belum dapat dihitung, atau dari terlalu sedikit laporan.`,
  themes: 'Yang paling sering disebut',
  theme: (name: string, tickets: string): string => `${name}: ${tickets} laporan`,
  indices: 'Survei kepuasan masyarakat (SKM)',
  index: { value: 'Nilai', band: 'Mutu', respondents: 'Responden' },
  changes: 'Yang berubah berkat laporan warga',
  noChanges: 'Belum ada yang diumumkan.',
  how: 'Cara menghitung',
  rules: ({ verify, answer }: { readonly verify: number; readonly answer: number }): readonly string[] => [
    `Tepat waktu: dijawab paling lambat ${verify + answer} hari kerja sesudah masuk (${verify} hari untuk memeriksa, ${answer} hari untuk menjawab). Hari ketika kantor menunggu balasan pelapor tidak dihitung; hari libur juga tidak.`,
    `Laporan yang dibuka lagi karena belum selesai mendapat ${answer} hari kerja sejak hari itu, dan baru terhitung dijawab sesudah jawaban yang baru.`,
    'Persen tepat waktu dihitung dari yang sudah dijawab dan yang sudah lewat tenggat.',
    'Tanpa jawaban: pujian, yang memang tidak menunggu jawaban, dan laporan yang ditutup tanpa jawaban.',
    'Laporan yang digabung terhitung masuk, dan terhitung dijawab bersama laporan tempat ia digabungkan.',
    'Setiap laporan dihitung pada bulan ia masuk dan pada kantor tingkat teratas. Laporan pelanggaran (whistleblowing) tidak dihitung di mana pun.',
    `Tidak ada angka yang bertumpu pada kurang dari ${FEWEST} laporan atau responden.`,
  ],
  data: 'Angka yang sama untuk diolah',
  csv: 'CSV (untuk lembar kerja)',
  json: 'JSON (untuk program)',
  dataHint:
    'Satu baris per kantor dan bulan. Yang kosong (dalam JSON: null) disembunyikan atau belum dapat dihitung.',
  failed: 'Maaf, angkanya belum bisa ditampilkan sekarang. Silakan coba lagi beberapa menit lagi.',
} as const
