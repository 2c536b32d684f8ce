import type { Action, Command, Reply, Turn } from '../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Unit, UnitsStore } from '../exports/units-store.ts'
import { type Appraising, quartersNow, say } from './appraising.ts'
import { type Quarter, quarterBefore, quarterKey, readQuarterKey, splitQuarter } from './quarter.ts'
import { type Figures, figuresOf } from './spread/figures.ts'
import { createOrphans } from './spread/orphans.ts'
import { spreadText } from './spread/showing.ts'
import type { SpreadStore } from './spread/spread-store.ts'
import { texts } from './spread/texts.ts'
import { texts as shared } from './texts.ts'

const NAME = 'sebaran'
const LISTED = 30

/** What the spread needs besides: the units, the counts, and the way to make its file. */
export interface Spreading extends Appraising {
  readonly units: UnitsStore
  readonly spread: SpreadStore
  exported(turn: Turn, quarter: Quarter, unit: Unit | undefined): Promise<Reply>
}

/** `/sebaran`: how the predicates of a quarter spread, who is missing, and what nobody can rate. */
export function createSpread(deps: Spreading): { readonly command: Command; readonly action: Action } {
  const { store, units, spread, audit, timeZone, exported } = deps
  const orphans = createOrphans(deps)

  async function find(turn: Turn, rest: string): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const { quarter = quartersNow(turn.now, timeZone)[0], rest: words } = splitQuarter(
      rest,
      dayAt(turn.now, timeZone),
    )
    if (words === '' || words === 'semua' || words === 'semua unit') return overview(turn, quarter)
    const found = await units.named(words)
    const [unit] = found
    if (unit === undefined) return say(t.unknownUnit(literal(words)))
    if (found.length === 1) return overview(turn, quarter, unit)
    const choices = found.slice(0, 8).map(({ id, name, above }) => ({
      label: [name, above.at(-1)].filter(Boolean).join(', ').slice(0, 40),
      value: button('lihat', quarter, id),
    }))
    return say(t.severalUnits(literal(words)), choices)
  }

  async function overview(turn: Turn, quarter: Quarter, unit?: Unit): Promise<Reply> {
    const { language, role } = turn.person
    const t = texts[language]
    await note(turn, 'evaluation.spread', quarter, unit)
    const figures = figuresOf(await spread.standings(quarter, { unit: unit?.id ?? null }), role)
    if (figures.all.people === 0) return say(t.nobody)
    const where = unit === undefined ? t.everywhere : literal(unit.name)
    const unratable = (await store.orphans()).length
    return say(spreadText(figures, shared[language].quarter(quarter), where, language), [
      ...missingChoices(figures, quarter, unit, language),
      { label: t.file, value: button('berkas', quarter, unit?.id) },
      { label: t.earlier, value: button('lihat', quarterBefore(quarter), unit?.id) },
      ...(unratable > 0 ? [{ label: t.orphanList, value: `${NAME}:yatim` }] : []),
    ])
  }

  function missingChoices(
    { all }: Figures,
    quarter: Quarter,
    unit: Unit | undefined,
    language: Language,
  ): readonly Choice[] {
    const t = texts[language]
    return [
      ...(all.counts.unsent === 0
        ? []
        : [{ label: t.unsentList, value: button('belum', quarter, unit?.id) }]),
      ...(all.counts.unrated === 0
        ? []
        : [{ label: t.unratedList, value: button('nilai', quarter, unit?.id) }]),
    ]
  }

  /** Who has not sent, or is not rated, by name. */
  async function missing(
    turn: Turn,
    what: 'unsent' | 'unrated',
    quarter: Quarter,
    unit?: Unit,
  ): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    await note(turn, `evaluation.${what}`, quarter, unit)
    const { all } = figuresOf(await spread.standings(quarter, { unit: unit?.id ?? null }), turn.person.role)
    const people = await spread.missing(quarter, { unit: unit?.id ?? null }, what, LISTED)
    if (people.length === 0) return say(t.nothing)
    const count = all.counts[what] ?? people.length
    const lines = people.map(({ name, unit: of, rater }) =>
      what === 'unsent'
        ? t.person(literal(name), literal(of))
        : t.waitsFor(literal(name), literal(of), rater === null ? null : literal(rater)),
    )
    const more = count > people.length ? [t.more(showNumber(count - people.length))] : []
    const text = [t[what](showNumber(count), shared[language].quarter(quarter)), ...lines, ...more]
    const hint = what === 'unrated' ? ['', t.absent] : []
    return say([...text, ...hint].join('\n'), [{ label: t.file, value: button('berkas', quarter, unit?.id) }])
  }

  async function note(turn: Turn, action: string, quarter: Quarter, unit?: Unit): Promise<void> {
    const detail = { ...quarter, unit: unit?.name ?? null }
    await audit({ key: `${turn.message.id}:${action}`, action, detail }, turn)
  }

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', what = '', of = ''] = rest.split(':')
    if (verb === 'yatim') return orphans.list(turn)
    if (verb === 'buka') return orphans.show(turn, what)
    const quarter = readQuarterKey(what)
    if (quarter === undefined) return find(turn, '')
    const unit = of === '' ? undefined : await units.unit(of)
    if (of !== '' && unit === undefined) return say(texts[turn.person.language].nobody)
    if (verb === 'belum') return missing(turn, 'unsent', quarter, unit)
    if (verb === 'nilai') return missing(turn, 'unrated', quarter, unit)
    return verb === 'berkas' ? exported(turn, quarter, unit) : overview(turn, quarter, unit)
  }

  return {
    command: { name: NAME, audience: 'hr', personal: true, summary: (l) => texts[l].summary, run: find },
    action: { name: NAME, audience: 'hr', personal: true, run },
  }
}

function button(verb: string, quarter: Quarter, unit?: string): string {
  return `${NAME}:${verb}:${quarterKey(quarter)}${unit === undefined ? '' : `:${unit}`}`
}
