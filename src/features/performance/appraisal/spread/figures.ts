import type { Role } from '../../../../chat/feature.ts'
import { mayUse } from '../../../../chat/turn.ts'
import { PREDICATES, type Predicate, predicateOf } from '../predicate.ts'
import type { Standing } from './spread-store.ts'
import { suppressed } from './suppressing.ts'

/** Where somebody's evaluation stands: rated with a predicate, sent and not rated, or not sent. */
export const STATES = [...PREDICATES, 'unrated', 'unsent'] as const
export type State = (typeof STATES)[number]

/** How many people of a part stand where; null is fewer than five, for those who may not know. */
export interface Part {
  /** The id of the unit; empty for all of them together. */
  readonly unit: string
  readonly name: string
  readonly counts: Readonly<Record<State, number | null>>
  readonly people: number | null
}

/** The figures of a quarter: all together, then part by part. */
export interface Figures {
  readonly all: Part
  readonly parts: readonly Part[]
  readonly objected: number | null
}

/** Puts the counts together, for somebody of a role: only officers see how many there are where they are few. */
export function figuresOf(standings: readonly Standing[], role: Role): Figures {
  const parts = new Map<string, { name: string; counts: Record<State, number> }>()
  const all = { name: '', counts: none() }
  for (const standing of standings) {
    const part = parts.get(standing.part) ?? { name: standing.name, counts: none() }
    parts.set(standing.part, part)
    for (const { counts } of [part, all]) counts[stateOf(standing)] += standing.people
  }
  const objected = standings.reduce((sum, one) => sum + one.objected, 0)
  const rows = [...parts, ['', all] as const].map(([unit, { name, counts }]) => ({ unit, name, counts }))
  const whole = rows.map(({ unit, name, counts }) => partOf(unit, name, [...STATES.map((s) => counts[s])]))
  const shown = mayUse(role, 'hr') ? whole : hidden(rows)
  const total = shown.at(-1)
  if (total === undefined) throw new Error('the figures have no total')
  return { all: total, parts: shown.slice(0, -1), objected: mayUse(role, 'hr') ? objected : null }
}

function hidden(
  rows: readonly { unit: string; name: string; counts: Readonly<Record<State, number>> }[],
): readonly Part[] {
  // the total of a row is a cell as the others are: with it a hidden one could be found
  const counts = rows.map((row) => {
    const cells = STATES.map((state) => row.counts[state])
    return [...cells, cells.reduce((sum, count) => sum + count, 0)]
  })
  return suppressed(counts).map((cells, i) => {
    const { unit = '', name = '' } = rows[i] ?? {}
    return { ...partOf(unit, name, cells.slice(0, -1)), people: cells.at(-1) ?? null }
  })
}

function partOf(unit: string, name: string, cells: readonly (number | null)[]): Part {
  const counts = Object.fromEntries(STATES.map((state, i) => [state, cells[i] ?? null]))
  const people = cells.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  return { unit, name, counts: counts as Record<State, number | null>, people } // Object.fromEntries forgets the keys
}

function stateOf({ state, result, behaviour }: Standing): State {
  if (state === 'rated' && result !== null && behaviour !== null) return predicateOf(result, behaviour)
  return state === 'unsent' ? 'unsent' : 'unrated'
}

function none(): Record<State, number> {
  const zeros: Record<Predicate | 'unrated' | 'unsent', number> = {
    sangat_baik: 0,
    baik: 0,
    butuh_perbaikan: 0,
    kurang: 0,
    sangat_kurang: 0,
    unrated: 0,
    unsent: 0,
  }
  return zeros
}
