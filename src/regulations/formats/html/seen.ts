import type { DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

const UNSEEN = new Set(
  `head script style noscript template nav aside footer iframe frame object embed applet svg math canvas audio video
  map datalist select button input textarea dialog`.split(/\s+/),
)

/** Whether a reader sees an element as part of the text: not a program, a menu, a form, or hidden. */
export function isSeen(element: Element): boolean {
  const style = attribute(element, 'style') ?? ''
  return !(
    UNSEEN.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)
  )
}

/** What an element says under a name. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((a) => a.name === name)?.value
}
