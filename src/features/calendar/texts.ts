import type { Holiday, Week } from '../../calendar.ts'
import { literal, type Texts } from '../../chat/message.ts'
import { type Day, showDay } from '../../indonesian/dates.ts'

/** What is said about days off and the working days of a week. */
export interface CalendarTexts {
  readonly summary: string
  heading(year: number | undefined): string
  week(week: Week): string
  /** `decree` is the number of the decree below, where there are several. */
  line(holiday: Holiday, decree: number | undefined): string
  decrees(decrees: readonly string[]): string
  more(count: number): string
  none(year: number): string
  unknownYear(year: number): string
  missing(year: number): string
  wholeYear(year: number): string
  readonly wantYear: string
  working(day: Day): string
  off(day: Day, holiday: Holiday | undefined): string
  readonly add: string
  readonly upload: string
  readonly remove: string
  readonly changeWeek: string
  readonly cancel: string
  readonly cancelled: string
  readonly addTitle: string
  readonly askDay: string
  readonly dayLabel: string
  readonly askKind: string
  readonly kindLabel: string
  readonly kinds: Readonly<Record<'daerah' | 'kerja', string>>
  readonly askName: string
  readonly nameLabel: string
  readonly askDecree: string
  readonly decreeLabel: string
  tooFar(year: number): string
  added(holiday: Holiday, before: Holiday | undefined): string
  readonly nothingToRemove: string
  readonly whichToRemove: string
  removeSure(holiday: Holiday): string
  readonly removeYes: string
  removed(holiday: Holiday, after: Holiday | undefined): string
  readonly alreadyRemoved: string
  weekSure(week: Week): string
  readonly weekYes: string
  weekChanged(week: Week): string
  warning(years: readonly number[]): string
}

export const texts: Texts<CalendarTexts> = {
  id: {
    summary: 'Hari libur, cuti bersama, dan hari kerja',
    heading: (year) =>
      year === undefined
        ? '**Hari libur dan cuti bersama berikutnya**'
        : `**Hari libur dan cuti bersama ${year}**`,
    week: (week) => `Hari kerja: ${weekOf(week)}.`,
    line: ({ day, kind, name }, decree) =>
      [
        `- ${showDay(day)}: ${literal(name)}`,
        kind === 'kerja' ? ' (tetap hari kerja)' : kind === 'daerah' ? ' (libur daerah)' : '',
        decree === undefined ? '' : ` \\[${decree}\\]`,
      ].join(''),
    decrees: (decrees) =>
      decrees.length === 1
        ? `Dasar: ${literal(decrees[0] ?? '')}`
        : ['Dasar:', ...decrees.map((decree, i) => `- \\[${i + 1}\\] ${literal(decree)}`)].join('\n'),
    more: (count) => `…dan ${count} hari lagi.`,
    none: (year) => `Tidak ada hari libur ${year} yang tercatat.`,
    unknownYear: (year) =>
      `Daftar libur ${year} belum ada di sini. Yang sudah pasti hanya akhir pekan dan hari libur bertanggal tetap (1 Januari, 1 Mei, 1 Juni, 17 Agustus, 25 Desember).`,
    missing: (year) =>
      `⚠️ Daftar libur **${year}** belum ada atau belum lengkap. Sampai lengkap, pengingat tahun ${year} menganggap Idulfitri, Nyepi, dan hari libur lain yang tanggalnya berpindah sebagai hari kerja.`,
    wholeYear: (year) => `Semua tahun ${year}`,
    wantYear:
      'Tulis tahunnya dengan empat angka, misalnya /libur 2027, atau /libur saja untuk yang terdekat.',
    working: (day) => `${showDay(day)} hari kerja.`,
    off: (day, holiday) =>
      holiday === undefined
        ? `${showDay(day)} bukan hari kerja (akhir pekan).`
        : `${showDay(day)} libur: ${literal(holiday.name)}.\n\nDasar: ${literal(holiday.decree)}`,
    add: 'Tambah satu hari',
    upload: 'Masukkan daftar setahun',
    remove: 'Hapus hari yang ditambahkan',
    changeWeek: 'Ubah hari kerja seminggu',
    cancel: 'Batal',
    cancelled: 'Baik, tidak ada yang berubah.',
    addTitle: 'Tambah hari libur',
    askDay: 'Tanggal berapa? Misalnya 8 Oktober 2026.',
    dayLabel: 'Tanggal',
    askKind: 'Hari itu libur di daerah ini, atau justru tetap masuk kerja?',
    kindLabel: 'Jenis',
    kinds: { daerah: 'Libur daerah', kerja: 'Tetap hari kerja' },
    askName: 'Apa nama harinya? Misalnya “Hari jadi Kota Serang”.',
    nameLabel: 'Nama',
    askDecree: 'Apa dasarnya? Tulis nomor keputusan atau surat edarannya.',
    decreeLabel: 'Dasar',
    tooFar: (year) => `Tanggalnya terlalu jauh. Yang bisa dicatat sampai akhir ${year}.`,
    added: (holiday, before) =>
      [
        `Tercatat: ${showDay(holiday.day)}, ${literal(holiday.name)}${holiday.kind === 'kerja' ? ' (tetap hari kerja)' : ''}.`,
        ...(before === undefined ? [] : [`Menggantikan: ${literal(before.name)}.`]),
        'Pengingat langsung mengikutinya.',
      ].join('\n'),
    nothingToRemove:
      'Tidak ada hari mendatang yang ditambahkan petugas. Hari dari keputusan bersama tidak dihapus; kalau ternyata tetap masuk, tambahkan tanggal itu sebagai “Tetap hari kerja”.',
    whichToRemove: 'Hari mana yang dihapus?',
    removeSure: ({ day, name }) => `Hapus ${showDay(day)}, ${literal(name)}?`,
    removeYes: 'Ya, hapus',
    removed: ({ day, name }, after) =>
      after === undefined
        ? `${showDay(day)}, ${literal(name)}, sudah dihapus.`
        : `${showDay(day)}, ${literal(name)}, sudah dihapus. Tanggal itu kembali menjadi: ${literal(after.name)}.`,
    alreadyRemoved: 'Hari itu tidak ada (lagi) di daftar yang ditambahkan petugas.',
    weekSure: (week) =>
      `Ubah menjadi ${week} hari kerja, ${weekOf(week)}? Ini berlaku untuk semua pengingat dan batas waktu.`,
    weekYes: 'Ya, ubah',
    weekChanged: (week) => `Hari kerja sekarang ${weekOf(week)}.`,
    warning: (years) =>
      `⚠️ Daftar hari libur dan cuti bersama **${years.join(' dan ')}** belum dimasukkan.\n\nTanpa itu pengingat bisa jatuh pada hari libur. Masukkan dari keputusan bersama tiga menteri, sebagai berkas CSV atau tempelan teks.`,
  },
}

function weekOf(week: Week): string {
  return week === 5 ? 'Senin sampai Jumat' : 'Senin sampai Sabtu'
}
