import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Misconfigured } from '../../src/errors.ts'
import { ratioOf } from './metrics.ts'
import { EVALUATION } from './questions.ts'
import type { Summary } from './summary.ts'

/** What the answers may not fall below, and what they may not rise above. */
export type Floors = z.output<typeof Floors>

const LEAST = {
  questions: (summary: Summary) => summary.questions,
  recallAt1: (summary: Summary) => ratioOf(summary.recallAt1),
  recallAt5: (summary: Summary) => ratioOf(summary.recallAt5),
  mrr: (summary: Summary) => summary.mrr,
  refused: (summary: Summary) => ratioOf(summary.refused),
  figures: (summary: Summary) => ratioOf(summary.figures),
  citations: (summary: Summary) => ratioOf(summary.citations),
} as const
const MOST = {
  superseded: (summary: Summary) => ratioOf(summary.superseded),
  falseRefusals: (summary: Summary) => ratioOf(summary.falseRefusals),
} as const

const Floors = z.strictObject({
  least: z.record(z.enum(keysOf(LEAST)), z.number()),
  most: z.record(z.enum(keysOf(MOST)), z.number()),
})

/** Where the floors are kept. */
export const FLOORS = join(EVALUATION, 'floors.json')

/** So far below what was measured the floor lies: room for a change that costs a question and wins another. */
const SLACK = 0.03

/** Reads the floors. Throws `Misconfigured` where one is missing. */
export function readFloors(file = FLOORS): Floors {
  const result = parsed(file)
  if (result.success) return result.data
  const where = result.error.issues[0]?.path.join('.')
  throw new Misconfigured(file, `"${where}" tidak sah; tulis ulang dengan npm run evaluate -- --set-floors.`)
}

/** What falls short, as sentences in Indonesian; a figure that could not be measured does. */
export function shortfalls(summary: Summary, { least, most }: Floors): readonly string[] {
  return [
    ...keysOf(LEAST).flatMap((name) => {
      const value = LEAST[name](summary)
      return value !== undefined && value >= least[name]
        ? []
        : [`${name}: ${shown(value)}, paling sedikit ${least[name]}`]
    }),
    ...keysOf(MOST).flatMap((name) => {
      const value = MOST[name](summary)
      return value !== undefined && value <= most[name]
        ? []
        : [`${name}: ${shown(value)}, paling banyak ${most[name]}`]
    }),
  ]
}

/** The floors a few points under (and the ceilings over) these figures. Throws where one could not be measured. */
export function floorsUnder(summary: Summary): Floors {
  const least = (name: keyof typeof LEAST): number => {
    const value = measured(name, LEAST[name](summary))
    if (name === 'citations') return 1 // a false citation is never a matter of degree
    return name === 'questions' ? Math.floor(value * (1 - SLACK)) : down(value - SLACK)
  }
  const most = (name: keyof typeof MOST): number => -down(-measured(name, MOST[name](summary)) - SLACK)
  return Floors.parse({
    least: Object.fromEntries(keysOf(LEAST).map((name) => [name, least(name)])),
    most: Object.fromEntries(keysOf(MOST).map((name) => [name, most(name)])),
  })
}

/** Writes the floors; tells what changed of those before, a line each, in Indonesian. */
export function writeFloors(floors: Floors, file = FLOORS): readonly string[] {
  const before = existsSync(file) ? parsed(file).data : undefined
  writeFileSync(file, `${JSON.stringify(floors, null, 2)}\n`)
  const all = { ...floors.least, ...floors.most }
  const old: Partial<Record<string, number>> = { ...before?.least, ...before?.most }
  return Object.entries(all).map(([name, value]) => {
    const was = old[name]
    if (was === undefined || was === value) return `${name}: ${value}`
    const looser = name in MOST ? value > was : value < was
    return `${name}: ${was} → ${value}${looser ? '  ← LEBIH LONGGAR dari sebelumnya' : ''}`
  })
}

function parsed(file: string): z.ZodSafeParseResult<Floors> {
  return Floors.safeParse(JSON.parse(readFileSync(file, 'utf8')))
}

function measured(name: string, value: number | undefined): number {
  if (value === undefined)
    throw new Misconfigured('evaluate', `${name} tidak bisa diukur dari pertanyaan ini.`)
  return value
}

/** Two decimals, never above; the tiny part is what binary fractions lose. */
function down(value: number): number {
  return Math.floor(value * 100 + 1e-9) / 100
}

function shown(value: number | undefined): string {
  return value === undefined ? 'tidak terukur' : `${Number(value.toFixed(4))}`
}

function keysOf<T extends object>(of: T): readonly (keyof T & string)[] {
  return Object.keys(of) as (keyof T & string)[] // they are literals, so there are no others
}
