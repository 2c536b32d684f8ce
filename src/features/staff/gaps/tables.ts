import type { Language } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { DirectoryWords } from '../vocabulary-store.ts'
import { type EducationGap, educationGap } from './education.ts'
import type { GapGroup, SchoolingPair } from './store.ts'
import { texts } from './texts.ts'

const MOST_ROWS = 15

/** How many people of a unit or position lack schooling, and how many competencies. */
export interface Row {
  readonly name: string
  readonly schooling: number
  readonly competencies: number
}

/** The units or positions where something is lacking, the most first. */
export function rowsOf(
  pairs: readonly SchoolingPair[],
  lacks: readonly { readonly place: string; readonly lacking: number }[],
  by: GapGroup,
  top: string | null,
  words: DirectoryWords,
): readonly Row[] {
  const rows = new Map<string, { name: string; schooling: number; competencies: number }>()
  const rowOf = (place: string) => {
    const name = by === 'unit' ? (words.unit(words.under(place, top))?.name ?? '') : place
    const row = rows.get(name) ?? { name, schooling: 0, competencies: 0 }
    rows.set(name, row)
    return row
  }
  for (const { place, held, wanted, count } of pairs)
    if (educationGap(held, wanted) !== undefined) rowOf(place).schooling += count
  for (const { place, lacking } of lacks) rowOf(place).competencies += lacking
  const wanting = [...rows.values()].filter((row) => row.schooling + row.competencies > 0)
  return wanting.toSorted((a, b) => b.schooling + b.competencies - (a.schooling + a.competencies))
}

/** A table of them. */
export function placesTable(rows: readonly Row[], by: GapGroup, language: Language): string {
  const t = texts[language]
  const shown = rows.slice(0, MOST_ROWS).map((row) => [row.name, row.schooling, row.competencies] as const)
  const more = rows.length > MOST_ROWS ? `\n\n${t.more(rows.length - MOST_ROWS)}` : ''
  return `${table([t.groups[by], t.schoolingColumn, t.competencyColumn], shown)}${more}`
}

/** A table of names with numbers behind them. */
export function table(columns: readonly string[], rows: readonly (readonly [string, ...number[]])[]): string {
  const lines = rows.map(([name, ...numbers]) => [literal(name), ...numbers.map(showNumber)])
  const rule = columns.map((_, i) => (i === 0 ? '---' : '---:'))
  return [columns, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** How many lack schooling in which way. */
export function kindsOf(pairs: readonly SchoolingPair[]): Readonly<Record<EducationGap, number>> {
  const kinds = { level: 0, field: 0, unrecorded: 0 }
  for (const { held, wanted, count } of pairs) {
    const gap = educationGap(held, wanted)
    if (gap !== undefined) kinds[gap] += count
  }
  return kinds
}

/** All of them together. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
