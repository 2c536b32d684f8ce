import type { Reply, Turn } from '../../chat/feature.ts'
import type { Language } from '../../chat/message.ts'
import { articlesReferredTo } from '../../regulations/references.ts'
import { citation, place } from './citation.ts'
import type { FullArticle, QuestionStore } from './store.ts'
import { texts } from './texts.ts'

/** Buttons for so many pasal that a pasal refers to. */
const REFERRED = 3

/** Shows the whole of a pasal that was named as "pp-94-2021#9", and leads to those of its law that it refers to. */
export async function showArticle(
  store: Pick<QuestionStore, 'article' | 'articlesThere'>,
  turn: Turn,
  rest: string,
): Promise<Reply> {
  const t = texts[turn.person.language]
  const [regulation = '', pasal = ''] = rest.split('#')
  const article = await store.article(regulation, pasal)
  if (article === undefined) return { say: [{ text: t.articleGone }] }
  const words = article.official === null ? article.digests.map(({ body }) => body) : [article.official]
  const referred = articlesReferredTo(words.join('\n')).filter((other) => other !== pasal)
  const there = await store.articlesThere(regulation, referred)
  const choices = there.slice(0, REFERRED).map((other) => ({
    label: place({ pasal: other, ayat: null, huruf: null }),
    value: showing(regulation, other),
  }))
  return { say: [{ text: whole(article, turn.person.language), choices }] }
}

/** What a button holds that shows the whole of a pasal. */
export function showing(regulation: string, pasal: string): string {
  return `pasal:${regulation}#${pasal}`
}

/** The whole pasal, folded: the official text where it is there, else every digest of it, said to be digests. */
function whole(article: FullArticle, language: Language): string {
  const t = texts[language]
  const head = citation({ ...article, ayat: null, huruf: null }, t)
  const named = place({ pasal: article.pasal, ayat: null, huruf: null })
  const title = article.heading ? `${named}: ${article.heading}` : named
  if (article.official !== null) return `${head}\n\n${folded(title, article.official)}`
  const parts = article.digests.map(({ ayat, huruf, title, body }) => {
    const where = ayat || huruf ? `${place({ pasal: article.pasal, ayat, huruf })}: ` : ''
    return `**${where}${title}**\n${body}`
  })
  return [head, folded(title, parts.join('\n\n')), t.digestOnly].join('\n\n')
}

/** What people open when they want to read it; to a channel that cannot fold it is a quote. */
function folded(title: string, text: string): string {
  return `> [!fold] ${title}\n>\n${text.replace(/^/gm, '> ')}`
}
