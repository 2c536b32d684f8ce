import type { Letter } from '../../../chat/feature.ts'
import type { ConversationId } from '../../../chat/message.ts'
import type { Member } from '../../../directory.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { instantAt } from '../../../indonesian/hours.ts'
import { askedOf } from '../answering/opening.ts'
import { employeeName, scopeOf } from '../counting/respondent.ts'
import { roundsOf, type Survey } from '../definition.ts'
import { monthsAfter } from '../period.ts'
import type { Room } from '../ports.ts'
import { letterOf } from './letter.ts'
import type { OpenRound, Round } from './sending-store.ts'

/** So many days a round takes answers. */
export const ANSWER_DAYS = 14
/** So many letters are put into the post at once. */
const CHUNK = 1_000

/** The rounds of a survey that is sent on a day; what the survey itself says of its end is kept to. */
export function roundsFrom(survey: Survey, on: Day): readonly Round[] {
  return roundsOf(survey)
    .map((months) => {
      const dueOn = monthsAfter(on, months)
      const last = addDays(dueOn, ANSWER_DAYS - 1)
      return {
        months,
        dueOn,
        untilOn: survey.until !== undefined && survey.until < last ? survey.until : last,
      }
    })
    .filter(({ dueOn, untilOn }) => dueOn <= untilOn)
}

/** Puts invitations and reminders into the post. Both may be begun again: whoever has a letter gets no second. */
export function createInviting(room: Room) {
  const { sendings, audiences, counts, post, timeZone } = room

  /** The first round goes to its audience, a later one to those who were invited to the first. */
  async function whoFor(round: OpenRound, survey: Survey, today: Day): Promise<readonly Member[]> {
    const [first = 0] = roundsOf(survey)
    if (round.months === first) return audiences.members(round.audience, today)
    return audiences.byIds(await sendings.invitedTo({ ...round, months: first }), today)
  }

  async function invite(round: OpenRound, survey: Survey, today: Day): Promise<void> {
    const reachable = (await whoFor(round, survey, today)).filter(({ conversation }) => conversation !== null)
    for (let from = 0; from < reachable.length; from += CHUNK) {
      const some = reachable.slice(from, from + CHUNK)
      await sendings.invite(
        round,
        some.map(({ employee }) => employee),
      ) // first: whoever has a letter may answer
      await send(batchOf(round), round, survey, some)
    }
    await sendings.invited(round)
  }

  async function remind(round: OpenRound, survey: Survey, today: Day): Promise<void> {
    const invited = await sendings.invitedTo(round)
    const answered = await counts.haveAnswered(
      invited.map(employeeName),
      scopeOf(survey.id, askedOf(round), ''),
    )
    const silent = invited.filter((employee) => !answered.has(employeeName(employee)))
    const reachable = (await audiences.byIds(silent, today)).filter(
      ({ conversation }) => conversation !== null,
    )
    for (let from = 0; from < reachable.length; from += CHUNK)
      await send(`${batchOf(round)}:ingat`, round, survey, reachable.slice(from, from + CHUNK), true)
    await sendings.reminded(round)
  }

  async function send(
    batch: string,
    round: OpenRound,
    survey: Survey,
    members: readonly Member[],
    reminding = false,
  ): Promise<void> {
    const message = letterOf(round, survey, reminding)
    const letters = members.map(
      ({ employee, conversation }): Letter => ({
        to: conversation as ConversationId, // those who have none were left out
        recipient: employee,
        message,
      }),
    )
    await post.post(batch, letters, { until: instantAt(addDays(round.untilOn, 1), '00:00', timeZone) })
  }

  return { invite, remind }
}

function batchOf({ sending, months }: OpenRound): string {
  return `survey:${sending}:${months}`
}
