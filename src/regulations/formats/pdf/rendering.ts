import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Unreadable } from '../../../errors.ts'
import { LIMITS } from '../limits.ts'
import { run } from '../programs.ts'
import { inThread } from '../thread.ts'
import type { PageText } from './pages.ts'

type Size = Pick<PageText, 'width' | 'height'>

/** Makes a picture of a page (binary PGM, gray), or undefined where there is nothing to see; throws `Unreadable`. */
export type Render = (number: number, page: Size) => Promise<Uint8Array | undefined>

const DOTS_AN_INCH = 300
const POINTS_AN_INCH = 72

/** Lends a way to make pictures of a PDF's pages: poppler's where the machine has it, else the largest picture on each. */
export async function withPictures<T>(
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
  use: (render: Render) => Promise<T>,
): Promise<T> {
  const installed = await run('pdftoppm', ['-v'], { seconds: 20, signal }).catch(() => undefined)
  signal?.throwIfAborted()
  if (!installed)
    return use((page) => inThread({ kind: 'picture', bytes, page }, { seconds: LIMITS.pageSeconds, signal }))
  const folder = await mkdtemp(join(tmpdir(), 'abdi-pdf-'))
  try {
    const path = join(folder, 'file.pdf')
    await writeFile(path, bytes, { mode: 0o600 })
    const large = await pagesWithLargePictures(path, signal)
    return await use(async (number, page) => {
      if (large === undefined) throw new Unreadable('gambarnya tidak bisa dibuka')
      if (large.has(number)) throw new Unreadable('gambarnya terlalu besar')
      const picture = await printed(path, number, page, signal)
      return isBlank(picture) ? undefined : picture
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function printed(
  path: string,
  number: number,
  { width, height }: Size,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const inches = (width / POINTS_AN_INCH) * (height / POINTS_AN_INCH)
  const dots = Math.floor(Math.min(DOTS_AN_INCH, Math.sqrt(LIMITS.pagePixels / Math.max(inches, 1))))
  const page = ['-f', `${number}`, '-l', `${number}`, '-singlefile']
  const { output } = await run('pdftoppm', ['-q', '-gray', '-r', `${dots}`, ...page, path], {
    seconds: LIMITS.pageSeconds,
    signal,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw signal.reason
    throw Object.assign(new Unreadable('gambarnya tidak bisa dibuka'), { cause: error })
  })
  return output
}

/** What a picture says of its size is looked at before anything unpacks it; undefined where that fails. */
async function pagesWithLargePictures(
  path: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<number> | undefined> {
  const listed = await run('pdfimages', ['-list', path], { seconds: LIMITS.pageSeconds, signal }).catch(
    () => undefined,
  )
  signal?.throwIfAborted()
  if (!listed) return undefined
  const rows = listed.output.toString('latin1').matchAll(/^ *(\d+) +\d+ +\w+ +(\d+) +(\d+) /gm)
  return new Set(
    [...rows]
      .filter(([, , width, height]) => Number(width) * Number(height) > LIMITS.picturePixels)
      .map(([, page]) => Number(page)),
  )
}

const HEADER = 20

function isBlank(picture: Uint8Array): boolean {
  const first = picture.at(-1)
  return picture.subarray(HEADER).every((gray) => gray === first)
}
