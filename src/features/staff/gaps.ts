import type { Action, Command, Reply, Turn } from '../../chat/feature.ts'
import { type Language, literal } from '../../chat/message.ts'
import { showNumber } from '../../indonesian/numbers.ts'
import { fold } from '../../indonesian/words.ts'
import { nipInGroups, say } from './asking.ts'
import { type EducationGap, educationGap } from './gaps/education.ts'
import type { GapGroup, SchoolingPair } from './gaps/store.ts'
import { texts } from './gaps/texts.ts'
import { tableFile } from './list-file.ts'
import type { Ports } from './ports.ts'
import { findUnit } from './reading/units.ts'
import type { StaffStore } from './store.ts'
import type { DirectoryWords } from './vocabulary-store.ts'

const TOP = 10
const MOST_ROWS = 15

/** `/kesenjangan`: what people lack against what their positions ask for, in numbers and as a file of who lacks what. */
export function createGaps({ store, make, audit }: Ports & { readonly store: StaffStore }): {
  readonly command: Command
  readonly actions: readonly Action[]
} {
  async function show(turn: Turn, unit: string | undefined, by: GapGroup): Promise<Reply> {
    const t = texts[turn.person.language]
    const words = await store.vocabulary()
    const units = unit === undefined ? null : words.below(unit)
    const pairs = await store.schooling(units, by)
    const lacks = await store.competencies(units, by)
    if (pairs.length === 0 && lacks.length === 0) return say(t.nothing)
    const top = await store.mostMissing(units, TOP)
    const kinds = kindsOf(pairs)
    const place = unit === undefined ? t.everywhere : literal(words.unit(unit)?.name ?? '')
    const text = [
      t.heading(place),
      `${t.schooling(kinds.level + kinds.field + kinds.unrecorded, sum(pairs.map(({ count }) => count)), kinds)}\n${t.competencies(sum(lacks.map(({ lacking }) => lacking)), sum(lacks.map(({ count }) => count)))}`,
      ...(top.length > 0
        ? [
            `${t.mostMissing}\n\n${table(
              [t.competency, t.people],
              top.map(({ name, count }) => [name, count]),
            )}`,
          ]
        : []),
      placesTable(rowsOf(pairs, lacks, by, unit ?? null, words), by, turn.person.language),
      t.useFor,
    ].join('\n\n')
    return say(text, [
      { label: t.otherWay[by], value: `kesenjangan:${by === 'unit' ? 'position' : 'unit'}:${unit ?? ''}` },
      ...(make ? [{ label: t.sendFile, value: `kesenjangan:file:${unit ?? ''}` }] : []),
    ])
  }

  async function sendFile(turn: Turn, unit: string | undefined): Promise<Reply> {
    const t = texts[turn.person.language]
    if (make === undefined) return show(turn, unit, 'unit')
    const words = await store.vocabulary()
    const needs = await store.needs(unit === undefined ? null : words.below(unit))
    const wanting = needs.flatMap((one) => {
      const gap = educationGap(one.held, one.wanted)
      return gap === undefined && one.missing.length === 0 ? [] : [{ ...one, gap }]
    })
    await audit?.(
      { action: 'staff.gaps-file', subject: null, detail: { unit: unit ?? null, people: wanting.length } },
      turn,
    )
    const rows = wanting.map(({ nip, name, position, unit, held, wanted, gap, missing }) => [
      nipInGroups(nip),
      name,
      position,
      unit,
      held ?? '',
      wanted ?? '',
      gap === undefined ? '' : t.gaps[gap],
      missing.join(', '),
    ])
    const file = await make(
      tableFile(t.columns, rows),
      { name: t.fileName, mime: 'text/csv' },
      turn,
      'export',
    )
    return { say: [{ text: t.fileReady(wanting.length), file }] }
  }

  return {
    command: {
      name: 'kesenjangan',
      audience: 'hr',
      personal: true,
      summary: (language) => texts[language].summary,
      async run(turn, rest) {
        if (rest === '') return show(turn, undefined, 'unit')
        const found = findUnit(fold(rest), (await store.vocabulary()).units)
        return found.kind === 'one'
          ? show(turn, found.unit.id, 'unit')
          : say(texts[turn.person.language].noUnit(literal(rest)))
      },
    },
    actions: [
      {
        name: 'kesenjangan',
        audience: 'hr',
        personal: true,
        async run(turn, rest) {
          const [what, id = ''] = rest.split(':')
          const unit = /^\d{1,18}$/.test(id) ? id : undefined
          if (what === 'file') return sendFile(turn, unit)
          return show(turn, unit, what === 'position' ? 'position' : 'unit')
        },
      },
    ],
  }
}

interface Row {
  readonly name: string
  readonly schooling: number
  readonly competencies: number
}

function rowsOf(
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

function placesTable(rows: readonly Row[], by: GapGroup, language: Language): string {
  const t = texts[language]
  const shown = rows.slice(0, MOST_ROWS).map((row) => [row.name, row.schooling, row.competencies] as const)
  const more = rows.length > MOST_ROWS ? `\n\n${t.more(rows.length - MOST_ROWS)}` : ''
  return `${table([t.groups[by], t.schoolingColumn, t.competencyColumn], shown)}${more}`
}

function table(columns: readonly string[], rows: readonly (readonly [string, ...number[]])[]): string {
  const lines = rows.map(([name, ...numbers]) => [literal(name), ...numbers.map(showNumber)])
  const rule = columns.map((_, i) => (i === 0 ? '---' : '---:'))
  return [columns, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function kindsOf(pairs: readonly SchoolingPair[]): Readonly<Record<EducationGap, number>> {
  const kinds = { level: 0, field: 0, unrecorded: 0 }
  for (const { held, wanted, count } of pairs) {
    const gap = educationGap(held, wanted)
    if (gap !== undefined) kinds[gap] += count
  }
  return kinds
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
