import { literal, type Texts } from '../../../chat/message.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Detailed } from './ratings.ts'

/** What officers read about their codes and about what citizens think of their service. */
export interface OfficerTexts {
  readonly codeSummary: string
  readonly ownCodeSummary: string
  readonly codeHow: string
  nipUnknown(written: string): string
  readonly noEntry: string
  code(about: { readonly name: string; readonly code: string; readonly link: string | undefined }): string
  replaced(code: string): string
  readonly replace: string
  readonly tagTitle: string
  readonly tagFile: string
  readonly ratingSummary: string
  readonly tooFew: string
  ratings(year: string, detailed: Detailed): string
  answerTo(span: Pick<Detailed['spans'][number], 'from' | 'until'>): string
  months(from: Day, until: Day): string
  readonly formTitle: string
  ask(month: string): string
  readonly wordsLabel: string
  written(month: string): string
  readonly keptCode: string
  readonly keptCodeWhy: string
  readonly codeStays: string
  readonly keptStatements: string
  readonly keptStatementsWhy: string
}

const stars = (average: number): string =>
  average.toLocaleString('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const MONTH = new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', month: 'long', year: 'numeric' })

export const texts: Texts<OfficerTexts> = {
  id: {
    codeSummary: 'Kode petugas dan kartu namanya',
    ownCodeSummary: 'Kode petugas Anda, untuk kartu nama',
    codeHow: 'Tulis NIP petugasnya, misalnya */kode_petugas 19850315 201001 2 001*.',
    nipUnknown: (written) => `Di direktori tidak ada pegawai dengan NIP “${literal(written)}”.`,
    noEntry: 'Akun ini belum terhubung dengan data pegawai. Hubungkan dulu dengan /daftar.',
    code: ({ name, code, link }) =>
      [
        `Kode petugas **${literal(name)}**: **${code}**`,
        ...(link === undefined ? [] : [`Tautan di kartu nama: ${link}`]),
        `Di obrolan Abdi mana pun warga juga bisa menulis */lapor p${code.replace('-', '')}*. Yang dilihat warga hanya nama dan jabatan.`,
      ].join('\n\n'),
    replaced: (code) => `Kodenya diganti menjadi **${code}**. Kode yang lama tidak berlaku lagi.`,
    replace: 'Ganti kode',
    tagTitle: 'Bagaimana saya melayani Anda?',
    tagFile: 'kartu-petugas.pdf',
    ratingSummary: 'Penilaian warga atas pelayanan Anda',
    tooFew:
      'Belum ada angka yang bisa ditampilkan. Penilaian baru terlihat setelah ada paling sedikit lima dari bulan-bulan yang sudah lewat, supaya tidak seorang warga pun bisa dikenali.',
    ratings: (year, { average, count, spans, themes, words, statements }) =>
      [
        `**Penilaian warga atas pelayanan Anda, ${year}**: ${stars(average)} dari 5, dari ${showNumber(count)} penilaian warga; laporan yang membanjir dihitung sekali.`,
        spans
          .map(
            (span) =>
              `• ${months(span.from, span.until)}: ${stars(span.average)} (${showNumber(span.count)} penilaian)`,
          )
          .join('\n'),
        ...(themes.length > 0 ? [`Yang dibicarakan: ${themes.map(literal).join(', ')}.`] : []),
        ...(words.length > 0 ? [`Kata yang sering dipakai: ${words.map(literal).join(', ')}.`] : []),
        ...statements.map((one) => `Tanggapan Anda sampai ${monthOf(one.month)}: “${literal(one.words)}”`),
        'Angka ini dibaca di samping kinerja Anda dan tidak menentukan predikat. Siapa yang menilai dan pada hari apa, tidak ditampilkan kepada siapa pun.',
      ].join('\n\n'),
    answerTo: ({ from, until }) => `Tanggapi ${months(from, until)}`,
    months,
    formTitle: 'Tanggapan Anda',
    ask: (month) =>
      `Apa tanggapan Anda atas penilaian sampai ${month}? Atasan Anda membacanya di samping angkanya. Tanggapan yang dulu untuk bulan itu diganti.`,
    wordsLabel: 'Tanggapan',
    written: (month) =>
      `Tanggapan Anda untuk penilaian sampai ${month} disimpan. Atasan Anda membacanya di samping angkanya.`,
    keptCode: 'Kode petugas Anda',
    keptCodeWhy: 'Supaya warga bisa menunjuk siapa yang melayani. Diganti lewat petugas kepegawaian.',
    codeStays:
      'Kode petugas Anda tetap ada selama Anda bekerja di sini, supaya warga bisa menilai pelayanannya (UU 25/2009).',
    keptStatements: 'Tanggapan Anda atas penilaian warga',
    keptStatementsWhy: 'Dibaca atasan Anda di samping angkanya. Hilang kalau Anda meminta dihapus.',
  },
}

/** A month in words: "Februari 2026". */
function monthOf(day: Day): string {
  return MONTH.format(new Date(`${day}T00:00:00Z`))
}

function months(from: Day, until: Day): string {
  return from === until ? monthOf(from) : `${monthOf(from).split(' ')[0]}–${monthOf(until)}`
}
