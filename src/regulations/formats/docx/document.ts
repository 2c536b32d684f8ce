import type { Lists } from './numbering.ts'
import { isOn, said, type Tag, tagsOf } from './tags.ts'

/** The main part of a Word file made plain: its list numbers written out, hidden words and note signs taken away. */
export interface PlainDocument {
  readonly xml: string
  /** True where somebody's proposed changes are neither accepted nor refused. */
  readonly changes: boolean
  readonly notes: number
}

/** Writes the number of each paragraph that Word would number by itself into its words. */
export function plain(xml: string, lists: Lists): PlainDocument {
  const edits: { readonly from: number; readonly to: number; readonly by: string }[] = []
  const paragraphs: Paragraph[] = []
  const run = { start: 0, hidden: false }
  let alternatives = 0
  let notes = 0
  let changes = false
  for (const tag of tagsOf(xml)) {
    const paragraph = paragraphs.at(-1)
    const opens = tag.kind !== 'close'
    // The same picture or text box in a newer and an older dialect: only the older is read.
    if (tag.name === 'mc:Choice' && tag.kind !== 'empty') alternatives += opens ? 1 : -1
    else if (alternatives > 0) continue
    else if (tag.name === 'w:p') {
      if (tag.kind === 'open') paragraphs.push({ words: tag.end, properties: 0 })
      if (tag.kind !== 'close') continue
      const done = paragraphs.pop()
      const number = done && numberOf(done, lists)
      if (done && number) edits.push({ from: done.words, to: done.words, by: written(number) })
    } else if (tag.name === 'w:pPr' && paragraph) {
      // Properties hold properties where a change of them is proposed: those within were valid before it.
      paragraph.properties += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
      if (paragraph.properties === 0) paragraph.words = tag.end
    } else if (paragraph && paragraph.properties > 0) {
      if (paragraph.properties === 1 && opens) note(paragraph, tag)
    } else if (tag.name === 'w:r' && tag.kind === 'open')
      Object.assign(run, { start: tag.start, hidden: false })
    else if (tag.name === 'w:vanish' && opens && isOn(tag)) run.hidden = true
    else if (tag.name === 'w:r' && tag.kind === 'close' && run.hidden) {
      edits.push({ from: run.start, to: tag.end, by: '' })
      run.hidden = false
    } else if (/^w:(?:footnote|endnote)Reference$/.test(tag.name) && opens) {
      notes++
      if (!run.hidden) edits.push({ from: tag.start, to: tag.end, by: '' })
    } else if (/^w:(?:ins|del|moveFrom|moveTo)$/.test(tag.name) && opens) changes = true
  }
  return { xml: edited(xml, edits), changes, notes }
}

interface Paragraph {
  /** Where its words begin. */
  words: number
  /** How many properties are open around the tag that is read. */
  properties: number
  style?: string
  list?: string
  level?: number
}

function note(paragraph: Paragraph, tag: Tag): void {
  const value = said(tag, 'w:val') ?? ''
  if (tag.name === 'w:pStyle') paragraph.style = value
  if (tag.name === 'w:numId') paragraph.list ??= value
  if (tag.name === 'w:ilvl') paragraph.level ??= Number(value)
}

function numberOf({ style, list, level }: Paragraph, lists: Lists): string {
  const inherited = style === undefined ? undefined : lists.ofStyle(style)
  const place = { list: list ?? inherited?.list ?? '0', level: level ?? inherited?.level ?? 0 }
  // List 0 is Word's way to say: not numbered, whatever the style.
  return place.list === '0' ? '' : lists.next(place)
}

function written(number: string): string {
  const safe = number.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<w:r><w:t xml:space="preserve">${safe} </w:t></w:r>`
}

function edited(
  xml: string,
  edits: readonly { readonly from: number; readonly to: number; readonly by: string }[],
): string {
  let at = 0
  const pieces: string[] = []
  for (const { from, to, by } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue
    pieces.push(xml.slice(at, from), by)
    at = to
  }
  return pieces.join('') + xml.slice(at)
}
