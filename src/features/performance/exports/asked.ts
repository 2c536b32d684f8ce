import type { Answers } from '../../../chat/form.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import type { Kind } from '../../../paper/table.ts'
import { type PeriodKey, readPeriod } from './period.ts'

/**
 * What is said of a file behind the command, as answers of its form: "laporan dinas kesehatan maret 2026 pdf". What is
 * no kind of data, file or period names a unit.
 */
export function readAsked(text: string, today: Day): Answers {
  const said = fold(text).split(' ').filter(Boolean)
  const what = said.flatMap((word) => WHAT.get(word) ?? [])[0]
  const kind = said.flatMap((word) => KIND.get(word) ?? [])[0]
  const others = said.filter((word) => !(WHAT.has(word) || KIND.has(word) || FILLERS.includes(word)))
  const { period, rest } = periodIn(others, today)
  const unit = rest.join(' ')
  return {
    ...(what && { what }),
    ...(period && { period }),
    ...(unit.length > 1 && { unit: unit.startsWith('semua') ? null : unit }),
    ...(kind && { kind }),
  }
}

/** True of words that can only be meant for it: they say which data, or as which kind of file. */
export function isAsked(text: string): boolean {
  return fold(text)
    .split(' ')
    .some((word) => WHAT.has(word) || KIND.has(word))
}

/** The longest run of words that is a period by itself, and the words around it. */
function periodIn(
  words: readonly string[],
  today: Day,
): { readonly period?: PeriodKey; readonly rest: readonly string[] } {
  for (let length = Math.min(words.length, 4); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length).join(' ')
      const period = NUMBER_ALONE.test(run) ? undefined : readPeriod(run, today)
      if (period !== undefined) return { period, rest: words.toSpliced(at, length) }
    }
  return { rest: words }
}

const WHAT: ReadonlyMap<string, 'laporan' | 'evaluasi'> = new Map([
  ['laporan', 'laporan'],
  ['kinerja', 'laporan'],
  ['evaluasi', 'evaluasi'],
  ['penilaian', 'evaluasi'],
  ['predikat', 'evaluasi'],
])
const KIND: ReadonlyMap<string, Kind> = new Map([
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['excel', 'xlsx'],
  ['pdf', 'pdf'],
])
const FILLERS = ['kerja', 'data', 'untuk', 'unit', 'di']
/** "SMP Negeri 4": a number alone is part of a name sooner than a quarter. */
const NUMBER_ALONE = /^(?:\d{1,2}|i{1,3}|iv|satu|dua|tiga|empat)$/
