import { type Day, readDay, showDay } from '../indonesian/dates.ts'
import { daysOf } from './days.ts'
import { type Every, readEvery } from './reading/every.ts'
import { phrase } from './reading/phrase.ts'
import { readWhere, type Where } from './reading/where.ts'
import type { OnDay, Recurrence } from './recurrence.ts'
import { texts } from './texts.ts'

/** A recurrence, or what to write instead, in Indonesian; `isTime` where the words are a time, but one there is not. */
export type ReadRecurrence =
  | { readonly ok: true; readonly value: Recurrence }
  | { readonly ok: false; readonly hint: string; readonly isTime: boolean }

const hints = texts.hints

/**
 * When something falls due, as an Indonesian writes it: "tiap tgl 5", "setiap hari kerja terakhir", "tiap triwulan
 * hari kerja ke-3", "31 maret tiap tahun", "akhir bulan", "5 desember 2026". Without a word that repeats it is once,
 * seen from `today`; a day that is over gets a hint.
 */
export function readRecurrence(text: string, today: Day): ReadRecurrence {
  if (text.length > LONGEST) return no(hints.unclear)
  const said = phrase(text)
  const every = readEvery(said)
  if (typeof every !== 'string') return no(every.hint, true)
  if (every === 'once') return once(text, today)
  const where = readWhere(said, every)
  const rest = said.rest()
  if (where.year !== undefined) return no(hints.onceOrEver)
  return rest === '' ? recurring(every, where) : no(leftOver(rest))
}

const LONGEST = 200

function leftOver(rest: string): string {
  if (/\b(?:jam|pukul|pkl)\b/.test(rest)) return hints.noHour
  return /^(?:dan|atau|&|sampai|s d|-|serta) ?\d/.test(rest) ? hints.several : hints.unclear
}

function once(text: string, today: Day): ReadRecurrence {
  const plain = text.trim().replace(/^(?:per|pada|paling lambat|selambat-lambatnya)\s+/i, '')
  const said = phrase(plain)
  const where = readWhere(said, 'once')
  const rest = said.rest()
  const wrong = wrongDate(where)
  const day = readDay(plain, today) ?? (rest === '' && where.isEdge ? edge(where, today) : undefined)
  if (day === undefined) return no(wrong ?? leftOver(rest), wrong !== undefined && rest === '')
  return day < today ? no(hints.past(showDay(day)), true) : yes({ kind: 'once', on: day })
}

/** "akhir tahun", "awal bulan": the next one. */
function edge({ on, ofYear }: Where, today: Day): Day | undefined {
  if (on === undefined || !('day' in on)) return undefined
  return readDay(ofYear ? `${on.day} ${on.day === 31 ? 'desember' : 'januari'}` : `tanggal ${on.day}`, today)
}

function recurring(every: Exclude<Every, 'once'>, where: Where): ReadRecurrence {
  const { on, month, place, ofYear } = where
  const wrong = wrongDate(where)
  if (wrong !== undefined) return no(wrong, true)
  if (every === 'quarterly') {
    if (month !== undefined || ofYear) return no(hints.unclear)
    if (on === undefined) return no(hints.whichDay('setiap triwulan'), true)
    return yes({ kind: 'quarterly', month: place ?? (isLate(on) ? 3 : 1), on })
  }
  if (every === 'yearly' || month !== undefined || ofYear) return yearly(where)
  return on === undefined ? no(hints.whichDay('setiap bulan'), true) : yes({ kind: 'monthly', on })
}

/** "akhir tahun" and "hari kerja pertama tiap tahun" need no month: the year has one edge. */
function yearly({ on, month, ofYear }: Where): ReadRecurrence {
  if (on === undefined) return no(hints.whichMonth)
  if (month !== undefined) return yes({ kind: 'yearly', month, on })
  if (!ofYear && 'day' in on) return no(hints.whichMonth)
  return yes({ kind: 'yearly', month: isLate(on) ? 12 : 1, on })
}

function isLate(on: OnDay): boolean {
  return 'day' in on ? on.day === 31 : on.working < 0
}

const MOST_WORKING = 20

function wrongDate({ on, month, year, isEdge }: Where): string | undefined {
  if (on === undefined) return undefined
  if ('working' in on) {
    const counted = Math.abs(on.working)
    return counted >= 1 && counted <= MOST_WORKING ? undefined : hints.noSuchWorking(MOST_WORKING)
  }
  if (on.day < 1 || on.day > 31) return hints.noSuchDate(on.day)
  if (month === undefined || isEdge) return undefined
  const last = daysOf(month, year)
  return on.day > last ? hints.noSuchDay(on.day, month, last) : undefined
}

function yes(value: Recurrence): ReadRecurrence {
  return { ok: true, value }
}

function no(hint: string, isTime = false): ReadRecurrence {
  return { ok: false, hint, isTime }
}
