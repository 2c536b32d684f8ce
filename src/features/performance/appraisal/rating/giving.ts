import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../../chat/feature.ts'
import { literal } from '../../../../chat/message.ts'
import type { about } from '../about.ts'
import { type Appraising, entryOf, say, tellEntry } from '../appraising.ts'
import type { Evaluation } from '../evaluation.ts'
import { predicateOf, type Rating, ratingOf } from '../predicate.ts'
import { texts as self } from '../self/texts.ts'
import { ratedText } from '../showing.ts'
import { texts as shared } from '../texts.ts'
import type { Desk } from './desk.ts'
import { objectionTo, RATE, rateForm } from './forms.ts'
import { texts } from './texts.ts'

/** The evaluation as they saw it. */
type Seen = Readonly<Record<keyof typeof about, string>>

interface Given {
  readonly result: Rating
  readonly behaviour: Rating
  readonly reason: string
}

/** The supervisor's rating: of what they saw, with a reason that explains it, and told to whoever is rated. */
export function createGiving(deps: Appraising, { show, refusal, next }: Desk): FeatureForm {
  const { store, directory, audit, timeZone } = deps

  async function give(turn: Turn, seen: Seen, given: Given): Promise<Reply> {
    const { language } = turn.person
    const { id: by } = await entryOf(directory, turn)
    const { evaluation: id, version } = seen
    const before = await store.evaluation(id)
    const lacking = before?.rater?.id === by && objectionTo(before.own, given, language)
    if (lacking) {
      const { reason: _, ...rest } = given
      const answers = { ...seen, result: String(rest.result), behaviour: String(rest.behaviour) }
      return { say: [{ text: lacking }], open: { form: RATE, answers } }
    }
    const result = await store.rate(id, Number(version), given, { by, key: turn.message.id, now: turn.now })
    if (result === 'changed' && before !== undefined) return show(turn, before, refusal(turn, result))
    if (typeof result === 'string')
      return say(refusal(turn, result, await store.evaluation(id)), await next(by, id, language))
    return rated(turn, result, by)
  }

  async function rated(turn: Turn, evaluation: Evaluation, by: string): Promise<Reply> {
    const { person, message } = turn
    const { language } = person
    const t = texts[language]
    const { id, employee, quarter, rated } = evaluation
    if (rated === null) throw new Error('a rated evaluation has no rating')
    const { result, behaviour } = rated
    await audit(
      {
        key: `${message.id}:rated`,
        action: 'evaluation.rated',
        subject: employee.id,
        detail: { ...quarter, result, behaviour },
      },
      turn,
    )
    const name = shared[language].quarter(quarter)
    const mayReply = evaluation.replied === null
    const told = await tellEntry(
      deps,
      employee.id,
      {
        text: [
          t.ratedYours(literal(rated.by.name), name),
          ...ratedText(evaluation, language, timeZone),
          ...(mayReply ? [t.maySay] : []),
        ].join('\n\n'),
        ...(mayReply && {
          choices: [
            { label: self[language].accept, value: `evaluasi:terima:${id}` },
            { label: self[language].object, value: `evaluasi:keberatan:${id}` },
          ],
        }),
      },
      `evaluation:${id}:rated:${message.id}`,
    )
    const { ratings, predicates, preview } = shared[language]
    const words = [ratings[result].toLowerCase(), ratings[behaviour].toLowerCase()] as const
    const text = [
      `${t.done(literal(employee.name), name, ...words)} ${told ? t.told : t.untold}`,
      preview(predicates[predicateOf(result, behaviour)]),
    ].join('\n\n')
    return say(text, await next(by, id, language))
  }

  return whenSent(
    rateForm,
    (turn, { result, behaviour, reason, ...seen }) =>
      give(turn, seen, { result: ratingOf(result), behaviour: ratingOf(behaviour), reason }),
    'supervisor',
  )
}
