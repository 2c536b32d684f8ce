/** Whether a text looks like advertising or nothing at all, given how many different phrases of advertisements it has. */
export function looksLikeSpam(text: string, advertising: number): boolean {
  const links = [...text.matchAll(LINK)].filter(([link]) => !TRUSTED.test(link)).length
  if (advertising >= 2 || (advertising > 0 && links > 0) || links >= MOST_LINKS) return true
  return isRepetition(text) || isGibberish(text)
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"]{3,200}|\b[a-z\d-]{2,40}\.(?:com|net|xyz|top|site|online|vip|club|info|me|ly|link|shop|id)\b(?:\/[^\s<>"]{0,200})?/gi
/** Where people keep what proves their case, and the government itself. */
const TRUSTED =
  /\.go\.id|\.sch\.id|\.ac\.id|google\.|goo\.gl|maps\.app|youtu|drive\.|instagram\.|facebook\.|tiktok\.|whatsapp\.com/i
const MOST_LINKS = 3

/** The same letter or word again and again. */
function isRepetition(text: string): boolean {
  if (/([\p{L}\p{N}])\1{11,}/u.test(text)) return true
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 8) return false
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Math.max(...counts.values()) / words.length > 0.6
}

/** Nearly all letters in words nobody could speak. Other scripts are not judged. */
function isGibberish(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const letters = words.join('').length
  if (letters < 8) return false
  const odd = words.filter(
    (word) =>
      MASHED.test(word) ||
      (word.length >= 7 && !/[aiueo]/.test(word)) ||
      /[^aiueoy]{6,}/.test(word) ||
      word.length > LONGEST_WORD,
  )
  return odd.join('').length / letters > 0.6
}

const MASHED = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm|jkjk|lkjh|poiu/
const LONGEST_WORD = 40
