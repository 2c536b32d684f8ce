/** The n-th number of a list as Word and HTML name its kind: "4", "iv", "d"; n from 1. */
export function numbered(n: number, kind: string): string {
  switch (kind) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
    case 'lowerLetter':
      return letters(n)
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
    case 'upperLetter':
      return letters(n).toUpperCase()
    case 'i':
    case 'lower-roman':
    case 'lowerRoman':
      return roman(n)
    case 'I':
    case 'upper-roman':
    case 'upperRoman':
      return roman(n).toUpperCase()
    case 'decimalZero':
    case 'decimal-leading-zero':
      return `${n}`.padStart(2, '0')
    default:
      return `${n}`
  }
}

/** a … z, then aa, bb, … as Word and regulations count on. */
function letters(n: number): string {
  if (n < 1 || n > 26 * 30) return `${n}`
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function roman(n: number): string {
  if (n < 1 || n > 3999) return `${n}`
  let rest = n
  return ROMAN.map(([sign, value]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return sign.repeat(times)
  }).join('')
}
