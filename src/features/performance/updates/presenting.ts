import type { Reply, Turn } from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { PerformanceStore } from '../store.ts'
import { labelOf, type Target } from '../targets/target.ts'
import { ask, askWhich, button, shown } from './asking.ts'
import { type Draft, tokenOf } from './draft.ts'
import { MOST } from './fields.ts'
import type { MissingPart } from './form.ts'
import { unitFor } from './matching.ts'
import { openUntil, standingOfDay } from './period.ts'
import { texts } from './texts.ts'

/** What a draft is looked at with. */
export interface Presenting {
  readonly store: PerformanceStore
  readonly turn: Turn
  readonly own: Employee
}

/** What to show of a draft, and the draft itself once nothing about it is open. */
export interface Looked {
  readonly reply: Reply
  readonly ready?: Draft
}

/** The next thing to ask or to show of a draft; `notices` are said beside it. */
export async function present(
  presenting: Presenting,
  draft: Draft,
  notices: readonly string[] = [],
): Promise<Reply> {
  return (await lookAt(presenting, draft, notices)).reply
}

/**
 * Looks at a draft: what is missing, what cannot be so, what is doubtful; else all of it, to be confirmed with one
 * press. The draft is remembered as it is shown.
 */
export async function lookAt(
  { store, turn, own }: Presenting,
  given: Draft,
  notices: readonly string[] = [],
): Promise<Looked> {
  const t = texts[turn.person.language]
  const today = dayAt(turn.now, turn.timeZone)
  const doneOn = given.doneOn ?? today
  const targets = await store.targetsOf(own.id, Number(doneOn.slice(0, 4)))
  const target = targets.find(({ id }) => id === given.target)
  const draft: Draft = {
    ...given,
    at: turn.now.toISOString(),
    doneOn,
    ...(given.unit !== undefined && { unit: unitFor(given.unit, target) }),
  }
  const { quantity, unit, several } = draft
  const missing = (part: MissingPart, ...hints: readonly string[]): Looked => ({
    reply: ask(turn, draft, part, [...notices, ...hints]),
  })

  if (several !== undefined) return { reply: askWhich(turn, draft, several, notices) }
  if (quantity === undefined) return missing('amount')
  if (quantity <= 0) return missing('amount', t.notPositive)
  if (quantity > MOST) return missing('amount', t.tooMuch)
  if (unit === undefined) return missing('amount')
  if (draft.oddDay) return missing('doneOn', t.oddDay)
  const standing = standingOfDay(doneOn, today)
  if (standing === 'future') return missing('doneOn', t.future(showDay(doneOn)))
  if (standing === 'closed') return missing('doneOn', t.closed(showDay(doneOn), showDay(openUntil(doneOn))))
  if (draft.vague) return missing('good')
  const why = draft.sure ? undefined : await unusual(store, draft, target, t)
  if (why !== undefined)
    return {
      reply: shown(turn, draft, t.unusual(literal(t.thing(quantity, unit)), why), sureChoices(draft, t)),
    }
  const known = targets.length === 0 || draft.target === null || target !== undefined
  const beside = [
    ...notices,
    ...(targets.length === 0 ? [t.noTargets] : []),
    ...((await store.reviewerOf(own.id, { today })) === undefined ? [t.noSupervisor] : []),
  ]
  return confirmation({ turn, today, targets, known }, { ...draft, quantity, unit }, target, beside)
}

interface Confirming {
  readonly turn: Turn
  readonly today: Day
  readonly targets: readonly Target[]
  /** Whether it is settled which target it is for. */
  readonly known: boolean
}

function confirmation(
  { turn, today, targets, known }: Confirming,
  draft: Draft & { readonly quantity: number; readonly unit: string },
  target: Target | undefined,
  notices: readonly string[],
): Looked {
  const t = texts[turn.person.language]
  const token = tokenOf(draft)
  const { quantity, unit, good, late, doneOn = today } = draft
  const saysQuality = good !== undefined || late !== undefined
  const lines = {
    thing: literal(
      draft.thing?.startsWith(unit) ? `${showNumber(quantity)} ${draft.thing}` : t.thing(quantity, unit),
    ),
    quality: good === undefined ? '' : t.quality(good, quantity),
    late: late === undefined ? '' : t.late(late),
    day: t.day(doneOn, today),
    target: known && targets.length > 0 ? literal(t.target(target ?? null)) : '',
    evidence: [
      ...(draft.files ?? []).map(({ name }) => literal(name)),
      ...(draft.link ? [literal(draft.link)] : []),
    ],
    notices,
  }
  const card = draft.amends === undefined ? t.card(lines) : t.changedCard(lines)
  const change = [button(t.edit, 'ubah', token), button(t.cancel, 'batal', token)]
  const show = (text: string, choices: readonly Choice[]): Reply =>
    shown(turn, draft, text, [...choices, ...change])
  if (!known) {
    const listed = targets.map((one) => button(labelOf(one), 'rhk', token, one.id))
    return {
      reply: show(t.whichTarget(card, saysQuality), [...listed, button(t.outside, 'rhk', token, '0')]),
    }
  }
  if (saysQuality) return { reply: show(card, [button(t.save, 'simpan', token)]), ready: draft }
  const qualities = [
    button(t.saveAllGood, 'simpan', token, 'semua'),
    button(t.someWrong, 'ganti', token, 'mutu'),
    button(t.saveWithout, 'simpan', token, 'tanpa'),
  ]
  return { reply: show(t.askQuality(card), qualities) }
}

function sureChoices(draft: Draft, t: (typeof texts)['id']): readonly Choice[] {
  const token = tokenOf(draft)
  return [
    button(t.sure, 'yakin', token),
    button(t.changeAmount, 'ganti', token, 'jumlah'),
    button(t.cancel, 'batal', token),
  ]
}

/** So many times the usual quantity, or the goal of the whole year, is taken for a slip of the finger. */
const TIMES_USUAL = 100
const TIMES_GOAL = 3

/** Why a quantity is hard to believe; undefined where nothing speaks against it. */
async function unusual(
  store: PerformanceStore,
  { quantity = 0, unit = '' }: Draft,
  target: Target | undefined,
  t: (typeof texts)['id'],
): Promise<string | undefined> {
  if (target === undefined) return undefined
  const usual = await store.usual(target.id, unit)
  if (usual !== undefined && quantity > usual * TIMES_USUAL) return t.whyUsual(literal(t.thing(usual, unit)))
  const goal = target.unit === unit ? target.quantity : null
  return goal !== null && quantity > goal * TIMES_GOAL ? t.whyGoal(literal(t.thing(goal, unit))) : undefined
}
