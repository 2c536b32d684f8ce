/** Where bytes lie, by the hash they have; what is written stays as it is until it is removed. */
export interface Place {
  /** Whether a file of so many bytes lies there whole. */
  has(hash: string, size: number): Promise<boolean>
  /** All of the bytes or none of them; again changes nothing. */
  write(hash: string, bytes: Uint8Array): Promise<void>
  /** Undefined where there is nothing under that hash, or more than `most` bytes. */
  read(hash: string, most: number): Promise<Uint8Array | undefined>
  /** Does nothing where it is gone already. */
  remove(hash: string): Promise<void>
  /** Throws `Misconfigured` where nothing can be kept; resolves where it is only away for a while. */
  check(): Promise<void>
}

/** The path of a file within its place: `ab/abcdef…`, so that no directory gets too long. */
export function pathOf(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}`
}

/** True for what may be a hash at all; nothing else ever becomes part of a path. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
