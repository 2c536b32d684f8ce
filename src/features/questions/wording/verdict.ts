import { fold } from '../../../indonesian/words.ts'
import type { Found } from '../../../regulations/search.ts'
import { intentsOf } from '../asking/intent.ts'
import { stemOf } from '../asking/stems.ts'
import { groupsIn, topicOf } from '../asking/topic.ts'
import { isCertain } from '../certainty.ts'
import type { QuestionTexts } from '../texts.ts'

/**
 * "Ya." or "Tidak." before a sentence that settles a yes-or-no question, and nothing unless that is certain: the
 * sentence holds every word of the question, says one thing about leave or duty, and ties it to no condition.
 */
export function verdict(
  question: string,
  lead: string,
  passage: Pick<Found, 'confidence'>,
  t: QuestionTexts,
): string {
  if (!isCertain(passage) || !asksYesOrNo(question)) return ''
  const said = fold(question)
  const answer = fold(lead)
  const topic = topicOf(question)
  const there = new Set(answer.split(' ').flatMap((word) => [word, stemOf(word)]))
  const covered = topic.length >= 2 && topic.every((word) => there.has(word) || there.has(stemOf(word)))
  const sameGroup = groupsIn(question).every((group) => there.has(group))
  if (!covered || !sameGroup || CONDITION.test(answer) || NEGATED.test(said) || /\d/.test(said)) return ''
  const forbids = FORBIDS.test(answer)
  const allows = ALLOWS.test(answer.replace(FORBIDS, ' '))
  const binds = BINDS.test(answer)
  if (ASKS_LEAVE.test(said) && !binds && forbids !== allows) return forbids ? t.no : t.yes
  if (ASKS_DUTY.test(said) && binds && !forbids && !allows) return t.yes
  return ''
}

function asksYesOrNo(question: string): boolean {
  const intents = intentsOf(question)
  return (
    intents.includes('permission') && intents.every((intent) => intent === 'permission' || intent === 'right')
  )
}

const ASKS_LEAVE = /\b(?:boleh|bolehkah|blh|bisa|bs|bisakah|dilarang|berhak)\b/
const ASKS_DUTY = /\b(?:wajib|wajibkah|harus|haruskah)\b/
const FORBIDS = /\b(?:dilarang|tidak (?:boleh|dapat|diizinkan|berhak|diperbolehkan)|bukan)\b/
const ALLOWS = /\b(?:boleh|dapat|berhak|bisa)\b/
const BINDS = /\b(?:wajib|harus)\b/
const CONDITION =
  /\b(?:kecuali|apabila|jika|kalau|bila|selama|sepanjang|dalam hal|asal|asalkan|hanya|syarat|setelah|sebelum|lebih dulu|terlebih dahulu|tertentu|paling|belum|sampai)\b/
/** A question that is itself turned round: "boleh tidak masuk", "tanpa izin boleh". */
const NEGATED =
  /\b(?:tanpa|belum|tidak (?!sih|ya|kah)\w+|(?:ga|gak|nggak|enggak) (?:masuk|hadir|ikut|pakai|lapor)|dilarang)\b/
