import { literal, type Texts } from '../../../chat/message.ts'
import { type Day, showDay } from '../../../indonesian/dates.ts'
import type { Note, UpdateStatus } from './update.ts'

/** The name of the supervisor's command, and of the buttons below reports that wait. */
export const REVIEW = 'tinjauan'

/** What is said about stored reports: to whoever wrote them, and to their supervisor. */
export interface ReviewTexts {
  readonly summary: string
  readonly none: string
  waiting(count: number, people: readonly { readonly name: string; readonly count: number }[]): string
  reminder(count: number, people: number): string
  readonly review: string
  person(name: string, count: number): string
  heading(name: string, place: number, count: number): string
  readonly approve: string
  approveAll(count: number): string
  readonly ask: string
  readonly comment: string
  readonly next: string
  readonly back: string
  readonly open: string
  approved(line: string): string
  approvedAll(name: string, count: number): string
  readonly changedMeanwhile: string
  readonly notYours: string
  readonly inPlace: string
  readonly ownReport: string
  readonly askWhat: string
  readonly commentWhat: string
  readonly answerWhat: string
  readonly noteLabel: string
  asked(name: string): string
  commented(name: string): string
  readonly answered: string
  toldApproved(line: string): string
  toldApprovedAll(count: number, lines: readonly string[]): string
  toldAsked(by: string, line: string, text: string): string
  toldComment(by: string, line: string, text: string): string
  toldAnswer(by: string, line: string, text: string): string
  toldWithdrawn(by: string, line: string): string
  changedAfterApproval(by: string, before: string, after: string): string
  readonly reply: string
  report(lines: ReportLines): string
  status(status: UpdateStatus): string
  note(note: Note, day: Day): string
  seeEvidence(count: number): string
  evidence(name: string): string
  readonly evidenceGone: string
  readonly listNone: string
  list(lines: readonly string[]): string
  alike(line: string, said: string): string
  readonly change: string
  readonly withdraw: string
  readonly addEvidence: string
  withdrawSure(line: string): string
  readonly withdrawYes: string
  readonly keep: string
  withdrawn(line: string): string
  closed(until: string): string
  readonly gone: string
}

/** A report as it is shown, each part in words. */
export interface ReportLines {
  readonly line: string
  readonly said: string
  readonly status: string
  readonly evidence: readonly string[]
  readonly notes: readonly string[]
}

const VERBS: Readonly<Record<Note['kind'], string>> = {
  approved: 'menyetujui',
  asked: 'bertanya',
  comment: 'menulis',
  changed: 'mengubah; sebelumnya',
  withdrawn: 'menarik laporan',
}

