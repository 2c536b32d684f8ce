import { addedUp } from '../counting/adding.ts'
import type { PlaceCount } from '../counting/total-store.ts'
import type { Survey } from '../definition.ts'
import { withoutSmall } from '../hiding.ts'
import type { Period } from '../period.ts'
import type { Room } from '../ports.ts'
import { type About, type Reporting, skmReport } from '../report/skm-report.ts'
import { quotas, sampleSize } from '../sample.ts'
import { ELEMENTS } from '../skm/elements.ts'
import { settledOf } from './settled.ts'
import { texts } from './texts.ts'

/** A service of a unit: how many answered there (null: few), and how many should, where that can be told. */
export interface Share {
  readonly name: string
  readonly answered: number | null
  readonly quota?: number
}

/** How a survey of public satisfaction stands in a unit and a period. */
export interface Standing {
  readonly unit: { readonly id: string; readonly name: string }
  readonly period: Period
  readonly opened: number
  readonly answered: number
  /** How many of them the figures rest on: those of a month that goes on come later. */
  readonly counted: number
  readonly population?: number
  readonly needed?: number
  readonly shares: readonly Share[]
  readonly reporting: Reporting
}

/** Puts together how a survey stands in a unit. */
export async function standingOf(
  { totals, plans, organization, today }: Pick<Room, 'totals' | 'plans' | 'organization' | 'today'>,
  survey: Survey,
  unit: Standing['unit'],
  period: Period,
): Promise<Standing> {
  const which = { survey: survey.id, sending: null, months: 0, ...period, unit: unit.id }
  const places = await totals.places(which)
  const populations = await plans.populations(unit.id, period.until)
  const sizes = new Map(populations.map(({ service, people }) => [service, people]))
  const own = sizes.get(null)
  const ofServices = populations.reduce(
    (sum, { service, people }) => sum + (service === null ? 0 : people),
    0,
  )
  const population = own ?? (ofServices > 0 ? ofServices : undefined)
  const answered = places.reduce((sum, one) => sum + one.answered, 0)
  const about: About = {
    organization,
    unit: unit.name,
    period: texts.id.period(period),
    from: period.from,
    until: period.until,
    madeOn: today(),
    ...(population !== undefined && { population }),
  }
  const settled = await settledOf(totals, which, survey.minimum, today())
  const counts = await totals.answers(settled.which)
  const rows = await plans.followUps({ survey: survey.id, unit: unit.id, period: period.key })
  const plan = rows.toSorted((a, b) => ELEMENTS.indexOf(a.element) - ELEMENTS.indexOf(b.element))
  const needed = population === undefined ? undefined : sampleSize(population)
  return {
    unit,
    period,
    opened: places.reduce((sum, one) => sum + one.opened, 0),
    answered,
    counted: settled.answered,
    ...(population !== undefined && { population }),
    ...(needed !== undefined && { needed }),
    shares: sharesOf(places, sizes, needed ?? 0, survey.minimum),
    reporting: skmReport(about, survey, addedUp(survey, settled.answered, counts), plan),
  }
}

/** Services of which it is known how many use them share what is needed in proportion. */
function sharesOf(
  places: readonly PlaceCount[],
  sizes: ReadonlyMap<string | null, number>,
  needed: number,
  minimum: number,
): readonly Share[] {
  const groups = places.flatMap(({ service, answered }) =>
    service === null ? [] : [{ ...service, answers: answered, size: sizes.get(service.id) ?? 0 }],
  )
  const { hidden } = withoutSmall(groups, minimum)
  const few = new Set(hidden.map(({ id }) => id))
  return quotas(needed, groups).map(({ id, name, answers, size, quota }) => ({
    name,
    answered: few.has(id) ? null : answers,
    ...(size > 0 && needed > 0 && { quota }),
  }))
}
