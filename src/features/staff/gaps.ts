import type { Action, Command, Reply, Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { showNip } from '../../directory.ts'
import { fold } from '../../indonesian/words.ts'
import { say } from './asking.ts'
import { educationGap } from './gaps/education.ts'
import type { GapGroup } from './gaps/store.ts'
import { kindsOf, placesTable, rowsOf, sum, table } from './gaps/tables.ts'
import { texts } from './gaps/texts.ts'
import { tableFile } from './list-file.ts'
import type { Ports } from './ports.ts'
import { findUnit, namesOffice } from './reading/units.ts'
import { inFull } from './reading/words.ts'
import type { StaffStore } from './store.ts'

const TOP = 10

/** `/kesenjangan`: what people lack against what their positions ask for, in numbers and as a file of who lacks what. */
export function createGaps({ store, make, audit }: Ports & { readonly store: StaffStore }): {
  readonly command: Command
  readonly actions: readonly Action[]
} {
  async function show(turn: Turn, unit: string | undefined, by: GapGroup): Promise<Reply> {
    const t = texts[turn.person.language]
    const words = await store.vocabulary(turn)
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
    const words = await store.vocabulary(turn)
    const needs = await store.needs(unit === undefined ? null : words.below(unit))
    const wanting = needs.flatMap((one) => {
      const gap = educationGap(one.held, one.wanted)
      return gap === undefined && one.missing.length === 0 ? [] : [{ ...one, gap }]
    })
    const detail = { unit: unit ?? null, people: wanting.length }
    await audit?.([{ action: 'staff.gaps-file', subject: null, detail }], turn)
    const rows = wanting.map(({ nip, name, position, unit, held, wanted, gap, missing }) => [
      showNip(nip),
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
      plain: (rest) => namesOffice(fold(rest), []),
      summary: (language) => texts[language].summary,
      async run(turn, rest) {
        if (rest === '') return show(turn, undefined, 'unit')
        const found = findUnit(inFull(fold(rest)), (await store.vocabulary(turn)).units)
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
