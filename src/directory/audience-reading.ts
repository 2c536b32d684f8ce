import type { Audience, Lack } from './audience.ts'
import { lacksIn } from './audience-lacking.ts'
import { type Mention, markUnits, narrowed, settleUnits } from './audience-mentions.ts'
import {
  alwaysBelow,
  noExceptions,
  nothingSaid,
  oneGroup,
  oneLack,
  severalUnits,
  tooLong,
  unknownPart,
  unknownUnit,
  wholeGovernment,
} from './audience-texts.ts'
import { type PlacedUnit, unitsNear } from './audience-units.ts'
import { plainly, tokensOf, ungranted } from './audience-words.ts'

/** What words meant; `unknown` is a part that may be something else than a unit. */
export type WordsReading =
  | { readonly ok: true; readonly audience: Audience; readonly everyone: boolean }
  | { readonly ok: false; readonly hint: string; readonly unknown?: string }

const LONGEST = 600

/**
 * Reads whom somebody means from everyday words. What is recognized is set in its place as a mark ("<pns>", "<unit:0>"),
 * small words go, and what is left must be units: a word that nobody understood is never passed over.
 */
export function readWords(text: string, units: readonly PlacedUnit[], lacks: readonly Lack[]): WordsReading {
  if (text.length > LONGEST) return no(tooLong)
  const mentions: Mention[] = []
  const { words, found } = lacksIn(markUnits(plainly(text), units, mentions), lacks)
  const wanted = ungranted(words)
  if (wanted !== undefined) return no(REFUSALS[wanted](lacks))
  if (found.length > 1) return no(oneLack(lacks))
  const { tokens, everyone, only } = tokensOf(words)
  const settled = settleUnits(tokens, units, mentions)
  if (settled.unknown !== undefined) return notUnderstood(settled.unknown, units, lacks)
  const who = whoIn(settled.tokens.join(' '))
  if (who === undefined) return no(oneGroup)
  const chosen = narrowed(settled.tokens, mentions)
  const several = chosen.find((mention) => mention.units.length > 1 && !mention.all)
  if (several !== undefined) return no(severalUnits(several.called, several.units))
  const meant = chosen.flatMap((mention) => mention.units)
  if (only && meant.some((unit) => hasBelow(unit, units))) return no(alwaysBelow)

  const [lack] = found
  const audience: Audience = {
    ...(meant.length > 0 && { units: [...new Set(meant.map(({ id }) => id))] }),
    ...(who.kind !== undefined && { kind: who.kind }),
    ...(who.role !== undefined && { role: who.role }),
    ...(lack !== undefined && { lacks: lack.name }),
  }
  const given = Object.keys(audience).join()
  if (given === '' && !everyone && !who.bothKinds) return no(nothingSaid(lacks))
  return { ok: true, audience, everyone: given === '' || (given === 'units' && coversAll(meant, units)) }
}

function no(hint: string, unknown?: string): WordsReading {
  return { ok: false, hint, ...(unknown !== undefined && { unknown }) }
}

function notUnderstood(unknown: string, units: readonly PlacedUnit[], lacks: readonly Lack[]): WordsReading {
  if (/^(?:pemkot|pemkab|pemda|pemprov|pemerintah)\b/.test(unknown)) return no(wholeGovernment)
  return no(unknownUnit(unknown, unitsNear(unknown.split(' '), units), lacks), unknown)
}

/** The kind and the part that marks name; undefined where they name several groups of people. */
function whoIn(
  marks: string,
): (Pick<Audience, 'kind' | 'role'> & { readonly bothKinds: boolean }) | undefined {
  const kinds = new Set(marks.match(/<(?:pns|pppk)>/g))
  const roles = new Set(marks.match(/<(?:supervisor|hr)>/g))
  const bothKinds = kinds.size > 1
  if (EITHER.test(marks) || TWICE.test(marks) || roles.size > 1 || (bothKinds && !BOTH.test(marks)))
    return undefined
  return {
    bothKinds,
    ...(kinds.size === 1 && { kind: kinds.has('<pns>') ? 'PNS' : 'PPPK' }),
    ...(roles.size === 1 && { role: roles.has('<hr>') ? 'hr' : 'supervisor' }),
  }
}

function hasBelow(unit: PlacedUnit, units: readonly PlacedUnit[]): boolean {
  return units.some(({ id, line }) => id !== unit.id && line.includes(unit.id))
}

function coversAll(chosen: readonly PlacedUnit[], units: readonly PlacedUnit[]): boolean {
  const ids = new Set(chosen.map(({ id }) => id))
  return chosen.length > 0 && units.every(({ id, line }) => line.length > 1 || ids.has(id))
}

const REFUSALS = {
  'unit alone': () => alwaysBelow,
  exception: () => noExceptions,
  cpns: (lacks: readonly Lack[]) => unknownPart('', lacks, 'cpns'),
  having: oneLack,
} as const
/** Marks of different kinds of conditions with "dan" between them: those of one or of the other. */
const EITHER =
  /<(?:pns|pppk)> (?:di )?dan (?:di )?<(?:unit:\d+|supervisor|hr)>|<(?:supervisor|hr)> dan <(?:unit:\d+|pns|pppk)>|<unit:\d+> dan <(?:pns|pppk|supervisor|hr)>/
/** A second group after the first: "PPPK di Dinas Kesehatan, atasan di Dinas Sosial". */
const TWICE = /<(?:pns|pppk|supervisor|hr)>.*<unit:\d+>.* (?:,|dan) .*<(?:pns|pppk|supervisor|hr)>/
const BOTH = /^(?:(?!<(?:pns|pppk)>).)*<(?:pns|pppk)>(?: (?:dan|,))+ <(?:pns|pppk)>(?:(?!<(?:pns|pppk)>).)*$/
