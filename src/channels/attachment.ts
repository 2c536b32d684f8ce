import type { KeptFile } from '../chat/message.ts'
import { showNumber } from '../indonesian/numbers.ts'

const UNITS = ['B', 'kB', 'MB'] as const

/** A file as people read of it: "foto.jpg (1,2 MB)". */
export function attachmentLabel({ name, size }: Pick<KeptFile, 'name' | 'size'>): string {
  return `${name} (${sizeLabel(size)})`
}

/** A number of bytes as people read it, with at most one figure behind the comma. */
export function sizeLabel(bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = bytes / 1_000 ** step
  return `${showNumber(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))} ${UNITS[step]}`
}
