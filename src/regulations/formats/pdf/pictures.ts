import { getResolvedPDFJS } from 'unpdf'
import { Unreadable } from '../../../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Page } from './document.ts'
import { pgmOf } from './gray.ts'

/** What a page with few words or none shows: a picture of a page, nothing at all, or just those few words. */
export type Shown = 'picture' | 'nothing' | 'words'

type Matrix = readonly [number, number, number, number, number, number]

const MANY_STROKES = 40

/** Whether a page with hardly any words is a picture of more; decodes its pictures, so it takes a while. */
export async function whatIsShown(page: Page, words: boolean): Promise<Shown> {
  const { images, strokes, frame } = await drawnOn(page)
  const [left = 0, bottom = 0, right = 1, top = 1] = page.view
  const most = 0.4 * Math.abs((right - left) * (top - bottom))
  if (images.reduce((sum, { area }) => sum + area, 0) > most) return 'picture'
  if (words) return 'words'
  // A picture beyond the limit is not drawn; the frame it would have filled is still there.
  if (frame > most) return 'picture'
  return strokes > MANY_STROKES || images.length > 0 ? 'picture' : 'nothing'
}

/**
 * The largest picture on a page as a binary PGM (gray, 8 bits), turned as the page is; undefined where the page
 * has none. Throws `Unreadable` where it is too large or packed in a way that cannot be unpacked here.
 */
export async function pictureOf(page: Page): Promise<Uint8Array | undefined> {
  const { images } = await drawnOn(page)
  const largest = images.toSorted((a, b) => b.area - a.area)[0]
  if (!largest) return undefined
  const { width = 0, height = 0, data } = (await objectOf(page, largest.key)) ?? {}
  if (!data || width * height === 0)
    throw new Unreadable(
      'gambarnya terlalu besar, atau cara pemampatannya hanya dikenal poppler (apt-get install poppler-utils)',
    )
  if (width * height > LIMITS.picturePixels) throw new Unreadable('gambarnya terlalu besar')
  return pgmOf({ width, height, data }, page.rotate)
}

interface Drawn {
  readonly images: readonly { readonly key: string; readonly area: number }[]
  readonly strokes: number
  /** The largest stretch of the page that something was scaled to. */
  readonly frame: number
}

async function drawnOn(page: Page): Promise<Drawn> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const images: { key: string; area: number }[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let strokes = 0
  let frame = 0
  for (const [i, op] of fnArray.entries()) {
    // Which arguments an operator has is known only by which one it is.
    const args = argsArray[i] as readonly unknown[] | null
    if (op === OPS.save) stack.push(matrix)
    else if (op === OPS.restore || op === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (op === OPS.transform) {
      matrix = within(matrix, args)
      frame = Math.max(frame, areaOf(matrix))
    } else if (op === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      matrix = within(matrix, args?.[0])
    } else if (op === OPS.constructPath) strokes++
    else if (PAINTED.some((name) => OPS[name] === op))
      images.push({
        key: typeof args?.[0] === 'string' ? args[0] : '',
        area: areaOf(matrix),
      })
  }
  return { images, strokes, frame }
}

const PAINTED = [
  'paintImageXObject',
  'paintImageMaskXObject',
  'paintInlineImageXObject',
  'paintSolidColorImageMask',
] as const

function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c)
}

function within([a, b, c, d, e, f]: Matrix, inner: unknown): Matrix {
  const n = inner as ArrayLike<number> | null | undefined
  if (!n || n.length < 6) return [a, b, c, d, e, f]
  const [g, h, i, j, k, l] = [n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1, n[4] ?? 0, n[5] ?? 0]
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

interface Decoded {
  readonly width?: number
  readonly height?: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

function objectOf(page: Page, key: string): Promise<Decoded | null> {
  if (key === '') return Promise.resolve(null)
  const objects = key.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => objects.get(key, resolve))
}
