/** How an optical reader confuses digits: what stands there, and the digit that was meant. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  I: '1',
  l: '1',
  i: '1',
  L: '1',
  J: '1',
  t: '1',
  f: '1',
  '|': '1',
  '!': '1',
  O: '0',
  o: '0',
  Q: '0',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  T: '7',
  B: '8',
  g: '9',
  q: '9',
}

/** A number as it was read; a slip is one that an optical reader garbled. */
export interface Numeral {
  readonly value: number
  readonly slip: boolean
}

/** Reads "12", and through one reader's slips "1O", "l2" or "1 1"; undefined where no number can be meant. */
export function readNumeral(token: string): Numeral | undefined {
  const bare = token.replace(/\s+/g, '')
  if (/^\d{1,4}$/.test(bare)) return { value: Number(bare), slip: bare !== token }
  const digits = [...bare].map((c) => LOOKALIKES[c] ?? c).join('')
  if (!/^\d{1,4}$/.test(digits)) return undefined
  return { value: Number(digits), slip: true }
}

/** Reads a Roman numeral up to XCIX, in capitals; undefined where the token is none. */
export function readRoman(token: string): number | undefined {
  if (!/^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(token) || token === '') return undefined
  const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  const values = [...token].map((c) => worth[c] ?? 0)
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0)
}

/** The place of a letter in a list: a = 1, z = 26, aa = 27, bb = 28. */
export function readLetters(token: string): number | undefined {
  if (!/^([a-z])\1?$/.test(token)) return undefined
  return token.charCodeAt(0) - 96 + (token.length - 1) * 26
}

/** The inverse of `readLetters`. */
export function writeLetters(place: number): string {
  const letter = String.fromCharCode(97 + ((place - 1) % 26))
  return place > 26 ? letter + letter : letter
}
