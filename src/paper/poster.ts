import { boxOf, pathOf, type Squares } from './code.ts'

/** What stands on a poster. */
export interface Poster {
  readonly squares: Squares
  readonly title: string
  /** What it is about, line by line: a service and its office, or a name, a position and a code. */
  readonly about?: readonly string[]
  readonly organization: string
  readonly link: string
}

// A4 in millimetres.
const WIDTH = 210
const HEIGHT = 297
const CODE = 130
const LONGEST_LINE = 24
const MOST_LINES = 3
const LONGEST_ABOUT = 44
const MOST_ABOUT = 4

/** A page to print and put on a counter: what it is for, the code, how to use it, and the link in words. */
export function poster({ squares, title, about = [], organization, link }: Poster): string {
  const lines = wrapped(title, LONGEST_LINE).slice(0, MOST_LINES)
  const below = about.flatMap((line) => wrapped(line, LONGEST_ABOUT)).slice(0, MOST_ABOUT)
  const under = 42 + lines.length * 13
  const top = under + below.length * 8 + 6
  // with many lines above it the code becomes smaller, so that all stays on the page
  const size = Math.min(CODE, HEIGHT - 72 - top)
  const steps = [
    '1. Buka kamera ponsel, arahkan ke kode ini.',
    '2. Ketuk tautan yang muncul, Telegram akan terbuka.',
    '3. Tekan MULAI.',
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="'Noto Sans', Arial, sans-serif" text-anchor="middle">
<title>${escaped(`${title} – ${link}`)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${text(26, 6.5, organization, 'fill="#444"')}
${lines.map((line, i) => text(44 + i * 13, 12, line, 'font-weight="700"')).join('\n')}
${below.map((line, i) => text(under + 2 + i * 8, 7, line)).join('\n')}
<svg x="${(WIDTH - size) / 2}" y="${top}" width="${size}" height="${size}" ${boxOf(squares)} shape-rendering="crispEdges">${pathOf(squares)}</svg>
${steps.map((step, i) => text(top + size + 14 + i * 9, 6, step)).join('\n')}
${text(top + size + 46, 5.5, 'Tanpa kamera: buka tautan ini di ponsel', 'fill="#444"')}
${text(top + size + 55, link.length > 56 ? 4 : 6, link, 'font-weight="700"')}
</svg>
`
}

function text(y: number, size: number, words: string, more = ''): string {
  return `<text x="${WIDTH / 2}" y="${y}" font-size="${size}"${more && ` ${more}`}>${escaped(words)}</text>`
}

function wrapped(words: string, longest: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.trim().split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
}
