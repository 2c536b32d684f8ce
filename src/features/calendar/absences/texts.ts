import type { Absence, AbsenceKind } from '../../../calendar.ts'
import { literal, type Texts } from '../../../chat/message.ts'
import { type Day, showDay } from '../../../indonesian/dates.ts'

/** What is said about days on which somebody is away. */
export interface AbsenceTexts {
  readonly summary: string
  readonly purpose: string
  none(who: string | undefined): string
  list(who: string | undefined, absences: readonly Absence[], today: Day): string
  readonly note: string
  readonly noteOther: string
  takeBack(absence: Absence, today: Day): string
  readonly title: string
  readonly whoLabel: string
  readonly askNip: string
  readonly nipLabel: string
  readonly askKind: string
  readonly kindLabel: string
  readonly kinds: Readonly<Record<AbsenceKind, string>>
  readonly askFrom: string
  readonly fromLabel: string
  readonly askTo: string
  readonly toLabel: string
  endBeforeStart(from: Day): string
  tooLong(days: number): string
  over(to: Day): string
  noted(absence: Absence, who: string | undefined): string
  already(absence: Absence): string
  takenBack(absence: Absence, today: Day, who: string | undefined): string
  readonly gone: string
  readonly notRegistered: string
  readonly register: string
  wrongNip(problem: string): string
  readonly unknownNip: string
  readonly hasLeft: string
  toldNoted(absence: Absence): string
  toldTakenBack(absence: Absence): string
  readonly keptTitle: string
  readonly keptWhy: string
  readonly notedBy: string
  readonly byYou: string
  readonly byOfficer: string
}

export const texts: Texts<AbsenceTexts> = {
  id: {
    summary: 'Catat cuti atau dinas luar supaya pengingat menunggu',
    purpose:
      'Catatan ini hanya supaya pengingat menunggu selama Anda tidak di tempat. **Ini bukan permohonan cuti**: cuti dan dinas luar tetap diajukan seperti biasa kepada atasan dan kepegawaian.',
    none: (who) =>
      who === undefined
        ? 'Belum ada cuti atau dinas luar Anda yang tercatat.'
        : `Belum ada cuti atau dinas luar **${literal(who)}** yang tercatat.`,
    list: (who, absences, today) =>
      [
        who === undefined ? 'Yang tercatat untuk Anda:' : `Yang tercatat untuk **${literal(who)}**:`,
        '',
        ...absences.map(
          (absence) => `- ${shown(absence)}${absence.from <= today ? ' (sedang berlangsung)' : ''}`,
        ),
      ].join('\n'),
    note: 'Catat cuti atau dinas luar',
    noteOther: 'Catatkan untuk pegawai lain',
    takeBack: ({ from, to }, today) =>
      from <= today ? `Sudah masuk lagi (s.d. ${short(to)})` : `Batalkan ${short(from)}–${short(to)}`,
    title: 'Cuti atau dinas luar',
    whoLabel: 'Pegawai',
    askNip: 'Untuk pegawai siapa? Tulis NIP-nya (18 angka).',
    nipLabel: 'NIP',
    askKind: 'Cuti atau dinas luar? Catatan ini hanya menahan pengingat, bukan permohonan cuti.',
    kindLabel: 'Jenis',
    kinds: { cuti: 'Cuti', dinas: 'Dinas luar' },
    askFrom: 'Mulai tanggal berapa?',
    fromLabel: 'Mulai',
    askTo: 'Sampai tanggal berapa (hari terakhir tidak masuk)?',
    toLabel: 'Sampai',
    endBeforeStart: (from) =>
      `Hari terakhirnya sebelum hari pertama (${showDay(from)}). Tulis lengkap dengan bulan dan tahunnya.`,
    tooLong: (days) =>
      `Paling lama ${days} hari sekali catat. Periksa tanggal dan tahunnya; kalau memang lebih lama, sisanya dicatat kemudian.`,
    over: (to) =>
      `${showDay(to)} sudah lewat, jadi tidak ada pengingat yang perlu menunggu. Tulis tanggal yang masih akan datang.`,
    noted: (absence, who) =>
      who === undefined
        ? `Tercatat: ${shown(absence)}. Pengingat menunggu sampai Anda kembali.\n\nIni bukan permohonan cuti; yang itu tetap diajukan seperti biasa.`
        : `Tercatat untuk **${literal(who)}**: ${shown(absence)}. Pengingatnya menunggu. Orangnya saya kabari kalau akunnya terhubung.`,
    already: (absence) => `Itu sudah tercatat: ${shown(absence)}.`,
    takenBack: (absence, today, who) =>
      absence.from < today
        ? `Baik, ${named(absence)}${of(who)} dianggap selesai kemarin. Pengingat berjalan lagi mulai hari ini.`
        : `Baik, catatan ${shown(absence)}${of(who)} sudah dihapus. Pengingat berjalan seperti biasa.`,
    gone: 'Catatan itu tidak ada lagi.',
    notRegistered: 'Akun Anda belum terhubung dengan data pegawai. Ketik /daftar untuk mendaftar.',
    register: 'Daftar',
    wrongNip: (problem) => `Itu belum NIP yang lengkap: ${problem}`,
    unknownNip: 'NIP itu tidak ada di daftar pegawai. Periksa angkanya, lalu tulis lagi.',
    hasLeft: 'Orang itu tercatat sudah tidak bekerja di sini.',
    toldNoted: (absence) =>
      `Petugas kepegawaian mencatat: ${shown(absence)}. Selama itu pengingat untuk Anda menunggu. Kalau keliru, batalkan lewat /tidak_masuk.`,
    toldTakenBack: (absence) =>
      `Petugas kepegawaian menghapus catatan ${shown(absence)}. Pengingat untuk Anda berjalan seperti biasa. Kalau keliru, catat lagi lewat /tidak_masuk.`,
    keptTitle: 'Cuti dan dinas luar yang dicatat',
    keptWhy:
      'Supaya pengingat menunggu selama Anda tidak di tempat. Dihapus setahun sesudah hari terakhirnya, atau saat Anda meminta data dihapus.',
    notedBy: 'Dicatat oleh',
    byYou: 'Anda',
    byOfficer: 'petugas kepegawaian',
  },
}

function named({ kind }: Absence): string {
  return kind === 'cuti' ? 'cuti' : 'dinas luar'
}

function shown(absence: Absence): string {
  const { from, to } = absence
  return from === to
    ? `${named(absence)} ${showDay(from)}`
    : `${named(absence)} ${showDay(from)} sampai ${showDay(to)}`
}

function of(who: string | undefined): string {
  return who === undefined ? '' : ` untuk **${literal(who)}**`
}

/** "5 Desember" for a button. */
function short(day: Day): string {
  return showDay(day)
    .replace(/^[^,]*, /, '')
    .replace(/ \d{4}$/, '')
}
