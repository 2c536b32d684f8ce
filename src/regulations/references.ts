export { askedYear } from './references/asked-year.ts'
export { type Named, namedRegulations } from './references/named.ts'
export { namedArticle } from './references/named-article.ts'
export { parseReference, type Reference } from './references/parse.ts'
