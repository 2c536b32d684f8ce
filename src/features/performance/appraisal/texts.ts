import type { Texts } from '../../../chat/message.ts'
import type { Behaviour } from './behaviours.ts'
import type { Predicate, Rating } from './predicate.ts'
import type { Quarter } from './quarter.ts'

/** The words that all parts of the appraisal share. */
export interface AppraisalTexts {
  quarter(quarter: Quarter): string
  readonly evaluation: string
  days(from: string, until: string): string
  reportedIn(days: string): string
  /** Instead of results that are the summary read just before. */
  readonly asAbove: string
  readonly ratings: Readonly<Record<Rating, string>>
  readonly predicates: Readonly<Record<Predicate, string>>
  readonly behaviours: Readonly<Record<Behaviour, { readonly name: string; readonly guidance: string }>>
  /** The predicate that two ratings give, where it comes from, and that it is a preview. */
  preview(predicate: string): string
  /** "96% (dihitung dari 10 laporan)" and the like; a share is never shown without what it was counted from. */
  share(percent: string, reports: string): string
  plan(number: number, title: string): string
  readonly noPlan: string
  /** A plan with what was done for it: quantity first, quality right behind. */
  reported(
    plan: string,
    quantity: string,
    approved: string | null,
    goal: string | null,
    quality: string,
  ): string
  approvedOf(quantity: string | null): string
  goodShare(share: string, good: string, of: string): string
  readonly qualityUnsaid: string
  onTime(share: string): string
  wanted(words: string): string
  counted(counted: string, some: readonly string[]): string
  approved(count: string): string
  asked(count: string): string
  withdrawn(count: string): string
  readonly nothingReported: string
  more(count: string): string
  readonly ownResults: string
  ownRatings(result: string, behaviour: string): string
  behaviour(name: string, rating: string, example: string | null): string
  rated(by: string, day: string, result: string, behaviour: string, reason: string): string
  readonly dialogue: string
  note(by: string, day: string, kind: string, text: string | null): string
  readonly notes: Readonly<
    Record<'asked' | 'answered' | 'comment' | 'changed' | 'rated' | 'accepted' | 'objected', string>
  >
  sent(day: string, version: number): string
  readonly nobody: string
  readonly notConnected: string
  readonly left: string
  /** What keeps somebody from doing what they wanted; the name is that of whoever can do it now. */
  readonly gone: string
}

