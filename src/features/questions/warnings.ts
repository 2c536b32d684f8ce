import { namedRegulations, parseReference } from '../../regulations/references.ts'
import { shortName } from '../../regulations/registry.ts'
import type { Found, RegulationFacts } from '../../regulations/search.ts'
import { changers, nameOf, since } from './citation.ts'
import type { QuestionTexts } from './texts.ts'

/** A regulation as people name it, its kind left out. */
interface Numbered {
  readonly number: string
  readonly year: number
}

/** The regulations a question names that are revoked, whether or not anything of theirs was found. */
export async function revokedNamed(
  question: string,
  found: readonly Found[],
  store: { regulations(named: readonly Numbered[]): Promise<readonly RegulationFacts[]> },
): Promise<readonly RegulationFacts[]> {
  const numbered = await store.regulations(
    parseReference(question).map(({ number, year }) => ({ number, year })),
  )
  const known = new Map([...found.map(({ regulation }) => regulation), ...numbered].map((r) => [r.id, r]))
  return namedRegulations(question, [...known.values()])
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ status }) => status === 'dicabut')
}

/** What must be said before the answer: that it is of the past, or that a law that was named is, and what holds now. */
export function warnings(
  question: string,
  best: Found,
  revoked: readonly RegulationFacts[],
  asOf: number | undefined,
  t: QuestionTexts,
): readonly string[] {
  const others = revoked
    .filter(({ id }) => id !== best.regulation.id)
    .map(
      (regulation) => `_${t.revoked(shortName(regulation), regulation.revoked_by.map(nameOf).join(', '))}_`,
    )
  const { status, by } = best.standing
  const own =
    status === 'dicabut'
      ? [t.noLongerInForce(changers({ by }), since(best.standing))]
      : status === 'diubah' && by.some(({ pasal }) => pasal === best.pasal)
        ? [t.articleChanged(changers({ by }))]
        : []
  const year = asOf === undefined ? [] : [best.regulation.year > asOf ? t.notAsOf(asOf) : t.asOf(asOf)]
  return [...year, ...others, ...own, ...otherGroup(question, best, t)]
}

/** A rule that speaks of PNS alone may be another for PPPK, and the other way round. */
function otherGroup(question: string, { title, body }: Found, t: QuestionTexts): readonly string[] {
  const asked = GROUPS.filter(([, words]) => words.test(question)).map(([name]) => name)
  const said = GROUPS.filter(([, words]) => words.test(`${title} ${body}`)).map(([name]) => name)
  const [one] = asked
  const [other] = said
  if (one === undefined || other === undefined || asked.length > 1 || said.length > 1 || one === other)
    return []
  return /\bASN\b|\bAparatur\b/.test(`${title} ${body}`) ? [] : [`${t.otherGroup(one, other)}`]
}

const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['PNS', /\b(?:PNS|CPNS|pegawai negeri(?: sipil)?)\b/i],
  ['PPPK', /\b(?:PPPK|P3K|pegawai pemerintah dengan perjanjian kerja)\b/i],
]
