import type { Holiday, HolidayKind } from '../../../calendar.ts'
import { literal, type Texts } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import type { Changes } from './changes.ts'
import type { Table } from './reading.ts'

/** What is said about tables of days off. */
export interface TableTexts {
  readonly title: string
  readonly label: string
  ask(files: boolean): string
  readonly want: string
  readonly noFiles: string
  readonly problems: {
    readonly noDay: string
    noYear(written: string): string
    noSuchDay(written: string): string
    otherYear(first: number, last: number): string
    kind(written: string): string
    name(most: number): string
    decree(most: number): string
    readonly twice: string
  }
  readonly unreadable: {
    readonly tooLarge: string
    readonly excel: string
    readonly pdf: string
    readonly noTable: string
    readonly empty: string
    readonly quote: string
    tooMany(most: number): string
    columns(missing: readonly string[]): string
  }
  cannotRead(reason: string): string
  preview(changes: Changes, table: Table): string
  incomplete(year: number, count: number): string
  save(count: number): string
  readonly drop: string
  readonly dropped: string
  saved(count: number): string
  readonly gone: string
}

const MOST_PROBLEMS = 15
const MOST_DAYS = 40
const EXAMPLE = '2027-01-01,nasional,Tahun Baru 2027 Masehi,SKB 3 Menteri Nomor 1 Tahun 2026'

export const texts: Texts<TableTexts> = {
  id: {
    title: 'Daftar libur setahun',
    label: 'Daftar',
    ask: (files) =>
      [
        files
          ? 'Kirim berkas CSV berisi daftar libur, atau tempel barisnya di sini.'
          : 'Tempel daftar liburnya di sini.',
        `Satu hari satu baris: tanggal, jenis, nama, dasar. Jenisnya nasional, bersama (cuti bersama), daerah, atau kerja (tetap masuk). Contoh:\n\n\`${EXAMPLE}\``,
        'Dasar yang sama cukup ditulis di baris pertama. Belum ada yang disimpan sebelum Anda menyetujuinya.',
      ].join('\n\n'),
    want: 'Kirim berkas CSV, atau tempel baris-barisnya sebagai teks.',
    noFiles: 'Berkas tidak bisa dibaca di sini. Tempel baris-barisnya sebagai teks.',
    problems: {
      noDay: 'tanggalnya kosong',
      noYear: (written) => `“${literal(written)}” tanpa tahun; tulis seperti 2027-03-10`,
      noSuchDay: (written) => `tanggal “${literal(written)}” tidak ada, atau nama harinya tidak cocok`,
      otherYear: (first, last) => `tahunnya harus ${first} sampai ${last}`,
      kind: (written) =>
        `jenis “${literal(written)}” tidak dikenal; pilih nasional, bersama, daerah, atau kerja`,
      name: (most) => `namanya kosong, terlalu pendek, atau lebih dari ${most} huruf`,
      decree: (most) =>
        `dasarnya (keputusan atau surat edaran) kosong, terlalu pendek, atau lebih dari ${most} huruf`,
      twice: 'tanggal itu sudah ada di baris sebelumnya',
    },
    unreadable: {
      tooLarge: 'berkasnya terlalu besar untuk daftar libur (paling besar 200 KB).',
      excel: 'ini berkas Excel atau Word. Di Excel pilih Simpan Sebagai, lalu CSV UTF-8, dan kirim lagi.',
      pdf: 'ini PDF. Salin isinya menjadi CSV, atau tempel baris-barisnya sebagai teks.',
      noTable: 'ini bukan berkas teks. Kirim sebagai CSV.',
      empty: 'tidak ada satu baris pun di dalamnya.',
      quote: 'ada tanda kutip (") yang dibuka dan tidak ditutup lagi.',
      tooMany: (most) => `barisnya terlalu banyak (paling banyak ${most}).`,
      columns: (missing) =>
        `kolom ${missing.join(', ')} tidak ada. Judul kolomnya: tanggal, jenis, nama, dasar.`,
    },
    cannotRead: (reason) => `Daftarnya tidak bisa dibaca: ${reason}`,
    preview: ({ added, changed, same }, { problems }) =>
      [
        '**Belum disimpan.** Ini yang akan berubah:',
        part('Baru', added.length, added.slice(0, MOST_DAYS).map(line)),
        part(
          'Berubah',
          changed.length,
          changed
            .slice(0, MOST_DAYS)
            .map(
              ({ before, after }) =>
                `${line(after)}\n   sebelumnya: ${kinds[before.kind]}, ${literal(before.name)}${before.decree === after.decree ? '' : `, dasar ${literal(before.decree)}`}`,
            ),
        ),
        same > 0 ? `Sudah ada dan sama: ${same} hari.` : '',
        part(
          'Tidak terbaca dan tidak ikut',
          problems.length,
          problems.slice(0, MOST_PROBLEMS).map((one) => `- baris ${one.line}: ${one.problem}`),
        ),
        added.length + changed.length === 0 ? 'Tidak ada yang perlu disimpan.' : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
    incomplete: (year, count) =>
      `⚠️ Dengan ini tahun ${year} baru punya ${count} hari libur nasional; biasanya 15 sampai 17. Tahun itu tetap dianggap belum lengkap.`,
    save: (count) => `Simpan ${count} hari`,
    drop: 'Jangan simpan',
    dropped: 'Baik, tidak ada yang disimpan.',
    saved: (count) => `${count} hari sudah disimpan. Pengingat langsung mengikutinya.`,
    gone: 'Daftar itu tidak ada lagi di sini. Kirim sekali lagi, ya.',
  },
}

const kinds: Readonly<Record<HolidayKind, string>> = {
  nasional: 'libur nasional',
  bersama: 'cuti bersama',
  daerah: 'libur daerah',
  kerja: 'tetap hari kerja',
}

function part(heading: string, count: number, lines: readonly string[]): string {
  if (count === 0) return ''
  const more = count > lines.length ? [`- …dan ${count - lines.length} lagi`] : []
  return [`${heading} (${count}):`, '', ...lines, ...more].join('\n')
}

function line({ day, kind, name }: Holiday): string {
  return `- ${showDay(day)}: ${literal(name)} (${kinds[kind]})`
}
