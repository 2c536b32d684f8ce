import type { Action, Command, FeatureForm, Reply, Turn } from '../../../chat/feature.ts'
import type { Language } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { aboutOf } from './about.ts'
import { entryOf, say } from './appraising.ts'
import { barrierFor, type Evaluation, isSettled } from './evaluation.ts'
import { readQuarterKey } from './quarter.ts'
import { createDesk, RATING } from './rating/desk.ts'
import { createDialogue } from './rating/dialogue.ts'
import { ASK, COMMENT, RATE } from './rating/forms.ts'
import { createGiving } from './rating/giving.ts'
import { createReminding, type Reminding } from './rating/reminding.ts'
import { texts } from './rating/texts.ts'

/** `/penilaian`: what direct reports sent, one by one, to be rated, asked about, or commented; and who sent nothing. */
export function createRating(deps: Reminding): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  const { store, directory } = deps
  const desk = createDesk(deps)
  const reminding = createReminding(deps)

  async function list(turn: Turn): Promise<Reply> {
    const { person, now } = turn
    const { language, role, employee } = person
    const t = texts[language]
    const office = mayUse(role, 'hr') ? await unrated(language) : []
    if (office.length > 0 && employee === undefined) return { say: office }
    const { id } = await entryOf(directory, turn)
    const missing = await reminding.missingOf(person, id, now)
    const withMissing = (text: string) => ({
      ...missing,
      text: [text, ...(missing ? [missing.text] : [])].join('\n\n'),
    })
    const waiting = await store.waitingFor(id)
    const [first] = waiting
    if (first === undefined) return { say: [...office, withMissing(t.none)] }
    const asked = waiting.filter(({ status }) => status === 'asked').length
    const heading =
      asked === waiting.length
        ? t.onlyAsked(showNumber(asked))
        : t.waiting(showNumber(waiting.length), asked === 0 ? null : showNumber(asked))
    const shown = await desk.show(turn, first)
    return { say: [...office, withMissing(heading), ...shown.say] }
  }

  /** For the officers: what nobody can rate. */
  async function unrated(language: Language): Promise<Reply['say']> {
    const t = texts[language]
    const { length } = await store.orphans()
    if (length === 0) return []
    const choices = [{ label: t.lookOrphans, value: 'sebaran:yatim' }]
    return [{ text: t.orphans(showNumber(length)), choices }]
  }

  /** The one that waits behind another, the first again behind the last. */
  async function after(turn: Turn, id: string): Promise<Reply> {
    const { id: by } = await entryOf(directory, turn)
    const waiting = await store.waitingFor(by)
    const at = waiting.findIndex((one) => one.id === id)
    const found = waiting[at + 1] ?? waiting.find((one) => one.id !== id)
    return found === undefined ? say(texts[turn.person.language].none) : desk.show(turn, found)
  }

  /** Does something with an evaluation that is the supervisor's to rate now. */
  async function withTheirs(turn: Turn, id: string, work: (e: Evaluation) => Promise<Reply>): Promise<Reply> {
    const { id: by } = await entryOf(directory, turn)
    const evaluation = await store.evaluation(id)
    const barrier = evaluation === undefined ? 'gone' : barrierFor(evaluation, by)
    if (evaluation === undefined || barrier !== undefined) return say(desk.refusal(turn, barrier ?? 'gone'))
    return work(evaluation)
  }

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', what = ''] = rest.split(':')
    if (verb === 'sesudah') return after(turn, what)
    if (verb === 'lihat') return withTheirs(turn, what, (evaluation) => desk.show(turn, evaluation))
    const quarter = verb === 'ingatkan' ? readQuarterKey(what) : undefined
    if (quarter !== undefined) return reminding.remind(turn, quarter)
    const form = { nilai: RATE, tanya: ASK, komentar: COMMENT }[verb]
    if (form === undefined) return list(turn)
    return withTheirs(turn, what, async (evaluation) => {
      const closed = form === RATE ? isSettled(evaluation) : form === ASK && evaluation.status === 'rated'
      if (closed) return say(desk.refusal(turn, 'rated', evaluation))
      return { say: [], open: { form, answers: aboutOf(evaluation, turn.person.language) } }
    })
  }

  const supervisors = { name: RATING, audience: 'supervisor', personal: true } as const
  return {
    command: { ...supervisors, summary: (l) => texts[l].summary, run: list },
    action: { ...supervisors, run },
    forms: [createGiving(deps, desk), ...createDialogue(deps, desk)],
  }
}
