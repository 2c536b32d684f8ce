import { type Found, isBoundary } from '../../regulations/search.ts'
import { nameOf, place } from './citation.ts'

const KEPT = 3

/** The pasal that were found, as "pp-94-2021#9", the best three, each once. */
export function articlesOf(found: readonly Pick<Found, 'regulation' | 'pasal'>[]): readonly string[] {
  const laws = found.filter((hit) => !isBoundary(hit))
  return [...new Set(laws.map(({ regulation, pasal }) => `${regulation.id}#${pasal}`))].slice(0, KEPT)
}

/** The same as people cite them: "Pasal 9 PP 94/2021; Pasal 11 PP 94/2021". */
export function nearestNames(articles: readonly string[]): string {
  return articles
    .map((article) => {
      const [regulation = '', pasal = ''] = article.split('#')
      return `${place({ pasal, ayat: null, huruf: null })} ${nameOf(regulation)}`
    })
    .join('; ')
}
