import type { Outbox, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { Directory, Employee } from '../../../directory.ts'
import { Refusal } from '../../../errors.ts'
import type { Keeping } from '../../../files.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { daysOf, quarterOf } from '../appraisal/quarter.ts'
import { texts as progressTexts } from '../progress/texts.ts'
import type { PerformanceStore } from '../store.ts'
import { reviewerConversation } from '../targets/who.ts'
import { button, REPORT } from './asking.ts'
import { type Draft, remember, rememberedIn, tokenOf } from './draft.ts'
import { REVIEW, texts as reviewTexts } from './review-texts.ts'
import { texts } from './texts.ts'
import type { Update, Work } from './update.ts'
import { lineOf, thingOf } from './wording.ts'

/** What storing a report needs. */
export interface Saving {
  readonly store: PerformanceStore
  readonly directory: Directory
  readonly outbox: Outbox
  readonly files: Keeping
}

/** Stores a draft that was confirmed, once for the message that began it, and says where its target stands then. */
export async function save(
  { store, directory, outbox, files }: Saving,
  turn: Turn,
  own: Employee,
  draft: Draft,
): Promise<Reply> {
  const t = texts[turn.person.language]
  const today = dayAt(turn.now, turn.timeZone)
  const { amends } = draft
  const work = workOf(draft, today)
  const before = amends === undefined ? undefined : await store.update(amends)
  if (work === undefined || (amends !== undefined && before?.employee.id !== own.id))
    return { say: [{ text: t.gone }] }
  // before it is changed: whoever repeats this after a crash would no longer see that it was approved
  if (before?.status === 'approved')
    await tellSupervisor({ store, directory, outbox }, turn, own, before, { work, key: draft.key })
  const refused = await keepAll(files, turn, draft, before?.key ?? draft.key)
  const deed = { key: draft.key, by: own.id, now: turn.now }
  const update =
    before === undefined
      ? await store.saveUpdate(own.id, work, deed)
      : await store.amendUpdate(before.id, work, lineOf(before, undefined, turn.person.language), deed)
  if (update === undefined) return { say: [{ text: t.gone }] }
  const progress = before === undefined ? t.saved(await standing(store, turn, update)) : t.amended
  const rest = rememberedIn(turn).draft?.rest ?? []
  const hasEvidence = update.evidence.length > 0 || update.link !== null
  const hint =
    !hasEvidence && refused === undefined && files.isPossible(turn.conversation) ? [t.evidenceHint] : []
  const failed = refused === undefined ? [] : [t.evidenceFailed(refused)]
  return {
    say: [
      {
        text: [progress, ...failed, ...hint].join('\n\n'),
        choices: [
          ...rest.map(({ quantity, unit, thing = unit }, i) =>
            button(t.also(t.thing(quantity, thing)).slice(0, 40), 'lagi', tokenOf(draft), String(i)),
          ),
          { label: t.seeProgress, value: `${REPORT}:lihat` },
        ],
      },
    ],
    memory: remember(turn, {
      saved: {
        token: tokenOf(draft),
        id: update.id,
        at: turn.now.toISOString(),
        ...(rest.length > 0 && { rest, said: draft.said }),
      },
    }),
  }
}

/** A draft as it is stored; undefined while something is missing. */
function workOf(draft: Draft, today: string): Work | undefined {
  const { quantity, unit, doneOn = today } = draft
  if (quantity === undefined || unit === undefined) return undefined
  return {
    target: draft.target ?? null,
    doneOn,
    quantity,
    unit,
    good: draft.good ?? null,
    late: draft.late ?? null,
    link: draft.link ?? null,
    said: draft.said,
  }
}

/** Keeps what came along as evidence, before the report and under its key; resolves to why some of it was not taken. */
async function keepAll(
  files: Keeping,
  turn: Turn,
  { files: sent = [] }: Draft,
  key: string,
): Promise<string | undefined> {
  let refused: string | undefined
  for (const content of sent) {
    try {
      await files.keep(content, turn, 'evidence', key)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused = error.message
    }
  }
  return refused
}

/** That something approved becomes another, the supervisor hears. */
async function tellSupervisor(
  { store, directory, outbox }: Omit<Saving, 'files'>,
  turn: Turn,
  own: Employee,
  before: Update,
  { work, key }: { readonly work: Work; readonly key: string },
): Promise<void> {
  const { person, now, timeZone } = turn
  const to = await reviewerConversation({ store, directory }, own, turn)
  if (to === undefined) return
  const t = reviewTexts[person.language]
  const today = dayAt(now, timeZone)
  const target = work.target === null ? null : ((await store.target(work.target)) ?? null)
  const [old, fresh] = [before, { ...work, target }].map((one) => lineOf(one, today, person.language))
  const message = {
    text: t.changedAfterApproval(literal(own.name), old ?? '', fresh ?? ''),
    choices: [{ label: t.open, value: `${REVIEW}:lihat:${before.id}` }],
  }
  await outbox.say(to, message, `work:${before.id}:changed:${key}`)
}

/** Where the target of a report stands now, in half a sentence. */
async function standing(store: PerformanceStore, turn: Turn, update: Update): Promise<string> {
  const p = progressTexts[turn.person.language]
  if (update.target === null) return `${thingOf(update, turn.person.language)}. ${p.outside}`
  const target = await store.target(update.target.id)
  if (target === undefined) return ''
  if (target.unit !== null && target.unit.toLowerCase() !== update.unit.toLowerCase())
    return p.otherUnit(thingOf(update, turn.person.language), target)
  const [progress] = await store.progress([target], daysOf(quarterOf(update.doneOn)))
  return progress === undefined ? '' : p.brief(progress)
}
