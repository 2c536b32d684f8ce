import type { Asked } from '../lexicon.ts'
import { type Candidate, type Features, WEIGHTS } from './features.ts'

/** The rarity of a word that stands in no pasal at all, and of one that was not asked for. */
const UNKNOWN = 7
const FAIRLY_COMMON = 3
/** What a word counts that a digest mentions without being about it. */
const MENTIONED = 0.7
const SATURATION = 1.2
const LENGTH_MATTERS = 0.5
const TYPICAL_LENGTH = 40

/** Weighs pasal against one question; `rarity` of the words that were looked up. `best` is the index's best score. */
export function createWeigher(
  asked: Asked,
  rarity: ReadonlyMap<string, number>,
  rarest: number,
  best: number,
): (candidate: Candidate) => { features: Features; order: readonly number[] } {
  const weightOf = (term: string): number => rarity.get(term) ?? UNKNOWN
  const own = asked.own.map((term) => ({
    term,
    weight: weightOf(term),
    meanings: asked.synonyms.filter((synonym) => synonym.own.includes(term) && synonym.terms.length > 0),
  }))
  const total = own.reduce((sum, { weight }) => sum + weight, 0)
  const mine = own.reduce((sum, { weight }) => sum + weight ** 2, 0)
  const factors = new Map(asked.terms.map(({ term, weight }) => [term, weight * (rarity.get(term) ?? 0)]))
  const possible = [...factors.values()].reduce((sum, factor) => sum + factor, 0)
  const pairs = asked.pairs.map((pair) => {
    const [first = '', second = ''] = pair.split(' ')
    return { first, second, weight: weightOf(first) + weightOf(second) }
  })
  const pairTotal = pairs.reduce((sum, { weight }) => sum + weight, 0)

  /** Where the words that matter for the question stand in a text: few of all, and all that is weighed below. */
  function sighted(words: readonly string[]): Sighted {
    const at: number[] = []
    for (let i = 0; i < words.length; i++) if (factors.has(words[i] ?? '')) at.push(i)
    return { words, at }
  }

  function known(texts: readonly Sighted[]): ReadonlySet<string> {
    const found = new Set<string>()
    for (const { words, at } of texts) for (const i of at) found.add(words[i] ?? '')
    return found
  }

  /** How far a word of the question is there: itself, or as much as the best synonym is. */
  function share({ term, meanings }: (typeof own)[number], words: ReadonlySet<string>): number {
    if (words.has(term)) return 1
    let most = 0
    for (const { terms, weight } of meanings) {
      if (weight <= most) continue
      let there = 0
      for (const other of terms) if (words.has(other)) there++
      most = Math.max(most, (weight * there) / terms.length)
    }
    return most
  }

  function covered(about: ReadonlySet<string>, mentioned?: ReadonlySet<string>): number {
    if (total === 0 || about.size + (mentioned?.size ?? 0) === 0) return 0
    let found = 0
    for (const word of own) {
      const named = share(word, about)
      found +=
        word.weight * (mentioned && named < 1 ? Math.max(named, MENTIONED * share(word, mentioned)) : named)
    }
    return found / total
  }

  function likeness(question: readonly string[]): number {
    const other = new Set(question)
    let shared = 0
    let theirs = 0
    for (const { term, weight } of own) if (other.has(term)) shared += weight ** 2
    for (const term of other) theirs += (rarity.get(term) ?? FAIRLY_COMMON) ** 2
    return mine === 0 || theirs === 0 ? 0 : shared / Math.sqrt(mine * theirs)
  }

  function paired(texts: readonly Sighted[]): number {
    if (pairTotal === 0) return 0
    let found = 0
    for (const { first, second, weight } of pairs)
      if (texts.some((text) => adjacent(text, first, second))) found += weight
    return found / pairTotal
  }

  function child(body: Sighted, title: Sighted, questions: readonly Sighted[]): number {
    if (possible === 0) return 0
    const frequencies = new Map<string, number>()
    const count = (word: string, each: number): void =>
      void frequencies.set(word, (frequencies.get(word) ?? 0) + each)
    for (const i of body.at) count(body.words[i] ?? '', 1)
    for (const i of title.at) count(title.words[i] ?? '', 2)
    for (const question of questions) for (const word of known([question])) count(word, 0.5)
    const length = body.words.length + title.words.length
    const norm = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * length) / TYPICAL_LENGTH)
    let sum = 0
    for (const [word, frequency] of frequencies)
      sum += (factors.get(word) ?? 0) * ((frequency * (SATURATION + 1)) / (frequency + norm))
    return sum / possible
  }

  return (candidate) => {
    const heading = known([sighted(candidate.heading)])
    const law = known([sighted(candidate.law)])
    const whole = new Set([...heading, ...law])
    const values: number[] = []
    let most = { child: 0, coverage: 0, likeness: 0, pairs: 0, figure: false }
    for (const passage of candidate.passages) {
      const body = sighted(passage.body)
      const title = sighted(passage.title)
      const questions = passage.questions.map(sighted)
      const said = known([body])
      const about = title.words.length === 0 ? said : known([title, ...questions])
      const mentioned = new Set([...said, ...heading])
      for (const word of about) whole.add(word)
      for (const word of said) whole.add(word)
      const here = {
        child: child(body, title, questions),
        coverage: covered(about, mentioned),
        likeness: Math.max(0, ...passage.questions.map(likeness)),
      }
      const figure = asked.wants !== undefined && passage.body.some((word) => isFigure(word, asked.wants))
      values.push(
        here.child * WEIGHTS.child +
          here.coverage * WEIGHTS.coverage +
          here.likeness * WEIGHTS.likeness +
          Number(figure) * WEIGHTS.figure,
      )
      most = {
        child: Math.max(most.child, here.child),
        coverage: Math.max(most.coverage, here.coverage),
        likeness: Math.max(most.likeness, here.likeness),
        pairs: Math.max(most.pairs, paired([body, title, ...questions])),
        figure: most.figure || figure,
      }
    }
    const features: Features = {
      lexical: candidate.lexical / Math.max(best, 1e-9),
      child: most.child,
      coverage: most.coverage,
      wholeCoverage: covered(whole),
      pairs: most.pairs,
      likeness: most.likeness,
      heading: covered(heading),
      law: covered(law),
      dense: candidate.dense,
      namedLaw: Number(candidate.namedLaw),
      namedPasal: Number(candidate.namedPasal),
      superseded: Number(candidate.validity === 'superseded'),
      revoked: Number(candidate.validity === 'revoked'),
      curated: Number(candidate.curated),
      definitions: Number(candidate.definitions),
      closing: Number(candidate.closing),
      boundary: Number(candidate.boundary),
      lawShare: candidate.lawShare,
      headingShare: candidate.headingShare,
      figure: asked.wants === undefined ? 0 : most.figure ? 1 : -1,
      evidence: candidate.lexical / rarest,
    }
    const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    return { features, order }
  }
}

/** A text, and the places in it of the words that matter. */
interface Sighted {
  readonly words: readonly string[]
  readonly at: readonly number[]
}

function adjacent({ words, at }: Sighted, first: string, second: string): boolean {
  return at.some(
    (i) =>
      words[i] === first && (words[i + 1] === second || words[i - 1] === second || words[i + 2] === second),
  )
}

const NINE = '9'.charCodeAt(0)

function isFigure(word: string, units: readonly string[] | undefined): boolean {
  if (units === undefined || !(word.charCodeAt(0) <= NINE)) return false
  const unit = /^\d+(hari|minggu|bulan|tahun|jam|persen|kali|orang|menit)$/.exec(word)?.[1]
  return unit !== undefined && (units.length === 0 || units.includes(unit))
}
