import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type KeptFile, literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { fold } from '../../../indonesian/words.ts'
import { type Audit, say } from '../appraisal/appraising.ts'
import { shownDay } from '../appraisal/day.ts'
import { type Quarter, quarterKey } from '../appraisal/quarter.ts'
import { figuresOf } from '../appraisal/spread/figures.ts'
import type { SpreadStore } from '../appraisal/spread/spread-store.ts'
import { texts as shared } from '../appraisal/texts.ts'
import type { EvaluationsExportStore } from './evaluations-export-store.ts'
import { evaluationRows, evaluationsTable } from './evaluations-table.ts'
import { EXPORT, exportForm } from './form.ts'
import { type PeriodKey, periodOf } from './period.ts'
import { showPeriod } from './period-field.ts'
import type { ReportsExportStore } from './reports-export-store.ts'
import { reportRows, reportsTable } from './reports-table.ts'
import { type Kind, MIME, type Pages, type Table } from './table.ts'
import { texts } from './texts.ts'
import { pathOf, type Unit, type UnitsStore } from './units-store.ts'
import { createWriting, MOST_ROWS } from './writing.ts'

/** Keeps a file that was made here, for whoever asked for it and nobody else. */
export interface Making {
  make(
    bytes: Uint8Array,
    file: { readonly name: string; readonly mime: string },
    turn: Turn,
    purpose: 'export',
  ): Promise<KeptFile>
}

/** What exporting is made from. */
export interface Exporting {
  readonly reports: ReportsExportStore
  readonly evaluations: EvaluationsExportStore
  readonly spread: SpreadStore
  readonly units: UnitsStore
  readonly files: Making
  readonly audit: Audit
  readonly organization: string
  readonly timeZone: string
}

/** What is wanted: which data, of when, of which unit (of all where there is none), as what. */
interface Wish {
  readonly what: 'laporan' | 'evaluasi'
  readonly period: PeriodKey
  readonly unit: Unit | undefined
  readonly kind: Kind
}

type Filter = { readonly unit: string | null } & NonNullable<ReturnType<typeof periodOf>>

/** `/ekspor`: reports and evaluations as a file, for officers. */
export function createExports(deps: Exporting): {
  readonly command: Command
  readonly action: Action
  readonly form: FeatureForm
  /** The evaluations of a quarter as a workbook. */
  evaluationsOf(turn: Turn, quarter: Quarter, unit: Unit | undefined): Promise<Reply>
} {
  const { reports, evaluations, spread, units, files, audit, organization, timeZone } = deps
  const write = createWriting()

  async function make(turn: Turn, wish: Wish): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const period = periodOf(wish.period)
    if (period === undefined) return say(t.wantPeriod)
    const filter: Filter = { ...period, unit: wish.unit?.id ?? null }
    const which = wish.what === 'laporan' ? 'reports' : 'evaluations'
    const rows = await deps[which].count(filter)
    const named = showPeriod(wish.period, language)
    if (rows === 0) return say(t.empty(t[which].toLowerCase(), named))
    const most = MOST_ROWS[wish.kind]
    if (rows > most)
      return say(t.tooMany(showNumber(rows), showNumber(most), wish.kind === 'pdf' && rows <= MOST_ROWS.xlsx))
    turn.preview(t.preparing)
    const detail = { what: which, period: wish.period, unit: wish.unit?.name ?? null, kind: wish.kind, rows }
    await audit({ key: `${turn.message.id}:export`, action: 'export.made', detail }, turn)
    const [table, pages] = await (which === 'reports'
      ? reportsOf(turn, wish, filter)
      : evaluationsIn(turn, wish, filter))
    const bytes = await write(table, wish.kind, pages)
    const file = await files.make(
      bytes,
      { name: fileName(wish, t.files[which]), mime: MIME[wish.kind] },
      turn,
      'export',
    )
    const where = wish.unit === undefined ? t.everywhere : literal(wish.unit.name)
    const text = [
      t.done(t[which], named, where, showNumber(rows)),
      ...(wish.kind === 'csv' ? [t.csvHint] : []),
    ]
    return { say: [{ text: text.join(' '), file }] }
  }

  async function reportsOf(turn: Turn, wish: Wish, filter: Filter): Promise<readonly [Table, Pages]> {
    const { language } = turn.person
    const own = reportsTable(await reports.figures(filter), language)
    const rows = reportRows(reports.pages(filter), language, timeZone)
    return [tableOf(turn, wish, own), rows]
  }

  async function evaluationsIn(turn: Turn, wish: Wish, filter: Filter): Promise<readonly [Table, Pages]> {
    const { language, role } = turn.person
    const figures = []
    for (const quarter of filter.quarters) {
      const standings = await spread.standings(quarter, filter.unit)
      figures.push({ quarter: shared[language].quarter(quarter), figures: figuresOf(standings, role) })
    }
    const own = evaluationsTable(figures, language)
    return [tableOf(turn, wish, own), evaluationRows(evaluations.pages(filter), language)]
  }

  function tableOf(
    { person: { language }, now }: Turn,
    { period, unit }: Wish,
    own: Pick<Table, 'name' | 'columns' | 'summary' | 'notes'>,
  ): Table {
    const t = texts[language]
    return {
      ...own,
      title: `${own.name}, ${showPeriod(period, language)}`,
      heading: [
        organization,
        unit === undefined ? capital(t.everywhere) : pathOf(unit),
        t.madeOn(shownDay(dayAt(now, timeZone))),
      ],
      words: { notes: t.sheets.notes, page: t.page },
      at: now.toISOString(),
    }
  }

  const sent = whenSent(
    exportForm,
    async (turn, { what, period, unit: words, kind }) => {
      const t = texts[turn.person.language]
      const found = words === null ? [] : await units.named(words)
      const [unit] = found
      if (words === null || (unit !== undefined && found.length === 1))
        return make(turn, { what, period, unit, kind })
      const text =
        unit === undefined
          ? t.unknownUnit(literal(words))
          : t.severalUnits(
              literal(words),
              found.slice(0, 8).map((one) => literal(pathOf(one))),
            )
      return { say: [{ text }], open: { form: EXPORT, answers: { what, period, kind } } }
    },
    'hr',
  )

  const begin = async (): Promise<Reply> => ({ say: [], open: { form: EXPORT, answers: {} } })
  const officer = { name: EXPORT, audience: 'hr', personal: true } as const
  return {
    command: { ...officer, summary: (l) => texts[l].summary, run: begin },
    action: { ...officer, run: begin },
    form: sent,
    evaluationsOf: (turn, quarter, unit) =>
      make(turn, { what: 'evaluasi', period: quarterKey(quarter), unit, kind: 'xlsx' }),
  }
}

function fileName({ period, unit, kind }: Wish, what: string): string {
  const where = unit === undefined ? [] : [fold(unit.name).replaceAll(' ', '-').slice(0, 60)]
  return `${[what, period, ...where].join('_')}.${kind}`
}

function capital(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase())
}
