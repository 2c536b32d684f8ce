const MEGABYTE = 1024 * 1024

/** What a file may ask of us; beyond it the file is refused. */
export const LIMITS = {
  /** Bytes of a file. */
  bytes: 20 * MEGABYTE,
  /** Bytes of all files together that were sent in and that no form has taken. */
  waitingBytes: 1024 * MEGABYTE,
  /** Days such a file waits. */
  waitingDays: 1,
  /** Parts of a Word or Excel file. */
  parts: 5_000,
  /** Bytes that all parts hold when unpacked, and its table of contents by itself. */
  unpackedBytes: 200 * MEGABYTE,
  contentsBytes: MEGABYTE,
  /** How many times smaller than its content a packed part of more than a megabyte may be. */
  ratio: 200,
  /** Pixels of a photo that is read, and the longer side of what is made of it. */
  pixels: 100_000_000,
  side: 1_600,
  /** Characters of a name. */
  name: 100,
} as const
