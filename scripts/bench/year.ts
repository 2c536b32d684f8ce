import {
  type Calendar,
  createCalendarStore,
  type OnDay,
  type Recurrence,
  type Shift,
} from '../../src/calendar.ts'
import type { Letter } from '../../src/chat/feature.ts'
import { type Database, type DatabaseConfig, openDatabase } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import { remind } from '../../src/features/reminders/reminding/remind.job.ts'
import { addDays, type Day } from '../../src/indonesian/dates.ts'
import type { Log } from '../../src/log.ts'
import { employed } from './broadcast-people.ts'
import { createOwnDatabase } from './database.ts'
import type { Findings } from './figures.ts'
import type { Rig } from './rig.ts'

const PEOPLE = 5_000
const DEADLINES = 200
const IN_UNIT = 100
const YEAR = 2026
const ZONE = 'Asia/Jakarta'
/** The clock stands still at each of these hours of every day, night and day. */
const HOURS = [1, 5, 6, 8, 9, 12, 15, 17, 18, 22]
const HOUR = 8
/** At noon some say that they have done it. */
const NOON = 12
const SHARE_DONE = 0.6

interface Plan {
  readonly before: readonly number[]
  readonly onDay: boolean
  readonly overdueEvery: number | null
  readonly mostOverdue: number
}

interface Deadline {
  readonly id: number
  readonly recurrence: Recurrence
  readonly shift: Shift
  readonly plan: Plan
  /** Whom it is for, as places in the list of people. */
  readonly people: readonly number[]
}

/** What ought to be said: to whom, about which time of which deadline, on which day. */
interface Expected {
  readonly deadline: number
  readonly due: Day
  readonly person: number
  readonly days: readonly Day[]
  /** The day on which they say it is done, after that morning's message. */
  readonly doneOn: Day | undefined
}

/**
 * A year of a whole office in minutes, by a clock that is set: what 200 deadlines ought to say is worked out here a
 * second time, from their definitions and nothing of the product but the calendar, and compared with what was said.
 */
