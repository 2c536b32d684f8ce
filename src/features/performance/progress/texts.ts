import { literal, type Texts } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { bar, type Progress, percent, type Sum, shareDone, shareGood } from './measure.ts'

/** What is said about where somebody stands. */
export interface ProgressTexts {
  heading(year: number, quarter: number): string
  headingOf(name: string, year: number, quarter: number): string
  readonly noTargets: string
  untargeted(count: number): string
  readonly howTo: string
  readonly reports: string
  readonly targets: string
  target(progress: Progress): string
  /** Quantity and quality of one target in half a sentence. */
  brief(progress: Progress): string
  readonly outside: string
  /** Something was reported that the target does not count. */
  otherUnit(thing: string, target: Progress['target']): string
  readonly pictureName: string
  readonly pictureQuantity: string
  readonly pictureQuality: string
  readonly pictureUnknown: string
  readonly homeTitle: string
  homeWaiting(count: number): string
  readonly openReview: string
  ratings(average: number, count: number): string
  /** What somebody says themselves of what citizens think, up to a month. */
  statement(statement: { readonly month: string; readonly words: string }): string
}

const amount = (quantity: number, unit: string | null): string =>
  unit === null ? showNumber(quantity) : `${showNumber(quantity)} ${literal(unit)}`

const MONTH = new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', month: 'long', year: 'numeric' })

export const texts: Texts<ProgressTexts> = {
  id: {
    heading: (year, quarter) => `**Kinerja Anda ${year}**, sekarang triwulan ${quarter}`,
    headingOf: (name, year, quarter) => `**Kinerja ${literal(name)} ${year}**, sekarang triwulan ${quarter}`,
    noTargets: 'Belum ada RHK untuk tahun ini. Tambahkan dulu dengan /target, supaya kemajuannya terlihat.',
    untargeted: (count) => `Di luar RHK: ${count} laporan.`,
    howTo: 'Melapor cukup satu pesan, misalnya: _/kinerja 40 berkas pensiun, 2 salah, RHK 2_',
    reports: 'Laporan saya',
    targets: 'Target saya',
    target: (progress) => [title(progress), ...quantityLines(progress), ...restLines(progress)].join('\n'),
    brief: (progress) => {
      const { target, year } = progress
      const share = shareDone(progress)
      const done =
        share === undefined || target.quantity === null
          ? amount(year.done, target.unit ?? progress.others[0]?.unit ?? null)
          : `${showNumber(year.done)} dari ${amount(target.quantity, target.unit)} (${percent(share)}%)`
      return `**RHK ${target.number}** tahun ini: ${done}, ${quality(year)}.`
    },
    outside: 'Dicatat di luar RHK.',
    otherUnit: (thing, { number, unit }) =>
      `**${thing}** untuk RHK ${number}. Targetnya dihitung dalam ${literal(unit ?? '')}, jadi ini tercatat di sampingnya.`,
    pictureName: 'kinerja.png',
    pictureQuantity: 'Jumlah (% target)',
    pictureQuality: 'Mutu (% benar)',
    pictureUnknown: 'belum disebut',
    homeTitle: 'Kinerja Anda',
    homeWaiting: (count) => `${count} laporan menunggu Anda tinjau.`,
    openReview: 'Tinjau',
    ratings: (average, count) =>
      `Penilaian warga: ${average.toLocaleString('id-ID', { maximumFractionDigits: 1 })} dari 5, dari ${showNumber(count)} penilaian warga; laporan yang membanjir dihitung sekali. Hanya untuk dibaca, tidak menentukan predikat.`,
    statement: ({ month, words }) =>
      `Tanggapannya atas penilaian sampai ${MONTH.format(new Date(`${month}T00:00:00Z`))}: “${literal(words)}”`,
  },
}

function title({ target }: Progress): string {
  return `**RHK ${target.number}. ${literal(target.title)}**`
}

/** Quantity and quality, one under the other: neither says enough by itself. */
function quantityLines(progress: Progress): readonly string[] {
  const { target, year, quarter } = progress
  const share = shareDone(progress)
  const now = quarter.done > 0 ? ` · triwulan ini ${showNumber(quarter.done)}` : ''
  const good = shareGood(year)
  const goal = target.qualityGoal === null ? '' : ` · target ${showNumber(target.qualityGoal)}%`
  return [
    share === undefined || target.quantity === null
      ? `Jumlah: ${amount(year.done, target.unit)}${now}`
      : `Jumlah ${bar(share)} ${showNumber(year.done)} dari ${amount(target.quantity, target.unit)} (${percent(share)}%)${now}`,
    good === undefined
      ? `Mutu: belum disebut${goal}`
      : `Mutu ${bar(good)} ${percent(good)}% benar dari ${showNumber(year.counted)} yang dihitung${goal}`,
  ]
}

function restLines({ target, year, quarter, last, others }: Progress): readonly string[] {
  const missing = target.quantity === null ? 0 : target.quantity - year.done
  const due = target.due === null ? '' : ` sampai ${showDay(target.due)}`
  const facts = [
    last === null ? 'Belum ada laporan' : `Terakhir ${showDay(last)}`,
    ...(year.done > 0 ? [`disetujui ${showNumber(year.approved)}`] : []),
    ...(year.late > 0 ? [`${showNumber(year.late)} terlambat`] : []),
  ]
  return [
    facts.join(' · '),
    ...(others.length > 0
      ? [`Satuan lain: ${others.map(({ unit, quantity }) => amount(quantity, unit)).join(', ')}`]
      : []),
    ...(missing > 0 ? [`Masih kurang ${amount(missing, target.unit)}${due}`] : []),
    ...(quarter.reports === 0 && last !== null ? ['Triwulan ini belum ada laporan'] : []),
  ]
}

function quality(sum: Sum): string {
  const share = shareGood(sum)
  return share === undefined
    ? 'mutu belum disebut'
    : `mutu ${percent(share)}% dari ${showNumber(sum.counted)} yang dihitung`
}
