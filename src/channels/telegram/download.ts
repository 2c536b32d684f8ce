import { type Api, GrammyError } from 'grammy'
import { Unreadable } from '../../errors.ts'

const LARGEST_DOWNLOAD = 20 * 1024 * 1024

/** The bytes of a file that somebody sent, by its file_id. Throws `Unreadable`. */
export async function download(api: Api, files: string, ref: string): Promise<Uint8Array> {
  try {
    const { file_path, file_size = 0 } = await api.getFile(ref)
    if (file_size > LARGEST_DOWNLOAD || file_path === undefined) throw new Unreadable('the file is too large')
    const response = await fetch(`${files}/${file_path}`, { signal: AbortSignal.timeout(60_000) })
    if (!response.ok) throw new Unreadable(`Telegram answered ${response.status} for the file`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(error instanceof GrammyError ? error.description : 'Telegram cannot be reached')
  }
}
