import { literal, type Texts } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Status } from '../broadcast.ts'

/** How many recipients are where. */
export interface Counts {
  readonly delivered: number
  readonly waiting: number
  readonly failed: number
  readonly unreached: number
  readonly withdrawn: number
}

/** A broadcast in a list. */
export interface Listed {
  readonly id: string
  readonly status: Status
  readonly beginning: string
  readonly when: string | null
}

/** What officers see of broadcasts that are on their way, or were. */
export interface WatchingTexts {
  heading(id: string, status: Status): string
  bar(share: number): string
  counts(counts: Counts): string
  echo(read: number, questions: number): string
  readonly preparing: string
  readonly untilMorning: string
  readonly soon: string
  pace(perMinute: number, end: string): string
  asOf(time: string): string
  readonly pause: string
  readonly goOn: string
  readonly cancel: string
  readonly missed: string
  questions(open: number): string
  readonly refresh: string
  readonly none: string
  readonly title: string
  list(rows: readonly Listed[]): string
  lines(rows: readonly Listed[]): string
  openOne(id: string): string
  waiting(id: string, when: string | null): string
  scheduled(id: string, when: string): string
  readonly edit: string
  readonly dropped: string
  readonly notYours: string
  readonly gone: string
  cancelSure(id: string, delivered: number, waiting: number): string
  cancelSureUnsent(id: string): string
  readonly cancelYes: string
  readonly keep: string
  cancelled(id: string): string
  readonly resumedAtSix: string
  readonly nobodyReachable: string
  missedList(id: string, people: number, lines: readonly Missed[], more: number): string
  readonly nobodyMissed: string
  reason(reason: string): string
  readonly back: string
  readonly asTable: string
  readonly resend: string
  readonly columns: readonly string[]
  file(id: string): string
  table(id: string, people: number): string
  noneOfThemReachable(people: number): string
  resent(of: string): string
}

/** Somebody whom a broadcast has not reached; the reason in words. */
export interface Missed {
  readonly name: string
  readonly unit: string
  readonly why: string
}

const STATUS: Readonly<Record<Status, string>> = {
  draft: 'masih rancangan',
  waiting: 'menunggu persetujuan',
  scheduled: 'dijadwalkan',
  sending: 'sedang dikirim',
  paused: 'dijeda',
  done: 'selesai',
  cancelled: 'dibatalkan',
  held: 'menunggu keputusan',
}
const CELLS = 10

