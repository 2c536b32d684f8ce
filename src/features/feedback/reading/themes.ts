import { z } from 'zod'
import { ELEMENTS, type Element } from '../../../indonesian/service-elements.ts'
import { finderOf } from './phrases.ts'
import { phrasesCell, tableOf } from './tables.ts'
import { spoken } from './words.ts'

/** What a text may be about. */
export interface Theme {
  readonly theme: string
  /** As people read it. */
  readonly name: string
  /** The element it belongs to where it is about how a service is given, not about a public matter. */
  readonly element: Element | undefined
  /** The words that told. */
  readonly words: readonly string[]
}

/** What none of the themes fits. */
export const OTHER = 'lainnya'

/** What a text is about, what it speaks of most first; "lainnya" alone where no word tells. Never throws. */
export function themesOf(text: string): readonly Theme[] {
  const told = new Map<string, { row: Row; words: string[]; weight: number; first: number }>()
  for (const { row, phrase, from, to } of find(spoken(text).said)) {
    const one = told.get(row.theme) ?? { row, words: [], weight: 0, first: from }
    // a phrase of several words is surer than one word
    if (!one.words.includes(phrase)) {
      one.words.push(phrase)
      one.weight += 1 + (to - from - 1) / 2
    }
    told.set(row.theme, one)
  }
  const themes = [...told.values()]
    .sort((a, b) => b.weight - a.weight || a.first - b.first)
    .slice(0, MOST)
    .map(({ row: { theme, name, element }, words }) => ({ theme, name, element, words }))
  return themes.length > 0 ? themes : [{ theme: OTHER, name: 'Lainnya', element: undefined, words: [] }]
}

/** All themes a text may have, in the order of the table, "lainnya" last. */
export function allThemes(): readonly Omit<Theme, 'words'>[] {
  return [
    ...rows().map(({ theme, name, element }) => ({ theme, name, element })),
    { theme: OTHER, name: 'Lainnya', element: undefined },
  ]
}

/** Who speaks of more in one text has a list to sort out, not one matter. */
const MOST = 5

const ROW = z.object({
  theme: z.string().min(1),
  name: z.string().min(1),
  element: z
    .enum(['', ...ELEMENTS])
    .transform((element): Element | undefined => (element === '' ? undefined : element)),
  words: phrasesCell,
})
type Row = z.infer<typeof ROW>
const rows = tableOf('feedback/themes', ROW)
const find = finderOf(rows)
