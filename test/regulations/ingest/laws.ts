import type { RegulationFile } from '../../../src/regulations/format.ts'

/** A regulation made for a test. */
export interface MadeLaw {
  readonly number: number
  readonly year?: number
  readonly title?: string
  /** What each pasal says, in order. */
  readonly articles: readonly string[]
  readonly opening?: string
}

/** The text of a made regulation of the mayor of Serang; its id is `lawId`. */
export function lawText({
  number,
  year = 2024,
  title = 'SEPEDA DINAS',
  articles,
  opening = '',
}: MadeLaw): string {
  return [
    'PERATURAN WALI KOTA SERANG',
    `NOMOR ${number} TAHUN ${year}`,
    'TENTANG',
    title,
    '',
    'DENGAN RAHMAT TUHAN YANG MAHA ESA',
    '',
    'WALI KOTA SERANG,',
    '',
    'Menimbang : bahwa perlu diatur;',
    'MEMUTUSKAN:',
    'Menetapkan : PERATURAN WALI KOTA.',
    opening,
    ...articles.flatMap((words, i) => [`Pasal ${i + 1}`, words, '']),
    'Ditetapkan di Serang',
    `pada tanggal 5 Maret ${year}`,
    'WALI KOTA SERANG,',
    'ttd.',
  ].join('\n')
}

/** So many pasal, each with a word of its own. */
export function someArticles(count: number, word = 'sepeda'): readonly string[] {
  return Array.from(
    { length: count },
    (_, i) => `Pegawai yang memakai ${word} nomor ${i + 1} wajib merawatnya dengan baik setiap hari kerja.`,
  )
}

/** The id of a made regulation. */
export function lawId(number: number, year = 2024): string {
  return `perwal-kota-serang-${number}-${year}`
}

/** A text as a file. */
export function fileOf(text: string, name = 'perwal.txt'): RegulationFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** All that comes, in a list. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