/** The platforms' own words, and ours, for why somebody was not reached; the first that fits. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^no account$/, 'belum menghubungkan akun'],
  [/^withdrawn$/, 'dibatalkan sebelum terkirim'],
  [/^expired$/, 'batas waktunya habis'],
  [/block/i, 'memblokir bot'],
  [/deactivat|deleted|account_inactive|user_disabled/i, 'akunnya sudah tidak aktif'],
  [/chat not found|initiate|channel_not_found|user_not_found/i, 'belum pernah membuka obrolan dengan bot'],
  [/kicked|left|not_in_channel/i, 'sudah keluar dari obrolan'],
  [/^failed/, 'gagal dikirim karena gangguan'],
]

function lines(rows: readonly Listed[]): string {
  return rows
    .map(
      ({ id, status, beginning, when }) =>
        `- **${id}**, ${STATUS[status]}${when === null ? '' : ` (${when})`}: ${literal(beginning)}`,
    )
    .join('\n')
}

export const texts: Texts<WatchingTexts> = {
  id: {
    heading: (id, status) => `**Siaran ${id}** ${STATUS[status]}`,
    bar: (share) => {
      const full = Math.floor(share * CELLS)
      return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${Math.floor(share * 100)} %`
    },
    counts: ({ delivered, waiting, failed, unreached, withdrawn }) =>
      [
        `Terkirim ${showNumber(delivered)}`,
        ...(waiting > 0 ? [`menunggu ${showNumber(waiting)}`] : []),
        ...(failed > 0 ? [`gagal ${showNumber(failed)}`] : []),
        ...(unreached > 0 ? [`tidak terjangkau ${showNumber(unreached)}`] : []),
        ...(withdrawn > 0 ? [`dibatalkan ${showNumber(withdrawn)}`] : []),
      ].join(' · '),
    echo: (read, questions) => `Sudah dibaca ${showNumber(read)} · pertanyaan ${showNumber(questions)}`,
    preparing: '_Surat-suratnya sedang disiapkan._',
    untilMorning: '_Malam hari tidak dikirim; dilanjutkan pukul 06.00._',
    soon: '_Kecepatannya belum bisa dihitung._',
    pace: (perMinute, end) => `${showNumber(perMinute)} per menit, perkiraan selesai ${end}`,
    asOf: (time) => `_Keadaan ${time}; tekan Segarkan untuk yang terbaru._`,
    pause: 'Jeda',
    goOn: 'Lanjutkan',
    cancel: 'Batalkan siaran',
    missed: 'Siapa yang belum',
    questions: (open) => `Pertanyaan (${showNumber(open)})`,
    refresh: 'Segarkan',
    none: 'Belum ada siaran.',
    title: 'Siaran',
    list: (rows) => `**Siaran terakhir**\n${lines(rows)}`,
    lines,
    openOne: (id) => `Buka siaran ${id}`,
    waiting: (id, when) =>
      `**Siaran ${id}** menunggu persetujuan petugas lain. Dikirim ${when ?? 'begitu disetujui'}.`,
    scheduled: (id, when) => `**Siaran ${id}** dijadwalkan: ${when}.`,
    edit: 'Ubah dulu',
    dropped: 'Rancangan siarannya saya buang. Tidak ada yang dikirim.',
    notYours: 'Itu rancangan petugas lain. Yang bisa mengubahnya hanya yang membuatnya.',
    gone: 'Siaran itu tidak ada lagi.',
    cancelSure: (id, delivered, waiting) =>
      `Batalkan siaran ${id}? **${showNumber(delivered)} orang sudah menerimanya** dan itu tidak bisa ditarik; ${showNumber(waiting)} orang yang masih menunggu tidak akan menerimanya.`,
    cancelSureUnsent: (id) => `Batalkan siaran ${id}? Belum ada yang menerimanya.`,
    cancelYes: 'Ya, batalkan',
    keep: 'Tidak jadi',
    cancelled: (id) => `**Siaran ${id}** dibatalkan sebelum dikirim. Tidak ada yang menerimanya.`,
    resumedAtSix: 'Sekarang malam hari, jadi mulai dikirim pukul 06.00.',
    nobodyReachable: 'Saat ini tidak ada penerima yang bisa dihubungi, jadi siarannya belum bisa dikirim.',
    missedList: (id, people, lines, more) =>
      [
        `**Siaran ${id}: ${showNumber(people)} orang belum menerimanya**`,
        ...lines.map(({ name, unit, why }) => `- ${literal(name)}, ${literal(unit)}: ${why}`),
        ...(more > 0 ? [`- dan ${showNumber(more)} orang lagi; semuanya ada di tabel`] : []),
      ].join('\n'),
    nobodyMissed: 'Semua penerima sudah menerimanya, atau masih dalam antrean.',
    reason: (reason) => REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'tidak bisa dihubungi',
    back: 'Kembali',
    asTable: 'Unduh tabel (CSV)',
    resend: 'Kirim ulang ke yang belum',
    columns: ['NIP', 'Nama', 'Unit', 'Alasan'],
    file: (id) => `siaran-${id}-belum-menerima.csv`,
    table: (id, people) => `Siaran ${id}: ${showNumber(people)} orang yang belum menerimanya.`,
    noneOfThemReachable: (people) =>
      `Dari ${showNumber(people)} orang itu belum satu pun bisa dihubungi, jadi belum ada gunanya dikirim ulang. Begitu mereka menghubungkan akunnya, coba lagi dari sini.`,
    resent: (of) => `Rancangan kirim ulang siaran ${of}, hanya untuk yang belum menerimanya.`,
  },
}
