import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../../chat/message.ts'
import { aboutOf, wordsForm } from '../about.ts'
import { type Appraising, entryOf, say, tellEntry } from '../appraising.ts'
import type { Barrier, Evaluation } from '../evaluation.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

const ANSWER = 'jawab-evaluasi'
const OBJECT = 'keberatan-nilai'
const t = (language: Language) => texts[language]

const answerForm = wordsForm(ANSWER, 2, { ask: (l) => t(l).answerAsk, label: (l) => t(l).answerLabel })
const objectForm = wordsForm(OBJECT, 10, { ask: (l) => t(l).objectAsk, label: (l) => t(l).objectLabel })

/** What the writer of an evaluation says to what the supervisor asked, and to the rating. */
export function createReplying(deps: Appraising): {
  readonly forms: readonly FeatureForm[]
  choices(evaluation: Evaluation, language: Language): readonly Choice[]
  run(turn: Turn, verb: string, what: string): Promise<Reply | undefined>
} {
  const { store, directory } = deps

  /** Their own evaluation as it stands, or what to say where it is not theirs. */
  async function ownEvaluation(turn: Turn, id: string): Promise<Evaluation | Reply> {
    const entry = await entryOf(directory, turn)
    const evaluation = await store.evaluation(id)
    return evaluation?.employee.id === entry.id
      ? evaluation
      : say(t(turn.person.language).barriers['not theirs'])
  }

  async function ask(turn: Turn, form: string, id: string): Promise<Reply> {
    const { language } = turn.person
    const found = await ownEvaluation(turn, id)
    if ('say' in found) return found
    const barrier = form === ANSWER ? answerBarrier(found) : replyBarrier(found)
    if (barrier !== undefined) return say(t(language).barriers[barrier])
    return { say: [], open: { form, answers: aboutOf(found, language) } }
  }

  async function accept(turn: Turn, id: string): Promise<Reply> {
    const { id: by } = await entryOf(directory, turn)
    const own = t(turn.person.language)
    const result = await store.reply(id, 'accepted', null, { by, key: turn.message.id, now: turn.now })
    return say(typeof result === 'string' ? own.barriers[result] : own.accepted)
  }

  const answered = whenSent(
    answerForm,
    async (turn, { evaluation, words }) => {
      const { language } = turn.person
      const { id: by } = await entryOf(directory, turn)
      const said = { by, key: turn.message.id, now: turn.now }
      const result = await store.answer(evaluation, words, said)
      if (typeof result === 'string') return say(t(language).barriers[result])
      const { employee, quarter } = result
      const told = t(language).arrivedAnswer(
        literal(employee.name),
        shared[language].quarter(quarter),
        literal(words),
      )
      return say(t(language).answered(await tell(turn, result, told)))
    },
    'employee',
  )

  const objected = whenSent(
    objectForm,
    async (turn, { evaluation, words }) => {
      const { language } = turn.person
      const { id: by } = await entryOf(directory, turn)
      const said = { by, key: turn.message.id, now: turn.now }
      const result = await store.reply(evaluation, 'objected', words, said)
      if (typeof result === 'string') return say(t(language).barriers[result])
      const { employee, quarter, id } = result
      const told = t(language).toldObjected(
        literal(employee.name),
        shared[language].quarter(quarter),
        literal(words),
      )
      const again = { label: t(language).rateAgain, value: `penilaian:lihat:${id}` }
      return say(t(language).objected(await tell(turn, result, told, [again])))
    },
    'employee',
  )

  /** Tells the supervisor; resolves to their name where they can be reached. */
  async function tell(
    { person: { language }, message }: Turn,
    { id, rater }: Evaluation,
    words: string,
    choices: readonly Choice[] = [{ label: t(language).look, value: `penilaian:lihat:${id}` }],
  ): Promise<string | null> {
    if (rater === null) return null
    const key = `evaluation:${id}:${message.id}`
    return (await tellEntry(deps, rater.id, { text: words, choices }, key)) ? literal(rater.name) : null
  }

  return {
    forms: [answered, objected],

    choices(evaluation, language) {
      const { id } = evaluation
      const own = t(language)
      const button = (label: string, verb: string): Choice => ({ label, value: `evaluasi:${verb}:${id}` })
      if (replyBarrier(evaluation) === undefined)
        return [button(own.accept, 'terima'), button(own.object, 'keberatan')]
      if (evaluation.status === 'rated') return []
      const asked = evaluation.status === 'asked' ? [button(own.answer, 'jawab')] : []
      return [...asked, button(own.amend, 'perbaiki')]
    },

    async run(turn, verb, what) {
      if (verb === 'jawab') return ask(turn, ANSWER, what)
      if (verb === 'keberatan') return ask(turn, OBJECT, what)
      return verb === 'terima' ? accept(turn, what) : undefined
    },
  }
}

function answerBarrier({ status }: Evaluation): Barrier | undefined {
  return status === 'rated' ? 'rated' : undefined
}

function replyBarrier({ status, replied }: Evaluation): Barrier | undefined {
  if (status !== 'rated') return 'changed'
  return replied === null ? undefined : 'replied'
}
