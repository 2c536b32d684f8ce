import { createHash, randomBytes } from 'node:crypto'
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import { occurrencesBetween } from '../../../calendar.ts'
import type { Page, Reply, Turn } from '../../../chat/feature.ts'
import { addDays, type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import type { Deadline } from '../deadline.ts'
import type { Reminders } from '../ports.ts'
import { REMINDERS } from '../reminding/digest.ts'
import { deadlinesOf, type Mine, marked } from './mine.ts'
import { texts } from './texts.ts'

/** What a calendar of one's own deadlines needs. */
export interface FeedFrom
  extends Mine,
    Pick<Reminders, 'calendar' | 'timeZone' | 'clock' | 'organization' | 'publicUrl'> {}

const BACK_DAYS = 60
const AHEAD_DAYS = 366
/** Eight in the morning of the day before: a whole day begins at midnight. */
const ALARM_SECONDS = 16 * 60 * 60

/** The address of one's own calendar, and what calendars read there (RFC 5545). */
export function createFeed(deps: FeedFrom) {
  const { own, publicUrl } = deps

  /** Makes an address and says it, once; where there is one, another only if that is asked for, and the one before ends. */
  async function offer({ person, now }: Turn, employee: string, anew: boolean): Promise<Reply> {
    const t = texts[person.language]
    if (publicUrl === undefined) return { say: [{ text: t.noCalendar }] }
    const choices = [{ label: t.calendarNew, value: `${REMINDERS}:kalender:baru` }]
    if (!anew && (await own.hasFeed(employee))) return { say: [{ text: t.calendarThere, choices }] }
    const token = randomBytes(24).toString('base64url')
    await own.feed(employee, digestOf(token), now)
    const link = `${publicUrl.replace(/\/+$/, '')}/kalender/${token}.ics`
    return {
      say: [
        { text: t.calendarLink(link), choices: [{ label: t.calendarNew, value: `${REMINDERS}:kalender` }] },
      ],
    }
  }

  const page: Page = {
    path: '/kalender/:file',
    async respond(request) {
      const [, token = ''] = /\/kalender\/([A-Za-z0-9_-]{32})\.ics$/.exec(new URL(request.url).pathname) ?? []
      const employee = token === '' ? undefined : await own.ownerOf(digestOf(token))
      const today = dayAt(deps.clock(), deps.timeZone)
      const works = employee !== undefined && (await deps.audiences.byIds([employee], today)).length > 0
      if (employee === undefined || !works)
        return new Response('Not Found', { status: 404, headers: PRIVATE })
      const body = await calendarOf(deps, employee)
      return new Response(body, { headers: { ...PRIVATE, 'content-type': 'text/calendar; charset=utf-8' } })
    },
  }
  return { offer, page }
}

const PRIVATE = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** What somebody has not done: from the last weeks, and of the year ahead. */
async function calendarOf(deps: FeedFrom, employee: string): Promise<string> {
  const t = texts.id
  const now = deps.clock()
  const today = dayAt(now, deps.timeZone)
  const mine = await deadlinesOf(deps, employee, today)
  const range = [addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS)] as const
  const kept = await marked(
    deps,
    employee,
    await deps.own.between(
      mine.map(({ id }) => id),
      ...range,
    ),
  )
  const calendar = await deps.calendar.calendar()
  const feed = ical({
    name: t.calendarName(deps.organization),
    prodId: { company: 'abdi', product: 'abdi', language: 'ID' },
  })
  const add = (of: Deadline, nominal: Day, due: Day, label: string): void => {
    feed.createEvent({
      id: `tenggat-${of.id}-${nominal}@abdi`,
      start: new Date(`${due}T00:00:00Z`),
      end: new Date(`${addDays(due, 1)}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT, // a deadline keeps nobody busy
      stamp: now,
      summary: t.calendarEvent(of.title, label),
      description: showDay(due),
      alarms: [
        { type: ICalAlarmType.display, trigger: ALARM_SECONDS, description: t.calendarSoon(of.title) },
      ],
    })
  }
  const known = new Set(kept.map(({ deadline, nominal }) => `${deadline} ${nominal}`))
  for (const { of, nominal, due, label, isDone, lastDay } of kept)
    if (!isDone && (lastDay >= today || due < today)) add(of, nominal, due, label)
  for (const of of mine)
    for (const { nominal, due, period } of occurrencesBetween(
      of.recurrence,
      of.shift,
      calendar,
      today,
      range[1],
    ))
      if (!known.has(`${of.id} ${nominal}`) && isWithin(of, due)) add(of, nominal, due, period.label)
  return `${feed.toString()}\r\n` // each line ends so, the last one too
}

function isWithin({ startsOn, endsOn }: Deadline, due: Day): boolean {
  return (startsOn === null || due >= startsOn) && (endsOn === null || due <= endsOn)
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
