import { encode } from 'uqr'

/** A code as squares, dark where true, without a margin. */
export type Squares = readonly (readonly boolean[])[]

/** Squares that stay light around a code, so that it can be read (ISO/IEC 18004). */
const QUIET = 4
/** Pixels a square is wide: even on a poor printer each stays one. */
const PIXELS = 12

/** A link as a code that can still be read with a quarter of it worn off. */
export function squaresOf(link: string): Squares {
  return encode(link, { ecc: 'Q', border: 0 }).data
}

/** The box of a drawing that has a code with its margin, as SVG says it. */
export function boxOf(squares: Squares): string {
  const size = squares.length + 2 * QUIET
  return `viewBox="${-QUIET} ${-QUIET} ${size} ${size}"`
}

/** The dark squares as one path; those side by side are one piece, so that no light line shows between them on paper. */
export function pathOf(squares: Squares): string {
  const pieces = squares.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return `<path d="${pieces.join('')}"/>`
}

/** A link as a PNG of its code, to be put into a leaflet or shown on a screen. */
export async function codePicture(link: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const squares = squaresOf(link)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${boxOf(squares)} shape-rendering="crispEdges">${pathOf(squares)}</svg>`
  const fitTo = { mode: 'width', value: (squares.length + 2 * QUIET) * PIXELS } as const
  return new Resvg(svg, { fitTo, background: 'white' }).render().asPng()
}
