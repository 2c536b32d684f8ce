import { parseReference } from '../../../regulations/references.ts'
import { nameOf } from '../citation.ts'
import type { QuestionStore } from '../store.ts'
import { type Basis, basisName } from './published.ts'
import type { PublishingTexts } from './texts.ts'

/** The pasal a text names ("Pasal 9 ayat (2) PP 94/2021"), known or not; undefined when it names none. */
export function readBasis(text: string): Basis | undefined {
  const [reference] = parseReference(text)
  const pasal = /\bpasal\s+(\d+\s?[a-z]?)\b/i.exec(text)?.[1]?.replace(/\s/g, '').toUpperCase()
  const place = pasal ?? (/\blampiran\b/i.test(text) ? 'Lampiran' : undefined)
  if (reference === undefined || place === undefined) return undefined
  const ayat = /\bayat\s*\(?\s*(\d+[a-z]?)\b/i.exec(text)?.[1] ?? null
  return { regulation: reference.id, pasal: place, ayat }
}

/** A basis that is known and in force, or what to tell whoever wrote it. */
export async function checkBasis(
  text: string,
  store: Pick<QuestionStore, 'article'>,
  t: PublishingTexts,
): Promise<{ readonly basis: Basis } | { readonly hint: string }> {
  const basis = readBasis(text)
  if (basis === undefined) return { hint: t.basisUnreadable }
  const article = await store.article(basis.regulation, basis.pasal)
  if (article === undefined) return { hint: t.basisUnknown(basisName({ ...basis, ayat: null })) }
  const { status, revoked_by } = article.regulation
  if (status === 'dicabut')
    return { hint: t.basisRevoked(nameOf(basis.regulation), revoked_by.map(nameOf).join(', ')) }
  return { basis }
}
