import type { Action, Command, FeatureForm, Reply, Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { type Appraising, entryOf, quartersNow, reportedIn, say } from './appraising.ts'
import { daysText } from './dossier.ts'
import { type Quarter, quarterKey, readQuarter } from './quarter.ts'
import { createFilling, type Show } from './self/filling.ts'
import { createReplying } from './self/replying.ts'
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
  const filling = createFilling(deps, show)

  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const { person, now } = turn
    const entry = await entryOf(directory, turn)
    const named = isOwnNow(rest) ? undefined : readQuarter(rest, dayAt(now, timeZone))
    if (named === undefined && !isOwnNow(rest)) return say(texts[person.language].unknownQuarter)
    const [usual, other] = quartersNow(now, timeZone)
    const quarter = named ?? usual
    const sent = await store.ofQuarter(entry.id, quarter)
    if (sent !== undefined) return show(turn, sent)
    const refusal = filling.refusalOf(turn, quarter)
    if (refusal !== undefined) return say(refusal)
    const late = named === undefined && other && (await store.ofQuarter(entry.id, other)) === undefined
    return overview(turn, entry.id, quarter, late ? other : undefined)
  }

  /** What was reported comes first; the form begins with it, or with nothing. */
  async function overview(turn: Turn, entry: string, quarter: Quarter, other?: Quarter): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const reported = await reportedIn(reports, entry, quarter)
    const key = quarterKey(quarter)
    const some = reported.counted > 0
    const text = [
      t.intro(shared[language].quarter(quarter), daysText(quarter, language)),
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

  async function show(...[{ person }, evaluation, first]: Parameters<Show>): Promise<Reply> {
    const { language } = person
    const t = texts[language]
    const text = evaluationText(evaluation, await store.notes(evaluation.id), { language, timeZone })
    const heading = t.alreadySent(shared[language].quarter(evaluation.quarter))
    const end = evaluation.status === 'rated' ? [] : [evaluation.status === 'asked' ? t.asked : t.waiting]
    const whole = [...(first ? [first] : []), heading, text, ...end].join('\n\n')
    return say(whole, replying.choices(evaluation, language))
  }

  const run = async (turn: Turn, rest: string): Promise<Reply> => {
    const [verb = '', ...of] = rest.split(':')
    const what = of.join(':')
    if (verb === 'pakai' || verb === 'tulis') return filling.open(turn, what, verb === 'pakai')
    if (verb === 'perbaiki') return filling.amend(turn, what)
    if (verb === 'buka') return begin(turn, what)
    return (await replying.run(turn, verb, what)) ?? begin(turn, '')
  }

  return {
    command: {
      name: NAME,
      audience: 'employee',
      personal: true,
      plain: (rest) => (isOwnNow(rest) ? rest !== '' : readQuarter(rest, '2199-12-31') !== undefined),
      summary: (l) => texts[l].summary,
      run: begin,
    },
    action: { name: NAME, audience: 'employee', personal: true, run },
    forms: [filling.form, ...replying.forms],
  }
}

/** Words behind the command that name no quarter: "evaluasi diri saya". */
function isOwnNow(rest: string): boolean {
  return /^(?:|saya|diri|diri saya)$/.test(fold(rest))
}
