const HEADER = 'PRESIDENREPUBLIKINDONESIA'

/** Takes running headers and stamps out of the middle of a line, where a machine joined the pages. */
export function withoutStamps(text: string): string {
  let kept = ''
  let from = 0
  for (const match of text.matchAll(/(?<![A-Za-z])P ?[RF][A-Z]? ?[A-Z]/g)) {
    if (match.index < from) continue
    const length = headerLength(text.slice(match.index, match.index + 60))
    if (length === 0) continue
    kept += text.slice(from, match.index)
    from = match.index + length
  }
  return (kept + text.slice(from)).replace(/\bSK No\.? ?\d{6} ?[A-Z]?(?![\w])/g, ' ')
}

/** How much of the window is "PRESIDEN REPUBLIK INDONESIA" as readers garble it, with a page number after it. */
function headerLength(window: string): number {
  const capitals = /^[A-Z0-9!|\\/()[\]l ]+/.exec(window.replace(/\n(?=REPUBLI)/, ' '))?.[0] ?? ''
  let best = { length: 0, slips: 5 }
  for (let end = 18; end <= capitals.length; end++) {
    if (end < capitals.length && capitals[end] !== ' ') continue
    const letters = capitals.slice(0, end).replace(/ /g, '')
    const slips =
      Math.abs(letters.length - HEADER.length) < best.slips ? distance(letters, HEADER) : best.slips
    if (slips < best.slips) best = { length: end, slips }
  }
  if (best.length === 0) return 0
  const number =
    /^,?\s*[-–—] ?\d(?: ?\d){0,3} ?[-–—](?=\s|$)/.exec(window.slice(best.length))?.[0] ??
    (window[best.length] === ',' ? ',' : '')
  return best.length + number.length
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * A stamp ("SK No 106165 A") between two pages that a reader garbled beyond recognition: after the end of a
 * sentence or an entry, before the next number or the end of the line, some tokens none of which is a word,
 * a figure, or part of a formula.
 */
export function withoutGarbledStamps(text: string): string {
  return text.replace(
    /([.;:,](?: dan| atau| dan\/atau)?)[ \n]([^\n]{3,40}?)(?=\n|$| (?:[a-z]|\d{1,2})\. ?\p{L}| \(\d{1,2}\) | \d{1,2}\) )/gu,
    (whole, said: string, run: string) => (isGarble(run) ? said : whole),
  )
}

function isGarble(run: string): boolean {
  const tokens = run.trim().split(' ')
  if (
    tokens.length < 2 ||
    /\p{L}{5}|\p{L}*[aeou]\p{L}*(?<=\p{L}{4})|[=+%×÷]|Rp|Pa|^ ?(?:\p{L}{1,2}|\d{1,3})[.)] ?\p{L}/u.test(run)
  )
    return false
  const garbled = tokens.filter((t) => isGarbled(t) && !/^\(?\w{1,3}[)\]tl1][.,;]?$/.test(t))
  return (
    garbled.length > 1 ||
    garbled.some((t) => /[([][^)\]]*$|^[^([]*[)\]]./.test(t)) ||
    (garbled.length === 1 && /\d{3}/.test(run))
  )
}

function isGarbled(token: string): boolean {
  return (
    token.length > 2 &&
    (/[[\]{}|\\<>]|\p{L}[.'’,;:()]+\p{L}|[(][^)]*$|^[^(]*\)/u.test(token) || /\p{Ll}\d|\d\p{Ll}/u.test(token))
  )
}
