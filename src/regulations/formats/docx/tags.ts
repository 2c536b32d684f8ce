/** A tag of an XML text, and where it stands: [start, end). */
export interface Tag {
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly start: number
  readonly end: number
  /** What it says of itself, as written. */
  readonly said: string
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g

/** The tags of an XML text in order; comments, instructions and quoted text are none. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const { 0: whole, 1: slash, 2: name, 3: said = '', index } of xml.matchAll(TAG)) {
    if (name === undefined) continue
    const kind = slash === '/' ? 'close' : said.endsWith('/') ? 'empty' : 'open'
    yield { name, kind, start: index, end: index + whole.length, said }
  }
}

/** What a tag says under a name: its `w:val` and the like. */
export function said(tag: Tag, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag.said)
  const value = found?.[1] ?? found?.[2]
  return value?.replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, decoded)
}

/** Whether a property that is on or off is on: `<w:vanish/>`, `<w:vanish w:val="0"/>`. */
export function isOn(tag: Tag): boolean {
  return !/^(?:0|false|off|none)$/.test(said(tag, 'w:val') ?? '')
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(whole: string, entity: string): string {
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()] ?? whole
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
