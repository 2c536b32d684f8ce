import { z } from 'zod'
import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { roundsOf, type Survey } from '../definition.ts'
import type { Room } from '../ports.ts'
import { ANSWER_DAYS, createInviting, roundsFrom } from './inviting.ts'
import { titleOf } from './letter.ts'
import type { Sending } from './sending-store.ts'
import { texts } from './texts.ts'

const NAME = 'survei_kirim'

/** `/survei_kirim SURVEY: WHO`: an officer invites employees, after seeing how many that are. */
export function createSending(room: Room) {
  const { sendings, audiences, audit } = room
  const { invite } = createInviting(room)
  const forStaff = room.surveys.filter(({ who }) => who !== 'citizens-after-service')

  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const how = forStaff.length === 0 ? t.noSurveys : t.how(forStaff)
    const [, id = '', who = ''] = /^([^\s:]*)\s*:?\s*([\s\S]*)$/.exec(rest.trim()) ?? []
    if (id === '') return say(how)
    const survey = room.survey(id.toLowerCase())
    if (survey === undefined) return say(`${t.unknown(literal(id))}\n\n${how}`)
    if (!forStaff.includes(survey)) return say(t.forCitizens(survey.title))
    if (who.trim() === '') return say(how)
    const read = await audiences.read(who, dayAt(turn.now, turn.timeZone))
    if (!read.ok) return say(literal(read.hint))
    return {
      say: [],
      open: { form: NAME, answers: { survey: survey.id, title: survey.title, who: who.trim() } },
    }
  }

  async function drafted(turn: Turn, survey: Survey, words: string, about: string | null): Promise<Reply> {
    const t = texts[turn.person.language]
    const on = dayAt(turn.now, turn.timeZone)
    const read = await audiences.read(words, on)
    if (!read.ok) return say(literal(read.hint))
    const { audience, everyone } = read
    const { people, reachable } = await audiences.count(audience, on)
    if (people === 0) return say(t.nobody)
    if (reachable === 0) return say(t.noneReachable(people))
    const { account } = turn.person
    const draft = { survey: survey.id, about, audience, words }
    const id = await sendings.draft(turn.message.id, draft, { account, on })
    const sure = t.sure({
      title: literal(titleOf({ about, survey: survey.id }, survey)),
      who: literal(await audiences.describe(audience)),
      everyone,
      people,
      reachable,
      minimum: survey.minimum,
      days: ANSWER_DAYS,
      later: roundsOf(survey).filter((months) => months > 0),
    })
    const choices = [
      { label: t.yes(reachable), value: `${NAME}:ya:${id}` },
      { label: t.no, value: `${NAME}:batal:${id}` },
    ]
    return { say: [{ text: sure, choices }] }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const [verb, id = ''] = rest.split(':')
    const sending = await sendings.find(id)
    const survey = sending && room.survey(sending.survey)
    if (sending === undefined || survey === undefined || sending.status === 'cancelled') return say(t.gone)
    if (sending.status === 'sent') return say(t.onItsWay)
    if (verb === 'ya') return send(turn, sending, survey)
    await sendings.cancel(id)
    return say(t.cancelled)
  }

  async function send(turn: Turn, { id }: Sending, survey: Survey): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const rounds = roundsFrom(survey, today)
    if (rounds.length === 0) return say(t.over)
    if (!(await sendings.send(id, today, rounds))) return say(t.onItsWay)
    const { account, role } = turn.person
    const deed = { key: `survey.sent:${id}`, action: 'survey.sent', account, role, subject: null }
    await audit.note({ ...deed, detail: { survey: survey.id, sending: id } }, turn.now)
    const round = await sendings.round({ sending: id, months: rounds[0]?.months ?? 0 })
    if (round === undefined || round.dueOn > today) return say(t.onItsWay)
    await invite(round, survey, today)
    const invited = (await sendings.round(round))?.invited ?? 0
    return say(t.sent(invited, showDay(round.untilOn)))
  }

  const shared = { name: NAME, audience: 'hr', personal: true } as const
  const command: Command = { ...shared, summary: (l) => texts[l].summary, run: begin }
  const action: Action = { ...shared, run: press }
  const form: FeatureForm = whenSent(
    aboutForm,
    async (turn, { survey: id, who, about }) => {
      const survey = room.survey(id)
      return survey === undefined ? begin(turn, '') : drafted(turn, survey, who, about)
    },
    'hr',
  )
  return { command, action, form }
}

const shape = {
  survey: z.string(),
  title: z.string(),
  who: z.string(),
  about: z.string().nullable(),
}
const aboutForm: Form<typeof shape> = {
  name: NAME,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object(shape),
  questions: {
    survey: given(),
    title: given(),
    who: given(),
    about: {
      ask: (l, { title }) => texts[l].askAbout(String(title)),
      label: (l) => texts[l].aboutLabel,
      field: text(2, 80),
    },
  },
}

function say(text: string): Reply {
  return { say: [{ text }] }
}
