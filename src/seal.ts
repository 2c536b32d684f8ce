import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Unreadable } from './errors.ts'

/** Hides what must not lead to a person, with a key that is kept apart from the database. */
export interface Seal {
  /** The text for nobody without the key (AES-256-GCM, base64url); each time another. */
  close(text: string): string
  /** What was closed. Throws `Unreadable` where the key is another, or something was changed. */
  open(sealed: string): string
  /** A digest nobody can make without the key; that of one text is the same each time, for each purpose another. */
  digest(purpose: string, text: string): string
}

const CIPHER = 'aes-256-gcm'
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16] as const

/** A seal by a secret of any length; without one by a key that ends with the process. */
export function createSeal(secret: string | Uint8Array = randomBytes(KEY_BYTES)): Seal {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', use, KEY_BYTES))
  const [closing, digesting] = [keyFor('abdi seal'), keyFor('abdi digest')]
  return {
    close(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, closing, nonce)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
    },

    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, rest] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)]
      try {
        const decipher = createDecipheriv(CIPHER, closing, nonce, { authTagLength: TAG_BYTES })
        decipher.setAuthTag(rest.subarray(0, TAG_BYTES))
        return decipher.update(rest.subarray(TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw Object.assign(new Unreadable('sealed with another key, or changed since'), { cause })
      }
    },

    digest: (purpose, text) =>
      createHmac('sha256', digesting).update(purpose).update('\0').update(text).digest('base64url'),
  }
}
