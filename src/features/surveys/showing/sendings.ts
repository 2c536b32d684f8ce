import type { Reply } from '../../../chat/feature.ts'
import { type Choice, literal, type Outgoing } from '../../../chat/message.ts'
import { addDays, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { askedIn } from '../answering/form.ts'
import type { Which } from '../counting/total-store.ts'
import type { Survey } from '../definition.ts'
import { withoutSmall } from '../hiding.ts'
import { titleOf } from '../inviting/letter.ts'
import type { OpenRound } from '../inviting/sending-store.ts'
import { monthOf } from '../period.ts'
import type { Room } from '../ports.ts'
import { responseRate } from '../sample.ts'
import { resultLines } from './other.ts'
import { percent, SHOW } from './skm.ts'
import { texts } from './texts.ts'

const LABEL = 40

/** What came of inviting employees to a survey: how many answered and what, all together or by unit. */
export function createSendingResults({
  totals,
  sendings,
  today,
}: Pick<Room, 'totals' | 'sendings' | 'today'>) {
  async function show(round: OpenRound, survey: Survey): Promise<Reply> {
    const t = texts.id
    const { invited } = round
    const places = await totals.places(whichOf(round))
    const answered = places.reduce((sum, one) => sum + one.answered, 0)
    const head = t.head(literal(titleOf(round, survey)), t.round(round.months), showDay(round.dueOn))
    if (invited === null) return { say: [{ text: `${head}\n${t.notYetInvited}` }] }
    if (round.untilOn >= today()) return { say: [running(round, survey, head, answered)] }
    if (answered < survey.minimum)
      return { say: [{ text: `${head}\n${t.fewAnswers(survey.minimum, showNumber(invited))}` }] }
    const counts = await totals.answers(whichOf(round))
    const rate = percent(responseRate(Math.min(answered, invited), invited) ?? 0)
    const lines = [
      head,
      t.rate(showNumber(answered), showNumber(invited), rate),
      ...resultLines(askedIn(survey, round.months), counts, survey.minimum),
      '',
      t.interval,
    ]
    const key = `${round.sending}:${round.months}`
    const choices = [
      { label: t.buttons.byUnit, value: `${SHOW}:perunit:${key}` },
      { label: t.buttons.words, value: `${SHOW}:tulisan:${key}` },
      { label: t.buttons.again, value: SHOW },
    ]
    return { say: [{ text: lines.join('\n'), choices }] }
  }

  /** While people still answer only how many: else each look would show what the last of them said. */
  function running(round: OpenRound, survey: Survey, head: string, answered: number): Outgoing {
    const t = texts.id
    const invited = round.invited ?? 0
    const rate = percent(responseRate(Math.min(answered, invited), invited) ?? 0)
    const count =
      answered < survey.minimum
        ? t.fewYet(survey.minimum, showNumber(invited))
        : t.rate(showNumber(answered), showNumber(invited), rate)
    const choices = [{ label: t.close, value: `${SHOW}:tutup:${round.sending}:${round.months}` }]
    return { text: [head, count, t.stillOpen(showDay(round.untilOn))].join('\n'), choices }
  }

  /** Ends a round before its time, on the second press. */
  async function close(round: OpenRound, survey: Survey, isSure: boolean): Promise<Reply> {
    const t = texts.id
    const key = `${round.sending}:${round.months}`
    if (round.untilOn < today()) return show(round, survey)
    const choices = [
      { label: t.closeYes, value: `${SHOW}:tutup:${key}:ya` },
      { label: t.buttons.result, value: `${SHOW}:kirim:${key}` },
    ]
    if (!isSure) return { say: [{ text: t.closeSure(survey.minimum), choices }] }
    await sendings.close(round, today())
    return show({ ...round, untilOn: addDays(today(), -1) }, survey)
  }

  /** The units of which something may be shown; the others cannot be worked out from them. */
  async function units(round: OpenRound, survey: Survey): Promise<Reply> {
    const t = texts.id
    const { shown, hidden } = await groupsOf(round, survey)
    const key = `${round.sending}:${round.months}`
    const choices: Choice[] = shown.map(({ id, name }) => ({
      label: name.slice(0, LABEL),
      value: `${SHOW}:perunit:${key}:${id}`,
    }))
    const head = t.byUnit(literal(titleOf(round, survey)), t.round(round.months))
    const lines = hidden.length === 0 ? [head] : [head, t.hiddenUnits(hidden.length)]
    const back = { label: t.buttons.result, value: `${SHOW}:kirim:${key}` }
    return { say: [{ text: lines.join('\n'), choices: [...choices, back] }] }
  }

  async function ofUnit(round: OpenRound, survey: Survey, unit: string): Promise<Reply> {
    const t = texts.id
    const { shown } = await groupsOf(round, survey)
    const group = shown.find(({ id }) => id === unit)
    const back = { label: t.buttons.byUnit, value: `${SHOW}:perunit:${round.sending}:${round.months}` }
    if (group === undefined) return { say: [{ text: t.unitHidden, choices: [back] }] }
    const counts = await totals.answers(whichOf(round))
    const lines = [
      t.head(literal(titleOf(round, survey)), literal(group.name), t.round(round.months)),
      ...resultLines(askedIn(survey, round.months), counts, survey.minimum, unit),
    ]
    return { say: [{ text: lines.join('\n'), choices: [back] }] }
  }

  async function groupsOf(round: OpenRound, survey: Survey) {
    const places = await totals.places(whichOf(round))
    const groups = places.map(({ unit, answered }) => ({
      id: unit?.id ?? '',
      name: unit?.name ?? '',
      answers: answered,
    }))
    const { total, shown, hidden } = withoutSmall(groups, survey.minimum)
    return { shown: total ? shown.filter(({ answers, id }) => answers > 0 && id !== '') : [], hidden }
  }

  /** A round by what a button carries, and its survey; undefined where either is gone. */
  async function roundOf(room: Pick<Room, 'survey'>, sending: string, months: string) {
    const round = await sendings.round({ sending, months: Number(months) })
    const survey = round && room.survey(round.survey)
    return round && survey && { round, survey }
  }

  return { show, units, ofUnit, close, roundOf }
}

/** The answers to a round. */
export function whichOf({ survey, sending, months, dueOn }: OpenRound): Which {
  const month = monthOf(dueOn)
  return { survey, sending, months, from: month, until: month }
}
