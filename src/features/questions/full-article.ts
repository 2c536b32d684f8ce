import type { Reply, Turn } from '../../chat/feature.ts'
import type { Language } from '../../chat/message.ts'
import { citation, place } from './citation.ts'
import type { FullArticle, QuestionStore } from './store.ts'
import { texts } from './texts.ts'

/** Shows the whole of a pasal that was named as "pp-94-2021#9". */
export async function showArticle(
  store: Pick<QuestionStore, 'article'>,
  turn: Turn,
  rest: string,
): Promise<Reply> {
  const t = texts[turn.person.language]
  const [regulation = '', pasal = ''] = rest.split('#')
  const article = await store.article(regulation, pasal)
  return { say: [{ text: article === undefined ? t.articleGone : whole(article, turn.person.language) }] }
}

/** The whole pasal: the official text where it is there, else every digest of it, said to be digests. */
function whole(article: FullArticle, language: Language): string {
  const t = texts[language]
  const head = [
    citation({ ...article, ayat: null, huruf: null }, t),
    article.heading && `_${article.heading}_`,
  ]
    .filter(Boolean)
    .join('\n')
  if (article.official !== null) return `${head}\n\n${article.official}`
  const parts = article.digests.map(({ ayat, huruf, title, body }) => {
    const where = ayat || huruf ? `${place({ pasal: article.pasal, ayat, huruf })}: ` : ''
    return `**${where}${title}**\n${body}`
  })
  return [head, ...parts, t.digestOnly].join('\n\n')
}
