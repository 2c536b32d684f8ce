import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../../chat/feature.ts'
import { dayAt } from '../../../../indonesian/dates.ts'
import { type Appraising, entryOf, quartersNow, reportedIn, say } from '../appraising.ts'
import { shownDay } from '../day.ts'
import type { Evaluation } from '../evaluation.ts'
import { opensOn, type Quarter, readQuarterKey, standingOf } from '../quarter.ts'
import { texts as shared } from '../texts.ts'
import { answersOf, ownViewOf, quarterAnswers } from './answers.ts'
import { EVALUATE, selfForm } from './form.ts'
import { createSending } from './sending.ts'
import { suggestionOf } from './suggesting.ts'
import { texts } from './texts.ts'

/** Shows the writer an evaluation that was sent; `first` stands above it. */
export type Show = (turn: Turn, evaluation: Evaluation, first?: string) => Promise<Reply>

/** Filling in the self-evaluation: begun with what was reported or with nothing, changed while it is not rated, sent. */
export function createFilling(
  deps: Appraising,
  show: Show,
): {
  readonly form: FeatureForm
  /** Opens the form for a quarter, by its key. */
  open(turn: Turn, key: string, withSummary: boolean): Promise<Reply>
  /** Opens it with what was sent. */
  amend(turn: Turn, id: string): Promise<Reply>
  /** Why a quarter cannot be evaluated now; undefined where it can. */
  refusalOf(turn: Turn, quarter: Quarter): string | undefined
} {
  const { store, reports, directory, timeZone } = deps
  const sending = createSending(deps)

  async function open(turn: Turn, key: string, withSummary: boolean): Promise<Reply> {
    const { language } = turn.person
    const entry = await entryOf(directory, turn)
    const quarter = readQuarterKey(key)
    if (quarter === undefined) return say(texts[language].unknownQuarter)
    const sent = await store.ofQuarter(entry.id, quarter)
    if (sent !== undefined) return show(turn, sent)
    const refusal = refusalOf(turn, quarter)
    if (refusal !== undefined) return say(refusal)
    const reported = withSummary ? await reportedIn(reports, entry.id, quarter) : undefined
    const results = reported && suggestionOf(reported, language)
    const answers = { ...quarterAnswers(quarter, language), ...(results !== undefined && { results }) }
    return { say: [], open: { form: EVALUATE, answers } }
  }

  async function amend(turn: Turn, id: string): Promise<Reply> {
    const { language } = turn.person
    const { barriers } = texts[language]
    const entry = await entryOf(directory, turn)
    const evaluation = await store.evaluation(id)
    if (evaluation?.employee.id !== entry.id) return say(barriers['not theirs'])
    if (evaluation.status === 'rated') return say(barriers.rated)
    const { quarter, version, own } = evaluation
    const answers = { ...quarterAnswers(quarter, language, version), ...answersOf(own, language) }
    return { say: [], open: { form: EVALUATE, answers } }
  }

  function refusalOf({ person: { language }, now }: Turn, quarter: Quarter): string | undefined {
    const t = texts[language]
    const name = shared[language].quarter
    const standing = standingOf(quarter, dayAt(now, timeZone))
    if (standing === 'early') return t.early(name(quarter), shownDay(opensOn(quarter)))
    if (standing === 'open') return undefined
    return t.closed(name(quarter), quartersNow(now, timeZone).map(name).join(', '))
  }

  const form = whenSent(
    selfForm,
    async (turn, { quarter: key, version, named: _, ...answers }) => {
      const { language } = turn.person
      const entry = await entryOf(directory, turn)
      const quarter = readQuarterKey(key)
      if (quarter === undefined) return say(texts[language].unknownQuarter)
      const own = ownViewOf(answers)
      if (version !== '') return sending.again(turn, entry, { quarter, version: Number(version) }, own)
      const known = await store.ofQuarter(entry.id, quarter)
      const refusal = known === undefined ? refusalOf(turn, quarter) : undefined
      if (refusal !== undefined) return say(refusal)
      const said = { by: entry.id, key: turn.message.id, now: turn.now }
      const { fresh, evaluation } = await store.send(quarter, own, said)
      return fresh ? sending.first(turn, evaluation) : show(turn, evaluation, texts[language].notKept)
    },
    'employee',
  )

  return { form, open, amend, refusalOf }
}
