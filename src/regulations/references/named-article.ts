/** The pasal a question names, and its ayat: "pasal 11 ayat 2", "ps. 9", "Pasal 79A", "ayat (3) pasal 7". */
export function namedArticle(question: string): { pasal: string; ayat?: string } | undefined {
  const match =
    /(?<!\p{L})(?:pasal|pasl|psl|ps)\s?\.?\s?(?:ke\s?-?\s?|no(?:mor|\.)?\s?)?(\d{1,3})([a-z](?!\p{L})| [A-Z](?!\p{L}))?(?!\d)/iu.exec(
      question,
    )
  if (!match) {
    const roman = /(?<!\p{L})[Pp]asal\s+([IVX]{1,4})(?!\p{L})/u.exec(question)?.[1]
    return roman === undefined ? undefined : { pasal: roman }
  }
  // "pasal 12 B" is a number; in "pasal 12 e-KTP" and "pasal 12 a" the letter is something else.
  const letter = /^ [a-z]/.test(match[2] ?? '') ? '' : (match[2] ?? '')
  const after = question.slice(match.index + match[0].length)
  const before = question.slice(Math.max(0, match.index - 20), match.index)
  const ayat =
    /^\s?,?\s?(?:ayat\s?(?:ke\s?)?\(?|\()(\d{1,2}[a-z]?)(?!\p{L})/iu.exec(after)?.[1] ??
    /ayat\s?\(?(\d{1,2}[a-z]?)\)?\s(?:dari |dalam |di )?$/i.exec(before)?.[1]
  return {
    pasal: `${Number(match[1])}${letter.trim().toUpperCase()}`,
    ...(ayat !== undefined && { ayat: ayat.toLowerCase() }),
  }
}

/** A question without the pasal it names: as a word its number would lead to whatever mentions one like it. */
export function withoutArticle(question: string): string {
  return question.replace(
    /(?<!\p{L})(?:pasal|pasl|psl|ps)\s?\.?\s?(?:ke\s?-?\s?|no(?:mor|\.)?\s?)?(?:\d{1,3}[a-z]?(?![\p{L}\d])|[IVX]{1,4}(?!\p{L}))(?:\s?,?\s?ayat\s?\(?\d{1,2}[a-z]?\)?)?(?:\s?,?\s?huruf\s[a-z](?!\p{L}))?/giu,
    ' ',
  )
}
