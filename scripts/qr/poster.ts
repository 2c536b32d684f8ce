/** A code as squares, dark where true, without a margin. */
export type Squares = readonly (readonly boolean[])[]

/** What stands on a poster. */
export interface Poster {
  readonly squares: Squares
  readonly title: string
  readonly organization: string
  readonly link: string
}

// A4 in millimetres.
const WIDTH = 210
const HEIGHT = 297
const CODE = 130
/** Squares that stay light around a code, so that it can be read (ISO/IEC 18004). */
const QUIET = 4
const LONGEST_LINE = 24
const MOST_LINES = 3

/** A page to print and put on a counter: what it is for, the code, how to use it, and the link in words. */
export function poster({ squares, title, organization, link }: Poster): string {
  const lines = wrapped(title).slice(0, MOST_LINES)
  const top = 48 + lines.length * 13
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
<svg x="${(WIDTH - CODE) / 2}" y="${top}" width="${CODE}" height="${CODE}" ${box(squares)} shape-rendering="crispEdges">${path(squares)}</svg>
${steps.map((step, i) => text(top + CODE + 14 + i * 9, 6, step)).join('\n')}
${text(top + CODE + 46, 5.5, 'Tanpa kamera: buka tautan ini di ponsel', 'fill="#444"')}
${text(top + CODE + 55, link.length > 56 ? 4 : 6, link, 'font-weight="700"')}
</svg>
`
}

function box(squares: Squares): string {
  const size = squares.length + 2 * QUIET
  return `viewBox="${-QUIET} ${-QUIET} ${size} ${size}"`
}

function path(squares: Squares): string {
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return `<path d="${dark.join('')}"/>`
}

function text(y: number, size: number, words: string, more = ''): string {
  return `<text x="${WIDTH / 2}" y="${y}" font-size="${size}"${more && ` ${more}`}>${escaped(words)}</text>`
}

function wrapped(words: string): readonly string[] {
  const lines: string[] = []
  for (const word of words.trim().split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= LONGEST_LINE)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
}
