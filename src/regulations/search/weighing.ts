import type { Asked } from '../lexicon.ts'
import { type Candidate, type CandidatePassage, type Features, WEIGHTS } from './features.ts'

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
  const total = asked.own.reduce((sum, term) => sum + weightOf(term), 0)
  const mine = asked.own.reduce((sum, term) => sum + weightOf(term) ** 2, 0)
  const factors = new Map(asked.terms.map(({ term, weight }) => [term, weight * (rarity.get(term) ?? 0)]))
  const possible = [...factors.values()].reduce((sum, factor) => sum + factor, 0)
  const pairs = asked.pairs.map((pair) => {
    const [first = '', second = ''] = pair.split(' ')
    return { first, second, weight: weightOf(first) + weightOf(second) }
  })
  const pairTotal = pairs.reduce((sum, { weight }) => sum + weight, 0)

  const meanings = new Map(
    asked.own.map((term) => [
      term,
      asked.synonyms.filter(({ own, terms }) => own.includes(term) && terms.length > 0),
    ]),
  )

  /** How far a word of the question is there: itself, or as much as the best synonym is. */
  function share(term: string, words: ReadonlySet<string>): number {
    if (words.has(term)) return 1
    let most = 0
    for (const { terms, weight } of meanings.get(term) ?? []) {
      if (weight <= most) continue
      let there = 0
      for (const other of terms) if (words.has(other)) there++
      most = Math.max(most, (weight * there) / terms.length)
    }
    return most
  }

  /** Of some texts the words that matter for the question. */
  function known(texts: readonly (readonly string[])[]): ReadonlySet<string> {
    const found = new Set<string>()
    for (const words of texts) for (const word of words) if (factors.has(word)) found.add(word)
    return found
  }

  function covered(about: ReadonlySet<string>, mentioned: ReadonlySet<string>): number {
    if (total === 0) return 0
    let found = 0
    for (const term of asked.own)
      found += weightOf(term) * Math.max(share(term, about), MENTIONED * share(term, mentioned))
    return found / total
  }

  function likeness(question: readonly string[]): number {
    const other = new Set(question)
    let shared = 0
    let theirs = 0
    for (const term of asked.own) if (other.has(term)) shared += weightOf(term) ** 2
    for (const term of other) theirs += (rarity.get(term) ?? FAIRLY_COMMON) ** 2
    return mine === 0 || theirs === 0 ? 0 : shared / Math.sqrt(mine * theirs)
  }

  function paired(texts: readonly (readonly string[])[]): number {
    if (pairTotal === 0) return 0
    let found = 0
    for (const { first, second, weight } of pairs)
      if (texts.some((words) => adjacent(words, first, second))) found += weight
    return found / pairTotal
  }

  function child({ body, title, questions }: CandidatePassage): number {
    if (possible === 0) return 0
    const frequencies = new Map<string, number>()
    const count = (words: Iterable<string>, each: number): void => {
      for (const word of words)
        if (factors.has(word)) frequencies.set(word, (frequencies.get(word) ?? 0) + each)
    }
    count(body, 1)
    count(title, 2)
    for (const question of questions) count(new Set(question), 0.5)
    const length = body.length + title.length
    const norm = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * length) / TYPICAL_LENGTH)
    let sum = 0
    for (const [word, frequency] of frequencies)
      sum += (factors.get(word) ?? 0) * ((frequency * (SATURATION + 1)) / (frequency + norm))
    return sum / possible
  }

  return (candidate) => {
    const heading = known([candidate.heading])
    const law = known([candidate.law])
    const whole = new Set([...heading, ...law])
    const values: number[] = []
    let most = { child: 0, coverage: 0, likeness: 0, pairs: 0, figure: false }
    for (const passage of candidate.passages) {
      const { body, title, questions } = passage
      const said = known([body])
      const about = title.length === 0 ? said : known([title, ...questions])
      const mentioned = new Set([...said, ...heading])
      for (const word of [...about, ...said]) whole.add(word)
      const here = {
        child: child(passage),
        coverage: covered(about, mentioned),
        likeness: Math.max(0, ...questions.map(likeness)),
      }
      const figure = asked.wants !== undefined && body.some((word) => isFigure(word, asked.wants))
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
      wholeCoverage: covered(whole, whole),
      pairs: most.pairs,
      likeness: most.likeness,
      heading: covered(heading, heading),
      law: covered(law, law),
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

function adjacent(words: readonly string[], first: string, second: string): boolean {
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1))
    if (words[at + 1] === second || words[at - 1] === second || words[at + 2] === second) return true
  return false
}

const NINE = '9'.charCodeAt(0)

function isFigure(word: string, units: readonly string[] | undefined): boolean {
  if (units === undefined || !(word.charCodeAt(0) <= NINE)) return false
  const unit = /^\d+(hari|minggu|bulan|tahun|jam|persen|kali|orang|menit)$/.exec(word)?.[1]
  return unit !== undefined && (units.length === 0 || units.includes(unit))
}
