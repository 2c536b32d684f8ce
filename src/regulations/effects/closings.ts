import { parseReference } from '../references.ts'
import type { Article } from '../structure.ts'
import type { Effect } from './effect.ts'
import { readTargets } from './targets.ts'

/** What is said of regulations, in which words it is said of which, and what limits it. */
interface Verdict {
  readonly kind: 'revoked' | 'kept'
  readonly subjects: string
  readonly limit: string
}

/** "Pada saat Peraturan Pemerintah ini mulai berlaku": from then on what follows is said of older law. */
const OPENING =
  /(?:Pada\s+[Ss]aat|Dengan|Sejak|Terhitung(?:\s+mulai)?|Mulai)\s[^:;.]{0,90}?\b(?:ini|mi)\b(?:\s+mulai)?(?:\s+\S{0,3}(?:erlaku|ilaksanakan|itetapkan|iundangkan))?\s*,?\s*(?:maka\b)?\s*[,:]?/
const REVOKED =
  '(?:di ?nyata\\S{1,3}n )?dicabut,? dan (?:\\S{6,13} )?(?:\\S{3,5} )?t-?idak ?ber[lr]aku(?!\\p{L})(?: lagi)?|(?:di ?nyata\\S{1,3}n|ditetapkan) (?:dicabut dan )?t-?idak ?(?:lagi )?ber[lr]aku(?!\\p{L})(?: lagi)?(?! (?:bagi|terhadap|untuk) )|dicabut(?!\\p{L})(?! (?:oleh|apabila|berdasarkan|terlebih|jika|sebelum|karena|kembali))|tidak berlaku lagi'
const KEPT = '(?<!tidak )(?:dinyatakan )?(?:masih (?:tetap )?|tetap )ber[lr]aku(?!\\p{L})'
const VERDICT = new RegExp(`(?<revoked>${REVOKED})|${KEPT}`, 'gu')
const AYAT = /\n(?=\(\d{1,2}[a-z]?\)\s)/

/** What a law's own pasal say of other regulations as a whole or of some pasal: revoked, or still in force. */
export function readClosings(articles: readonly Article[], id: string): readonly Effect[] {
  return articles
    .filter(({ amends, text }) => !amends && /berlaku|dicabut/.test(text))
    .flatMap(({ pasal, text }) =>
      verdictsOf(text).flatMap(({ kind, subjects, limit }) =>
        readTargets(subjects.replace(OPENING, ' '), limit, kind)
          .filter(({ on }) => on.regulation !== id)
          .map((target): Effect => ({ by: { regulation: id, pasal }, kind, ...target })),
      ),
    )
}

function verdictsOf(text: string): readonly Verdict[] {
  const opened = OPENING.test(text)
  return text.split(AYAT).flatMap((ayat) => {
    const verdicts: Verdict[] = []
    let from = 0
    for (const match of ayat.matchAll(VERDICT)) {
      // Inside a list that follows an earlier verdict; or said of licences, not of law.
      if (match.index < from || (!opened && !/nyata|ditetapkan|masih/.test(match[0]))) continue
      const end = match.index + match[0].length
      const listed = /^\s*:/.test(ayat.slice(end, end + 5))
      verdicts.push({
        kind: match.groups?.revoked === undefined ? 'kept' : 'revoked',
        subjects: listed ? ayat.slice(end + 1) : lastSentence(ayat.slice(from, match.index)),
        limit: listed ? '' : (/^[^;.:\n]{0,300}/.exec(ayat.slice(end, end + 301))?.[0].trim() ?? ''),
      })
      from = listed ? ayat.length : end
    }
    return verdicts
  })
}

/** The sentence that ends in the verdict; a list is one, whatever full stops a reader saw in it. */
function lastSentence(words: string): string {
  if (/\n(?:[a-z]{1,2}|\d{1,2})\.\s/.test(words)) return words
  const last = words.split(/(?<=[\p{Ll})]{2})\.\s+(?=\p{Lu}\p{Ll})/u).at(-1) ?? ''
  return parseReference(last).length > 0 ? last : words
}
