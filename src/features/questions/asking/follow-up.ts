import { fold } from '../../../indonesian/words.ts'
import type { Remembered } from '../memory.ts'
import { intentsOf } from './intent.ts'
import { stemOf } from './stems.ts'
import { GROUP, groupsIn, isQuestionWord, topicOf } from './topic.ts'

/** What was asked as a question that can stand alone: a follow-up gets what it leaves out from the one before. */
export function completed(asked: string, history: readonly Remembered[]): string {
  const last = history.at(-1)
  if (last === undefined) return asked
  const place = ORDINALS.findIndex((words) => words.test(fold(asked)))
  const listed = place < 0 ? undefined : (last.listed?.[place] ?? last.question)
  const question = listed ?? (followsUp(asked, last.question) ? joined(last.question, asked) : asked)
  return question.trim() === '' ? asked : question
}

/**
 * Whether words go on from the question before: "kalau PPPK?", "terus siapa yang memutuskan?", "berapa lama?",
 * "cuti besar?" after another cuti. A question with a matter and a question word of its own never does.
 */
export function followsUp(asked: string, before: string): boolean {
  const said = fold(asked)
  const count = said.split(' ').length
  if (count > MOST_WORDS || said === '') return false
  const topic = topicOf(asked)
  if (topic.length === 0) return true
  const [only = ''] = topic
  if (topic.length === 2 && count <= 4 && topic.some((word) => word.endsWith('nya'))) return true
  if (topic.length === 1 && count <= 5 && (only.endsWith('nya') || (asks(asked) && WANTS_OBJECT.test(only))))
    return true
  if (MARKER.test(said))
    return !asks(asked) || topic.length === 1 || (topic.length === 2 && WANTS_OBJECT.test(only))
  return count <= 3 && !asks(asked) && overlaps(topic, topicOf(before))
}

/** The question before with the new words: a new figure, group or matter takes the place of the old one. */
export function joined(before: string, asked: string): string {
  const rest = asked
    .trim()
    .replace(/[?!.]+$/, '')
    .replace(MARKERS, '')
  const topic = topicOf(rest)
  const base = withGroups(withFigure(before.replace(/[?!.]+$/, ''), rest), rest)
  if (topic.length === 0) {
    const source = intentsOf(rest).includes('source')
    const changed = base !== before.replace(/[?!.]+$/, '')
    if (source || (changed && !asks(rest))) return base
    return asks(rest) ? spaced(`${matterOf(base)} ${rest}`) : spaced(`${base} ${rest}`)
  }
  if (!asks(rest) && overlaps(topic, topicOf(base)))
    return spaced(`${topic.join(' ')} ${keep(base, (word) => !topicOf(base).includes(word))}`)
  return spaced(`${asks(rest) ? matterOf(base) : base} ${rest}`)
}

const MOST_WORDS = 8
/** Verbs that say nothing without what is done, or to what: "dicicil", "memutuskan", "nentuin", "ngasih"; no "diklat", "disiplin". */
const WANTS_OBJECT =
  /^(?:di(?!sip|sab|nas|rek|git|rjen|plom|vis)(?:[aiueo]|(?:ng|ny|kh|sy|[b-df-hj-np-tv-z])[aiueo])\w{2,}|me\w{3,}(?:kan|i)|(?:ng|ny|n|m)\w{2,}in|ngasih|berlaku|berakhir|menghukum)$/
const MARKER =
  /^(?:kalau|kalo|klo|kl|gimana kalau|gmn klo|gmn kalo|gimana kalo|bagaimana dengan|bagaimana kalau|gimana dengan|terus|trus|trs|lalu|lantas|untuk|utk|buat|dan|berarti|nah|oh|jadi)\b/
const MARKERS = new RegExp(`^(?:(?:${MARKER.source.slice(1)})[\\s,]*)+`, 'i')
const ORDINALS = [
  ['pertama', 'kesatu', 'satu', '1'],
  ['kedua', 'dua', '2'],
  ['ketiga', 'tiga', '3'],
].map(
  (words) =>
    new RegExp(
      `^(?:kalau |kalo |terus |lihat )?(?:(?:yang|yg|no|nomor|poin|nomer|opsi|pilihan) )+(?:ke )?(?:${words.join('|')})(?: (?:gimana|apa|itu|tadi|dong|saja|aja|isinya))*$`,
    ),
)

/** Whether there is a question word; a question mark alone makes none. */
function asks(text: string): boolean {
  return intentsOf(text.replaceAll('?', ' ')).length > 0
}

function overlaps(one: readonly string[], other: readonly string[]): boolean {
  const there = new Set(other.map(stemOf))
  return one.some((word) => there.has(stemOf(word)))
}

/** "20 hari" in place of "5 hari"; a bare "20" in place of the only figure there is. */
function withFigure(before: string, asked: string): string {
  const [, number = '', unit = ''] = FIGURE.exec(asked) ?? []
  if (number === '') return before
  const figures = before.match(new RegExp(FIGURE, 'gi')) ?? []
  const [only = ''] = figures
  const same = figures.find((figure) => unit !== '' && figure.toLowerCase().endsWith(unit.toLowerCase()))
  if (same !== undefined) return before.replace(same, `${number} ${unit}`)
  if (figures.length !== 1 || topicOf(asked).length > 0) return before
  return before.replace(only, unit === '' ? only.replace(/\d+/, number) : `${number} ${unit}`)
}

const FIGURE =
  /(?<![\d/.])(\d{1,3})(?:\s*(hari|hr|bulan|bln|tahun|thn|th|minggu|jam|menit|kali|orang|persen))?(?![\d/.])/i

/** A group of people in place of the group that was asked about; beside it where none was. */
function withGroups(before: string, asked: string): string {
  const groups = groupsIn(asked)
  if (groups.length === 0) return before
  const [first, ...others] = groupsIn(before)
  if (first === undefined) return `${before} ${groups.join(' ')}`
  const kept = keep(before, (word) => !others.includes(word))
  return kept.replace(new RegExp(`\\b${first}\\b`, 'i'), groups.join(' '))
}

/** What a question is about, without what it asks: groups and figures stay. */
function matterOf(question: string): string {
  return keep(question, (word, before) => !isQuestionWord(word) || GROUP.test(word) || /^\d+$/.test(before))
}

function keep(text: string, wanted: (word: string, before: string) => boolean): string {
  const words = text.split(/\s+/)
  return words.filter((word, i) => wanted(fold(word), words[i - 1] ?? '')).join(' ')
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
