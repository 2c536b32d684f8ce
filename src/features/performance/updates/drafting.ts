import type { Turn } from '../../../chat/feature.ts'
import type { FileContent } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { TargetStore } from '../targets/store.ts'
import type { Target } from '../targets/target.ts'
import type { Draft } from './draft.ts'
import { bestTarget } from './matching.ts'
import type { ModelReader } from './model-reading.ts'
import { readUpdate, type Said } from './reading.ts'
import { texts } from './texts.ts'
import { linkIn } from './wording.ts'

/** A draft and what must be said beside it (an RHK that is not there, a link that is not taken). */
export interface Drafted {
  readonly draft: Draft
  readonly notices: readonly string[]
}

/** Reads words into a draft: by their pattern, and by a model where that leaves something open and there is one. */
export async function draftOf(
  text: string,
  turn: Turn,
  employee: string,
  {
    store,
    reader,
    file,
  }: { store: TargetStore; reader?: ModelReader | undefined; file?: FileContent | undefined },
): Promise<Drafted> {
  const t = texts[turn.person.language]
  const today = dayAt(turn.now, turn.timeZone)
  const { rest, link, refused } = linkIn(text)
  const pattern = readUpdate(rest, today)
  const year = Number((pattern.doneOn ?? today).slice(0, 4))
  const targets = await store.targetsOf(employee, year)
  const said = leavesOpen(pattern, rest, targets)
    ? merged(pattern, (await reader?.(rest, turn, targets)) ?? {})
    : pattern
  const named = said.target === undefined ? undefined : targets.find(({ number }) => number === said.target)
  const target = named ?? (said.target === undefined ? bestTarget(rest, said.unit, targets) : undefined)
  const missing = said.target !== undefined && named === undefined && targets.length > 0
  return {
    draft: {
      key: turn.message.id,
      said: rest,
      at: turn.now.toISOString(),
      ...amountOf(said),
      ...(said.vague && { vague: true }),
      ...(said.late !== undefined && { late: said.late }),
      doneOn: said.doneOn ?? today,
      ...(said.oddDay && said.doneOn === undefined && { oddDay: true }),
      ...(target !== undefined && { target: target.id }),
      ...(file && { files: [file] }),
      ...(link !== undefined && { link }),
    },
    notices: [
      ...(missing && said.target !== undefined ? [t.noSuchTarget(said.target)] : []),
      ...(refused ? [t.httpsOnly] : []),
    ],
  }
}

function amountOf({ quantity, unit, thing, good, several }: Said): Partial<Draft> {
  if (several !== undefined) return { several: [...several] }
  if (quantity === undefined) return {}
  return { quantity, ...(unit && { unit }), ...(thing && { thing }), ...(good !== undefined && { good }) }
}

/** True where words say more than their pattern tells. */
function leavesOpen(
  { quantity, unit, vague, several, target, good, late }: Said,
  text: string,
  targets: readonly Target[],
): boolean {
  if (quantity === undefined || unit === undefined || several !== undefined || vague) return true
  if (good === undefined && late === undefined && text.split(/\s+/).length > FEW_WORDS) return true
  return target === undefined && targets.length > 1 && bestTarget(text, unit, targets) === undefined
}

const FEW_WORDS = 6

/** What the pattern is sure of stays; a model fills what it left open. */
function merged({ several, vague, ...pattern }: Said, model: Partial<Said>): Said {
  const { quantity = model.quantity } = pattern
  const { good: read, ...rest } = model
  const good = model.quantity === quantity ? (pattern.good ?? read) : pattern.good
  return {
    ...rest,
    ...pattern,
    ...(good !== undefined && { good }),
    ...(vague && good === undefined && { vague }),
    ...(several !== undefined && quantity === undefined && { several }),
  }
}
