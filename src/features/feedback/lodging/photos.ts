import type { Turn } from '../../../chat/feature.ts'
import type { FileContent } from '../../../chat/message.ts'
import { Refusal } from '../../../errors.ts'
import type { Keeping as Files } from '../../../files.ts'
import { MOST_PHOTOS, type PhotoStore } from '../tickets/photo-store.ts'
import { texts } from './texts.ts'

/** What taking a photo needs. */
export interface Photographing {
  readonly files: Pick<Files, 'photo' | 'letGo' | 'objection'>
  readonly photos: Pick<PhotoStore, 'addPhoto' | 'hasPhoto'>
}

/**
 * Keeps a photo with a ticket, without what a camera wrote into it, and forgets how it came. Resolves to what speaks
 * against it, in words for whoever sent it; the ticket stays as it is.
 */
export async function takePhoto(
  { files, photos }: Photographing,
  turn: Turn,
  number: string,
  content: FileContent,
): Promise<string | undefined> {
  const { message, person } = turn
  try {
    const isKept = await photos.hasPhoto(message.id)
    if (!isKept && !(await photos.addPhoto(number, message.id, await files.photo(content, turn))))
      return texts[person.language].enoughPhotos(MOST_PHOTOS)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  await files.letGo(content, turn)
  return undefined
}
