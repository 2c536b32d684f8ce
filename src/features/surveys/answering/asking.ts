import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { namesOf, scopeOf } from '../counting/respondent.ts'
import { roundsOf, type Survey } from '../definition.ts'
import { titleOf } from '../inviting/letter.ts'
import type { OpenRound } from '../inviting/sending-store.ts'
import type { Room } from '../ports.ts'
import { formOf, WHERE, whereForm } from './form.ts'
import { createKeeping } from './keeping.ts'
import { askedOf, closedOn, codeOf, createOpening } from './opening.ts'
import { texts } from './texts.ts'

const NAME = 'survei'
/** "isi survei" is the name of a command too, so that the kernel knows it before it has answered. */
const PLAIN = 'isi_survei'
const A_CODE = /^[su]\d+$/i
const LABEL = 40

/** `/survei`: whoever was served, or was invited, says how it was. Of who answered what nothing is kept. */
export function createAsking(room: Room) {
  const { places, sendings, counts, surveys } = room
  const opening = createOpening(room)
  const keep = createKeeping(room)
  const forCitizens = surveys.filter(({ who }) => who === 'citizens-after-service')

  /** With nothing, the name of a survey, a place, or both. */
  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const [, first = '', more = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest.trim()) ?? []
    const named = room.survey(first.toLowerCase())
    if (named !== undefined && !forCitizens.includes(named)) return invited(turn, named)
    if (first === '' || (named === undefined && /^kepuasan\b/i.test(rest))) return list(turn)
    const survey = named ?? forCitizens[0]
    if (survey === undefined) return list(turn)
    return at(turn, survey, named === undefined ? rest.trim() : more)
  }

  async function list(turn: Turn): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const rounds = await waiting(turn)
    const open = forCitizens.filter((survey) => closedOn(survey, today) === undefined)
    const [only] = open
    if (rounds.length === 0 && only !== undefined && open.length === 1) return at(turn, only, '')
    const choices: Choice[] = [
      ...rounds.map((round) => ({
        label: titleOf(round, room.survey(round.survey)).slice(0, LABEL),
        value: `${NAME}:undangan:${round.sending}:${round.months}`,
      })),
      ...open.map(({ id, title }) => ({ label: title.slice(0, LABEL), value: `${NAME}:pilih:${id}` })),
    ]
    return choices.length === 0 ? say(t.none) : { say: [{ text: t.which, choices }] }
  }

  /** The rounds somebody was invited to and has not answered. */
  async function waiting({ person, now, timeZone }: Turn): Promise<readonly OpenRound[]> {
    if (person.employee === undefined) return []
    const rounds = await sendings.openFor(person.employee, dayAt(now, timeZone))
    const answered = await Promise.all(
      rounds.map((round) => counts.haveAnswered(namesOf(person), scopeOf(round.survey, askedOf(round), ''))),
    )
    return rounds.filter((_, i) => answered[i]?.size === 0)
  }

  async function invited(turn: Turn, survey: Survey): Promise<Reply> {
    const [round] = (await waiting(turn)).filter((one) => one.survey === survey.id)
    return round === undefined
      ? say(texts[turn.person.language].onlyInvited)
      : opening.byInvitation(turn, survey, round)
  }

  async function at(turn: Turn, survey: Survey, words: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const open = { form: WHERE, answers: { survey: survey.id, title: survey.title } }
    if (words === '') return { say: [], open }
    const coded = await places.coded(words)
    if (coded !== undefined) return opening.atPlace(turn, survey, coded)
    if (A_CODE.test(words)) return { say: [{ text: t.unknownCode }], open }
    const [first, ...others] = await places.called(words)
    if (first === undefined) return { say: [{ text: t.unknownWhere(literal(words)) }], open }
    if (others.length === 0) return opening.atPlace(turn, survey, first)
    const choices = [first, ...others].map((where) => ({
      label: where.title.slice(0, LABEL),
      value: `${NAME}:di:${survey.id}:${codeOf(where)}`,
    }))
    return { say: [{ text: t.whichWhere(literal(words)), choices }] }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', id = '', more = ''] = rest.split(':')
    if (verb === 'undangan') return byInvitation(turn, id, Number(more))
    const survey = forCitizens.find((one) => one.id === id)
    return survey === undefined || (verb !== 'di' && verb !== 'pilih')
      ? begin(turn, '')
      : at(turn, survey, more)
  }

  async function byInvitation(turn: Turn, sending: string, months: number): Promise<Reply> {
    const t = texts[turn.person.language]
    const { employee } = turn.person
    const round = employee ? await sendings.roundFor(employee, { sending, months }) : undefined
    if (round === undefined) return say(t.notInvited)
    const survey = room.survey(round.survey)
    return survey === undefined ? say(t.closedMeanwhile) : opening.byInvitation(turn, survey, round)
  }

  const shared = { audience: 'citizen', personal: true, traceless: true } as const
  const commands: readonly Command[] = [
    {
      ...shared,
      name: NAME,
      byLink: true,
      summary: (l) => texts[l].summary,
      plain: (rest) => /^(?:kepuasan|skm)\b/i.test(rest),
      run: begin,
    },
    { ...shared, name: PLAIN, run: begin },
  ]
  const action: Action = { ...shared, name: NAME, run: press }
  const forms: readonly FeatureForm[] = [
    {
      ...whenSent(whereForm, async (turn, { survey: id, where }) => {
        const survey = forCitizens.find((one) => one.id === id)
        return survey === undefined ? begin(turn, where) : at(turn, survey, where)
      }),
      traceless: true,
    },
    ...surveys.flatMap((survey) =>
      roundsOf(survey).map(
        (months): FeatureForm => ({
          form: formOf(survey, months),
          traceless: true,
          submit: (turn, answers) => keep(turn, survey, months, answers),
        }),
      ),
    ),
  ]
  return { commands, action, forms }
}

function say(text: string): Reply {
  return { say: [{ text }] }
}
