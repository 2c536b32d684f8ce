import { divide } from '../structure/zones.ts'
import type { Article, Structure } from '../structure.ts'
import type { Outside, OutsidePart } from './report.ts'

/** The numbers of pasal that are missing between those that are there: "7", "9–10". What an amending law quotes has none. */
export function gapsOf(articles: readonly Article[]): readonly string[] {
  const numbers = articles
    .filter(({ amends, pasal }) => !amends && /^\d/.test(pasal))
    .map(({ pasal }) => Number.parseInt(pasal, 10))
  return numbers.flatMap((number, i) => {
    const [from, to] = [(numbers[i - 1] ?? 0) + 1, number - 1]
    return to < from ? [] : [from === to ? `${from}` : `${from}–${to}`]
  })
}

/** The pasal whose ayat do not count up from one, or of which one seems to stand inside another. */
export function disorderOf(articles: readonly Article[]): readonly string[] {
  return articles.flatMap(({ pasal, clauses }) => {
    const labels = clauses
      .map(({ ayat }) => ayat)
      .filter((ayat, i, all) => ayat !== undefined && ayat !== all[i - 1])
    const numbers = labels.map((label) => Number.parseInt(label ?? '', 10))
    const first = numbers[0]
    if (first !== undefined && first > 1) return [`Pasal ${pasal}: mulai dari ayat (${first})`]
    const at = numbers.findIndex((number, i) => i > 0 && number - (numbers[i - 1] ?? 0) > 1)
    if (at > 0) return [`Pasal ${pasal}: sesudah ayat (${labels[at - 1]}) langsung ayat (${labels[at]})`]
    const swallowed = clauses.flatMap(({ words }) => SWALLOWED.exec(words)?.[1] ?? [])[0]
    if (swallowed === undefined || labels.includes(swallowed)) return []
    return [`Pasal ${pasal}: ayat (${swallowed}) terbaca di tengah kalimat`]
  })
}

/** An ayat's number after the end of a sentence, in words that were taken for one clause. */
const SWALLOWED = /[.;] \((\d{1,2})\) (?=\p{Lu})/u

/** How much of a text is no pasal's: what comes before them, the closing, the explanation, the annex. Spaces do not count. */
export function outsideOf(text: string, { articles }: Structure): Outside {
  const all = visible(text)
  const characters = Math.max(0, all - articles.reduce((sum, article) => sum + visible(article.text), 0))
  const { head, explanation, annex } = divide(text)
  const parts = Object.entries({ head, explanation, annex }).map(([part, [from, to]]) => {
    const words = text.slice(from, to)
    return { part: part as OutsidePart, characters: visible(words), begins: beginning(words) } // its own keys
  })
  return {
    characters,
    share: all === 0 ? 0 : characters / all,
    parts: parts.filter((part) => part.characters > 0),
  }
}

const SPACE = 32

function visible(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > SPACE) count++
  return count
}

function beginning(text: string): string {
  const words = text.slice(0, 300).trim().split(/\s+/)
  return words.length > 10 ? `${words.slice(0, 10).join(' ')} …` : words.join(' ')
}
