import { fold } from '../../../indonesian/words.ts'
import type { NamedUnit } from '../query.ts'
import { ABBREVIATIONS, OFFICE_WORDS, SMALL_WORDS } from './abbreviations.ts'
import { inFull } from './words.ts'

/** A unit of the government and the one above it. */
export interface Unit extends NamedUnit {
  readonly parent: string | null
}

/** A unit by the words of its name, as it is looked for. */
export interface KnownUnit {
  readonly unit: Unit
  readonly folded: string
  /** Those that tell it from others, short ones written out. */
  readonly words: ReadonlySet<string>
  /** First letters of its words, small words left out: "bkpsdm". */
  readonly initials: string
  readonly depth: number
}

/** Which unit was meant: one, several it may be, or none with the nearest name where one is near. */
export type Found =
  | { readonly kind: 'one'; readonly unit: NamedUnit }
  | { readonly kind: 'several'; readonly units: readonly NamedUnit[] }
  | { readonly kind: 'none' }

const MOST_CHOICES = 5

/** Prepares the units for being looked for by words. */
export function knownUnits(units: readonly Unit[]): readonly KnownUnit[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const depthOf = (id: string | null, sofar = 0): number =>
    id === null || sofar > 20 ? sofar : depthOf(parents.get(id) ?? null, sofar + 1)
  return units.map((unit) => {
    const folded = inFull(fold(unit.name))
    const initials = fold(unit.name)
      .split(' ')
      .filter((word) => !SMALL_WORDS.has(word))
      .map((word) => word.charAt(0))
      .join('')
    return { unit, folded, words: new Set(writtenOut(folded)), initials, depth: depthOf(unit.parent) }
  })
}

/**
 * The unit that words mean: the one of that name or of these initials, else the one that has all of the words and the
 * fewest besides, a letter's slip forgiven. Of several alike the highest; several of one height are all shown.
 */
export function findUnit(words: string, units: readonly KnownUnit[]): Found {
  const exact = units.filter(({ folded }) => folded === words)
  if (exact.length > 0) return highest(exact)
  const [first = '', ...others] = words.split(' ')
  const called = others.every((word) => SMALL_WORDS.has(word))
  const initialled = first.length > 2 && called ? units.filter(({ initials }) => initials === first) : []
  if (initialled.length > 0) return highest(initialled)
  const asked = writtenOut(words)
  if (asked.length === 0) return { kind: 'none' }
  for (const alike of [isSame, isNear]) {
    const fitting = units.flatMap((known) => {
      const all = asked.every((word) => [...known.words].some((own) => alike(word, own)))
      const besides = [...known.words].filter((own) => !asked.some((word) => alike(word, own)))
      return all ? [{ known, besides: besides.length }] : []
    })
    const fewest = Math.min(...fitting.map(({ besides }) => besides))
    if (fitting.length > 0)
      return highest(fitting.filter(({ besides }) => besides === fewest).map(({ known }) => known))
  }
  return { kind: 'none' }
}

/** True for words that begin as an office's name does, or are a usual short name of one. */
export function namesOffice(words: string, units: readonly KnownUnit[]): boolean {
  const [first = ''] = words.split(' ')
  return (
    OFFICE_WORDS.has(first) ||
    Object.hasOwn(ABBREVIATIONS, first) ||
    (first.length > 2 && units.some(({ initials }) => initials === first))
  )
}

/** The words of a name with short ones written out, those left out that tell nothing. */
function writtenOut(words: string): readonly string[] {
  return words
    .split(' ')
    .flatMap((word) => (Object.hasOwn(ABBREVIATIONS, word) ? (ABBREVIATIONS[word] ?? '').split(' ') : [word]))
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
}

function highest(fitting: readonly KnownUnit[]): Found {
  const top = Math.min(...fitting.map(({ depth }) => depth))
  const units = fitting.filter(({ depth }) => depth === top).map(({ unit: { id, name } }) => ({ id, name }))
  const [only] = units
  if (only !== undefined && units.length === 1) return { kind: 'one', unit: only }
  return units.length > MOST_CHOICES ? { kind: 'none' } : { kind: 'several', units }
}

function isSame(asked: string, own: string): boolean {
  return asked === own
}

/** The same but for one letter, in a word long enough that this is a slip. */
export function isNear(asked: string, own: string): boolean {
  if (asked === own) return true
  if (asked.length < 5 || Math.abs(asked.length - own.length) > 1 || /\d/.test(asked)) return false
  let at = 0
  while (at < asked.length && asked[at] === own[at]) at++
  const [restAsked, restOwn] = [asked.slice(at), own.slice(at)]
  return (
    restAsked.slice(1) === restOwn.slice(1) ||
    restAsked.slice(1) === restOwn ||
    restAsked === restOwn.slice(1) ||
    (restAsked[0] === restOwn[1] && restAsked[1] === restOwn[0] && restAsked.slice(2) === restOwn.slice(2))
  )
}
