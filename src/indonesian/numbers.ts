const DIGITS: Readonly<Record<string, number>> = {
  nol: 0,
  kosong: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
}
const WHOLES: Readonly<Record<string, number>> = { sepuluh: 10, sebelas: 11, seratus: 100, seribu: 1_000 }
const SCALES: Readonly<Record<string, number>> = {
  ribu: 1e3,
  rb: 1e3,
  k: 1e3,
  juta: 1e6,
  jt: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  m: 1e9,
  triliun: 1e12,
}

/**
 * The number an Indonesian wrote, as digits ("1.500", "1,5", "Rp 2.000.000,-", "3 juta") or in words
 * ("dua puluh lima", "seratus", "satu setengah"); undefined when the text is no number.
 */
export function readNumber(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .replace(/\brp\.?(?=\s*\d)/g, '')
    .replace(/,-+/g, '')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/(?<=\d)\s*%$/, '')
    .trim()
    .split(/\s+/)
  const sign = words[0] === 'minus' || words[0] === '-' ? -1 : 1
  if (sign < 0) words.shift()
  const value = digitsThenScale(words) ?? inWords(words)
  return value === undefined ? undefined : sign * value
}

function digitsThenScale([first, scale, ...rest]: readonly string[]): number | undefined {
  const value = digits(first ?? '')
  if (value === undefined || rest.length > 0) return undefined
  if (scale === undefined) return value
  const factor = Object.hasOwn(SCALES, scale) ? SCALES[scale] : undefined
  return factor === undefined ? undefined : value * factor
}

/** Dots group thousands and a comma starts decimals; a lone dot that groups nothing ("1.5") is a decimal point. */
function digits(word: string): number | undefined {
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(word)) return Number(word.replaceAll('.', '').replace(',', '.'))
  if (/^[+-]?\d{1,15}([.,]\d{1,15})?$/.test(word)) return Number(word.replace(',', '.'))
  return undefined
}

function inWords(words: readonly string[]): number | undefined {
  let total = 0
  let group = 0
  let pending = 0
  let read = false
  for (const word of words) {
    const digit = own(DIGITS, word)
    const whole = own(WHOLES, word)
    const scale = own(SCALES, word)
    if (digit !== undefined) pending = digit
    else if (whole !== undefined) group += whole
    else if (word === 'setengah') pending += 0.5
    else if (word === 'belas' && pending > 0) [group, pending] = [group + 10 + pending, 0]
    else if (word === 'puluh' && pending > 0) [group, pending] = [group + pending * 10, 0]
    else if (word === 'ratus' && pending > 0) [group, pending] = [group + pending * 100, 0]
    else if (scale !== undefined && group + pending > 0)
      [total, group, pending] = [total + (group + pending) * scale, 0, 0]
    else return undefined
    read = true
  }
  return read ? total + group + pending : undefined
}

function own(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** A number as Indonesians write it: 1.250.000,5. */
export function showNumber(value: number): string {
  return value.toLocaleString('id-ID', { maximumFractionDigits: 6 })
}
