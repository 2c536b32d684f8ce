import { numbered } from '../counting.ts'
import { type Definition, type Level, readNumbering, readStyles } from './definitions.ts'

/** Where in a list a paragraph stands: the list's number in the file, and how deep. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

/** The lists of a Word file, which count as paragraphs are shown to them. */
export interface Lists {
  /** Where paragraphs of a style stand without saying so themselves. */
  ofStyle(style: string): ListPlace | undefined
  /** The number the next paragraph at this place shows ("Pasal 4", "(2)", "a."); empty where it shows none. */
  next(place: ListPlace): string
}

/** Reads the lists of a Word file from its `numbering.xml` and `styles.xml`; each may be missing. */
export function readLists(numbering: string, styles: string): Lists {
  const { definitions, instances } = readNumbering(numbering)
  const named = readStyles(styles)
  const counts = new Map<string, Map<number, number>>()
  const begun = new Set<string>()

  const definitionOf = (id: string | undefined): Definition | undefined => {
    const own = definitions.get(id ?? '')
    const linked = own?.link === undefined ? undefined : instances.get(named.get(own.link)?.list ?? '')
    return linked ? definitions.get(linked.definition) : own
  }
  const levelOf = (list: string, level: number): Level | undefined =>
    instances.get(list)?.levels.get(level) ?? definitionOf(instances.get(list)?.definition)?.levels.get(level)

  return {
    ofStyle(style) {
      const seen = new Set<string>()
      for (let at: string | undefined = style; at !== undefined && !seen.has(at); at = named.get(at)?.base) {
        seen.add(at)
        const list = named.get(at)?.list
        if (list === undefined) continue
        const levels = definitionOf(instances.get(list)?.definition)?.levels ?? new Map<number, Level>()
        const own = [...levels].find(([, { style }]) => style === at)?.[0]
        return { list, level: own ?? named.get(at)?.level ?? 0 }
      }
      return undefined
    },
    next({ list, level }) {
      const instance = instances.get(list)
      const shape = levelOf(list, level)
      if (!instance || !shape) return ''
      const count = counts.get(instance.definition) ?? new Map<number, number>()
      counts.set(instance.definition, count)
      // A list that begins elsewhere than its kind does so once; then it counts on.
      const anew = begun.has(`${list} ${level}`) ? undefined : instance.starts.get(level)
      begun.add(`${list} ${level}`)
      count.set(level, anew ?? (count.get(level) ?? shape.start - 1) + 1)
      for (const deeper of count.keys())
        if (deeper > level && beginsAgain(levelOf(list, deeper), level)) count.delete(deeper)
      return written(shape, count, (which) => levelOf(list, which))
    },
  }
}

/** A level begins again after any above it, unless it says after which, or never. */
function beginsAgain(deeper: Level | undefined, after: number): boolean {
  return deeper?.restart === undefined || after < deeper.restart
}

function written(
  { kind, pattern, legal }: Level,
  count: ReadonlyMap<number, number>,
  levelAt: (which: number) => Level | undefined,
): string {
  if (kind === 'bullet') return '-'
  const numbers = pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const which = Number(digit) - 1
    const there = levelAt(which)
    if (there?.kind === 'none') return ''
    return numbered(count.get(which) ?? there?.start ?? 1, legal ? 'decimal' : (there?.kind ?? 'decimal'))
  })
  return numbers.trim()
}
