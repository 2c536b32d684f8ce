import { literal, type Texts } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Goal, Target } from './target.ts'

/** What is said about targets. */
export interface TargetTexts {
  readonly summary: string
  readonly formTitle: string
  list(year: number, targets: readonly Target[]): string
  none(year: number): string
  noneOf(name: string, year: number): string
  one(target: Target): string
  readonly add: string
  readonly change: string
  readonly drop: string
  readonly back: string
  parent(year: number, supervisor: string): string
  readonly ownTarget: string
  titleAsk(year: number): string
  readonly titleLabel: string
  readonly amountAsk: string
  readonly amountLabel: string
  readonly qualityAsk: string
  readonly qualityLabel: string
  readonly qualityHint: string
  quality(words: string | null, share: number | null): string
  readonly dueAsk: string
  readonly dueLabel: string
  dueOutside(year: string): string
  readonly yearLabel: string
  readonly parentLabel: string
  readonly numberLabel: string
  parentName(parent: Pick<Target, 'number' | 'title'>): string
  readonly noParent: string
  readonly parentGone: string
  added(target: Target): string
  changed(target: Target): string
  dropSure(target: Target): string
  readonly dropYes: string
  readonly keep: string
  dropped(target: Target): string
  readonly gone: string
  noSuch(number: number): string
  readonly past: string
  readonly farYear: string
  notBelow(name: string): string
  readonly onlyOwn: string
  several(name: string): string
  toldAdded(by: string, target: Target): string
  toldChanged(by: string, before: Target, target: Target): string
  toldDropped(by: string, target: Target): string
}

export const texts: Texts<TargetTexts> = {
  id: {
    summary: 'Target kerja (RHK) Anda tahun ini',
    formTitle: 'RHK',
    list: (year, targets) => [`**Target Anda ${year}**`, ...targets.map(line)].join('\n'),
    none: (year) =>
      `Belum ada RHK untuk ${year}. Rencana hasil kerja (RHK) menyebut apa yang mau dicapai: berapa banyak, sebagus apa, dan kapan.`,
    noneOf: (name, year) => `${literal(name)} belum punya RHK untuk ${year}.`,
    one: (target) =>
      [
        `**RHK ${target.number}. ${literal(target.title)}**${target.dropped ? ' (sudah tidak dipakai)' : ''}`,
        goalOf(target),
        ...(target.parent === null
          ? []
          : [`Turunan dari RHK ${target.parent.number} atasan: ${literal(target.parent.title)}`]),
      ].join('\n'),
    add: 'Tambah RHK',
    change: 'Ubah',
    drop: 'Tidak dipakai lagi',
    back: 'Semua target',
    parent: (year, supervisor) =>
      `RHK baru untuk ${year}. Apakah turunan dari RHK atasan Anda, ${literal(supervisor)}?`,
    ownTarget: 'RHK sendiri',
    titleAsk: (year) =>
      `Apa hasil kerja yang mau dicapai pada ${year}? Misalnya: _Terselesaikannya berkas usul pensiun_`,
    titleLabel: 'RHK',
    amountAsk: 'Berapa banyak selama setahun? Misalnya: _480 berkas_ atau _12 laporan_.',
    amountLabel: 'Jumlah',
    qualityAsk: 'Mutunya seperti apa? Boleh dengan persennya, misalnya: _lengkap dan benar 95%_.',
    qualityLabel: 'Mutu',
    qualityHint: 'Persennya harus antara 0 dan 100.',
    quality: (words, share) =>
      [words, share === null || words?.includes('%') ? null : `${showNumber(share)}%`]
        .filter((part) => part !== null)
        .join(' '),
    dueAsk: 'Kapan harus selesai? Misalnya: _31 Desember_. Kalau dilewati, sampai akhir tahun.',
    dueLabel: 'Tenggat',
    dueOutside: (year) => `Tenggatnya harus dalam ${year}, misalnya _30 Juni ${year}_.`,
    yearLabel: 'Tahun',
    parentLabel: 'Turunan dari',
    numberLabel: 'RHK nomor',
    parentName: ({ number, title }) => `RHK ${number} atasan: ${title}`,
    noParent: 'tidak ada (RHK sendiri)',
    parentGone: 'RHK atasan itu baru saja tidak dipakai lagi, jadi ini disimpan sebagai RHK sendiri.',
    added: (target) =>
      `**RHK ${target.number}** tersimpan: ${literal(target.title)}. ${goalOf(target)}\n\nMelapor untuk RHK ini: _/kinerja 40 berkas, 2 salah, RHK ${target.number}_`,
    changed: (target) => `**RHK ${target.number}** sudah diubah: ${literal(target.title)}. ${goalOf(target)}`,
    dropSure: (target) =>
      `RHK ${target.number} (${literal(target.title)}) tidak dipakai lagi? Laporan yang sudah masuk tetap tersimpan.`,
    dropYes: 'Ya, tidak dipakai lagi',
    keep: 'Tidak jadi',
    dropped: (target) => `RHK ${target.number} tidak dipakai lagi. Laporan yang sudah masuk tetap tersimpan.`,
    gone: 'RHK itu tidak ada, atau sudah tidak dipakai.',
    noSuch: (number) => `RHK ${number} tidak ada di target Anda tahun ini.`,
    past: 'Target tahun yang sudah lewat tidak bisa diubah lagi.',
    farYear: 'RHK bisa dibuat untuk tahun ini dan tahun depan.',
    notBelow: (name) =>
      `${literal(name)} tidak ada di antara staf langsung Anda. Yang bisa dilihat hanya target sendiri dan target staf langsung.`,
    onlyOwn: 'Yang bisa dilihat hanya target sendiri: /target, atau /target 2 untuk RHK 2.',
    several: (name) => `Ada beberapa staf dengan nama ${literal(name)}. Yang mana?`,
    toldAdded: (by, target) =>
      `${literal(by)} menambah RHK ${target.number}: ${literal(target.title)}. ${goalOf(target)}`,
    toldChanged: (by, before, target) =>
      `${literal(by)} mengubah RHK ${target.number}.\nSebelumnya: ${literal(before.title)}. ${goalOf(before)}\nSekarang: ${literal(target.title)}. ${goalOf(target)}`,
    toldDropped: (by, target) =>
      `${literal(by)} tidak memakai lagi RHK ${target.number}: ${literal(target.title)}.`,
  },
}

function line(target: Target): string {
  return `${target.number}. **${literal(target.title)}**\n   ${goalOf(target)}`
}

function goalOf({ quantity, unit, quality, qualityGoal, due }: Goal): string {
  const parts = [
    quantity === null ? null : `${showNumber(quantity)} ${literal(unit ?? '')}`.trim(),
    quality === null && qualityGoal === null
      ? null
      : `mutu: ${literal(texts.id.quality(quality, qualityGoal))}`,
    due === null ? null : `sampai ${showDay(due)}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Tanpa ukuran.' : `${parts.join(' · ')}.`
}
