import type { Reply, Turn } from '../../../chat/feature.ts'
import type { Answers } from '../../../chat/form.ts'
import { addDays, type Day, dayAt } from '../../../indonesian/dates.ts'
import type { Bucket } from '../counting/count-store.ts'
import { namesOf, scopeOf } from '../counting/respondent.ts'
import type { Survey } from '../definition.ts'
import { monthOf, periodAt } from '../period.ts'
import type { Room } from '../ports.ts'
import { ABOUT, answersOf } from './form.ts'
import { askedOf, bucketAt, closedOn } from './opening.ts'
import { texts } from './texts.ts'

/** Where an answer goes, what it may not be given for twice, and from when on that is forgotten. */
interface Aim {
  readonly bucket: Bucket
  readonly scope: string
  readonly forgetOn: Day
}

/** Counts what somebody answered, once. What was closed meanwhile takes nothing any more. */
export function createKeeping(room: Pick<Room, 'counts' | 'places' | 'sendings' | 'directory'>) {
  const { counts, places, sendings, directory } = room

  async function keep(turn: Turn, survey: Survey, months: number, filled: Answers): Promise<Reply> {
    const t = texts[turn.person.language]
    const aim = await aimOf(turn, survey, months, String(filled[ABOUT]))
    if (aim === undefined) return { say: [{ text: t.closedMeanwhile }] }
    const result = await counts.answer({
      ...aim,
      ...answersOf(survey, months, filled),
      names: namesOf(turn.person),
      delivery: turn.message.id,
    })
    return { say: [{ text: result === 'kept' ? t.thanks(survey.minimum) : t.thanksNoCount }] }
  }

  async function aimOf(turn: Turn, survey: Survey, months: number, about: string): Promise<Aim | undefined> {
    const today = dayAt(turn.now, turn.timeZone)
    if (closedOn(survey, today) !== undefined) return undefined
    if (about.startsWith('k')) return inSending(turn, survey, months, about.slice(1), today)
    const where = await places.coded(about)
    if (where === undefined) return undefined
    const { key, until } = periodAt(survey.period, today)
    return {
      bucket: bucketAt(survey, where, today),
      scope: scopeOf(survey.id, { kind: 'place', unit: where.unit, service: where.service }, key),
      forgetOn: addDays(until, 1),
    }
  }

  async function inSending(
    { person }: Turn,
    survey: Survey,
    months: number,
    sending: string,
    today: Day,
  ): Promise<Aim | undefined> {
    const { employee } = person
    if (employee === undefined) return undefined
    const round = await sendings.roundFor(employee, { sending, months })
    if (round === undefined || round.untilOn < today || round.survey !== survey.id) return undefined
    const unit = (await directory.employee(employee))?.unit.id ?? null
    const month = monthOf(round.dueOn)
    return {
      bucket: { survey: survey.id, sending, months, unit, service: null, month },
      scope: scopeOf(survey.id, askedOf(round), ''),
      forgetOn: addDays(round.untilOn, 1),
    }
  }

  return keep
}
