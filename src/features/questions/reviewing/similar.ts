/** Something that was asked, as grouping sees it. */
export interface Askable {
  readonly id: string
  readonly text: string
}

/** Questions that ask much the same, the words most often used first in `texts`. */
export interface Group<Q extends Askable = Askable> {
  /** The wording most people used. */
  readonly text: string
  readonly questions: readonly Q[]
}

/** Questions share a group when so much of their words' weight is common to both, 0 to 1. */
const ALIKE = 0.5

/**
 * Groups questions by the stems they share, rare ones counting more, the biggest group first. Every question is in
 * exactly one group; those with the same stems are in the same one; the order they come in changes nothing. The
 * wording asked most often leads its group, and others join the leader they are most like.
 */
export function groupSimilar<Q extends Askable>(
  questions: readonly Q[],
  stems: (text: string) => readonly string[],
): readonly Group<Q>[] {
  const wordings = wordingsOf(questions, stems)
  const weights = weightsOf(wordings)
  const leaders: Leader<Q>[] = []
  const holding = new Map<string, Leader<Q>[]>()
  for (const wording of wordings) {
    const leader = likest(wording, holding, weights)
    if (leader !== undefined) leader.questions.push(...wording.questions)
    else {
      const own = {
        ...wording,
        questions: [...wording.questions],
        at: leaders.length,
        has: new Set(wording.stems),
        weight: weightOf(wording.stems, weights),
      }
      leaders.push(own)
      for (const stem of wording.stems) {
        const others = holding.get(stem)
        if (others === undefined) holding.set(stem, [own])
        else others.push(own)
      }
    }
  }
  return leaders
    .map(({ text, questions: own }) => ({ text, questions: own.toSorted(byId) }))
    .sort((a, b) => b.questions.length - a.questions.length || compare(a.text, b.text))
}

/** The questions with the same stems, whatever their order and spelling. */
interface Wording<Q> {
  readonly key: string
  readonly stems: readonly string[]
  readonly text: string
  readonly questions: readonly Q[]
}

interface Leader<Q> extends Wording<Q> {
  readonly questions: Q[]
  readonly at: number
  readonly has: ReadonlySet<string>
  readonly weight: number
}

function wordingsOf<Q extends Askable>(
  questions: readonly Q[],
  stems: (text: string) => readonly string[],
): readonly Wording<Q>[] {
  const byKey = new Map<string, { readonly stems: readonly string[]; readonly questions: Q[] }>()
  for (const question of questions) {
    const own = [...new Set(stems(question.text))].sort()
    const key = own.join(' ')
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { stems: own, questions: [question] })
    else known.questions.push(question)
  }
  return [...byKey]
    .map(([key, wording]) => ({ ...wording, key, text: usual(wording.questions) }))
    .sort((a, b) => b.questions.length - a.questions.length || compare(a.key, b.key))
}

/** The text that occurs most often, of several the first in the alphabet. */
function usual(questions: readonly Askable[]): string {
  const counts = new Map<string, number>()
  for (const { text } of questions) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b))
  return best?.[0] ?? ''
}

function weightsOf(wordings: readonly Wording<unknown>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { stems } of wordings) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + wordings.length / count)]))
}

/** The leader that shares the largest part of the weight of both, if that is enough; of equals the earliest. */
function likest<Q>(
  { stems }: Wording<Q>,
  holding: ReadonlyMap<string, readonly Leader<Q>[]>,
  weights: ReadonlyMap<string, number>,
): Leader<Q> | undefined {
  const own = weightOf(stems, weights)
  let best: Leader<Q> | undefined
  let bestShare = 0
  for (const leader of candidates(stems, own, holding, weights)) {
    const common = stems.reduce((sum, stem) => sum + (leader.has.has(stem) ? (weights.get(stem) ?? 0) : 0), 0)
    const share = common / (own + leader.weight - common)
    const earlier = best === undefined || leader.at < best.at
    if (share > bestShare + SAME || (share > bestShare - SAME && earlier)) [best, bestShare] = [leader, share]
  }
  return bestShare >= ALIKE ? best : undefined
}

/** Shares this near to each other are the same, however their sums were rounded. */
const SAME = 1e-9

/** Whoever shares enough must share one of the heavier stems: the many leaders that hold only light ones are left out. */
function candidates<Q>(
  stems: readonly string[],
  own: number,
  holding: ReadonlyMap<string, readonly Leader<Q>[]>,
  weights: ReadonlyMap<string, number>,
): ReadonlySet<Leader<Q>> {
  const found = new Set<Leader<Q>>()
  let left = own
  for (const stem of stems.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))) {
    if (left < own * ALIKE - SAME) break
    for (const leader of holding.get(stem) ?? []) found.add(leader)
    left -= weights.get(stem) ?? 0
  }
  return found
}

function weightOf(stems: readonly string[], weights: ReadonlyMap<string, number>): number {
  return stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0)
}

function byId(a: Askable, b: Askable): number {
  return a.id.length - b.id.length || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
