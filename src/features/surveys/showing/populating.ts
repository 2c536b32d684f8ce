import { z } from 'zod'
import { type Command, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { number } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import type { Where } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { readNumber, showNumber } from '../../../indonesian/numbers.ts'
import { isSkm } from '../definition.ts'
import { periodAt } from '../period.ts'
import type { Room } from '../ports.ts'
import { sampleSize } from '../sample.ts'
import { texts } from './texts.ts'

const FORM = 'survei-pengguna'
const MOST = 100_000_000

/** `/survei_populasi UNIT: 1200`: how many people use a unit or a service, from which follows how many are to be asked. */
export function createPopulating({
  plans,
  places,
  surveys,
  audit,
}: Pick<Room, 'plans' | 'places' | 'surveys' | 'audit'>) {
  const kind = surveys.find(isSkm)?.period ?? 'semester'

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const [, words = '', said = ''] = /^([\s\S]*?)\s*:\s*([^:]*)$/.exec(rest.trim()) ?? []
    if (words === '') return say(t.populationHow)
    const people = readNumber(said)
    if (people === undefined || !Number.isInteger(people) || people < 1 || people > MOST)
      return say(t.badNumber)
    const [where, ...others] = await places.called(words)
    if (where === undefined) return say(t.unknownUnit(literal(words)))
    if (others.length > 0) return say(t.severalPlaces([where, ...others].map(({ title }) => literal(title))))
    return keep(turn, where, people)
  }

  async function keep(turn: Turn, where: Where, people: number): Promise<Reply> {
    const t = texts[turn.person.language]
    const { from } = periodAt(kind, dayAt(turn.now, turn.timeZone))
    await plans.setPopulation(where, people, from)
    const { account, role } = turn.person
    const key = `survey.population:${turn.message.id}`
    const detail = { unit: where.unit, service: where.service, people }
    await audit.note({ key, action: 'survey.population', account, role, subject: null, detail }, turn.now)
    return say(t.population(literal(where.title), showNumber(people), showNumber(sampleSize(people))))
  }

  /** Asks for the number of a unit. */
  async function ask(unit: string): Promise<Reply | undefined> {
    const where = await places.coded(`u${unit}`)
    return where && { say: [], open: { form: FORM, answers: { unit, title: where.title } } }
  }

  const command: Command = {
    name: 'survei_populasi',
    audience: 'hr',
    personal: true,
    summary: (l) => texts[l].populationSummary,
    run,
  }
  const form: FeatureForm = whenSent(
    populationForm,
    async (turn, { unit, people }) => {
      const where = await places.coded(`u${unit}`)
      return where === undefined ? say(texts[turn.person.language].gone) : keep(turn, where, people)
    },
    'hr',
  )
  return { command, ask, form }
}

const shape = { unit: z.string(), title: z.string(), people: z.number() }
const populationForm: Form<typeof shape> = {
  name: FORM,
  title: (l) => texts[l].populationLabel,
  review: false,
  schema: z.object(shape),
  questions: {
    unit: given(),
    title: given(),
    people: {
      ask: (l, { title }) => texts[l].askPopulation(literal(String(title))),
      label: (l) => texts[l].populationLabel,
      field: number({ min: 1, max: MOST, whole: true }),
    },
  },
}

function say(text: string): Reply {
  return { say: [{ text }] }
}
