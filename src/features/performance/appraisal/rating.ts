import type { Action, Command, FeatureForm, Reply, Turn } from '../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { type Appraising, entryOf, reportedIn, say, subjectOf } from './appraising.ts'
import { shownDay } from './day.ts'
import { type Barrier, barrierFor, type Evaluation, isSettled } from './evaluation.ts'
import { daysOf } from './quarter.ts'
import { createDialogue } from './rating/dialogue.ts'
import { ASK, COMMENT, RATE } from './rating/forms.ts'
import { createGiving } from './rating/giving.ts'
import { texts } from './rating/texts.ts'
import { texts as self } from './self/texts.ts'
import { evaluationText, reportsText } from './showing.ts'
import { texts as shared } from './texts.ts'

const NAME = 'penilaian'

/** How a supervisor comes to an evaluation again: all of it, what waits besides, and what can be done with it. */
export interface Desk {
  /** An evaluation with its reports and its buttons; `first` stands above it. */
  show(turn: Turn, evaluation: Evaluation, first?: string): Promise<Reply>
  /** What keeps them from it, in words. */
  refusal(turn: Turn, barrier: Barrier, evaluation?: Evaluation): string
  /** The button for what waits after this one; none where nothing does. */
  next(by: string, after: string, language: Language): Promise<readonly Choice[]>
}

/** `/penilaian`: what direct reports sent, one by one, to be rated, asked about, or commented. */
export function createRating(deps: Appraising): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  const { store, reports, directory, audit, timeZone } = deps
  const desk: Desk = { show, refusal, next }
  const giving = createGiving(deps, desk)
  const dialogue = createDialogue(deps, desk)

  async function list(turn: Turn): Promise<Reply> {
    const { language, role, employee } = turn.person
    const t = texts[language]
    const office = mayUse(role, 'hr') ? await unrated(language) : []
    if (office.length > 0 && employee === undefined) return { say: office }
    const { id } = await entryOf(directory, turn)
    const waiting = await store.waitingFor(id)
    const [first] = waiting
    if (first === undefined) return { say: [{ text: t.none }, ...office] }
    const asked = waiting.filter(({ status }) => status === 'asked').length
    const heading =
      asked === waiting.length
        ? t.onlyAsked(showNumber(asked))
        : t.waiting(showNumber(waiting.length), asked === 0 ? null : showNumber(asked))
    const shown = await show(turn, first)
    return { say: [...office, { text: heading }, ...shown.say] }
  }

  /** For the officers: what nobody can rate. */
  async function unrated(language: Language): Promise<Reply['say']> {
    const t = texts[language]
    const { length } = await store.orphans()
    if (length === 0) return []
    const choices = [{ label: t.lookOrphans, value: 'sebaran:yatim' }]
    return [{ text: t.orphans(showNumber(length)), choices }]
  }

  async function show(turn: Turn, evaluation: Evaluation, first?: string): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const { id, employee, quarter, status, reopened } = evaluation
    await audit(
      {
        key: `${turn.message.id}:${id}`,
        action: 'evaluation.viewed',
        subject: employee.id,
        detail: { ...quarter },
      },
      turn,
    )
    const { from, until } = daysOf(quarter)
    const reported = await reportedIn(reports, employee.id, quarter)
    const notes = await store.notes(id)
    const text = [
      ...(first === undefined ? [] : [first]),
      t.heading(
        literal(employee.name),
        literal(employee.position),
        literal(employee.unit),
        shared[language].quarter(quarter),
      ),
      `${t.reports(self[language].days(shownDay(from), shownDay(until)))}\n${reportsText(reported, language)}`,
      evaluationText(evaluation, notes, language, timeZone),
      ...(status === 'asked' ? [t.asked] : reopened ? [t.objected] : []),
    ].join('\n\n')
    const by = turn.person.employee ?? ''
    return say(text, [...choices(evaluation, language), ...(await next(by, id, language))])
  }

  function choices(evaluation: Evaluation, language: Language): readonly Choice[] {
    const t = texts[language]
    const button = (label: string, verb: string): Choice => ({
      label,
      value: `${NAME}:${verb}:${evaluation.id}`,
    })
    const open = isSettled(evaluation) ? [] : [button(evaluation.reopened ? t.rateAgain : t.rate, 'nilai')]
    const ask = evaluation.status === 'rated' ? [] : [button(t.ask, 'tanya')]
    return [...open, ...ask, button(t.comment, 'komentar')]
  }

  async function next(by: string, after: string, language: Language): Promise<readonly Choice[]> {
    if (by === '') return []
    const others = (await store.waitingFor(by)).filter(({ id }) => id !== after)
    if (others.length === 0) return []
    return [{ label: texts[language].next(showNumber(others.length)), value: `${NAME}:sesudah:${after}` }]
  }

  /** The one that waits behind another, the first again behind the last. */
  async function after(turn: Turn, id: string): Promise<Reply> {
    const { id: by } = await entryOf(directory, turn)
    const waiting = await store.waitingFor(by)
    const at = waiting.findIndex((one) => one.id === id)
    const found = waiting[at + 1] ?? waiting.find((one) => one.id !== id)
    return found === undefined ? say(texts[turn.person.language].none) : show(turn, found)
  }

  function refusal({ person: { language } }: Turn, barrier: Barrier, evaluation?: Evaluation): string {
    const t = texts[language]
    const rated = evaluation?.rated
    if (barrier !== 'rated' || !rated) return t.barriers[barrier]
    return t.alreadyBy(literal(rated.by.name), shownDay(dayAt(rated.at, timeZone)))
  }

  /** Does something with an evaluation that is the supervisor's to rate now. */
  async function withTheirs(turn: Turn, id: string, work: (e: Evaluation) => Promise<Reply>): Promise<Reply> {
    const { id: by } = await entryOf(directory, turn)
    const evaluation = await store.evaluation(id)
    const barrier = evaluation === undefined ? 'gone' : barrierFor(evaluation, by)
    if (evaluation === undefined || barrier !== undefined) return say(refusal(turn, barrier ?? 'gone'))
    return work(evaluation)
  }

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', id = ''] = rest.split(':')
    const { language } = turn.person
    if (verb === 'sesudah') return after(turn, id)
    if (verb === 'lihat') return withTheirs(turn, id, (evaluation) => show(turn, evaluation))
    const form = { nilai: RATE, tanya: ASK, komentar: COMMENT }[verb]
    if (form === undefined) return list(turn)
    return withTheirs(turn, id, async (evaluation) => {
      const closed = form === RATE ? isSettled(evaluation) : form === ASK && evaluation.status === 'rated'
      if (closed) return say(refusal(turn, 'rated', evaluation))
      return { say: [], open: { form, answers: { subject: subjectOf(evaluation, language) } } }
    })
  }

  return {
    command: {
      name: NAME,
      audience: 'supervisor',
      personal: true,
      summary: (l) => texts[l].summary,
      run: list,
    },
    action: { name: NAME, audience: 'supervisor', personal: true, run },
    forms: [giving, ...dialogue],
  }
}
