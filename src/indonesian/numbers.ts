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
/** What a digit before it becomes: "lima belas" is 10 more, the others are times as many. */
const PLACES: Readonly<Record<string, number>> = { belas: 0, puluh: 10, ratus: 100 }
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
  const plain = text
    .toLowerCase()
    .trim()
    .replace(/(?<![.,!])[.,!]+$/, '')
    .replace(/\brp\.?(?=\s*\d)/g, '')
    .replace(/,-+/g, '')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/(?<=\d)\s*%$/, '')
    .trim()
  const words = plain.replace(/^(?:minus\s|[-+])\s*/, '').split(/\s+/)
  const value = digitsThenScale(words) ?? inWords(words)
  return value !== undefined && value > 0 && /^(?:minus|-)/.test(plain) ? -value : value
}

function digitsThenScale([first, scale, ...rest]: readonly string[]): number | undefined {
  const value = digits(first ?? '')
  if (value === undefined || rest.length > 0) return undefined
  if (scale === undefined) return value
  const factor = own(SCALES, scale)
  return factor === undefined ? undefined : value * factor
}

/** Dots group thousands and a comma starts decimals; a lone dot that groups nothing ("1.5") is a decimal point. */
function digits(word: string): number | undefined {
  if (/^[1-9]\d{0,2}(\.\d{3}){1,5}(,\d{1,15})?$/.test(word))
    return Number(word.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,15}([.,]\d{1,15})?$/.test(word)) return Number(word.replace(',', '.'))
  return undefined
}

/** Each part must be smaller than the one before it: "dua tiga" and "lima ribu juta" are no numbers. */
function inWords(words: readonly string[]): number | undefined {
  let total = 0
  let group = 0
  let digit: number | undefined
  let room = Infinity
  let largest = Infinity
  for (const word of words.flatMap(withoutSe)) {
    const read = own(DIGITS, word)
    const place = own(PLACES, word)
    const scale = own(SCALES, word)
    const amount = digit && place !== undefined ? (place === 0 ? digit + 10 : digit * place) : undefined
    const whole = group + (digit ?? 0)
    if (read !== undefined && digit === undefined && read < room) digit = read
    else if (place !== undefined && amount !== undefined && amount < room)
      [group, digit, room] = [group + amount, undefined, place]
    else if (word === 'setengah' && total === 0 && room >= 0)
      [group, digit, room] = [whole + 0.5, undefined, -1]
    else if (scale !== undefined && scale < largest && whole > 0)
      [total, group, digit, room, largest] = [total + whole * scale, 0, undefined, Infinity, scale]
    else return undefined
  }
  return total + group + (digit ?? 0)
}

/** "seratus" is "satu ratus", "sejuta" is "satu juta". */
function withoutSe(word: string): readonly string[] {
  const rest = word.startsWith('se') ? word.slice(2) : ''
  return Object.hasOwn(PLACES, rest) || (rest.length > 2 && Object.hasOwn(SCALES, rest))
    ? ['satu', rest]
    : [word]
}

function own(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** A number as Indonesians write it: 1.250.000,5. */
export function showNumber(value: number): string {
  return value.toLocaleString('id-ID', { maximumFractionDigits: 6 })
}
