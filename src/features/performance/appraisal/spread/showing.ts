import type { Language } from '../../../../chat/message.ts'
import { literal } from '../../../../chat/message.ts'
import { showNumber } from '../../../../indonesian/numbers.ts'
import { PREDICATES } from '../predicate.ts'
import { percent } from '../showing.ts'
import { texts as shared } from '../texts.ts'
import { type Figures, type Part, STATES } from './figures.ts'
import { texts } from './texts.ts'

const PARTS_SHOWN = 8

/** The spread of a quarter in words, then as a small table by unit; what is shared is counted beside. */
export function spreadText(
  { all, parts, objected }: Figures,
  quarter: string,
  where: string,
  language: Language,
): string {
  const t = texts[language]
  return [
    t.heading(quarter, where),
    [...inWords(all, language), ...(objected ? [t.objected(showNumber(objected))] : [])].join(' '),
    ...(parts.length > 1 ? [tableOf(parts.slice(0, PARTS_SHOWN), language)] : []),
    ...(parts.length > PARTS_SHOWN ? [t.moreParts(showNumber(parts.length - PARTS_SHOWN))] : []),
    ...(parts.length > 1 ? [t.key] : []),
    ...(hides([all, ...parts]) ? [t.hidden] : []),
    t.preview,
  ].join('\n\n')
}

function hides(parts: readonly Part[]): boolean {
  return parts.some(({ counts }) => Object.values(counts).includes(null))
}

function inWords({ people, counts }: Part, language: Language): readonly string[] {
  const t = texts[language]
  const { unsent, unrated } = counts
  if (people === null || unsent === null || unrated === null) return []
  const [sent, rated] = [people - unsent, people - unsent - unrated]
  const list = PREDICATES.flatMap((one) => {
    const count = counts[one]
    if (count === 0) return []
    const name = shared[language].predicates[one].toLowerCase()
    return [count === null ? `${name} ${t.few}` : t.predicate(name, showNumber(count), percent(count, rated))]
  })
  return [
    t.sent(showNumber(sent), showNumber(people), percent(sent, people)),
    ...(rated === 0
      ? [t.noneRated]
      : [
          t.rated(showNumber(rated), showNumber(sent), percent(rated, sent)),
          t.predicates(list.join(', '), showNumber(rated)),
        ]),
  ]
}

function tableOf(parts: readonly Part[], language: Language): string {
  const t = texts[language]
  const cell = (count: number | null): string => (count === null ? t.few : showNumber(count))
  return [
    `| ${[t.part, ...STATES.map((state) => t.short[state])].join(' | ')} |`,
    `|---|${STATES.map(() => '---:|').join('')}`,
    ...parts.map(
      ({ name, counts }) =>
        `| ${[literal(name), ...STATES.map((state) => cell(counts[state]))].join(' | ')} |`,
    ),
  ].join('\n')
}
