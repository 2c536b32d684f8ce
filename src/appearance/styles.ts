import { readFileSync } from 'node:fs'

/** The stylesheet of a page: the colours and letters that all pages share, and before what is its own. */
export function stylesWith(own: string): string {
  return `${PALETTE}${PAGE}${own}`
}

/** A colour of the palette by its name ("brand"), as light pages have it or dark ones. Throws where there is none. */
export function colorOf(name: string, scheme: 'light' | 'dark'): string {
  const [light, dark] = [...PALETTE.matchAll(new RegExp(`--${name}: (#[0-9a-f]{3,6});`, 'g'))]
  const found = (scheme === 'light' ? light : dark)?.[1]
  if (found === undefined) throw new Error(`the palette has no colour ${name}`)
  return found
}

const PALETTE = readFileSync(new URL('palette.css', import.meta.url), 'utf8')
const PAGE = readFileSync(new URL('page.css', import.meta.url), 'utf8')
