import type { Texts } from '../../../../chat/message.ts'
import type { State } from './figures.ts'

/** What the spread of predicates says. */
export interface SpreadTexts {
  readonly summary: string
  readonly everywhere: string
  heading(quarter: string, where: string): string
  sent(sent: string, people: string, percent: string): string
  rated(rated: string, sent: string, percent: string): string
  predicates(list: string, rated: string): string
  predicate(name: string, count: string, percent: string): string
  readonly noneRated: string
  objected(count: string): string
  readonly nobody: string
  readonly part: string
  readonly short: Readonly<Record<State, string>>
  readonly key: string
  readonly few: string
  readonly hidden: string
  moreParts(count: string): string
  readonly preview: string
  readonly unsentList: string
  readonly unratedList: string
  readonly file: string
  readonly earlier: string
  readonly orphanList: string
  unsent(count: string, quarter: string): string
  unrated(count: string, quarter: string): string
  person(name: string, unit: string): string
  waitsFor(name: string, unit: string, rater: string | null): string
  more(count: string): string
  readonly nothing: string
  orphans(count: string): string
  readonly giveSupervisor: string
  readonly leftStays: string
  /** Who rates where a supervisor cannot. */
  readonly absent: string
  readonly noOrphans: string
  orphanOf(number: number, name: string, unit: string, quarter: string, why: string): string
  look(number: number): string
  left(day: string): string
  readonly noSupervisor: string
  heading1(name: string, nip: string, position: string, unit: string, quarter: string): string
  unknownUnit(words: string): string
  severalUnits(words: string): string
}

export const texts: Texts<SpreadTexts> = {
  id: {
    summary: 'Sebaran predikat dan yang belum dinilai',
    everywhere: 'semua unit',
    heading: (quarter, where) => `**Sebaran predikat ${quarter}, ${where}**`,
    sent: (sent, people, percent) => `${sent} dari ${people} pegawai sudah mengirim evaluasi (${percent}).`,
    rated: (rated, sent, percent) => `${rated} dari ${sent} evaluasi sudah dinilai (${percent}).`,
    predicates: (list, rated) => `Dari ${rated} yang dinilai: ${list}.`,
    predicate: (name, count, percent) => `${name} ${count} (${percent})`,
    noneRated: 'Belum ada yang dinilai.',
    objected: (count) => `${count} pegawai menyatakan keberatan.`,
    nobody: 'Tidak ada pegawai di unit itu.',
    part: 'Unit',
    short: {
      sangat_baik: 'SB',
      baik: 'B',
      butuh_perbaikan: 'BP',
      kurang: 'K',
      sangat_kurang: 'SK',
      unrated: 'Belum dinilai',
      unsent: 'Belum kirim',
    },
    key: 'SB sangat baik, B baik, BP butuh perbaikan, K kurang/misconduct, SK sangat kurang.',
    few: '*',
    hidden: 'Tanda * berarti kurang dari 5, atau disembunyikan supaya angka itu tidak bisa dihitung.',
    moreParts: (count) => `… dan ${count} unit lagi di berkas.`,
    preview:
      'Predikat dihitung dari kuadran PermenPANRB 6/2022, Lampiran (menurut ringkasan Abdi, bukan bunyi resmi) dan hanya pratinjau.',
    unsentList: 'Yang belum mengirim',
    unratedList: 'Yang belum dinilai',
    file: 'Unduh berkas',
    earlier: 'Triwulan sebelumnya',
    orphanList: 'Tanpa penilai',
    unsent: (count, quarter) => `**${count} pegawai belum mengirim** evaluasi ${quarter}:`,
    unrated: (count, quarter) => `**${count} evaluasi ${quarter} belum dinilai**:`,
    person: (name, unit) => `- ${name}, ${unit}`,
    waitsFor: (name, unit, rater) =>
      `- ${name}, ${unit}: ${rater === null ? 'tidak ada penilainya' : `menunggu ${rater}`}`,
    more: (count) => `… dan ${count} lagi. Semuanya ada di berkas.`,
    nothing: 'Tidak ada. Semua sudah.',
    orphans: (count) => `**${count} evaluasi tidak bisa dinilai siapa pun:**`,
    giveSupervisor: 'Lengkapi atasannya di data kepegawaian, lalu evaluasinya ada pada atasan itu.',
    absent:
      'Penilai yang berhalangan digantikan atasannya, secara berjenjang (PP 30/2019, Pasal 46 ayat (3)): ubah atasan pegawai itu di data kepegawaian, lalu evaluasinya berpindah sendiri.',
    leftStays:
      'Evaluasi yang sudah tidak bertugas tidak dinilai lagi di sini; isinya tetap tersimpan dan bisa dibaca.',
    noOrphans: 'Semua evaluasi punya penilai.',
    orphanOf: (number, name, unit, quarter, why) => `${number}. ${name}, ${unit}, ${quarter}: ${why}`,
    look: (number) => `Lihat nomor ${number}`,
    left: (day) => `sudah tidak bertugas sejak ${day}`,
    noSupervisor: 'tidak punya atasan yang masih bertugas',
    heading1: (name, nip, position, unit, quarter) =>
      `**${name}** (NIP ${nip})\n${position}, ${unit}\nEvaluasi ${quarter}`,
    unknownUnit: (words) =>
      `Unit “${words}” tidak saya temukan. Coba nama yang tertulis di data kepegawaian, misalnya /sebaran Dinas Kesehatan.`,
    severalUnits: (words) => `Ada beberapa unit yang cocok dengan “${words}”. Yang mana?`,
  },
}
