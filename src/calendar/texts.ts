import { MONTHS } from '../indonesian/dates.ts'

/** A month as it is written within a sentence: "Maret". */
export function monthName(month: number): string {
  const name = MONTHS[month - 1] ?? String(month)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const EXAMPLES =
  'Tulis misalnya “setiap tanggal 5”, “setiap hari kerja terakhir”, “setiap triwulan tanggal 5”, “setiap tahun 31 Maret”, atau satu tanggal saja: “5 Desember 2026”.'

/** What is said about when something falls due, in Indonesian. */
export const texts = {
  month: (month: number, year: number): string => `${monthName(month)} ${year}`,
  quarter: (quarter: number, year: number): string =>
    `triwulan ${'I'.repeat(quarter).replace('IIII', 'IV')} ${year}`,
  year: (year: number): string => `tahun ${year}`,

  show: {
    date: (day: number): string => `tanggal ${day}`,
    dateOf: (day: number, month: number): string => `${day} ${monthName(month)}`,
    end: 'akhir',
    working: (n: number): string => {
      if (n === -1) return 'hari kerja terakhir'
      return n > 0 ? `hari kerja ke-${n}` : `hari kerja ke-${-n} dari akhir`
    },
    every: (what: string): string => `setiap ${what}`,
    ofMonth: (what: string): string => `${what} bulan`,
    endOfQuarter: 'akhir triwulan',
    endOf: (month: number): string => `akhir ${monthName(month)}`,
    quarterly: (what: string, month: number): string =>
      `setiap triwulan, ${what} bulan ${['pertama', 'kedua', 'ketiga'][month - 1]}`,
    yearly: (what: string, month: number): string => `setiap tahun, ${what} bulan ${monthName(month)}`,
  },

  hints: {
    unclear: `Saya belum paham kapan batas waktunya. ${EXAMPLES}`,
    weekly:
      'Batas waktu mingguan tidak disediakan; yang ada bulanan, triwulanan, tahunan, atau sekali saja. Tulis misalnya “setiap tanggal 5” atau “setiap hari kerja pertama”.',
    daily:
      'Batas waktu harian tidak disediakan; yang ada bulanan, triwulanan, tahunan, atau sekali saja. Tulis misalnya “setiap tanggal 5” atau “setiap hari kerja terakhir”.',
    otherRhythm:
      'Irama itu tidak disediakan; yang ada bulanan, triwulanan (tiap 3 bulan), dan tahunan. Untuk dua kali setahun, buat dua: “setiap tahun 5 Januari” dan “setiap tahun 5 Juli”.',
    whichDay: (every: string): string =>
      `Tanggal berapa ${every}? Tulis misalnya “${every} tanggal 5”, “${every} hari kerja ke-3”, atau “akhir ${every}”.`,
    whichMonth: 'Bulan apa? Tulis tanggal dengan bulannya, misalnya “setiap tahun 31 Maret”.',
    noSuchDay: (day: number, month: number, last: number): string =>
      month === 2
        ? `Tanggal ${day} Februari tidak ada: Februari hanya sampai tanggal 28, atau 29 pada tahun kabisat. Tulis misalnya “28 Februari” atau “setiap akhir Februari”.`
        : `Tanggal ${day} ${monthName(month)} tidak ada: ${monthName(month)} hanya sampai tanggal ${last}. Tulis misalnya “${last} ${monthName(month)}” atau “setiap akhir ${monthName(month)}”.`,
    noSuchDate: (day: number): string =>
      `Tanggal ${day} tidak ada. Tulis tanggal 1 sampai 31, misalnya “setiap tanggal 5”.`,
    noSuchWorking: (most: number): string =>
      `Hari kerja bisa dihitung dari ke-1 sampai ke-${most}. Tulis misalnya “setiap hari kerja ke-3” atau “setiap hari kerja terakhir”.`,
    noHour: 'Tulis tanggalnya saja, tanpa jam; misalnya “setiap tanggal 5”.',
    several: 'Tulis satu tanggal saja untuk satu batas waktu; untuk tanggal lain buat satu lagi.',
    past: (day: string): string => `${day} sudah lewat. Tulis tanggal hari ini atau sesudahnya.`,
    onceOrEver:
      'Itu tanggal dengan tahunnya, jadi hanya sekali. Tulis tanpa “setiap” kalau sekali, misalnya “5 Desember 2026”, atau tanpa tahun kalau berulang, misalnya “setiap tahun 5 Desember”.',
  },
}
