import { isOn, said, tagsOf } from './tags.ts'

/** How one level of a list is numbered. */
export interface Level {
  start: number
  kind: string
  /** "Pasal %1": the number of level 1 in words. */
  pattern: string
  style?: string
  /** All its numbers in figures, also those of the levels above that have letters. */
  legal: boolean
  /** It begins again only after the levels before this one; 0 never. */
  restart?: number
}

/** A kind of list; lists of one kind count on from each other. */
export interface Definition {
  readonly levels: Map<number, Level>
  /** The style whose list it borrows. */
  link?: string
}

/** A list, and in what it differs from its kind. */
export interface Instance {
  definition: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** The kinds of lists and the lists that `numbering.xml` declares, by their numbers in the file. */
export function readNumbering(xml: string): {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly instances: ReadonlyMap<string, Instance>
} {
  const definitions = new Map<string, Definition>()
  const instances = new Map<string, Instance>()
  let definition: Definition | undefined
  let instance: Instance | undefined
  let level: Level | undefined
  let overridden = 0
  for (const tag of tagsOf(xml)) {
    const value = said(tag, 'w:val') ?? ''
    if (tag.kind === 'close') {
      if (tag.name === 'w:abstractNum') definition = undefined
      if (tag.name === 'w:num') instance = undefined
      if (tag.name === 'w:lvl') level = undefined
    } else if (tag.name === 'w:abstractNum') {
      definition = { levels: new Map() }
      definitions.set(said(tag, 'w:abstractNumId') ?? '', definition)
    } else if (tag.name === 'w:num') {
      instance = { definition: '', starts: new Map(), levels: new Map() }
      instances.set(said(tag, 'w:numId') ?? '', instance)
    } else if (tag.name === 'w:abstractNumId' && instance) instance.definition = value
    else if (tag.name === 'w:numStyleLink' && definition) definition.link = value
    else if (tag.name === 'w:lvlOverride') overridden = depth(said(tag, 'w:ilvl'))
    else if (tag.name === 'w:startOverride') instance?.starts.set(overridden, whole(value))
    else if (tag.name === 'w:lvl') {
      level = { start: 0, kind: 'decimal', pattern: '', legal: false }
      const levels = instance?.levels ?? definition?.levels
      levels?.set(depth(said(tag, 'w:ilvl')), level)
    } else if (level) {
      if (tag.name === 'w:start') level.start = whole(value)
      if (tag.name === 'w:numFmt') level.kind = value
      if (tag.name === 'w:lvlText') level.pattern = value
      if (tag.name === 'w:pStyle') level.style = value
      if (tag.name === 'w:isLgl') level.legal = isOn(tag)
      if (tag.name === 'w:lvlRestart') level.restart = whole(value)
    }
  }
  return { definitions, instances }
}

/** What a style says of lists. */
export interface Style {
  base?: string
  list?: string
  level?: number
}

/** The styles that `styles.xml` declares, by their ids. */
export function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style = {}
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue
    const value = said(tag, 'w:val') ?? ''
    if (tag.name === 'w:style') {
      style = {}
      styles.set(said(tag, 'w:styleId') ?? '', style)
    } else if (tag.name === 'w:basedOn') style.base = value
    else if (tag.name === 'w:numId') style.list = value
    else if (tag.name === 'w:ilvl') style.level = depth(value)
  }
  return styles
}

function depth(written: string | undefined): number {
  return Math.min(8, whole(written))
}

function whole(written: string | undefined): number {
  return /^\d{1,6}$/.test(written ?? '') ? Number(written) : 0
}
