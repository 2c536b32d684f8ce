import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Misconfigured } from '../errors.ts'
import { type Place, pathOf } from './place.ts'

/** Keeps files in a directory of this machine that only the bot's own user may enter. */
export function createDirectory(directory: string): Place {
  const at = (hash: string): string => join(directory, pathOf(hash))
  return {
    async has(hash, size) {
      const found = await unlessMissing(stat(at(hash)))
      return found?.isFile() === true && found.size === size
    },

    async write(hash, bytes) {
      const path = at(hash)
      const folder = dirname(path)
      const unfinished = join(folder, `.${randomUUID()}`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        await written(unfinished, 'wx', (file) => file.writeFile(bytes))
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await written(folder, 'r') // the new name outlives a power cut only once its directory is written, too
    },

    async read(hash, most) {
      const file = await unlessMissing(open(at(hash), 'r'))
      if (file === undefined) return undefined
      try {
        const { size } = await file.stat()
        return size > most ? undefined : await file.readFile()
      } finally {
        await file.close()
      }
    },

    remove: (hash) => rm(at(hash), { force: true }),

    async check() {
      try {
        await mkdir(directory, { recursive: true, mode: 0o700 })
        await access(directory, constants.W_OK | constants.X_OK)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        throw new Misconfigured(
          'DATA_DIR',
          `berkas tidak bisa disimpan di ${directory} (${code}). Pilih direktori yang boleh ditulis.`,
        )
      }
    },
  }
}

/** Opens something, works on it, and sees that it has reached the disk. */
async function written(
  path: string,
  flags: string,
  work?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600)
  try {
    await work?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
