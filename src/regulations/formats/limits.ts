/** What a file may ask of the machine; beyond it the file is refused with a sentence that names the limit. */
export const LIMITS = {
  /** Bytes of a file; look at its size before reading it. */
  bytes: 100 * 1024 * 1024,
  /** Bytes of a text or an HTML page. */
  plainBytes: 20 * 1024 * 1024,
  pdfPages: 3000,
  /** Pages of one file that are recognized from their pictures. */
  scannedPages: 600,
  /** Pixels of one picture in a file; a sheet of A3 at 600 dots an inch has 70 million. */
  picturePixels: 80_000_000,
  /** Pixels of the picture a page is recognized from. */
  pagePixels: 25_000_000,
  /** Seconds for the text of a file, without recognition. */
  readingSeconds: 180,
  /** Seconds for the picture of a page, and again for its recognition. */
  pageSeconds: 90,
  /** Seconds for the recognition of a whole file. */
  recognitionSeconds: 3600,
  /** Megabytes the thread of a reader may fill with its own values, and the process grow by meanwhile. */
  threadMegabytes: 512,
  processMegabytes: 1024,
  archiveEntries: 5000,
  /** Bytes an archive may hold when unpacked, and one part of it that is read. */
  archiveBytes: 500 * 1024 * 1024,
  partBytes: 64 * 1024 * 1024,
  /** How many times smaller than its content a packed part of more than a megabyte may be. */
  archiveRatio: 200,
} as const
