import { parseReference, type Reference } from './references.ts'

/** Which regulation a text is. What could not be read is undefined, and said in `problems` (in Indonesian). */
export interface Identity {
  /** Type, number and year, with the region where there is one: "pp-94-2021", "perwal-kota-serang-12-2024". */
  readonly id?: string
  /** The kind in words: "Peraturan Pemerintah", "Peraturan Daerah Kabupaten Merangin". */
  readonly type?: string
  readonly number?: string
  readonly year?: number
  /** What it is about, as written after "tentang". */
  readonly title?: string
  /** Who issued it, as the head names them: "Presiden Republik Indonesia", "Bupati Merangin". */
  readonly issuer?: string
  readonly problems: readonly string[]
}

const ENACTED =
  /(?:Ditetapkan|Disahkan|Diundangkan) di [^.]{0,60}?tanggal\s+\d{1,2}\s+\p{L}+\s+((?:19|20)\d\d)/gu

/** Which regulation a text is, from its head; the file's name helps where the head cannot be read. */
export function identify(text: string, fileName?: string): Identity {
  const head = headOf(text)
  const own = parseReference(unspaced(head).split(/\bTENTANG\b/)[0] ?? '')[0]
  const named = fileName === undefined ? undefined : fromName(fileName)
  const title = titleOf(head)
  const issuer = issuerOf(text.slice(0, 4000))
  const problems: string[] = []
  const enacted = [...text.matchAll(ENACTED)].map((m) => Number(m[1]))
  const fits = (r: Reference) => enacted.length === 0 || enacted.some((year) => Math.abs(year - r.year) <= 1)
  const chosen = own && plausible(own.year) && fits(own) ? own : named
  if (!own && !named) problems.push('Jenis, nomor, dan tahun peraturan tidak terbaca dari kepala naskah.')
  if (own && chosen !== own)
    problems.push(
      `Kepala naskah terbaca sebagai ${own.id}, tetapi tahunnya tidak mungkin; periksa naskahnya.`,
    )
  else if (own && named && own.id !== named.id)
    problems.push(`Kepala naskah menyebut ${own.id}, nama berkas menyebut ${named.id}.`)
  if (chosen && !fits(chosen))
    problems.push(`Tahun ${chosen.year} tidak cocok dengan tahun penetapan ${enacted[0]}.`)
  if (title === undefined) problems.push('Judul peraturan (setelah kata TENTANG) tidak terbaca.')
  return {
    ...(chosen && { id: chosen.id, type: chosen.type, number: chosen.number, year: chosen.year }),
    ...(title !== undefined && { title }),
    ...(issuer !== undefined && { issuer }),
    problems,
  }
}

/** The head ends where the considerations begin; a machine may have set their headings before it. */
function headOf(text: string): string {
  const kind =
    /(?<!(?:ATAS|TENTANG|PELAKSANAAN|PERUBAHAN|UNDAN\S)[\s–-]+)(?:UNDANG[\s–-]*UNDANG|P ?E ?RA ?TU ?RAN|KEPUTUSAN|INSTRUKSI|SURAT\s+EDARAN)\s/
  const head = text
    .slice(0, 5500)
    .slice(kind.exec(text.slice(0, 4000))?.index ?? 0)
    .slice(0, 1500)
  const end = /DENGAN\s+RAHMAT|(?<=\S\s*)M ?e ?nimbang|\bbahwa\b|\bPasal \d/.exec(head)?.index
  return head.slice(0, end ?? head.length)
}

/** Letters and figures that a reader set apart in a heading: "P ERATURAN", "NOMOR 6 2", "2O 14". */
function unspaced(head: string): string {
  return head
    .replace(/P ?E ?R ?A ?T ?U ?R ?A ?N(?= )/g, 'PERATURAN')
    .replace(/PEMERI\S{1,3}AH/g, 'PEMERINTAH')
    .replace(/N ?[Oo0] ?M ?[Oo0] ?R/g, 'NOMOR')
    .replace(/(?<=NOMOR\s+\d) (?=\d{1,2}\s)/g, '')
    .replace(/ ?TAH[UV]N/g, ' TAHUN')
}

function titleOf(head: string): string | undefined {
  const said = /\bT ?E ?N ?T ?A ?N ?G\s+([\s\S]+)$/i.exec(head)?.[1]
  const title = said
    ?.split(/\n\s*\n|\s(?:PRESIDEN|PRES I DEN|BUPATI|WALI ?KOTA|GUBERNUR|MENTERI)\s[^\n]*,\s*$|\n\(/)[0]
    ?.replace(/\s+/g, ' ')
    .replace(/^(?:(?:UNDANG|PERATURAN)\S* .{0,80}TAHUN \d{4} TENTANG )/, '')
    .replace(/[\s_.,:]+$/, '')
    .trim()
  return title === undefined || title.length < 3 ? undefined : title
}

function issuerOf(head: string): string | undefined {
  const found =
    /(?:^|\n|ESA\s)\s*((?:PRESIDEN|MENTERI|BUPATI|WALI ?KOTA|GUBERNUR|KEPALA|BADAN|LEMBAGA|KETUA)\s[A-Z ]{3,90}),/.exec(
      head,
    )?.[1]
  return found
    ?.replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (l) => l.toUpperCase())
    .replace(/ Dan /g, ' dan ')
}

/** The identity in a file's name: "pp-94-2021.pdf", "PP Nomor 94 Tahun 2021.pdf", "perda-merangin-1-2016.pdf". */
function fromName(fileName: string): Reference | undefined {
  const bare = fileName.replace(/^.*[/\\]/, '').replace(/(?:\.[a-z]{2,5})+$/i, '')
  const spaced = bare.replace(/[_-]+/g, ' ').replace(/(\d+) (?=(?:19|20)\d\d(?!\d))/, '$1/')
  return parseReference(spaced)[0]
}

function plausible(year: number): boolean {
  return year >= 1945 && year <= 2050
}
