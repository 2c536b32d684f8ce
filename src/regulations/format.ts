/** A file somebody gave us, as it came. */
export interface RegulationFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a file says, and what its reader doubts. */
export interface Reading {
  /** Lines in reading order, pages separated by form feeds; free of control and invisible characters. */
  readonly text: string
  /** How many pages the file has; undefined where the format has none. */
  readonly pages: number | undefined
  /** How many of them gave text. */
  readonly read: number | undefined
  /** What it was read as: "PDF", "PDF pindaian (OCR)", "DOCX", "HTML", "teks". */
  readonly format: string
  /** What the reader is unsure of, in Indonesian, for whoever gave the file. */
  readonly warnings: readonly string[]
}

/** How a file is to be read. */
export interface ReadingOptions {
  /** Told after each page of a PDF, also while it is recognized from its picture. */
  onPage?(done: number, of: number): void
  /** Ends the reading, and every program started for it, with the signal's reason. */
  readonly signal?: AbortSignal
  /** Recognizes pages that are pictures; what the machine has installed where it is not given. */
  readonly recognizer?: Recognizer
}

/** A page as a program recognized it from its picture. */
export interface RecognizedPage {
  readonly lines: readonly string[]
  /** How sure the program is of the words, 0 to 100, on average over their letters. */
  readonly confidence: number
}

/** What turns pictures of pages into text. */
export interface Recognizer {
  /** Undefined where it can work; else what is missing and how to get it, in Indonesian. */
  missing(): Promise<string | undefined>
  /** The words of a picture (a binary PGM, gray, 8 bits); throws `Unreadable`. */
  recognize(picture: Uint8Array, signal?: AbortSignal): Promise<RecognizedPage>
}
