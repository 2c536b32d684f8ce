import { type Kind, type Mark, marksOf } from './marks.ts'
import { writeLetters } from './numerals.ts'

/** The smallest part of a pasal that can be cited. */
export interface Clause {
  readonly ayat?: string
  readonly huruf?: string
  readonly angka?: string
  /** What it says read alone: the words it hangs on ("PNS wajib:") before its own. */
  readonly text: string
  /** Its own words with their number; the words of all clauses, a line each, are the text of the pasal. */
  readonly words: string
}

interface Level {
  readonly kind: Kind
  readonly value: number
  readonly label: string
  readonly lead: string
}

/** What follows a number whose words a reader set elsewhere: another of its kind, or nothing. */
const DETACHED: Readonly<Record<Kind, RegExp>> = {
  ayat: /^\s*(?:$|\([\dlst]{1,2}[)t1l])/,
  huruf: /^\s*(?:$|[a-z]\.(?:\s|$))/,
  angka: /^\s*(?:$|(?:\d{1,2}|[lI])\.(?:\s|$))/,
  'huruf)': /^\s*(?:$|[a-z]\)(?:\s|$))/,
  'angka)': /^\s*(?:$|\d{1,2}\)(?:\s|$))/,
}

/** The clauses of a pasal, in order, by the sequence of their numbers, down to huruf and angka. */
export function readClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let stack: readonly Level[] = []
  let from = 0
  const close = (to: number) => {
    const words = joined(text.slice(from, to))
    if (words !== '' || (clauses.length === 0 && to === text.length)) clauses.push(clauseOf(stack, words))
    from = to
    return words
  }
  let taken = 0
  for (const mark of marksOf(text)) {
    if (mark.at < taken) continue
    const next = enter(stack, mark, text)
    if (next === undefined) continue
    taken = mark.end
    const words = close(mark.at)
    stack = next.depth === stack.length ? [...stack, levelOf(mark, words)] : replaced(stack, next.depth, mark)
  }
  close(text.length)
  return merged(clauses)
}

/** Joins wrapped lines; a hyphen at the end of a line joins without a space. */
export function joined(text: string): string {
  return text
    .replace(/(\p{L})- ?\n+ ?(?=\p{L})/gu, '$1-')
    .replace(/\s+/g, ' ')
    .trim()
}

function levelOf(mark: Mark, lead: string): Level {
  return { kind: mark.kind, value: mark.value, label: mark.label, lead }
}

function replaced(stack: readonly Level[], depth: number, mark: Mark): readonly Level[] {
  return [...stack.slice(0, depth), levelOf(mark, stack[depth]?.lead ?? '')]
}

/** At which depth a number goes on or opens a list; undefined where it is no number of this pasal. */
function enter(stack: readonly Level[], mark: Mark, text: string): { depth: number } | undefined {
  if (DETACHED[mark.kind].test(text.slice(mark.end, mark.end + 12))) return undefined
  if (mark.kind === 'ayat' && !startsSentence(text, mark)) return undefined
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const level = stack[depth]
    if (level?.kind === mark.kind && follows(level, mark)) return { depth }
  }
  const first = mark.kind === 'ayat' ? mark.value === 32 : mark.value === 1
  const innermost = stack.at(-1)?.kind
  if (!first || innermost === mark.kind) return undefined
  if (mark.kind === 'ayat' && stack.length > 0) return undefined
  const open = /:[ .\n]*["“]?$/.test(text.slice(Math.max(0, mark.at - 10), mark.at).trimEnd())
  // After huruf h or k a "1." that no colon announces is the "i." or "l." that is due.
  const last = stack.at(-1)
  if (mark.kind === 'angka' && !open && last?.kind === 'huruf' && (last.value === 8 || last.value === 11))
    return undefined
  return mark.slip && !open && !mark.opens
    ? undefined
    : open || mark.opens
      ? { depth: stack.length }
      : undefined
}

/** The next number; in a line of its own also one further, where the reader lost one. */
function follows(level: Level, mark: Mark): boolean {
  if (mark.kind === 'ayat') {
    const [number, inserted] = [Math.floor(level.value / 32), level.value % 32]
    if (mark.value === level.value + 1 && inserted + 1 < 27) return true
    const step = mark.value / 32 - number
    return step === 1 || (step === 2 && mark.opens && !mark.slip)
  }
  const step = mark.value - level.value
  return step === 1 || (step === 2 && mark.opens && !mark.slip)
}

/** An ayat begins a sentence; "(2) huruf a" at the start of a line goes on with a reference. */
function startsSentence(text: string, mark: Mark): boolean {
  const next = text.slice(mark.end, mark.end + 40).trimStart()
  if (/^(?:huruf|dan|atau|sampai|ayat|serta|,|;|\.)(?![A-Za-z])/.test(next)) return false
  const said = text.slice(Math.max(0, mark.at - 30), mark.at).trimEnd()
  return (
    !/(?<!\p{L})(?:ayat|dan|atau|dengan|dalam|pada|sampai dengan)$/u.test(said) ||
    /[;.] ?(?:dan|atau)$/.test(said)
  )
}

function clauseOf(stack: readonly Level[], words: string): Clause {
  const ayat = stack.find((l) => l.kind === 'ayat')
  const huruf = stack.find((l) => l.kind === 'huruf' || l.kind === 'huruf)')
  const angka = stack.find((l) => l.kind === 'angka' || l.kind === 'angka)')
  const leads = stack.map((l) => l.lead).filter((lead) => lead.endsWith(':'))
  return {
    ...(ayat && { ayat: ayat.label }),
    ...(huruf && { huruf: huruf.kind === 'huruf' ? writeLetters(huruf.value) : huruf.label }),
    ...(angka && { angka: angka.label }),
    text: [...leads, words].join(' '),
    words,
  }
}

/** What lies deeper than a citation reaches stays with the clause it belongs to. */
function merged(clauses: readonly Clause[]): readonly Clause[] {
  const result: Clause[] = []
  for (const clause of clauses) {
    const last = result.at(-1)
    const same =
      last && last.ayat === clause.ayat && last.huruf === clause.huruf && last.angka === clause.angka
    if (!same) result.push(clause)
    else
      result[result.length - 1] = {
        ...last,
        text: `${last.text}\n${clause.words}`,
        words: `${last.words}\n${clause.words}`,
      }
  }
  return result
}
