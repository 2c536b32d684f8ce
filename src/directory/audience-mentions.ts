import { HEADS, type PlacedUnit, unitsCalled } from './audience-units.ts'
import { usual } from './audience-words.ts'

/** A unit as it was named: those it may be; with `all` every one of them is meant. */
export interface Mention {
  readonly called: string
  readonly units: readonly PlacedUnit[]
  readonly all?: boolean
}

/** Marks units that are named in full, the longest names first. */
export function markUnits(words: string, units: readonly PlacedUnit[], mentions: Mention[]): string {
  const byName = Map.groupBy(units, (unit) => usual(unit.words).join(' '))
  const longest = Math.max(0, ...units.map((unit) => unit.words.length))
  const all = words.trim().split(' ')
  const marked: string[] = []
  for (let at = 0; at < all.length; ) {
    const size = lengths(Math.min(longest, all.length - at)).find((n) =>
      byName.has(all.slice(at, at + n).join(' ')),
    )
    const called = all.slice(at, at + (size ?? 1)).join(' ')
    const isGroup = HEADS.has(called) // "semua puskesmas", also where one unit has no other name
    const found = size === undefined || isGroup ? undefined : byName.get(called)
    marked.push(found === undefined ? called : `<unit:${mentions.push({ called, units: found }) - 1}>`)
    at += size ?? 1
  }
  return ` ${marked.join(' ')} `
}

/** Puts units in the place of what is left, the longest joined by "dan" first; `unknown` is what none is called. */
export function settleUnits(
  tokens: readonly string[],
  units: readonly PlacedUnit[],
  mentions: Mention[],
): { readonly tokens: readonly string[]; readonly unknown?: string } {
  const settled: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? ''
    const group = /^<group:(.+)>$/.exec(token)?.[1]
    if (group !== undefined) {
      const members = units.filter(({ words }) => words[0] === group)
      if (members.length === 0) return { tokens: settled, unknown: group }
      settled.push(`<unit:${mentions.push({ called: group, units: members, all: true }) - 1}>`)
      at++
    } else if (isPlain(token)) {
      const found = longestUnit(tokens.slice(at), units)
      if (found.units.length === 0) return { tokens: settled, unknown: found.called }
      settled.push(`<unit:${mentions.push(found) - 1}>`)
      at += found.size
    } else {
      settled.push(token)
      at++
    }
  }
  return { tokens: settled }
}

/** The units that were named, those "di" another one only as far as they are below it. */
export function narrowed(tokens: readonly string[], mentions: readonly Mention[]): readonly Mention[] {
  const chosen: Mention[] = []
  let joint: 'di' | 'beside' | 'apart' = 'apart'
  for (const token of tokens) {
    const mention = mentions[Number(/^<unit:(\d+)>$/.exec(token)?.[1] ?? -1)]
    if (mention === undefined) {
      joint = token === 'di' && joint !== 'apart' ? 'di' : 'apart'
      continue
    }
    const last = joint === 'apart' ? undefined : chosen.pop()
    const one = last && (below(last, mention) ?? (joint === 'beside' ? below(mention, last) : undefined))
    chosen.push(...(one === undefined ? [...(last === undefined ? [] : [last]), mention] : [one]))
    joint = 'beside'
  }
  return chosen
}

/** The unit that the words from here on name: as many of them as fit one, in whole parts between "dan" and the like. */
function longestUnit(
  tokens: readonly string[],
  units: readonly PlacedUnit[],
): Mention & { readonly size: number } {
  const end = tokens.findIndex((token) => !isPlain(token) && token !== 'dan')
  const run = end < 0 ? tokens : tokens.slice(0, end)
  const ends = lengths(run.length).filter(
    (n) => run[n - 1] !== 'dan' && (n === run.length || run[n] === 'dan'),
  )
  for (const size of ends) {
    const words = run.slice(0, size)
    const found = unitsCalled(words, units)
    if (found.length > 0) return { called: words.join(' '), units: found, size }
  }
  const shortest = ends.at(-1) ?? 1
  return { called: run.slice(0, shortest).join(' '), units: [], size: shortest }
}

/** Those of a mention that are below a unit of another; undefined where none is. */
function below(inner: Mention, outer: Mention): Mention | undefined {
  const units = inner.units.filter(({ id, line }) =>
    outer.units.some((above) => above.id !== id && line.includes(above.id)),
  )
  return units.length === 0 ? undefined : { ...inner, units }
}

function isPlain(token: string): boolean {
  return token !== '' && !token.startsWith('<') && !JOINTS.has(token)
}

function lengths(most: number): readonly number[] {
  return Array.from({ length: Math.max(0, most) }, (_, i) => most - i)
}

const JOINTS: ReadonlySet<string> = new Set([',', 'dan', 'di'])
