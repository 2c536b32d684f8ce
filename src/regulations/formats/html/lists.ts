import type { DefaultTreeAdapterTypes } from 'parse5'
import { numbered } from '../counting.ts'
import { attribute } from './seen.ts'

type Element = DefaultTreeAdapterTypes.Element

/** The number each item of an ordered list shows before its words, as `type`, `start`, `value` and style say. */
export function counterOf(list: Element): ReadonlyMap<Element, string> {
  const style = (element: Element) =>
    /list-style(?:-type)?\s*:[^;]*?\b(decimal-leading-zero|decimal|(?:lower|upper)-(?:alpha|latin|roman)|none)\b/.exec(
      attribute(element, 'style') ?? '',
    )?.[1]
  const items = list.childNodes
    .filter((child) => 'tagName' in child)
    .filter((child) => child.tagName === 'li')
  const step = attribute(list, 'reversed') === undefined ? 1 : -1
  let next = wholeOf(attribute(list, 'start')) ?? (step === 1 ? 1 : items.length)
  const numbers = new Map<Element, string>()
  for (const item of items) {
    next = wholeOf(attribute(item, 'value')) ?? next
    const kind = style(item) ?? style(list) ?? attribute(list, 'type') ?? 'decimal'
    if (kind !== 'none') numbers.set(item, `${numbered(next, kind)}. `)
    next += step
  }
  return numbers
}

function wholeOf(written: string | undefined): number | undefined {
  return written !== undefined && /^-?\d{1,6}$/.test(written.trim()) ? Number(written) : undefined
}
