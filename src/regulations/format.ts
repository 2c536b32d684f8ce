/** A file somebody gave us, as it came. */
export interface RegulationFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A way regulations come as files. It turns a file into lines of text; what they mean is `readStructure`'s. */
export interface RegulationFormat {
  readonly name: string
  /** True when the file is of this format, by its first bytes or its name; never throws. */
  matches(file: RegulationFile): boolean
  /** The text, its lines in reading order, pages separated by form feeds. Throws `Unreadable`, saying why. */
  read(file: RegulationFile): Promise<string>
}
