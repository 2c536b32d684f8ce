import { zoneName } from '../../calendar.ts'
import { addDays, dayAt, readDay, showDay } from '../../indonesian/dates.ts'
import { clockAt, instantAt } from '../../indonesian/hours.ts'
import { readNumber } from '../../indonesian/numbers.ts'

/** An instant, or why there is none: not understood, no time of day, over already, or too far away. */
export type ReadMoment =
  | { readonly ok: true; readonly at: Date }
  | { readonly ok: false; readonly why: 'unread' | 'time' | 'past' | 'far' }

const MINUTE_MS = 60_000
const FARTHEST_DAYS = 366

/**
 * The instant an Indonesian wrote, seen from `now` in a time zone: "besok jam 8", "senin 07.30", "5 desember 2026
 * pukul 9 WITA", "nanti sore jam 4", "2 jam lagi". A time without a day is today's.
 */
export function readMoment(said: string, now: Date, timeZone: string): ReadMoment {
  const words = said.toLowerCase().replace(/\s+/g, ' ').trim()
  const wait = waitIn(words)
  if (wait !== undefined) return checked(new Date(now.getTime() + wait), now)
  const today = dayAt(now, timeZone)
  const time = namedTime(words) ?? bareTime(words)
  if (time === undefined) return no(readDay(dayWords(words).day, today) === undefined ? 'unread' : 'time')
  const { day: written, part } = dayWords(time.rest)
  const clock = clockOf(time, part)
  const day = written === '' ? today : readDay(written, today)
  if (day === undefined || clock === undefined) return no('unread')
  if (time.bare && written === '' && readDay(words, today) !== undefined) return no('time') // "5.12" is a day as well
  const at = instantAt(day, clock, ZONES[time.zone] ?? timeZone)
  const isNext = at <= now && WEEKDAY.test(written) // on a Monday afternoon, "senin jam 8" is the next one
  return checked(isNext ? instantAt(addDays(day, 7), clock, ZONES[time.zone] ?? timeZone) : at, now)
}

/** An instant as people read it: "Selasa, 3 Maret 2026 pukul 08.00 WIB". */
export function showMoment(at: Date, timeZone: string): string {
  return `${showDay(dayAt(at, timeZone))} ${showClock(at, timeZone)}`
}

/** Its time of day: "pukul 08.00 WIB". */
export function showClock(at: Date, timeZone: string): string {
  return `pukul ${clockAt(at, timeZone).replace(':', '.')} ${zoneName(timeZone)}`
}

interface Written {
  readonly hour: number
  readonly minute: number
  readonly part: string
  readonly zone: string
  /** What is left without the time. */
  readonly rest: string
  readonly bare?: true
}

const ZONES: Readonly<Record<string, string>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
}
const WEEKDAY = /^(?:hari )?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)(?: depan)?$/
const PARTS = 'pagi|siang|sore|malam'
const AFTER = `(?: (${PARTS}))?(?: ?(wib|wita|wit))?(?=$|[ ,])`
const NAMED = new RegExp(
  `(?:^|[ ,])(?:jam|pukul|pkl|pk)\\.? ?(setengah )?(\\d{1,2}|se(?:puluh|belas)|[a-z]+(?: belas)?)(?:[.:](\\d{2}))?${AFTER}`,
)
const BARE = new RegExp(`(?:^|[ ,])(\\d{1,2})[.:](\\d{2})${AFTER}`, 'g')

function namedTime(words: string): Written | undefined {
  const match = NAMED.exec(words)
  const hour = readNumber(match?.[2] ?? '')
  if (match === null || hour === undefined) return undefined
  const half = match[1] !== undefined
  return {
    hour: half ? hour - 1 : hour,
    minute: half ? 30 : Number(match[3] ?? 0),
    part: match[4] ?? '',
    zone: match[5] ?? '',
    rest: without(words, match),
  }
}

function bareTime(words: string): Written | undefined {
  const match = [...words.matchAll(BARE)].at(-1)
  if (match === undefined) return undefined
  const [, hour, minute, part = '', zone = ''] = match
  return { hour: Number(hour), minute: Number(minute), part, zone, rest: without(words, match), bare: true }
}

function without(words: string, { 0: found, index }: RegExpExecArray): string {
  return `${words.slice(0, index)} ${words.slice(index + found.length)}`
}

/** The words for the day, and the part of it that was named beside: "nanti sore" is today. */
function dayWords(words: string): { readonly day: string; readonly part: string } {
  const part = new RegExp(`(?:^|[ ,])(${PARTS})(?: hari)?(?: ini)?(?=$|[ ,])`)
  const day = words
    .replace(part, ' ')
    .replace(/(?:^|[ ,])nanti(?=$|[ ,])/, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
  return { day, part: part.exec(words)?.[1] ?? '' }
}

/** The hour of the clock: "jam 8 malam" is 20; undefined where there is no such hour. */
function clockOf({ hour, minute, part: behind }: Written, before: string): string | undefined {
  const part = behind || before
  if (!Number.isInteger(hour) || hour < 0 || hour > 23 || minute > 59) return undefined
  if (hour === 12 && (part === 'malam' || part === 'pagi')) return undefined // midnight, but of which day?
  const later =
    (part === 'siang' && hour <= 5) ||
    (part === 'sore' && hour <= 7) ||
    (part === 'malam' && hour >= 6 && hour < 12)
  return [later ? hour + 12 : hour, minute].map((value) => String(value).padStart(2, '0')).join(':')
}

function waitIn(words: string): number | undefined {
  const match = /^(?:dalam )?(se|\S.* )(jam|menit) (?:lagi|ke depan)$/.exec(words)
  const size = match?.[1] === 'se' ? 1 : readNumber(match?.[1] ?? '')
  if (match === null || size === undefined || size <= 0) return undefined
  return size * (match[2] === 'jam' ? 60 : 1) * MINUTE_MS
}

function checked(at: Date, now: Date): ReadMoment {
  const ahead = at.getTime() - now.getTime()
  if (!(ahead > 0)) return no('past')
  return ahead > FARTHEST_DAYS * 24 * 60 * MINUTE_MS ? no('far') : { ok: true, at }
}

function no(why: 'unread' | 'time' | 'past' | 'far'): ReadMoment {
  return { ok: false, why }
}
