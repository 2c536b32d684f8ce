import type { Reply } from '../../../chat/feature.ts'
import type { Choice } from '../../../chat/message.ts'
import type { Survey } from '../definition.ts'
import { titleOf } from '../inviting/letter.ts'
import { type Period, periodAt } from '../period.ts'
import type { Room } from '../ports.ts'
import { SHOW } from './skm.ts'
import { texts } from './texts.ts'

const LABEL = 40
/** So much of a sending's name stands before its round. */
const NAMED = 24
/** So many units stand under one message, and so many sendings are offered. */
const [PAGE, SENDINGS] = [10, 8]
const ALWAYS = { from: '2000-01-01', until: '2199-12-31' }

/** Which survey, which unit, which period: as buttons. */
export function createChoosing(room: Pick<Room, 'totals' | 'surveys' | 'sendings' | 'survey' | 'today'>) {
  const { totals, sendings, surveys } = room
  const t = texts.id

  async function list(): Promise<Reply> {
    const rounds = (await Promise.all(surveys.map(({ id }) => sendings.of(id, room.today()))))
      .flat()
      .toSorted((a, b) => b.dueOn.localeCompare(a.dueOn))
      .slice(0, SENDINGS)
    const forCitizens = surveys.filter(({ who }) => who === 'citizens-after-service')
    const choices: Choice[] = [
      ...forCitizens.map(({ id, title }) => ({ label: title.slice(0, LABEL), value: `${SHOW}:unit:${id}` })),
      ...rounds.map((round) => {
        const title = titleOf(round, room.survey(round.survey)).slice(0, NAMED)
        const label = `${title}, ${t.round(round.months)}`.slice(0, LABEL)
        return { label, value: `${SHOW}:kirim:${round.sending}:${round.months}` }
      }),
    ]
    return { say: [choices.length === 0 ? { text: t.nothingYet } : { text: t.which, choices }] }
  }

  async function units(survey: Survey, page = 0): Promise<Reply> {
    const all = await totals.places({ survey: survey.id, sending: null, months: 0, ...ALWAYS })
    const found = [...new Map(all.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))).values()]
    if (found.length === 0) return { say: [{ text: t.nothingYet }] }
    const choices = found.slice(page * PAGE, (page + 1) * PAGE).map(({ id, name }) => ({
      label: name.slice(0, LABEL),
      value: `${SHOW}:lihat:${survey.id}:${id}`,
    }))
    const more = { label: t.more, value: `${SHOW}:unit:${survey.id}:${page + 1}` }
    const isLast = (page + 1) * PAGE >= found.length
    return { say: [{ text: t.whichUnit(survey.title), choices: isLast ? choices : [...choices, more] }] }
  }

  /** This period and all in which a unit has answers, the latest first. */
  async function periodsOf(survey: Survey, unit: string): Promise<readonly Period[]> {
    const months = await totals.answeredMonths(survey.id, unit)
    const days = [room.today(), ...months]
    return [
      ...new Map(
        days.map((day) => {
          const period = periodAt(survey.period, day)
          return [period.key, period] as const
        }),
      ).values(),
    ]
  }

  async function periods(survey: Survey, unit: string): Promise<Reply> {
    const choices = (await periodsOf(survey, unit)).slice(0, PAGE).map((period) => ({
      label: t.period(period),
      value: `${SHOW}:lihat:${survey.id}:${unit}:${period.key}`,
    }))
    return { say: [{ text: t.whichPeriod, choices }] }
  }

  /** The period in which a unit was answered for last; this one where it never was. */
  async function latest(survey: Survey, unit: string): Promise<Period> {
    const [month = room.today()] = await totals.answeredMonths(survey.id, unit)
    return periodAt(survey.period, month)
  }

  return { list, units, periods, latest }
}
