import { fold } from '../../../indonesian/words.ts'
import { compared } from './compared.ts'
import { followsUp, joined } from './follow-up.ts'
import { titled } from './heading.ts'
import { intentsOf } from './intent.ts'
import { GROUP, isAsking, topicOf } from './topic.ts'

/** One of the questions that a message asks: what to call it, and the whole of it. */
export interface Part {
  readonly heading: string
  readonly question: string
}

/** Whether the parts stand side by side ("bedanya …") or are simply asked together. */
export interface Parts {
  readonly kind: 'comparison' | 'several'
  readonly parts: readonly Part[]
}

const MOST = 3

/**
 * The questions a message asks at once: "A sama B bedanya apa", "syarat dan berapa lama A", "umur sama masa kerja
 * berapa", "A? B?". Undefined where it is one question, also where that is not sure.
 */
export function partsOf(message: string): Parts | undefined {
  const asked = message.replace(/\s+/g, ' ').trim()
  if (asked.length > LONGEST) return undefined
  const sides = compared(asked)
  const found: Parts | undefined =
    (sides && { kind: 'comparison', parts: sides }) ?? sentences(asked) ?? aspects(asked) ?? conjoined(asked)
  if (found === undefined) return undefined
  const parts = found.parts.filter(
    ({ question }, i, all) => all.findIndex((p) => p.question === question) === i,
  )
  return parts.length < 2 ? undefined : { ...found, parts: parts.slice(0, MOST) }
}

const LONGEST = 240

/** "cuti tahunan berapa hari? kalau PPPK?": each with a matter and a question word, its own or those of the first. */
function sentences(asked: string): Parts | undefined {
  const [first = '', ...others] = asked
    .split(/\?+\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
  if (others.length < 1 || others.length >= MOST) return undefined
  const each = [
    first,
    ...others.map((next) => (!isWhole(next) && followsUp(next, first) ? joined(first, next) : next)),
  ]
  return each.every(isWhole) ? several(each.map((question) => ({ heading: question, question }))) : undefined
}

function isWhole(part: string): boolean {
  return topicOf(part).length > 0 && intentsOf(part).length > 0 && part.split(' ').length >= 3
}

const ASPECT =
  'syarat(?:nya)?(?: apa(?: saja| aja)?)?|persyaratan(?:nya)?|(?:tata )?cara(?:nya)?|prosedur(?:nya)?|alur(?:nya)?|(?:berapa|brp) (?:lama|hari|bulan|tahun|persen|besar|banyak)(?:nya)?|lama(?:nya)?(?: berapa| brp)?|besaran(?:nya)?|jumlah(?:nya)?|sanksi(?:nya)?(?: apa)?|hukuman(?:nya)?(?: apa)?|siapa yang \\w+|hak(?:nya)?(?: apa(?: saja| aja)?)?|kewajiban(?:nya)?|jenis(?:nya)?|pengertian(?:nya)?|batas waktu(?:nya)?|kapan'
const BEFORE = new RegExp(
  `^(?:apa )?(${ASPECT}) (?:dan|sama|serta|&|,) ?(${ASPECT}) (?!dan |sama )(.+)$`,
  'i',
)
const AFTER = new RegExp(`^(.+?) (${ASPECT})(?:,| dan| sama| serta| &),? (${ASPECT})$`, 'i')

/** "syarat dan berapa lama A", "A syaratnya apa dan berapa lama": two sides of one matter. */
function aspects(asked: string): Parts | undefined {
  const bare = asked.replace(/[?!.]+$/, '').trim()
  const [, one = '', two = '', matter = ''] = BEFORE.exec(bare) ?? reordered(AFTER.exec(bare)) ?? []
  if (topicOf(matter).every((word) => word.endsWith('nya'))) return undefined
  return several([one, two].map((side) => ({ heading: side, question: `${side} ${matter}` })))
}

function reordered(match: RegExpExecArray | null): readonly string[] | undefined {
  return match === null ? undefined : [match[0], match[2] ?? '', match[3] ?? '', match[1] ?? '']
}

const MEASURE =
  /^(?:umur|usia|masa kerja|batas usia|gaji|tunjangan|lama|besaran|jumlah|biaya|denda|iuran|potongan|santunan)\b/i
const ASKED_LAST = /\s(?:itu )?(?:berapa|brp|brapa)(?: (?:lama|hari|tahun|bulan|persen|sih|ya|an))*$/i
const QUESTION_FIRST =
  /^(?:berapa|brp|siapa|kapan|apa saja|apa aja|bagaimana|gimana|gmn|apakah|dimana|di mana|kemana|ke mana|syarat\w*|cara\w*|sanksi\w*)(?= )/i

/** "umur pensiun sama masa kerja brp"; "berapa lama A dan siapa yang memberi izin": one lends the other its matter. */
function conjoined(asked: string): Parts | undefined {
  const bare = asked.replace(/[?!.]+$/, '').trim()
  const [left = '', right = '', ...more] = bare.split(/,? (?:dan|serta|trus|terus|sama(?! siapa| apa)) /i)
  if (left === '' || right === '' || more.length > 0) return undefined
  const tail = ASKED_LAST.exec(right)?.[0] ?? ''
  if (tail !== '' && MEASURE.test(left) && MEASURE.test(right)) {
    const matters = [left, right.slice(0, -tail.length)].map((side) => side.replace(MEASURE, '').trim())
    const [first = '', second = ''] = matters
    if (first === '' && second === '') return undefined
    return several([
      { heading: left, question: borrowing(`${left}${tail}`, first === '' ? second : '') },
      { heading: right.slice(0, -tail.length), question: borrowing(right, second === '' ? first : '') },
    ])
  }
  const isPair =
    tail !== '' && topicOf(right).length >= 2 && fold(left).split(' ')[0] === fold(right).split(' ')[0]
  if (isPair && intentsOf(left).length === 0)
    return several(
      [left + tail, right].map((question) => ({ heading: question.slice(0, -tail.length), question })),
    )
  if (!QUESTION_FIRST.test(right) || intentsOf(left).length === 0 || topicOf(left).length === 0)
    return undefined
  const question = topicOf(right).length > 2 ? right : borrowing(right, matterOf(left))
  return several([
    { heading: left, question: left },
    { heading: right, question },
  ])
}

/** A question with the matter of the one before, as far as it has none of its own. */
function borrowing(question: string, from: string): string {
  const own = new Set(fold(question).split(' '))
  const lacking = fold(from)
    .split(' ')
    .filter((word) => word !== '' && !own.has(word))
  return [question, ...lacking].join(' ').trim()
}

function matterOf(question: string): string {
  return question
    .split(' ')
    .filter((word) => !isAsking(fold(word)) || GROUP.test(fold(word)))
    .join(' ')
}

function several(parts: readonly Part[]): Parts {
  return {
    kind: 'several',
    parts: parts.map(({ heading, question }) => ({ heading: titled(heading), question })),
  }
}
