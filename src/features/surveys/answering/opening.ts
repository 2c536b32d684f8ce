import type { Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { Where } from '../../../directory.ts'
import { type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import type { Bucket } from '../counting/count-store.ts'
import { type Asked, namesOf, scopeOf } from '../counting/respondent.ts'
import type { Survey } from '../definition.ts'
import type { OpenRound } from '../inviting/sending-store.ts'
import { monthOf, periodAt } from '../period.ts'
import type { Room } from '../ports.ts'
import { ABOUT, formName, minutesFor } from './form.ts'
import { texts } from './texts.ts'

/** Opens a survey for whoever wants to answer it, or says kindly why not. */
export function createOpening({ counts }: Pick<Room, 'counts'>) {
  async function atPlace(turn: Turn, survey: Survey, { unit, service, title }: Where): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const closed = closedOn(survey, today)
    const named = literal(title)
    if (closed !== undefined)
      return say(closed.opens ? t.notYet(survey.title, showDay(closed.opens)) : t.over(survey.title))
    const scope = scopeOf(survey.id, { kind: 'place', unit, service }, periodAt(survey.period, today).key)
    if (await hasAnswered(turn, scope)) return say(t.before(survey.title, named))
    await counts.opened(bucketAt(survey, { unit, service }, today))
    return opened(turn, survey, { months: 0, about: codeOf({ unit, service }), where: named })
  }

  async function byInvitation(turn: Turn, survey: Survey, round: OpenRound): Promise<Reply> {
    const { sending, months, about } = round
    const t = texts[turn.person.language]
    if (round.untilOn < dayAt(turn.now, turn.timeZone)) return say(t.over(survey.title))
    const where = about === null ? '' : literal(about)
    if (await hasAnswered(turn, scopeOf(survey.id, askedOf(round), '')))
      return say(t.before(survey.title, where))
    return opened(turn, survey, { months, about: `k${sending}`, where })
  }

  async function hasAnswered({ person }: Turn, scope: string): Promise<boolean> {
    return (await counts.haveAnswered(namesOf(person), scope)).size > 0
  }

  return { atPlace, byInvitation }
}

/** What a round of a sending asks, as it is told apart. */
export function askedOf({ sending, months }: Pick<OpenRound, 'sending' | 'months'>): Asked {
  return { kind: 'sending', id: sending, months }
}

/** Where the answers to a survey of citizens are added up. */
export function bucketAt(survey: Survey, place: Pick<Where, 'unit' | 'service'>, today: Day): Bucket {
  const { unit, service } = place
  return { survey: survey.id, sending: null, months: 0, unit, service, month: monthOf(today) }
}

/** Where a survey takes no answers on a day, and when it will, where that is still to come. */
export function closedOn({ from, until }: Survey, today: Day): { readonly opens?: Day } | undefined {
  if (from !== undefined && today < from) return { opens: from }
  return until !== undefined && today > until ? {} : undefined
}

/** A place as buttons and links carry it. */
export function codeOf({ unit, service }: Pick<Where, 'unit' | 'service'>): string {
  return service === null ? `u${unit}` : `s${service}`
}

function opened(
  { person: { language } }: Turn,
  survey: Survey,
  { months, about, where }: { readonly months: number; readonly about: string; readonly where: string },
): Reply {
  const t = texts[language]
  const promise = [
    t.promise(minutesFor(survey, months)),
    ...(survey.who === 'citizens-after-service' ? [] : [t.promiseToStaff]),
  ]
  const text = `${t.intro(survey.title, where, survey.intro)}\n\n${promise.join(' ')}`
  return { say: [{ text }], open: { form: formName(survey, months), answers: { [ABOUT]: about } } }
}

function say(text: string): Reply {
  return { say: [{ text }] }
}
