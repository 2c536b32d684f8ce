import type { Choice, Outgoing } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Survey } from '../definition.ts'
import { showMean, showValue } from '../report/figures.ts'
import type { SkmReport } from '../report/skm-report.ts'
import { responseRate } from '../sample.ts'
import { ELEMENTS } from '../skm/elements.ts'
import { texts as shared } from '../texts.ts'
import type { Standing } from './standing.ts'
import { texts } from './texts.ts'

const t = texts.id
/** What the buttons under a result do begins with it. */
export const SHOW = 'survei_hasil'

/** How a survey of public satisfaction stands in a unit, with what can be done about it. */
export function skmMessage(survey: Survey, standing: Standing): Outgoing {
  const { unit, period, reporting } = standing
  const key = `${survey.id}:${unit.id}:${period.key}`
  const button = (verb: string, label: string): Choice => ({ label, value: `${SHOW}:${verb}:${key}` })
  const files = [button('pdf', 'PDF'), button('xlsx', 'Excel')]
  const more = [
    button('rencana', t.buttons.plan),
    button('saran', t.buttons.words),
    { label: t.buttons.population, value: `${SHOW}:pengguna:${unit.id}` },
    { label: t.buttons.periods, value: `${SHOW}:masa:${survey.id}:${unit.id}` },
    { label: t.buttons.units, value: `${SHOW}:unit:${survey.id}` },
  ]
  const lines = [
    t.head(survey.title, literal(unit.name), t.period(period)),
    ...peopleLines(standing, survey.minimum),
    '',
    ...(reporting.kind === 'report' ? reportLines(reporting.report) : [whyNot(standing, survey.minimum)]),
  ]
  const choices = reporting.kind === 'report' ? [...files, ...more] : more.filter((_, i) => i !== 1)
  return { text: lines.join('\n'), choices }
}

function peopleLines(standing: Standing, minimum: number): readonly string[] {
  const { answered, counted, needed, population, opened, shares } = standing
  const asked = needed === undefined ? null : showNumber(needed)
  const rate = responseRate(Math.min(answered, opened), opened)
  if (answered < minimum) return [t.fewRespondents(minimum, asked)]
  return [
    t.respondents(showNumber(answered), asked, population === undefined ? null : showNumber(population)),
    ...(rate === undefined ? [] : [t.opened(showNumber(opened), showNumber(answered), percent(rate))]),
    ...(counted < answered && counted > 0 ? [t.counted(showNumber(counted))] : []),
    ...(shares.length === 0 ? [] : [t.services]),
    ...shares.map(({ name, answered: some, quota }) =>
      t.service(
        literal(name),
        some === null ? null : showNumber(some),
        quota === undefined ? null : showNumber(quota),
      ),
    ),
  ]
}

function reportLines({ index, followUps }: SkmReport): readonly string[] {
  const { value, band, worksheet, differs, elements, lowest } = index
  const named = shared.id.elements
  const planned = followUps.filter(({ activity }) => activity !== null)
  return [
    t.index(showValue(value), band, shared.id.bands[band].toLowerCase()),
    ...(differs ? [t.worksheet(showValue(worksheet.value), worksheet.band)] : []),
    '',
    ...elements.map((one) =>
      t.element(
        ELEMENTS.indexOf(one.element) + 1,
        named[one.element],
        showMean(one.mean),
        showValue(one.value),
        one.band,
      ),
    ),
    '',
    t.lowest(lowest.map(({ element }) => named[element])),
    ...(planned.length === 0 ? [t.noPlan] : [t.plan]),
    ...planned.map(({ element, activity, time, responsible }) =>
      t.planned(named[element], literal(activity ?? ''), literal(time ?? ''), literal(responsible ?? '')),
    ),
  ]
}

function whyNot({ reporting, answered, counted }: Standing, minimum: number): string {
  return reporting.kind === 'incomplete' && counted === answered
    ? t.incomplete(reporting.missing.map((element) => shared.id.elements[element]))
    : answered > counted
      ? t.laterFigures(minimum)
      : t.tooFew(minimum)
}

/** A share in percent that was counted already: "91,2%". */
export function percent(rate: number): string {
  return `${showNumber(rate)}%`
}
