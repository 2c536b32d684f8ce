import type { Texts } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { EducationGap } from './education.ts'
import type { GapGroup } from './store.ts'

/** What is said about what people have and what their positions ask for. */
export interface GapTexts {
  readonly summary: string
  readonly nothing: string
  heading(place: string): string
  readonly everywhere: string
  schooling(wanting: number, of: number, kinds: Readonly<Record<EducationGap, number>>): string
  competencies(lacking: number, of: number): string
  readonly mostMissing: string
  readonly competency: string
  readonly people: string
  readonly schoolingColumn: string
  readonly competencyColumn: string
  readonly groups: Readonly<Record<GapGroup, string>>
  readonly otherWay: Readonly<Record<GapGroup, string>>
  more(count: number): string
  readonly sendFile: string
  fileReady(count: number): string
  readonly fileName: string
  readonly columns: readonly string[]
  readonly gaps: Readonly<Record<EducationGap, string>>
  noUnit(asked: string): string
  readonly useFor: string
}

export const texts: Texts<GapTexts> = {
  id: {
    summary: 'Kesenjangan pendidikan dan kompetensi',
    nothing:
      'Belum ada pegawai yang syarat jabatannya tercatat, jadi belum ada yang bisa dibandingkan. Lengkapi dulu pendidikan dan kompetensi yang diminta jabatannya di data pegawai.',
    heading: (place) => `**Kesenjangan pendidikan dan kompetensi**, ${place}`,
    everywhere: 'seluruh unit',
    schooling: (wanting, of, { level, field, unrecorded }) =>
      `Pendidikan: **${showNumber(wanting)}** dari ${showNumber(of)} orang belum sesuai (${showNumber(level)} jenjangnya di bawah, ${showNumber(field)} bidangnya lain, ${showNumber(unrecorded)} belum tercatat).`,
    competencies: (lacking, of) =>
      `Kompetensi: **${showNumber(lacking)}** dari ${showNumber(of)} orang belum punya semua yang diminta jabatannya.`,
    mostMissing: 'Yang paling banyak belum dimiliki:',
    competency: 'Kompetensi',
    people: 'Orang',
    schoolingColumn: 'Pendidikan',
    competencyColumn: 'Kompetensi',
    groups: { unit: 'Unit', position: 'Jabatan' },
    otherWay: { unit: 'Per jabatan', position: 'Per unit' },
    more: (count) => `(dan ${showNumber(count)} baris lagi, semuanya ada di berkasnya)`,
    sendFile: 'Kirim berkasnya',
    fileReady: (count) =>
      `Ini ${showNumber(count)} orang yang masih kurang, dengan apa yang kurang. Isinya data pribadi: simpan di tempat yang aman, dan hapus setelah dipakai.`,
    fileName: 'kesenjangan-kompetensi.csv',
    columns: [
      'NIP',
      'Nama',
      'Jabatan',
      'Unit',
      'Pendidikan',
      'Pendidikan yang diminta',
      'Kesenjangan pendidikan',
      'Kompetensi yang belum dimiliki',
    ],
    gaps: { level: 'jenjang di bawah', field: 'bidang lain', unrecorded: 'belum tercatat' },
    noUnit: (asked) => `Unit _${asked}_ tidak saya temukan. Coba tulis nama lengkapnya.`,
    useFor: 'Angka ini bisa dipakai untuk menyusun rencana pelatihan.',
  },
}
