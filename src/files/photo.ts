import { Refusal } from '../errors.ts'
import { KINDS } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { recognize } from './recognize.ts'
import { texts } from './texts.ts'

/** How much of a photo is given up for its size; at this nobody sees it on a telephone. */
const QUALITY = 75

/**
 * A photo as a JPEG of at most 1,600 pixels a side, turned the right way up, of which only the picture is left: no place,
 * time, device, name or preview that a camera wrote into it. Throws `Refusal` for what is no photo, is broken or has more
 * pixels than anybody needs.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Uint8Array> {
  const t = texts.id
  const kind = await recognize(bytes)
  if (kind === KINDS.heic) throw new Refusal(t.heic)
  if (kind.family !== 'photo') throw new Refusal(t.onlyPhotos)
  const { default: sharp } = await import('sharp') // loaded when the first photo comes
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > LIMITS.pixels) throw new Refusal(t.hugePhoto)
    return await sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: LIMITS.side, height: LIMITS.side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw Object.assign(new Refusal(t.badPhoto), { cause: error }) // sharp has one kind of error for all that is wrong with a file
  }
}
