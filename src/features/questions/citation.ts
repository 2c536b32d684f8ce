import { showDay } from '../../indonesian/dates.ts'
import { isOfficersAnswer } from '../../regulations/knowledge/answers.ts'
import { shortName } from '../../regulations/registry.ts'
import type { Found, RegulationFacts } from '../../regulations/search.ts'
import type { Standing } from '../../regulations/standing.ts'
import type { QuestionTexts } from './texts.ts'

/** The place of a passage as people cite it: "Pasal 9 ayat (2) huruf b". */
export function place({ pasal, ayat, huruf }: Pick<Found, 'pasal' | 'ayat' | 'huruf'>): string {
  const head = /^\d|^[IVXLC]+$/.test(pasal) ? `Pasal ${pasal}` : pasal
  const clause = ayat ? ` ayat (${ayat.replace('-', ')–(')})` : ''
  return `${head}${clause}${huruf ? ` huruf ${huruf}` : ''}`
}

/** Where a passage stands, briefly: "Pasal 316 ayat (1) PP 11/2017", or that an officer answered. */
export function shortCitation(
  passage: Pick<Found, 'pasal' | 'ayat' | 'huruf' | 'regulation'>,
  t: QuestionTexts,
): string {
  return isOfficersAnswer(passage) ? t.officersAnswer : `${place(passage)} ${shortName(passage.regulation)}`
}

/**
 * "**Pasal 9 ayat (2) PP 94/2021** tentang Disiplin Pegawai Negeri Sipil, masih berlaku"; of an officer's reviewed
 * answer whose it is and when it was reviewed.
 */
export function citation(
  passage: Pick<Found, 'pasal' | 'ayat' | 'huruf' | 'regulation'> &
    Partial<Pick<Found, 'standing' | 'checked'>>,
  t: QuestionTexts,
): string {
  if (isOfficersAnswer(passage)) return `**${passage.checked ?? t.officersAnswer}**`
  const { regulation } = passage
  const status = standing(regulation, t, passage.standing)
  return `**${place(passage)} ${shortName(regulation)}** ${t.about} ${readable(regulation.title)}, ${status}`
}

/** Whether a regulation is in force, or its pasal where that is known, and what changed it since when. */
export function standing(regulation: RegulationFacts, t: QuestionTexts, article?: Standing): string {
  if (article?.by.some(({ pasal }) => pasal !== undefined) && article.status === 'diubah')
    return t.articleAmended(changers(article), since(article))
  const { status, by, since: day } = article ?? ofRegulation(regulation)
  return t.status(status, changers({ by }), since({ since: day }))
}

/** What changed or revoked something: "Pasal I PP 17/2020, UU 20/2023". */
export function changers({ by }: Pick<Standing, 'by'>): string {
  return by
    .map(
      ({ regulation, pasal }) =>
        `${pasal ? `${place({ pasal, ayat: null, huruf: null })} ` : ''}${nameOf(regulation)}`,
    )
    .join(', ')
}

/** Since when, as people write a day; empty where it is not known. */
export function since(standing: { readonly since?: string | undefined }): string {
  return standing.since ? showDay(standing.since).replace(/^\w+, 0?/, '') : ''
}

/** The short name of a regulation known by its id alone. */
export function nameOf(id: string): string {
  const [, number = '', year = ''] = /-([^-]+)-(\d{4})$/.exec(id) ?? []
  return shortName({ id, number, year: Number(year) })
}

/** A title that a gazette prints in capitals, as people write it. */
export function readable(title: string): string {
  if (title !== title.toUpperCase()) return title
  const small = new Set([
    'dan',
    'atau',
    'atas',
    'di',
    'ke',
    'dari',
    'yang',
    'untuk',
    'dengan',
    'dalam',
    'pada',
    'tentang',
    'bagi',
  ])
  return title
    .toLowerCase()
    .replace(/\p{L}+/gu, (word, at: number) =>
      at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
}

function ofRegulation({ status, amended_by, revoked_by, since: day }: RegulationFacts): Standing {
  const by = status === 'dicabut' ? revoked_by : status === 'diubah' ? amended_by : []
  return { status, by: by.map((regulation) => ({ regulation })), ...(day && { since: day }) }
}
