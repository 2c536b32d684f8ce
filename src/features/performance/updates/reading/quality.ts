import type { Said } from '../reading.ts'
import { type Counted, verdictIn } from './counted.ts'
import { type Main, shareOf } from './quantity.ts'
import type { Token } from './tokens.ts'
import { denies, negates, verdictOf } from './words.ts'

/** How much of a quantity was right the first time, by the numbers and words of a sentence. */
export function qualityOf(
  quantity: number,
  { used, good: part }: Main,
  numbers: readonly Counted[],
  tokens: readonly Token[],
): Pick<Said, 'good' | 'vague'> {
  if (quantity <= 0) return {}
  const good = part ?? counted(quantity, used, numbers)
  if (good !== undefined)
    return good >= 0 && good <= quantity ? { good: Math.round(good * 100) / 100 } : { vague: true }
  // of complaints that were dealt with, being complaints is not what was wrong
  const clauses = clausesOf(tokens).map((words) => words.filter((word) => word !== used?.noun))
  if (clauses.some((words) => words.some((word) => /^(?:separuh|separo|setengah)(?:nya)?$/.test(word))))
    return { good: quantity / 2 }
  const verdicts = clauses.flatMap((words) => {
    const partial = words.some((word) => PARTIAL.has(word)) || /belum semua|tidak semua/.test(words.join(' '))
    return partial && verdictIn(words) !== undefined ? ['partial'] : (verdictIn(words) ?? [])
  })
  if (clauses.some(isAllWrong)) return { good: 0 }
  if (verdicts.includes('partial') || verdicts.includes('wrong')) return { vague: true }
  return verdicts.includes('right') ? { good: quantity } : {}
}

/** "salah semua", "gagal semua" */
function isAllWrong(words: readonly string[]): boolean {
  const all = words.includes('semua') && words.some((word) => verdictOf(word) === 'wrong')
  return all && !words.some((word) => negates(word) || denies(word) || PARTIAL.has(word))
}

const PARTIAL = new Set(['sebagian', 'beberapa', 'hampir', 'rata', 'kebanyakan', 'mayoritas'])

/** How many were right, by the numbers that say so. */
function counted(
  quantity: number,
  used: Counted | undefined,
  numbers: readonly Counted[],
): number | undefined {
  const share = numbers.find(({ percent, verdict }) => percent && verdict !== undefined)
  if (share !== undefined) return shareOf(quantity, share.value, share.verdict ?? 'right')
  const others = numbers.filter(
    ({ at, percent, verdict }) => at !== used?.at && !percent && verdict !== undefined,
  )
  const right = others.find(({ verdict }) => verdict === 'right')
  if (right !== undefined) return right.value
  const wrong = others.filter(({ verdict }) => verdict === 'wrong')
  return wrong.length > 0 ? quantity - wrong.reduce((sum, { value }) => sum + value, 0) : undefined
}

function clausesOf(tokens: readonly Token[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'break') clauses.push([])
    if (token.kind === 'word') clauses.at(-1)?.push(token.word)
  }
  return clauses
}