export const texts: Texts<AppraisalTexts> = {
  id: {
    quarter: ({ year, number }) => `triwulan ${['I', 'II', 'III', 'IV'][number - 1] ?? number} ${year}`,
    evaluation: 'Evaluasi',
    days: (from, until) => `dari ${from} sampai ${until}`,
    reportedIn: (days) => `**Yang dilaporkan** ${days}:`,
    asAbove: 'Memakai ringkasan laporan di atas.',
    ratings: { 1: 'Di bawah ekspektasi', 2: 'Sesuai ekspektasi', 3: 'Di atas ekspektasi' },
    predicates: {
      sangat_baik: 'Sangat Baik',
      baik: 'Baik',
      butuh_perbaikan: 'Butuh Perbaikan',
      kurang: 'Kurang/misconduct',
      sangat_kurang: 'Sangat Kurang',
    },
    behaviours: {
      pelayanan: {
        name: 'Berorientasi Pelayanan',
        guidance: 'Ramah, tanggap, dan tidak berhenti sebelum keperluan warga atau rekan terjawab.',
      },
      akuntabel: {
        name: 'Akuntabel',
        guidance:
          'Jujur, menepati janji, dan bisa menunjukkan ke mana waktu, uang, dan barang kantor dipakai.',
      },
      kompeten: {
        name: 'Kompeten',
        guidance: 'Terus belajar, mau mengajari rekan, dan menyelesaikan pekerjaan dengan rapi.',
      },
      harmonis: {
        name: 'Harmonis',
        guidance: 'Menghargai siapa pun, ringan tangan menolong, dan ikut menjaga suasana kerja.',
      },
      loyal: {
        name: 'Loyal',
        guidance: 'Menjaga rahasia dan nama baik instansi, serta mendahulukan kepentingan bersama.',
      },
      adaptif: {
        name: 'Adaptif',
        guidance: 'Cepat menyesuaikan diri, berani mencoba cara baru, dan tidak menunggu disuruh.',
      },
      kolaboratif: {
        name: 'Kolaboratif',
        guidance: 'Melibatkan orang lain, berbagi peran dan data, lalu menyelesaikannya bersama.',
      },
    },
    preview: (predicate) =>
      `Pratinjau predikat: **${predicate}**. Ini hanya pratinjau dari kuadran hasil dan perilaku di PermenPANRB 6/2022, Lampiran (menurut ringkasan Abdi, bukan bunyi resmi). Yang menetapkan predikat tetap pejabat penilai kinerja.`,
    share: (percent, reports) => `${percent} (dihitung dari ${reports} laporan)`,
    plan: (number, title) => `RHK ${number} ${title}`,
    noPlan: 'Di luar RHK',
    reported: (plan, quantity, approved, goal, quality) =>
      `**${plan}**: ${quantity}${approved === null ? '' : ` (${approved})`}${goal === null ? '' : ` dari target setahun ${goal}`}. ${quality}`,
    approvedOf: (quantity) => `${quantity ?? 'semua'} disetujui atasan`,
    goodShare: (share, good, of) => `Mutu: benar sejak awal ${share}, yaitu ${good} dari ${of}.`,
    qualityUnsaid: 'Mutu: belum ada laporan yang menyebut berapa yang benar sejak awal.',
    onTime: (share) => `Tepat waktu ${share}.`,
    wanted: (words) => `Target mutu: ${words}.`,
    counted: (counted, some) =>
      `${counted} laporan dihitung${some.length > 0 ? ` (${some.join(', ')})` : ''}.`,
    approved: (count) => `${count} disetujui atasan`,
    asked: (count) => `${count} sedang ditanyakan`,
    withdrawn: (count) => `${count} laporan yang ditarik tidak dihitung.`,
    nothingReported: 'Tidak ada laporan kerja di triwulan ini.',
    more: (count) => `… dan ${count} baris lagi.`,
    ownResults: 'Uraian hasil kerja',
    ownRatings: (result, behaviour) =>
      `Penilaian sendiri: hasil kerja **${result}**, perilaku **${behaviour}**.`,
    behaviour: (name, rating, example) => `- ${name}: ${rating}${example === null ? '' : `. ${example}`}`,
    rated: (by, day, result, behaviour, reason) =>
      `**Nilai dari ${by}** (${day}): hasil kerja **${result}**, perilaku **${behaviour}**.\nAlasan: ${reason}`,
    dialogue: 'Percakapan',
    note: (by, day, kind, text) => `- ${by}, ${day}, ${kind}${text === null ? '' : `: ${text}`}`,
    notes: {
      asked: 'bertanya',
      answered: 'menjawab',
      comment: 'berkomentar',
      changed: 'memperbaiki isian; sebelumnya tertulis',
      rated: 'memberi nilai, dengan alasan',
      accepted: 'menerima nilai',
      objected: 'keberatan',
    },
    sent: (day, version) => `Dikirim ${day}${version > 1 ? ` (isian ke-${version})` : ''}.`,
    nobody: 'Abdi',
    notConnected:
      'Akun ini belum terhubung dengan data pegawai, jadi saya belum tahu evaluasi siapa yang dimaksud. Ketik /daftar dulu, ya.',
    left: 'Menurut data kepegawaian Anda sudah tidak bertugas di sini, jadi evaluasi tidak bisa diisi atau dinilai dari akun ini. Kalau itu keliru, hubungi petugas kepegawaian.',
    gone: 'Evaluasi itu tidak ada atau bukan untuk Anda.',
  },
}
