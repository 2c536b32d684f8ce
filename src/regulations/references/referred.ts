const LETTERS = String.raw`(?:\s+huruf\s+[a-z](?:(?:\s*,\s*|\s*,?\s+(?:dan(?:\/atau)?|atau|sampai dengan)\s+)(?:huruf\s+)?[a-z](?![a-z]))*)?`
const CLAUSES = String.raw`(?:\s+ayat\s+\(\d+[a-z]?\)(?:(?:\s*,\s*|\s*,?\s+(?:dan(?:\/atau)?|atau|sampai dengan)\s+)(?:ayat\s+)?\(\d+[a-z]?\))*)?`
const ONE = String.raw`Pasal\s+\d{1,3}[A-Z]{0,2}(?![a-z\d])${CLAUSES}${LETTERS}(?:\s+angka\s+\d+)?`
const AND = String.raw`(?:\s*,\s*(?:(?:dan(?:\/atau)?|atau|serta)\s+)?|\s+(?:dan(?:\/atau)?|atau|serta|sampai dengan)\s+)`
const CHAIN = new RegExp(`${ONE}(?:${AND}${ONE})*`, 'g')
const OF_A_LAW =
  /^\s+(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Kitab|Perubahan|UUD?|PP|Perpres|Perda|Perwal|Permen\p{L}*)(?!\p{L})/u
const OF_THIS_LAW = /^(?:\s+[\p{Lu}][\p{L}-]*){1,5}\s+ini(?!\p{L})/u

/**
 * The pasal of its own law that a text refers to ("sebagaimana dimaksud dalam Pasal 9 ayat (2) dan Pasal 11"), each
 * once, in its order. Those of another law, which is named right after them, are left out.
 */
export function articlesReferredTo(text: string): readonly string[] {
  const own = [...text.matchAll(CHAIN)].filter(({ 0: chain, index }) => {
    const after = text.slice(index + chain.length, index + chain.length + 100)
    return !OF_A_LAW.test(after) || OF_THIS_LAW.test(after)
  })
  const numbers = own.flatMap(([chain]) => [...chain.matchAll(/Pasal\s+(\d{1,3}[A-Z]{0,2})/g)])
  return [...new Set(numbers.map(([, number = '']) => number))]
}
