import type { PageText } from './pages.ts'
import type { Recognized } from './scans.ts'

/** What is known of how a PDF was read; pages by their number. */
export interface Account {
  readonly pages: readonly PageText[]
  readonly pictures: readonly number[]
  readonly gibberish: readonly number[]
  readonly recognized: ReadonlyMap<number, Recognized>
  /** Those recognized pages that took the place of what the file says. */
  readonly better: ReadonlyMap<number, Recognized>
  /** What keeps this machine from recognizing pages. */
  readonly missing: string | undefined
  readonly cut: boolean
}

/** Below this share of certainty, in percent, what was recognized is pointed out. */
const DOUBTFUL = 80

/** What whoever imported a PDF should look at, in Indonesian. */
export function warningsOf(account: Account): readonly string[] {
  const { pages, pictures, gibberish, better, missing, cut } = account
  const damaged = pages.flatMap(({ shows }, i) => (shows === 'damage' ? [i + 1] : []))
  const kept = gibberish.filter((number) => !better.has(number))
  const anew = gibberish.some((number) => better.has(number)) ? ' karena lapisan teksnya meragukan' : ''
  return [
    ...(cut
      ? ['Berkas PDF ini tampak terpotong; mungkin ada halaman yang hilang. Unduh ulang dari sumbernya.']
      : []),
    ...about(damaged, (which) => `Halaman ${which} rusak dan tidak terbaca.`),
    ...about(
      missing === undefined ? [] : pictures,
      (which) => `Halaman ${which} berupa gambar dan belum terbaca: ${missing}, lalu impor lagi.`,
    ),
    ...about(
      kept,
      (which) =>
        `Lapisan teks halaman ${which} meragukan (kata terpecah, atau bukan bahasa Indonesia); cocokkan dengan naskah asli.${missing === undefined ? '' : ` Tidak dibaca ulang dari gambarnya: ${missing}.`}`,
    ),
    ...about(
      [...better.keys()],
      (which) => `Halaman ${which} dikenali dari gambarnya (OCR)${anew}; cocokkan dengan naskah asli.`,
    ),
    ...doubtsAbout(better),
    ...[...failuresIn(account.recognized)].map(
      ([reason, numbers]) => `Halaman ${ranges(numbers)} tidak terbaca: ${reason}.`,
    ),
  ]
}

/** Why no page of a PDF gave any text, and what to do. */
export function whyNothing({ pages, recognized, missing }: Account): string {
  if (pages.every(({ shows }) => shows === 'nothing')) return 'semua halaman PDF ini kosong.'
  if (pages.every(({ shows }) => shows === 'damage'))
    return 'semua halaman PDF ini rusak. Unduh ulang dari sumbernya, lalu kirim lagi.'
  if (missing !== undefined)
    return `PDF ini hasil pindaian (halamannya gambar), dan ${missing}, lalu impor lagi.`
  const [reason] = failuresIn(recognized).keys()
  return reason === undefined
    ? 'tidak ada tulisan yang bisa dikenali di PDF pindaian ini. Pindai ulang lebih jelas (300 dpi), lalu kirim lagi.'
    : `PDF pindaian ini tidak terbaca: ${reason}.`
}

/** True where a PDF lacks its last line, as a download that was broken off does. */
export function isCutShort(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-2048)).includes('%%EOF')
}

/** Page numbers as people write them: "1–3, 7". */
export function ranges(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && n <= last.to + 1) last.to = n
    else runs.push({ from: n, to: n })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

function about(numbers: readonly number[], sentence: (which: string) => string): readonly string[] {
  return numbers.length === 0 ? [] : [sentence(ranges(numbers))]
}

function doubtsAbout(better: Account['better']): readonly string[] {
  const doubtful = [...better].flatMap(([number, found]) =>
    'confidence' in found && found.confidence < DOUBTFUL ? [{ number, sure: found.confidence }] : [],
  )
  const lowest = Math.round(Math.min(...doubtful.map(({ sure }) => sure)))
  return about(
    doubtful.map(({ number }) => number),
    (which) => `Hasil OCR halaman ${which} meragukan (keyakinan terendah ${lowest}%).`,
  )
}

function failuresIn(recognized: Account['recognized']): ReadonlyMap<string, readonly number[]> {
  const failed = [...recognized].flatMap(([number, found]) =>
    'failed' in found ? [{ number, reason: found.failed }] : [],
  )
  const groups = Map.groupBy(failed, ({ reason }) => reason)
  return new Map([...groups].map(([reason, pages]) => [reason, pages.map(({ number }) => number)]))
}
