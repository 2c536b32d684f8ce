/** A heading above pasal: "BAB II", "Bagian Kedua", "Paragraf 1", or a title without a number. */
interface Section {
  readonly level: number
  readonly number: string
  readonly title: string
}

const MARK =
  /(?<![A-Za-z])(?:(BAB) *([IVXLCl1]+(?: ?[A-Z])?)(?![A-Za-z0-9])|(BAGIAN|Bagian) +((?:KE|Ke|PER|Per)\p{L}+(?: +(?:[Bb]elas|BELAS|[Pp]uluh|PULUH)(?: +\p{L}+)??)?)(?!\p{L})|(PARAGRAF|Paragraf) +(\d+|[IVX]+|Ke\p{Ll}+)(?![\p{L}\d]))/gu
const REFERRING =
  /(?:(?<!\p{L})(?:dalam|dan|atau|pada|ketentuan|dimaksud|dari|tentang|judul|sampai|dengan|antara|yakni|setelah|sebelum)|[,(])$/iu
const LEVELS = { BAB: 0, BAGIAN: 1, PARAGRAF: 2, TITLE: 3 }
const LONGEST = 320

/** Follows the headings above the pasal, so that each pasal knows what it stands under. */
export class Sections {
  #open: Section[] = []

  /** Takes the headings at the end of a stretch (what stands between two pasal); says where they begin. */
  take(stretch: string): number {
    const marks = trailingMarks(stretch)
    const start = marks[0]?.index ?? titleStart(stretch)
    marks.forEach((mark, i) => {
      const end = marks[i + 1]?.index ?? stretch.length
      this.#enter(sectionOf(mark, stretch.slice(mark.index + mark[0].length, end)))
    })
    if (marks.length === 0 && start < stretch.length)
      this.#enter({ level: LEVELS.TITLE, number: '', title: oneLine(stretch.slice(start)) })
    return start
  }

  /** The headings above, outermost first: "BAB II Kewajiban dan Larangan › Bagian Kedua Kewajiban". */
  get path(): string {
    return this.#open.map((s) => [s.number, inTitleCase(s.title)].filter(Boolean).join(' ')).join(' › ')
  }

  /** The same heading again is its repetition on a new page: the later one has the title. */
  #enter(section: Section): void {
    this.#open = [...this.#open.filter((s) => s.level < section.level), section]
  }
}

/** The headings that fill the end of a stretch: nothing but their titles follows them. */
function trailingMarks(stretch: string): readonly RegExpExecArray[] {
  const offset = Math.max(0, stretch.length - 1200)
  const found = [...stretch.slice(offset).matchAll(MARK)]
  const marks: RegExpExecArray[] = []
  let end = stretch.length
  for (const mark of found.reverse()) {
    mark.index += offset
    const title = stretch.slice(mark.index + mark[0].length, end)
    const before = stretch.slice(Math.max(0, mark.index - 40), mark.index)
    const lineStart = /(?:^|\n) *$/.test(before)
    if (!isTitle(title, lineStart) || (!lineStart && REFERRING.test(before.trimEnd()))) break
    marks.unshift(mark)
    end = mark.index
  }
  return marks
}

/** A title has no sentence in it: it neither ends in a full stop nor runs on like a norm. */
function isTitle(title: string, lineStart: boolean): boolean {
  const words = title.trim()
  if (words.length > LONGEST || /[;:]|\.(?=\s+\S)|^[a-z(,]/.test(words)) return false
  return lineStart || /^$|^\p{Lu}/u.test(words)
}

/** Some regulations set a title in capitals, alone on its lines, above a pasal; no sentence is open before it. */
function titleStart(stretch: string): number {
  const found = /(?:^|[.;:"”] ?\n)((?:\s*\p{Lu}[\p{Lu} ,/()&-]{3,90}\n){1,3})\s*$/u.exec(stretch.slice(-400))
  if (!found?.[1] || /REPUBLIK INDONESIA|^\s*\S{1,5}\s*$/.test(found[1])) return stretch.length
  return Math.max(0, stretch.length - 400) + found.index + found[0].indexOf(found[1])
}

function sectionOf(mark: RegExpExecArray, rest: string): Section {
  const [, bab, chapter, , part, , paragraph] = mark
  const title = oneLine(rest)
  if (bab) return { level: LEVELS.BAB, number: `BAB ${(chapter ?? '').replace(/[l1]/g, 'I')}`, title }
  if (part) return { level: LEVELS.BAGIAN, number: `Bagian ${capitalized(part.toLowerCase())}`, title }
  return { level: LEVELS.PARAGRAF, number: `Paragraf ${paragraph}`, title }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const SMALL = new Set(
  'dan atau di ke dari dengan untuk pada yang dalam bagi tentang atas terhadap oleh serta sebagai antara'.split(
    ' ',
  ),
)
const ABBREVIATIONS = new Set(
  'PNS PPPK ASN CPNS TNI POLRI DPR DPRD DPD MPR BKN APBN APBD KPK SKP RI BUMN BUMD BPK SPBE KTP JKK JKM'.split(
    ' ',
  ),
)

/** A title in capitals as one reads it in a line; any other title stays as it is. */
function inTitleCase(title: string): string {
  if (/\p{Ll}/u.test(title)) return title
  return title
    .split(' ')
    .map((word, i) =>
      ABBREVIATIONS.has(word)
        ? word
        : i > 0 && SMALL.has(word.toLowerCase())
          ? word.toLowerCase()
          : capitalized(word.toLowerCase()),
    )
    .join(' ')
}

function capitalized(words: string): string {
  return words.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase())
}
