import { stem } from '../../../../indonesian/stem.ts'
import { wordsOf } from '../../../../indonesian/words.ts'

/**
 * Whether a claim turns round what a text says: it affirms what the text only denies, denies what the text only
 * affirms, or makes a leave a duty or a duty a leave. `strictly` also where the text affirms it elsewhere.
 */
export function turnsRound(claim: string, text: string, strictly = false): boolean {
  const said = polarityOf(claim)
  const held = polarityOf(text)
  for (const each of said.affirmed)
    if (!said.denied.has(each) && held.denied.has(each) && (strictly || !held.affirmed.has(each))) return true
  for (const each of said.denied)
    if (!said.affirmed.has(each) && held.affirmed.has(each) && !held.denied.has(each)) return true
  if (said.affirmed.has(DUTY) && !held.affirmed.has(DUTY) && held.affirmed.has(LEAVE)) return true
  const leave = /\b(?:boleh|bisa)\b/i.test(claim) && said.affirmed.has(LEAVE)
  return leave && held.affirmed.has(DUTY) && !held.affirmed.has(LEAVE) && !held.affirmed.has(RIGHT)
}

/** Whether a claim's upper or lower limit is one in the text too. */
export function limitsAlike(claim: string, text: string): boolean {
  return LIMITS.every(([limit, same]) => !limit.test(claim) || same.test(text))
}

/** Whether what a quote says is a "not allowed" or "not given", so that a claim without any "not" cannot be what it says. */
export function forbids(text: string): boolean {
  return FORBIDDING.test(wordsOf(text).join(' '))
}

/** Whether there is any "not", or a word that comes to the same, in a text. */
export function hasNegation(text: string): boolean {
  return wordsOf(text).some((word) => NEGATING.test(word))
}

/** Whether a "Ya" or "Tidak" before a claim is what a text says of it: a leave, duty or right, or that there is none. */
export function bears(verdict: string, text: string): boolean {
  if (/^\s*(?:tidak|bukan|nggak|enggak|gak?)\b/i.test(verdict)) return forbids(text)
  const { affirmed } = polarityOf(text)
  return !forbids(text) && [LEAVE, DUTY, RIGHT].some((each) => affirmed.has(each))
}

interface Polarity {
  readonly affirmed: ReadonlySet<string>
  readonly denied: ReadonlySet<string>
}

const LEAVE = 'boleh'
const DUTY = 'wajib'
const RIGHT = 'hak'
const NOT = /^(?:tidak|tak|bukan|belum|tanpa|jangan|tiada|nggak|ngga|enggak|gak|ga|dilarang|larangan)$/
const NEGATING =
  /^(?:tidak|tak|bukan|belum|tanpa|jangan|tiada|nggak|ngga|enggak|gak|ga|dilarang|larangan|terlarang|melarang|kecuali|pengecualian|dikecualikan|selain|gugur|hangus|batal|hilang|kehilangan|dicabut|dihapus|dihentikan|berhenti|ditolak|melanggar|pelanggaran)$/
const FORBIDDING =
  /\b(?:dilarang|larangan|(?:tidak|tak|belum|bukan|ga|gak|nggak|enggak) (?:(?:akan|lagi|pernah|juga|otomatis) )?(?:dapat|boleh|bisa|wajib|harus|berhak|perlu|mesti|diperbolehkan|diperkenankan|diizinkan|diberikan|diberi|berlaku|termasuk|dikenakan|dikenai|dijatuhi|mendapat\w*|dapet|memperoleh|menerima|diwajibkan|diharuskan|dibayarkan|dibayar|dihitung|diperhitungkan|diakui|mengurangi|menghapus\w*|menggugurkan))\b/

/** Words of one meaning, as far as polarity goes. */
const CLASSES: Readonly<Record<string, string>> = {
  ...all(LEAVE, 'boleh bolehkah dapat bisa diperbolehkan diperkenankan diizinkan dibolehkan'),
  ...all(DUTY, 'wajib harus diwajibkan diharuskan berkewajiban mesti'),
  ...all(RIGHT, 'berhak'),
}
/** Words between a "not" and what it denies. */
const BETWEEN =
  /^(?:dengan|atas|dalam|di|ke|dari|untuk|bagi|pada|secara|akan|lagi|pernah|sedang|telah|sudah|juga|otomatis|perlu|yang|oleh)$/
/** Verbs that deny what they give: "tidak diberikan tunjangan". */
const GIVING =
  /^(?:diberikan|diberi|mendapat|mendapatkan|memperoleh|menerima|dibayarkan|dibayar|berhak|hak|ada)$/
const LIMITS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:paling (?:lama|lambat|banyak|tinggi|besar)|maks(?:imal|imum)?|selambat|sebanyak-banyak|setinggi|selama-lama)/i,
    /\b(?:paling (?:lama|lambat|banyak|tinggi|besar)|maks(?:imal|imum)?|selambat|sebanyak-banyak|setinggi|selama-lama|tidak (?:boleh )?(?:lebih|melebihi)|sampai|hingga|kurang dari|sebelum)/i,
  ],
  [
    /\b(?:paling (?:sedikit|kurang|rendah|singkat|kecil)|minim(?:al|um)|sekurang|sesingkat|serendah)/i,
    /\b(?:paling (?:sedikit|kurang|rendah|singkat|kecil)|minim(?:al|um)|sekurang|sesingkat|serendah|lebih dari|melebihi|atau lebih|ke atas|tidak (?:boleh )?kurang)/i,
  ],
]

function polarityOf(text: string): Polarity {
  const affirmed = new Set<string>()
  const denied = new Set<string>()
  const words = wordsOf(text)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!NOT.test(word)) {
      affirmed.add(meaningOf(word))
      continue
    }
    if (/^(?:dilarang|larangan)$/.test(word)) denied.add(LEAVE)
    at = deny(words, at + 1, denied)
  }
  return { affirmed, denied }
}

/** Notes what a "not" denies, from the word behind it on; resolves to the last word it took. */
function deny(words: readonly string[], from: number, denied: Set<string>): number {
  let content = 1
  let at = from
  for (; at < words.length && content > 0 && at < from + 6; at++) {
    const word = words[at] ?? ''
    const meaning = meaningOf(word)
    if (meaning === LEAVE || meaning === DUTY || meaning === RIGHT) denied.add(meaning)
    else if (!BETWEEN.test(word)) {
      denied.add(meaning)
      content--
    }
    if (GIVING.test(word) && content < 1) content = 1
  }
  return at - 1
}

function meaningOf(word: string): string {
  return CLASSES[word] ?? stem(word)
}

function all(meaning: string, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, meaning]))
}
