import { readLetters, readNumeral } from './numerals.ts'

/** What a number counts; those with a bracket lie deeper. */
export type Kind = 'ayat' | 'huruf' | 'angka' | 'huruf)' | 'angka)'

/** A number that may open a clause. */
export interface Mark {
  readonly at: number
  readonly end: number
  readonly kind: Kind
  readonly value: number
  readonly label: string
  /** At the start of a line; else in the middle, after the end of a sentence or an entry. */
  readonly opens: boolean
  readonly slip: boolean
}

const MARKS =
  /(?<=^|[\s"“”'‘(])(?:[({l|] ?(\d{1,3}|(?<=\( ?)[lIOoSsti\d]{1,3})([a-z])? ?([)\]}1lt])|(\d{1,3}|[\dlIO]{2,3}|[lI]) ?([.)]|(?<=\d)[lt](?= ))(?= |\n|\p{Lu}|$)|([a-z]|([a-z])\7) ?([.)])(?= |\n|$))/gu

/** The numbers of a pasal that stand where a clause may begin, in order; which do open one is for the sequence to say. */
export function* marksOf(text: string): Generator<Mark> {
  let previous = -1
  for (const match of text.matchAll(MARKS)) {
    const [whole, ayat, inserted, closing, number, dot, letter, , stop] = match
    const at = match.index
    const before = text.slice(Math.max(0, at - 40), at)
    // "(1) a. …": a list may begin at once after the number it belongs to.
    const nested = previous >= 0 && text.slice(previous, at).trim() === ''
    const opens = nested || /(?:^|\n) *["“”'‘]? *$/.test(before)
    const said = before.trimEnd()
    if (!opens && !/[.;:"”]$|[;,.] ?(?:dan|atau|dan ?\/ ?atau)$/.test(said)) continue
    if (/(?:^|[\s(])(?:ayat|huruf|angka|nomor|pasal|ayat \(\d+\) (?:dan|atau))$/i.test(said)) continue
    previous = at + whole.length
    const place = { at, end: at + whole.length, opens }
    if (ayat !== undefined) {
      const read = readNumeral(ayat)
      if (read === undefined) continue
      const label = `${read.value}${inserted ?? ''}`
      yield {
        ...place,
        kind: 'ayat',
        value: read.value * 32 + (inserted ? inserted.charCodeAt(0) - 96 : 0),
        label,
        slip: read.slip || closing !== ')',
      }
    } else if (number !== undefined) {
      const read = readNumeral(number)
      const huruf = (at: number) => ({
        ...place,
        kind: 'huruf' as const,
        value: at,
        label: number,
        slip: true,
      })
      if (/^[lI]$/.test(number) && dot === '.') yield huruf(12)
      if (read)
        yield {
          ...place,
          kind: dot === '.' ? 'angka' : 'angka)',
          value: read.value,
          label: `${read.value}`,
          slip: read.slip || /[lt]/.test(dot ?? ''),
        }
      if (/^[1I]$/.test(number) && dot === '.') {
        yield huruf(9)
        yield huruf(12)
      }
    } else if (letter !== undefined)
      yield {
        ...place,
        kind: stop === ')' ? 'huruf)' : 'huruf',
        value: readLetters(letter) ?? 0,
        label: letter,
        slip: false,
      }
  }
}