export async function benchYear(rig: Rig, on?: string): Promise<Findings> {
  const at: DatabaseConfig =
    on === undefined
      ? { kind: 'embedded', directory: rig.folder() }
      : { kind: 'native', url: await createOwnDatabase(rig, on) }
  const database = await openDatabase(at)
  rig.onEnd(() => database.close())
  await employed(database, PEOPLE)
  const calendar = await createCalendarStore(database).calendar()
  const deadlines = Array.from({ length: DEADLINES }, (_, i) => deadlineOf(i))
  await keep(database, deadlines)
  const expected = deadlines.flatMap((deadline) => expectedOf(deadline, calendar))
  const doneBy = Map.groupBy(expected, ({ doneOn }) => doneOn)
  rig.tell(`${expected.length} times somebody has something to do`)

  let now = new Date()
  const letters = new Map<string, Day>()
  const wrong: string[] = []
  let doubled = 0
  const job = remind({
    database,
    calendar: createCalendarStore(database),
    audiences: createAudiences(database),
    standing: { reported: async () => [], evaluated: async () => [] },
    outbox: { say: async () => undefined, revise: async () => undefined },
    post: {
      deliveries: async () => [],
      async post(batch: string, posted: readonly Letter[]) {
        const { day, hour } = localOf(now)
        if (!calendar.isWorking(day)) wrong.push(`on a day off: ${day}`)
        if (hour < 6 || hour >= 18) wrong.push(`at ${hour} o'clock`)
        for (const { recipient } of posted) {
          const key = `${batch}:${recipient}`
          if (letters.has(key)) doubled++
          letters.set(key, day)
        }
      },
    },
    clock: () => now,
    timeZone: ZONE,
    log: {} as Log,
  })
  const begun = performance.now()
  let slowest = 0
  for (let day: Day = `${YEAR}-01-01`; day <= `${YEAR}-12-31`; day = addDays(day, 1)) {
    for (const hour of HOURS) {
      now = new Date(`${day}T${String(hour).padStart(2, '0')}:00:30+07:00`)
      const from = performance.now()
      await job.run({})
      slowest = Math.max(slowest, performance.now() - from)
      if (hour === NOON) await say(database, doneBy.get(day) ?? [])
    }
    if (day.endsWith('-01')) rig.tell(`${day}: ${Math.round((performance.now() - begun) / 1_000)} s`)
  }
  const seconds = (performance.now() - begun) / 1_000

  const found = await database.query<{
    deadline: number
    due: Day
    person: number
    day: Day
  }>(
    `select deadline::int, due::text, employee::int - (select min(id)::int from employee) as person, digest::text as day
     from reminder join occurrence on occurrence.id = occurrence where said_at is not null`,
  )
  const said = new Map<string, number>()
  for (const { deadline, due, person, day } of found) {
    const key = `${deadline} ${due} ${person} ${day}`
    said.set(key, (said.get(key) ?? 0) + 1)
  }
  const wanted = new Set(
    expected.flatMap(({ deadline, due, person, days }) =>
      days.map((day) => `${deadline} ${due} ${person} ${day}`),
    ),
  )
  const missed = [...wanted].filter((key) => !said.has(key))
  const surplus = [...said.keys()].filter((key) => !wanted.has(key))
  const twice = [...said.values()].filter((count) => count > 1).length
  const mornings = new Set([...wanted].map((key) => key.split(' ').slice(2).join(' ')))
  return {
    bench: `a year of reminders: ${DEADLINES} deadlines, ${PEOPLE} people (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    figures: [
      { name: 'reminders that were due', unit: '', abdi: wanted.size },
      { name: 'of them not said', unit: '', abdi: missed.length },
      { name: 'said and not due, on another day, or after it was done', unit: '', abdi: surplus.length },
      { name: 'said twice', unit: '', abdi: twice + doubled },
      { name: 'said on a day off or at night', unit: '', abdi: wrong.length },
      { name: 'mornings somebody had something to hear', unit: '', abdi: mornings.size },
      { name: 'messages for them', unit: '', abdi: letters.size },
      { name: 'the longest tick', unit: 's', abdi: slowest / 1_000 },
      { name: 'the whole year', unit: 's', abdi: seconds },
    ],
    notes: [
      `${HOURS.length} ticks a day, at each hour of ${HOURS.join(', ')}. The platform is left out: a letter counts when it is posted.`,
    ],
    broken: [
      ...missed.slice(0, 5).map((key) => `not said: ${key}`),
      ...surplus.slice(0, 5).map((key) => `said: ${key}`),
      ...wrong.slice(0, 5),
      ...(letters.size === mornings.size ? [] : [`${letters.size} messages for ${mornings.size} mornings`]),
    ],
  }
}

/** The same deadlines each time: five for everybody, the others for a unit each. */
function deadlineOf(i: number): Deadline {
  const everybody = Array.from({ length: PEOPLE }, (_, person) => person)
  const unit = (i * 7) % (PEOPLE / IN_UNIT)
  const shifts = ['before', 'after', 'none'] as const
  const plans: readonly Plan[] = [
    { before: [7, 3, 1], onDay: true, overdueEvery: 2, mostOverdue: 3 },
    { before: [1], onDay: true, overdueEvery: null, mostOverdue: 0 },
    { before: [14, 5], onDay: false, overdueEvery: 1, mostOverdue: 5 },
  ]
  const on: OnDay = i % 4 === 3 ? { working: [1, 3, -1, -2][i % 3] ?? 1 } : { day: (i % 31) + 1 }
  const month = (i % 12) + 1
  const recurrences: readonly Recurrence[] = [
    { kind: 'monthly', on },
    { kind: 'monthly', on },
    { kind: 'quarterly', month: ([1, 2, 3] as const)[i % 3] ?? 1, on },
    { kind: 'yearly', month, on },
    {
      kind: 'once',
      on: `${YEAR}-${String(month).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
    },
  ]
  const recurrence = recurrences[i % 5] as Recurrence // one of five
  return {
    id: i + 1,
    recurrence,
    shift: shifts[i % 3] ?? 'none',
    plan: plans[(i + Math.floor(i / 3)) % 3] as Plan, // one of three
    people: i < 5 ? everybody : everybody.slice(unit * IN_UNIT, (unit + 1) * IN_UNIT),
  }
}

async function keep(database: Database, deadlines: readonly Deadline[]): Promise<void> {
  const [{ first } = { first: 1 }] = await database.query<{ first: number }>(
    'select min(id)::int as first from unit',
  )
  for (const { id, recurrence, shift, plan, people } of deadlines)
    await database.query(
      `insert into deadline (key, title, recurrence, shift, audience, plan, hour, escalation, done, status, made_by,
         changed_by, changed_at)
       values ('year:' || $1::int, 'Laporan ' || $1::int, $2::jsonb, $3, $4::jsonb, $5::jsonb, $6,
         '{"supervisorAfter": null, "hrAfter": null}', '{"by": null, "said": true}', 'active', 'test:hr', 'test:hr',
         '2026-01-01T08:00:00+07:00')`,
      [
        id,
        JSON.stringify(recurrence),
        shift,
        JSON.stringify(
          people.length === PEOPLE ? {} : { units: [String(first + (people[0] ?? 0) / IN_UNIT)] },
        ),
        JSON.stringify(plan),
        HOUR,
      ],
    )
}

