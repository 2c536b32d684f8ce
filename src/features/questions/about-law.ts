import type { Language } from '../../chat/message.ts'
import { fold } from '../../indonesian/words.ts'
import { namedArticle, parseReference, type Reference, withoutArticle } from '../../regulations/references.ts'
import { shortName } from '../../regulations/registry.ts'
import { texts } from './about-law/texts.ts'
import { isQuestionWord, topicOf } from './asking/topic.ts'
import { nameOf, place, readable, standing } from './citation.ts'
import type { QuestionStore, RegulationNoted } from './store.ts'
import { texts as questionTexts } from './texts.ts'

/** What is to be said of a regulation itself; `known` is false where that is only that it is not here. */
export interface AboutLaw {
  readonly text: string
  readonly known: boolean
}

/**
 * Answers what is asked of a regulation itself rather than of its rules: whether it holds ("PP 53/2010 masih
 * berlaku?"), what it is ("ringkas PP 94/2021"), or a pasal by number that is not there. Undefined for all else.
 */
export async function aboutLaw(
  question: string,
  store: Pick<QuestionStore, 'regulations' | 'articlesThere'>,
  language: Language,
): Promise<AboutLaw | undefined> {
  const references = parseReference(question)
  if (references.length === 0) return undefined
  const article = namedArticle(question)
  const topic = restOf(question, references)
  const asksStanding =
    STANDING.test(fold(question)) && topic.every((word) => STANDING.test(word) || FILLER.has(word))
  if (!asksStanding && topic.some((word) => !FILLER.has(word))) return undefined
  const laws = await store.regulations(references.map(({ number, year }) => ({ number, year })))
  const known = references.flatMap(({ id }) => laws.find((law) => law.id === id) ?? [])
  const t = texts[language]
  if (asksStanding || article === undefined) {
    const lines = references.map(({ id }) => standingLine(id, known, language))
    const isWhole = !asksStanding && known.length > 0
    return { text: [...new Set(lines), ...(isWhole ? [t.askOn] : [])].join('\n\n'), known: known.length > 0 }
  }
  const [law] = known
  const there = law === undefined ? [] : await store.articlesThere(law.id, [article.pasal])
  if (there.length > 0) return undefined
  const where = place({ pasal: article.pasal, ayat: null, huruf: null })
  const missing = law?.complete ? t.noSuchArticle : t.articleNotHere
  return { text: missing(where, nameOf(references[0]?.id ?? '')), known: false }
}

function standingLine(id: string, known: readonly RegulationNoted[], language: Language): string {
  const law = known.find((each) => each.id === id)
  const t = texts[language]
  if (law === undefined) return t.unrecorded(nameOf(id))
  return t.standing(
    shortName(law),
    readable(law.title),
    standing(law, questionTexts[language]),
    law.note ?? '',
  )
}

/** What a question says besides the laws and the pasal it names. */
function restOf(question: string, references: readonly Reference[]): readonly string[] {
  const rest = references.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    question,
  )
  return topicOf(withoutArticle(rest)).filter((word) => !isQuestionWord(word))
}

const STANDING =
  /(?<!\p{L})(?:(?:ber)?laku(?:nya)?|(?:di)?(?:pakai|gunakan|pake)|(?:di)?cabut|(?:di)?(?:ubah|rubah)|(?:di)?ganti(?:kan)?|status(?:nya)?|valid|aktif|perubahan(?:nya)?|terbaru|direvisi|revisi)(?!\p{L})/u
/** Words that ask for all of a law, and those that mean nothing beside its name. */
const FILLER: ReadonlySet<string> = new Set(
  `ringkas ringkasan ringkasannya rangkum rangkuman jelaskan jelasin isi isinya info judul judulnya lihat tampilkan
  buka cari carikan sebutkan bunyi bunyinya sekarang saat kini hari masih sudah telah pernah oleh apa peraturan aturan
  lengkap semua keseluruhan mengatur diatur ngatur bunyikan`.split(/\s+/),
)