export const texts: Texts<ReviewTexts> = {
  id: {
    summary: 'Meninjau laporan kinerja staf Anda',
    none: 'Tidak ada laporan yang menunggu ditinjau.',
    waiting: (count, people) =>
      `**${count} laporan menunggu ditinjau**\n${people.map((one) => `- ${literal(one.name)}: ${one.count}`).join('\n')}`,
    reminder: (count, people) =>
      `**${count} laporan menunggu Anda tinjau**${people > 1 ? `, dari ${people} orang` : ''}.`,
    review: 'Tinjau',
    person: (name, count) => `${name} (${count})`,
    heading: (name, place, count) => `**${literal(name)}**, laporan ${place} dari ${count}`,
    approve: 'Setujui',
    approveAll: (count) => `Setujui semua (${count})`,
    ask: 'Tanya balik',
    comment: 'Komentar',
    next: 'Berikutnya',
    back: 'Semua yang menunggu',
    open: 'Buka laporan',
    approved: (line) => `Disetujui: ${line}.`,
    approvedAll: (name, count) => `${count} laporan ${literal(name)} disetujui.`,
    changedMeanwhile: 'Laporan ini baru saja diubah, jadi belum disetujui. Ini yang terbaru:',
    notYours: 'Laporan itu bukan bagian Anda untuk ditinjau, atau sudah ditarik.',
    inPlace:
      '_Bukan staf langsung Anda. Atasan langsungnya sudah tidak bekerja di sini, atau belum meninjau selama dua minggu._',
    ownReport: 'Laporan sendiri tidak bisa disetujui sendiri; itu bagian atasan Anda.',
    askWhat: 'Apa yang ingin Anda tanyakan? Laporannya menunggu jawaban sebelum ditinjau lagi.',
    commentWhat: 'Apa komentar Anda?',
    answerWhat: 'Apa jawaban Anda?',
    noteLabel: 'Isi',
    asked: (name) => `Pertanyaan terkirim kepada ${literal(name)}.`,
    commented: (name) => `Komentar terkirim kepada ${literal(name)}.`,
    answered: 'Jawaban terkirim kepada atasan Anda.',
    toldApproved: (line) => `Atasan menyetujui laporan Anda: ${line}.`,
    toldApprovedAll: (count, lines) =>
      `Atasan menyetujui ${count} laporan Anda:\n${lines.map((line) => `- ${line}`).join('\n')}`,
    toldAsked: (by, line, text) => `${literal(by)} bertanya tentang laporan ${line}:\n\n> ${text}`,
    toldComment: (by, line, text) => `Komentar ${literal(by)} untuk laporan ${line}:\n\n> ${text}`,
    toldAnswer: (by, line, text) => `${literal(by)} menjawab soal laporan ${line}:\n\n> ${text}`,
    toldWithdrawn: (by, line) => `${by} menarik laporan yang sudah Anda setujui: ${line}.`,
    changedAfterApproval: (by, before, after) =>
      `${by} mengubah laporan yang sudah Anda setujui, jadi menunggu ditinjau lagi.\nSebelumnya: ${before}.\nSekarang: ${after}.`,
    reply: 'Jawab',
    report: ({ line, said, status, evidence, notes }) =>
      [
        line,
        `> ${said}`,
        '',
        status,
        ...(evidence.length > 0 ? [`Bukti: ${evidence.join(', ')}`] : []),
        ...notes.map((note) => `- ${note}`),
      ].join('\n'),
    status: (status) =>
      ({
        sent: 'Menunggu ditinjau atasan.',
        approved: 'Sudah disetujui atasan.',
        asked: 'Ada pertanyaan atasan yang menunggu jawaban.',
        withdrawn: 'Sudah ditarik.',
      })[status],
    note: ({ kind, by, text }, day) =>
      `${showDay(day)}, ${literal(by ?? 'seseorang')} ${VERBS[kind]}${text === null ? '' : `: ${kind === 'changed' ? text : literal(text)}`}`,
    seeEvidence: (count) => (count === 1 ? 'Lihat bukti' : `Lihat bukti (${count})`),
    evidence: (name) => `Bukti: ${literal(name)}`,
    evidenceGone: 'Bukti itu sudah tidak tersimpan.',
    listNone:
      'Belum ada laporan pada triwulan yang masih terbuka. Melapor: _/kinerja 40 berkas pensiun, 2 salah_',
    list: (lines) =>
      `**Laporan yang masih bisa diubah**\n${lines.join('\n')}\n\nPilih nomornya untuk melihat, mengubah, atau menariknya.`,
    alike: (line, said) => `${line} _(${said})_`,
    change: 'Ubah',
    withdraw: 'Tarik',
    addEvidence: 'Tambah bukti',
    withdrawSure: (line) => `Tarik laporan ${line}? Laporannya tidak dihitung lagi.`,
    withdrawYes: 'Ya, tarik',
    keep: 'Tidak jadi',
    withdrawn: (line) => `Laporan ${line} sudah ditarik.`,
    closed: (until) =>
      `Triwulannya sudah ditutup (sampai ${until}), jadi laporan itu tidak bisa diubah lagi.`,
    gone: 'Laporan itu tidak ada, atau sudah ditarik.',
  },
}
