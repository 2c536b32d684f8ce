import { type Api, InputFile } from 'grammy'
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { Files } from '../../chat/channel.ts'
import type { KeptFile } from '../../chat/message.ts'
import { Unreadable } from '../../errors.ts'
import { isRefused } from './refusals.ts'

/** In UTF-16 units, after entities are read. */
export const LONGEST_CAPTION = 1_024

// core.telegram.org/bots/api#sending-files
const LARGEST_PHOTO = 10 * 1024 * 1024
const LARGEST_DOCUMENT = 50 * 1024 * 1024
const PHOTOS = ['image/jpeg', 'image/png', 'image/webp']

interface Options {
  readonly message_thread_id?: number
  readonly reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
}

type Way = (chat: number) => Promise<{ readonly message_id: number }>

/**
 * Sends kept files, photos as photos and everything else as documents, with a caption of HTML. Resolves to
 * nothing where the file is gone, too large, or refused in every way: then it has to be told in words.
 */
export function createAttachments(api: Api, files: Files | undefined) {
  return async (
    file: KeptFile,
    caption: string,
    options: Options,
    firstTaken: (ways: readonly Way[]) => Promise<number>,
  ): Promise<number | undefined> => {
    const bytes = await bytesOf(file, files)
    if (bytes === undefined) return undefined
    const input = (): InputFile => new InputFile(bytes, file.name)
    const told = { ...options, ...(caption !== '' && { caption, parse_mode: 'HTML' as const }) }
    const isPhoto = PHOTOS.includes(file.mime) && bytes.length <= LARGEST_PHOTO
    try {
      return await firstTaken([
        ...(isPhoto ? [(chat: number) => api.sendPhoto(chat, input(), told)] : []),
        (chat) => api.sendDocument(chat, input(), told),
      ])
    } catch (error) {
      if (isRefused(error)) return undefined
      throw error
    }
  }
}

async function bytesOf(file: KeptFile, files: Files | undefined): Promise<Uint8Array | undefined> {
  if (files === undefined || file.size > LARGEST_DOCUMENT) return undefined
  try {
    const bytes = await files.read(file.hash)
    return bytes.length > 0 && bytes.length <= LARGEST_DOCUMENT ? bytes : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}
