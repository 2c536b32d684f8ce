import { Refusal } from '../errors.ts'
import { LIMITS } from './limits.ts'
import { texts } from './texts.ts'

/** A kind of file that is taken; the first extension is the one it gets where its name has none. */
export interface Kind {
  readonly mime: string
  readonly family: 'photo' | 'pdf' | 'docx' | 'xlsx' | 'text'
  readonly extensions: readonly [string, ...string[]]
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Every kind of file that is taken. */
export const KINDS = {
  jpeg: { mime: 'image/jpeg', family: 'photo', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mime: 'image/png', family: 'photo', extensions: ['png'] },
  webp: { mime: 'image/webp', family: 'photo', extensions: ['webp'] },
  heic: { mime: 'image/heic', family: 'photo', extensions: ['heic', 'heif', 'hif'] },
  pdf: { mime: 'application/pdf', family: 'pdf', extensions: ['pdf'] },
  docx: { mime: `${OFFICE}.wordprocessingml.document`, family: 'docx', extensions: ['docx'] },
  xlsx: { mime: `${OFFICE}.spreadsheetml.sheet`, family: 'xlsx', extensions: ['xlsx'] },
  text: { mime: 'text/plain', family: 'text', extensions: ['txt'] },
} as const satisfies Readonly<Record<string, Kind>>

/** A table the bot made: to whoever sees only its bytes it is a text, and from people none is taken under that name. */
export const TABLE: Kind = { mime: 'text/csv', family: 'text', extensions: ['csv'] }

/**
 * The name to keep a file under: one line without a path, without characters that hide its ending, and with the
 * extension of what it is. Throws `Refusal` where the name claims to be something else; among photos it is corrected.
 */
export function nameOf(given: string, kind: Kind): string {
  const plain = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const extension = /\.([a-z][a-z0-9]{0,9})$/i.exec(plain)?.[1] ?? ''
  const stem = extension === '' ? plain : plain.slice(0, -extension.length - 1)
  return `${short(stem.trimEnd()) || texts.id.unnamed}.${ending(extension, kind)}`
}

/** True for an extension of some kind that is taken. */
export function isTaken(extension: string): boolean {
  return Object.values(KINDS).some(({ extensions }: Kind) => extensions.includes(extension.toLowerCase()))
}

function ending(extension: string, { family, extensions }: Kind): string {
  const [usual] = extensions
  if (extension === '') return usual
  if (extensions.includes(extension.toLowerCase())) return extension
  // phones and browsers rename photos without changing them, and whoever sends one cannot see it
  if (family === 'photo' && isTaken(extension) && isPhoto(extension)) return usual
  throw new Refusal(texts.id.mismatch(extension.toLowerCase(), texts.id.kinds[family], usual))
}

function isPhoto(extension: string): boolean {
  return Object.values(KINDS).some(
    ({ family, extensions }: Kind) => family === 'photo' && extensions.includes(extension.toLowerCase()),
  )
}

/** Cut between characters, so that no half of one is left. */
function short(stem: string): string {
  return [...stem].slice(0, LIMITS.name).join('').trimEnd()
}
