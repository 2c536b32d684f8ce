import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { type Appraising, entryOf, quartersNow, reportedIn, say } from './appraising.ts'
import { shownDay } from './day.ts'
import { type Evaluation, isSettled } from './evaluation.ts'
import { daysOf, opensOn, type Quarter, quarterKey, readQuarter, standingOf } from './quarter.ts'
import { chosenKey, readChosen } from './self/chosen-quarter.ts'
import { answersOf, EVALUATE, ownViewOf, selfForm } from './self/form.ts'
import { createReplying } from './self/replying.ts'
import { createSending } from './self/sending.ts'
import { suggestionOf } from './self/suggesting.ts'
import { texts } from './self/texts.ts'
import { evaluationText, reportsText } from './showing.ts'
import { texts as shared } from './texts.ts'

const NAME = 'evaluasi'

/** `/evaluasi`: the quarter as it was reported, one's own view of it, and what the supervisor made of that. */
export function createSelf(deps: Appraising): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  const { store, reports, directory, timeZone } = deps
  const replying = createReplying(deps)
  const sending = createSending(deps)

  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const { person, now } = turn
    const t = texts[person.language]
    const entry = await entryOf(directory, turn)
    const today = dayAt(now, timeZone)
    const named = /^(?:|saya|diri|diri saya)$/.test(fold(rest)) ? undefined : readQuarter(rest, today)
    if (named === undefined && !/^(?:|saya|diri|diri saya)$/.test(fold(rest))) return say(t.unknownQuarter)
    const [usual, other] = quartersNow(now, timeZone)
    const quarter = named ?? usual
    const sent = await store.ofQuarter(entry.id, quarter)
    if (sent !== undefined) return show(turn, sent)
    const refusal = refusalOf(turn, quarter)
    if (refusal !== undefined) return say(refusal)
    const late = named === undefined && other && (await store.ofQuarter(entry.id, other)) === undefined
    return overview(turn, entry.id, quarter, late ? other : undefined)
  }

  /** What was reported comes first; the form begins with it, or with nothing. */
  async function overview(turn: Turn, entry: string, quarter: Quarter, other?: Quarter): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const { from, until } = daysOf(quarter)
    const reported = await reportedIn(reports, entry, quarter)
    const key = quarterKey(quarter)
    const some = reported.counted > 0
    const text = [
      t.intro(shared[language].quarter(quarter), t.days(shownDay(from), shownDay(until))),
      reportsText(reported, language),
      some ? t.askUse : t.askWrite,
    ].join('\n\n')
    return say(text, [
      ...(some ? [{ label: t.useSummary, value: `${NAME}:pakai:${key}` }] : []),
      { label: some ? t.writeOwn : t.writeResults, value: `${NAME}:tulis:${key}` },
      ...(other === undefined
        ? []
        : [{ label: t.other(shared[language].quarter(other)), value: `${NAME}:buka:${quarterKey(other)}` }]),
    ])
  }

  async function open(turn: Turn, key: string, withSummary: boolean): Promise<Reply> {
    const { language } = turn.person
    const entry = await entryOf(directory, turn)
    const quarter = readChosen(key)?.quarter
    if (quarter === undefined) return say(texts[language].unknownQuarter)
    const sent = await store.ofQuarter(entry.id, quarter)
    if (sent !== undefined) return show(turn, sent)
    const refusal = refusalOf(turn, quarter)
    if (refusal !== undefined) return say(refusal)
    const results = withSummary
      ? suggestionOf(await reportedIn(reports, entry.id, quarter), language)
      : undefined
    return {
      say: [],
      open: { form: EVALUATE, answers: { quarter: key, ...(results !== undefined && { results }) } },
    }
  }

  /** Why a quarter cannot be evaluated now; undefined where it can. */
  function refusalOf({ person: { language }, now }: Turn, quarter: Quarter): string | undefined {
    const t = texts[language]
    const name = shared[language].quarter
    const standing = standingOf(quarter, dayAt(now, timeZone))
    if (standing === 'early') return t.early(name(quarter), shownDay(opensOn(quarter)))
    if (standing === 'open') return undefined
    return t.closed(name(quarter), quartersNow(now, timeZone).map(name).join(', '))
  }

  async function show(
    { person: { language } }: Pick<Turn, 'person'>,
    evaluation: Evaluation,
    first?: string,
  ): Promise<Reply> {
    const t = texts[language]
    const notes = await store.notes(evaluation.id)
    const text = evaluationText(evaluation, notes, language, timeZone)
    const heading = t.alreadySent(shared[language].quarter(evaluation.quarter))
    const end = evaluation.status === 'rated' ? [] : [evaluation.status === 'asked' ? t.asked : t.waiting]
    return say(
      [...(first ? [first] : []), heading, text, ...end].join('\n\n'),
      replying.choices(evaluation, language),
    )
  }

  async function amend(turn: Turn, id: string): Promise<Reply> {
    const { language } = turn.person
    const entry = await entryOf(directory, turn)
    const evaluation = await store.evaluation(id)
    if (evaluation === undefined || evaluation.employee.id !== entry.id)
      return say(texts[language].barriers['not theirs'])
    if (isSettled(evaluation) || evaluation.status === 'rated') return say(texts[language].barriers.rated)
    const { quarter, version, own } = evaluation
    const answers = { quarter: chosenKey({ quarter, version }), ...answersOf(own, language) }
    return { say: [], open: { form: EVALUATE, answers } }
  }

  const sent = whenSent(
    selfForm,
    async (turn, { quarter: key, ...answers }) => {
      const { language } = turn.person
      const entry = await entryOf(directory, turn)
      const chosen = readChosen(key)
      if (chosen === undefined) return say(texts[language].unknownQuarter)
      const own = ownViewOf(answers)
      if (chosen.version !== undefined)
        return sending.again(turn, entry, { quarter: chosen.quarter, version: chosen.version }, own)
      const known = await store.ofQuarter(entry.id, chosen.quarter)
      const refusal = known === undefined ? refusalOf(turn, chosen.quarter) : undefined
      if (refusal !== undefined) return say(refusal)
      const result = await store.send(chosen.quarter, own, {
        by: entry.id,
        key: turn.message.id,
        now: turn.now,
      })
      if (!result.fresh) return show(turn, result.evaluation, texts[language].notKept)
      return sending.first(turn, result.evaluation)
    },
    'employee',
  )

  const run = async (turn: Turn, rest: string): Promise<Reply> => {
    const [verb = '', ...of] = rest.split(':')
    const what = of.join(':')
    if (verb === 'pakai' || verb === 'tulis') return open(turn, what, verb === 'pakai')
    if (verb === 'perbaiki') return amend(turn, what)
    if (verb === 'buka') return begin(turn, what)
    return (await replying.run(turn, verb, what)) ?? begin(turn, '')
  }

  return {
    command: {
      name: NAME,
      audience: 'employee',
      personal: true,
      plain: (rest) => readQuarter(rest, '2199-12-31') !== undefined || /^(?:diri )?saya$/.test(fold(rest)),
      summary: (l) => texts[l].summary,
      run: begin,
    },
    action: { name: NAME, audience: 'employee', personal: true, run },
    forms: [sent, ...replying.forms],
  }
}
