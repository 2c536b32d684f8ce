import type { Calendar } from '../../../calendar.ts'
import type { Letter } from '../../../chat/feature.ts'
import type { Audience, Member } from '../../../directory.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { instantAt } from '../../../indonesian/hours.ts'
import { backOn, mayBeTold } from '../plan/away.ts'
import { LATEST_HOUR } from '../plan/humane.ts'
import type { Reminding } from '../ports.ts'
import { type Below, digestOf } from './digest.ts'
import type { DigestStore, Line, Taken } from './digest-store.ts'
import { SUPERVISOR_STEP } from './planning.ts'
import type { PlanningStore } from './planning-store.ts'
import type { Doers } from './standing.ts'
import { batchOf } from './undelivered.ts'

/** What sending digests is made from. */
export interface Digesting extends Pick<Reminding, 'audiences' | 'calendar' | 'post' | 'timeZone'> {
  readonly digests: DigestStore
  readonly store: Pick<PlanningStore, 'completed'>
  readonly doers: Doers
  /** The members of an audience, as JSON, on the day of this run. */
  members(audience: string): Promise<readonly Member[]>
}

/** An absence is looked at so many days ahead, to know when somebody is back. */
const FURTHEST_DAYS = 400

/**
 * Writes to these people, who were taken for today: one letter each with all that is due of theirs. What they have done
 * meanwhile is left out, what finds them away waits until they are back, and whoever has nothing left gets nothing.
 */
export async function sendDigests(
  from: Digesting,
  { today, now, calendar }: { readonly today: Day; readonly now: Date; readonly calendar: Calendar },
  taken: readonly Taken[],
): Promise<void> {
  const { digests, audiences, post, timeZone } = from
  const employees = taken.map(({ employee }) => employee)
  const lines = await digests.lines(today, taken)
  const people = new Map((await audiences.byIds(employees, today)).map((member) => [member.employee, member]))
  const away = await from.calendar.absences(employees, today, addDays(today, FURTHEST_DAYS))
  const rest: Line[] = []
  const moved: (Line & { day: Day })[] = []
  const dropped: Line[] = []
  for (const line of lines) {
    const absences = away.get(line.employee) ?? []
    if (people.get(line.employee) === undefined || (await isDone(from, line))) dropped.push(line)
    else if (!mayBeTold(absences, today, line.step))
      moved.push({ ...line, day: backOn(absences, calendar, today) })
    else rest.push(line)
  }
  const letters: Letter[] = []
  for (const [employee, theirs] of Map.groupBy(rest, (line) => line.employee)) {
    const member = people.get(employee)
    if (member === undefined || member.conversation === null) continue
    const below = await belowOf(from, employee, theirs)
    const tasks = [
      ...Map.groupBy(
        theirs.filter(({ step }) => step !== SUPERVISOR_STEP),
        (line) => line.occurrence,
      ).values(),
    ]
      .flatMap((some) => some.slice(0, 1))
      .map((line) => ({ ...line, mayBeSaid: line.done.said }))
    if (tasks.length === 0 && below.length === 0) continue
    letters.push({
      to: member.conversation,
      recipient: employee,
      message: digestOf(member.name, { tasks, below }, today),
    })
  }
  await digests.defer(moved.map(keyOf))
  await digests.drop(dropped.map(keyOf))
  if (letters.length > 0)
    await post.post(batchOf(today), letters, { until: instantAt(today, `${LATEST_HOUR + 1}:00`, timeZone) })
  await digests.said(today, employees, rest, now)
}

async function isDone({ doers }: Digesting, line: Line): Promise<boolean> {
  if (line.step === SUPERVISOR_STEP) return false
  return line.completed || (await doers(line.done, line)).has(line.employee)
}

/** Of those directly below somebody: who has not done what these lines are about. */
async function belowOf(
  from: Digesting,
  supervisor: string,
  lines: readonly Line[],
): Promise<readonly Below[]> {
  const found: Below[] = []
  for (const line of lines.filter(({ step }) => step === SUPERVISOR_STEP)) {
    const below = (await from.members(line.audience)).filter((member) => member.supervisor === supervisor)
    if (below.length === 0) continue
    const done = new Set(await from.store.completed(line.occurrence))
    const sent = await from.doers(line.done, line)
    const missing = below.filter(({ employee }) => !done.has(employee) && !sent.has(employee))
    if (missing.length > 0) found.push({ ...line, names: missing.map(({ name }) => name) })
  }
  return found
}

function keyOf<L extends Pick<Line, 'occurrence' | 'employee' | 'step'> & { readonly day?: Day }>(line: L) {
  const { occurrence, employee, step, day } = line
  return { occurrence, employee, step, day: day ?? '' }
}

/** An audience as it stands in the database. */
export function audienceOf(json: string): Audience {
  return JSON.parse(json) as Audience // only ever written by the store of deadlines
}