/** What a deadline ought to say in the year, to each person, worked out day by day. */
function expectedOf(deadline: Deadline, calendar: Calendar): readonly Expected[] {
  const { plan, people, id } = deadline
  return duesOf(deadline, calendar).flatMap((due) => {
    const days = daysOf(due, plan, calendar).filter((day) => day.startsWith(String(YEAR)))
    return people.flatMap((person) => {
      const doneOn = doneDay(id, due, person, days)
      const told = days.filter((day) => doneOn === undefined || day <= doneOn)
      return told.length === 0 ? [] : [{ deadline: id, due, person, days: told, doneOn }]
    })
  })
}

/** Some say that it is done, on one of the days on which they hear of it. */
function doneDay(deadline: number, due: Day, person: number, days: readonly Day[]): Day | undefined {
  const draw = (deadline * 7_919 + Number(due.replaceAll('-', '')) * 31 + person * 104_729) % 1_000
  return draw < SHARE_DONE * 1_000 ? days[draw % days.length] : undefined
}

function daysOf(
  due: Day,
  { before, onDay, overdueEvery, mostOverdue }: Plan,
  calendar: Calendar,
): readonly Day[] {
  const back = (day: Day): Day => (calendar.isWorking(day) ? day : back(addDays(day, -1)))
  const days = new Set([...before.map((count) => back(addDays(due, -count))), ...(onDay ? [back(due)] : [])])
  let day = due
  for (let i = 0; i < mostOverdue && overdueEvery !== null; i++) {
    for (let left = overdueEvery; left > 0; ) {
      day = addDays(day, 1)
      if (calendar.isWorking(day)) left--
    }
    days.add(day)
  }
  return [...days].sort()
}

/** The due days of a deadline around the year, each day of it asked whether it is one. */
function duesOf({ recurrence, shift }: Deadline, calendar: Calendar): readonly Day[] {
  const found: Day[] = []
  for (let month = -2; month < 14; month++) {
    const first = new Date(Date.UTC(YEAR, month, 1)).toISOString().slice(0, 7)
    const [year, of] = [Number(first.slice(0, 4)), Number(first.slice(5))]
    if (recurrence.kind === 'once' && !recurrence.on.startsWith(first)) continue
    if (recurrence.kind === 'quarterly' && ((of - 1) % 3) + 1 !== recurrence.month) continue
    if (recurrence.kind === 'yearly' && of !== recurrence.month) continue
    const length = new Date(Date.UTC(year, of, 0)).getUTCDate()
    const days = Array.from({ length }, (_, i) => `${first}-${String(i + 1).padStart(2, '0')}`)
    const working = days.filter((day) => calendar.isWorking(day))
    const on = recurrence.kind === 'once' ? { day: Number(recurrence.on.slice(8)) } : recurrence.on
    const plain =
      'day' in on
        ? days[Math.min(on.day, length) - 1]
        : working.at(on.working > 0 ? on.working - 1 : on.working)
    if (plain === undefined) continue
    let due = plain
    while (shift !== 'none' && !calendar.isWorking(due)) due = addDays(due, shift === 'after' ? 1 : -1)
    if (due > `${YEAR}-01-01`) found.push(due) // the deadlines are made on the first day
  }
  return found
}

async function say(database: Database, done: readonly Expected[]): Promise<void> {
  if (done.length === 0) return
  await database.query(
    `insert into completion (occurrence, employee, key, how, by, at)
     select occurrence.id, person + (select min(id) from employee), 'year:' || deadline || due || person, 'said', 'test', now()
     from jsonb_to_recordset($1::jsonb) as one (deadline bigint, due date, person bigint)
       join occurrence using (deadline, due)
     on conflict do nothing`,
    [JSON.stringify(done.map(({ deadline, due, person }) => ({ deadline, due, person })))],
  )
}

function localOf(now: Date): { readonly day: Day; readonly hour: number } {
  const local = new Date(now.getTime() + 7 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), hour: Number(local.slice(11, 13)) }
}
