import { type Language, literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { BEHAVIOURS } from './behaviours.ts'
import { shownDay } from './day.ts'
import type { Evaluation, Note } from './evaluation.ts'
import { predicateOf } from './predicate.ts'
import type { Reported, Reports } from './reports-store.ts'
import { texts } from './texts.ts'

const LINES_SHOWN = 12
const LONGEST_WORDS = 160

/** What was reported, plan by plan, with quantity and quality and how many reports each figure was counted from. */
export function reportsText(
  { lines, counted, approved, asked, withdrawn }: Reports,
  language: Language,
): string {
  const t = texts[language]
  if (counted === 0)
    return [t.nothingReported, ...(withdrawn > 0 ? [t.withdrawn(showNumber(withdrawn))] : [])].join(' ')
  const shown = lines.slice(0, LINES_SHOWN).map((line) => `- ${reportedText(line, language, literal)}`)
  const rest = lines.length - shown.length
  const some = [
    ...(approved > 0 ? [t.approved(showNumber(approved))] : []),
    ...(asked > 0 ? [t.asked(showNumber(asked))] : []),
  ]
  const counts = [t.counted(showNumber(counted), some)]
  if (withdrawn > 0) counts.push(t.withdrawn(showNumber(withdrawn)))
  return [counts.join(' '), ...shown, ...(rest > 0 ? [t.more(showNumber(rest))] : [])].join('\n')
}

/** One line of it; `safe` writes what people typed. */
export function reportedText(line: Reported, language: Language, safe: (text: string) => string): string {
  const t = texts[language]
  const { number, title, quantity, approved, unit, goal, quality, time, wanted, wantedShare } = line
  const amount = (value: number): string => `${showNumber(value)} ${safe(unit)}`
  const said = [
    quality.reports === 0
      ? t.qualityUnsaid
      : t.goodShare(
          t.share(percent(quality.good, quality.of), showNumber(quality.reports)),
          showNumber(quality.good),
          amount(quality.of),
        ),
    ...(time.reports === 0
      ? []
      : [t.onTime(t.share(percent(time.onTime, time.reports), showNumber(time.reports)))]),
    ...(wanted === null && wantedShare === null
      ? []
      : [
          t.wanted(
            [
              ...(wantedShare === null ? [] : [`${showNumber(wantedShare)}%`]),
              ...(wanted === null ? [] : [safe(short(wanted))]),
            ].join(', '),
          ),
        ]),
  ]
  const plan = number === null ? t.noPlan : t.plan(number, safe(short(title ?? '')))
  const agreed = approved === 0 ? null : t.approvedOf(approved === quantity ? null : showNumber(approved))
  return t.reported(plan, amount(quantity), agreed, goal === null ? null : amount(goal), said.join(' '))
}

/** What the person says of themselves (`results` stands for their words), the rating where there is one, and what was said about it. */
export function evaluationText(
  evaluation: Evaluation,
  notes: readonly Note[],
  {
    language,
    timeZone,
    results,
  }: { readonly language: Language; readonly timeZone: string; readonly results?: string },
): string {
  const t = texts[language]
  const { own, sentAt, version } = evaluation
  const day = (at: Date): string => shownDay(dayAt(at, timeZone))
  const behaviours = BEHAVIOURS.map((one) => {
    const { level, example } = own.behaviours[one]
    const words = example === undefined ? null : literal(example)
    return t.behaviour(t.behaviours[one].name, t.ratings[level].toLowerCase(), words)
  })
  // the rating that counts stands above, with its reason
  const others = notes.filter(
    ({ kind, at }) => kind !== 'rated' || at.getTime() !== evaluation.rated?.at.getTime(),
  )
  const talk = others.map(({ by, at, kind, text }) =>
    t.note(literal(by ?? t.nobody), day(at), t.notes[kind], text === null ? null : literal(short(text))),
  )
  return [
    t.sent(day(sentAt), version),
    `**${t.ownResults}**\n${results ?? literal(own.results)}`,
    [
      t.ownRatings(t.ratings[own.result].toLowerCase(), t.ratings[own.behaviour].toLowerCase()),
      ...behaviours,
    ].join('\n'),
    ...ratedText(evaluation, language, timeZone),
    ...(talk.length === 0 ? [] : [[`**${t.dialogue}**`, ...talk].join('\n')]),
  ].join('\n\n')
}

/** The supervisor's rating with its reason and the predicate it gives; nothing where there is none yet. */
export function ratedText(
  { rated }: Pick<Evaluation, 'rated'>,
  language: Language,
  timeZone: string,
): readonly string[] {
  const t = texts[language]
  if (rated === null) return []
  const { by, at, result, behaviour, reason } = rated
  const named = [t.ratings[result].toLowerCase(), t.ratings[behaviour].toLowerCase()] as const
  return [
    t.rated(literal(by.name), shownDay(dayAt(at, timeZone)), ...named, literal(reason)),
    t.preview(t.predicates[predicateOf(result, behaviour)]),
  ]
}

/** A share in percent, all of it only where nothing is missing; only ever shown beside what it was counted from. */
export function percent(part: number, of: number): string {
  const share = of === 0 ? 0 : Math.round((part / of) * 1_000) / 10
  return `${showNumber(part < of ? Math.min(share, 99.9) : share)}%`
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line
}
