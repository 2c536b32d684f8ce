import { fold } from '../../../indonesian/words.ts'
import { titled, trimmed } from './heading.ts'
import type { Part } from './parts.ts'
import { GROUP, groupsIn, topicOf } from './topic.ts'

/** The sides a message compares, "A sama B bedanya apa", "apa beda A dan B", "A vs B"; what both share stands with both. */
export function compared(asked: string): readonly Part[] | undefined {
  const bare = asked
    .replace(/[?!.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const match = DIFFERENCE_FIRST.exec(bare) ?? DIFFERENCE_LAST.exec(bare) ?? VERSUS.exec(bare)
  const each = (match?.groups?.sides ?? '').split(BETWEEN)
  const last = each.at(-1) ?? ''
  const [, own = last, shared = ''] = FOR_BOTH.exec(last) ?? []
  const sides = [...each.slice(0, -1), own].map(trimmed).filter((side) => !isEmpty(side))
  if (sides.length < 2 || sides.length !== each.length) return undefined
  return whole(sides).map((side, i) => ({
    heading: titled(sides.length === 2 && isGroup(sides[i]) ? side : (sides[i] ?? '')),
    question: `${side} ${trimmed(shared)}`.trim(),
  }))
}

const DIFFERENCE = '(?:be?da(?:nya)?|perbedaan(?:nya)?|perbandingan(?:nya)?|bandingkan)'
const DIFFERENCE_FIRST = new RegExp(
  `^(?:apa(?:kah)? (?:sih )?)?${DIFFERENCE} (?:antara |dari )?(?<sides>(?!dari |sama ).+)$`,
  'i',
)
const DIFFERENCE_LAST = new RegExp(
  `^(?<sides>.+?) (?:(?:apa|itu)(?: sih)? )?${DIFFERENCE}(?: (?:apa|ga|gak|nggak|ngga|tidak|kah|gimana|dimana|di mana|ya|sih|nya|saja|aja|di))*$`,
  'i',
)
const VERSUS = /^(?<sides>.+ (?:vs\.?|versus) .+)$/i
const BETWEEN = /(?:,? (?:dan|sama|serta|dgn|dengan|vs\.?|versus) |, )/i
/** What stands behind the second side and belongs to both: "… menurut UU ASN", "… buat PNS". */
const FOR_BOTH = /^(.*?\S) ((?:di|menurut|buat|untuk|bagi|pada|dalam) .+)$/i

/** Sides made whole: groups share the words around them, a lone word borrows what the first side is a kind of. */
function whole(sides: readonly string[]): readonly string[] {
  const [first = [], second = []] = sides.map((side) => side.split(' '))
  const [end, start] = [first.at(-1), second[0]]
  if (sides.length === 2 && isGroup(end) && isGroup(start))
    return [end, start].map((group) => [...first.slice(0, -1), group, ...second.slice(1)].join(' '))
  const kind = first.slice(0, -1).join(' ')
  return sides.map((side) => (side.includes(' ') || isGroup(side) ? side : `${kind} ${side}`.trim()))
}

function isGroup(side: string | undefined): boolean {
  return GROUP.test(fold(side ?? ''))
}

function isEmpty(side: string): boolean {
  return topicOf(side).length + groupsIn(side).length === 0
}
