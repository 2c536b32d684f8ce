import { addWorkingDays, type Calendar } from '../../../calendar.ts'
import type { Audience, Member } from '../../../directory.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import type { Deadline, Due } from '../deadline.ts'
import { beforeLeaving, beginningAfter } from '../plan/away.ts'
import { hasCome, type Step, stepFor, stepsOf } from '../plan/steps.ts'
import type { Reminding } from '../ports.ts'
import { bring } from './bringing.ts'
import type { PlanningStore, Told } from './planning-store.ts'
import { createDoers, type Doers } from './standing.ts'

/** The step by which a supervisor hears of those below. */
export const SUPERVISOR_STEP = 'atasan'

/** What planning is made from. */
export type PlanningFrom = Pick<Reminding, 'calendar' | 'audiences' | 'standing' | 'timeZone'> & {
  readonly store: PlanningStore
}

/**
 * Puts down who is told what today, of every deadline that has not been looked at today: the occurrences ahead, then the
 * step that has come, for everybody who has not done it yet. Nothing is put down twice, whoever else does the same.
 */
export async function planDay(from: PlanningFrom, today: Day, now: Date): Promise<void> {
  const { store, calendar: days } = from
  const deadlines = await store.unplanned(today, from.timeZone)
  if (deadlines.length === 0) return
  const calendar = await days.calendar()
  await bring(store, deadlines, calendar, today)
  const open = await store.open(
    deadlines.map(({ id }) => id),
    today,
  )
  const planned = new Planning(from, calendar, { today, now }, createDoers(from.standing))
  const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]))
  const items = open.flatMap((due) => {
    const of = byId.get(due.deadline)
    return of === undefined ? [] : [{ of, due, steps: stepsOf(due.due, of.plan, calendar) }]
  })
  for (const item of items) await planned.today(item)
  await planned.leaving(items)
  await store.settle(
    open.map(({ id }) => id),
    deadlines,
    today,
  )
}

interface Item {
  readonly of: Deadline
  readonly due: Due
  readonly steps: readonly Step[]
}

class Planning {
  private readonly from: PlanningFrom
  private readonly calendar: Calendar
  private readonly day: Day
  private readonly now: Date
  private readonly doers: Doers
  private readonly audiences = new Map<string, Promise<readonly Member[]>>()

  constructor(
    from: PlanningFrom,
    calendar: Calendar,
    { today, now }: { today: Day; now: Date },
    doers: Doers,
  ) {
    this.from = from
    this.calendar = calendar
    this.day = today
    this.now = now
    this.doers = doers
  }

  /** The step that has come, for all who have not done it; and for their supervisors, where it is time for that. */
  async today({ of, due, steps }: Item): Promise<void> {
    const { store } = this.from
    const window = { after: due.planned, today: this.day }
    const step = stepFor(steps, due.planned, this.day)
    const above = hasCome(due.due, of.escalation.supervisorAfter, this.calendar, window)
    if (step === undefined && !above) return
    const missing = await this.missing(of, due)
    if (step !== undefined) {
      await this.put(due, step.step, missing.filter(canBeTold).map(at(of)))
      await store.overtake(due.id, step.step, this.day)
    }
    if (above) await this.put(due, SUPERVISOR_STEP, await this.supervisors(of, missing))
  }

  /** Whoever is away from the next working day on, and will be when something falls due, hears of it before they go. */
  async leaving(items: readonly Item[]): Promise<void> {
    const { calendar: days, audiences } = this.from
    const ahead = items.filter(({ due }) => due.due > this.day)
    if (ahead.length === 0) return
    const everybody = await audiences.members({}, this.day)
    const until = addWorkingDays(this.calendar, this.day, 1)
    const away = await days.absences(
      everybody.map(({ employee }) => employee),
      addDays(this.day, 1),
      until,
    )
    const goes = [...away].flatMap(([employee, absences]) =>
      beginningAfter(absences, this.day, this.calendar).map((absence) => ({ employee, absence })),
    )
    for (const { of, due, steps } of ahead) {
      const last = goes.flatMap(({ employee, absence }) => {
        const step = beforeLeaving(steps, due.due, absence, this.day)
        return step === undefined ? [] : [{ employee, step: step.step }]
      })
      if (last.length === 0) continue
      const missing = (await this.missing(of, due)).filter(canBeTold)
      for (const [step, those] of Map.groupBy(last, (one) => one.step)) {
        const ids = new Set(those.map(({ employee }) => employee))
        await this.put(due, step, missing.filter(({ employee }) => ids.has(employee)).map(at(of)))
      }
    }
  }

  private put({ id }: Due, step: string, told: readonly Told[]): Promise<void> {
    return this.from.store.remind({ occurrence: id, step, day: this.day, now: this.now }, told)
  }

  private async missing(of: Deadline, due: Due): Promise<readonly Member[]> {
    const members = await this.members(of.audience)
    const done = new Set(await this.from.store.completed(due.id))
    const sent = await this.doers(of.done, due)
    return members.filter(({ employee }) => !done.has(employee) && !sent.has(employee))
  }

  private async supervisors(of: Deadline, missing: readonly Member[]): Promise<readonly Told[]> {
    const ids = [...new Set(missing.flatMap(({ supervisor }) => supervisor ?? []))]
    const above = await this.from.audiences.byIds(ids, this.day)
    return above.filter(canBeTold).map(at(of))
  }

  private members(audience: Audience): Promise<readonly Member[]> {
    const key = JSON.stringify(audience)
    const found = this.audiences.get(key) ?? this.from.audiences.members(audience, this.day)
    this.audiences.set(key, found)
    return found
  }
}

function canBeTold({ conversation }: Member): boolean {
  return conversation !== null
}

function at({ hour }: Deadline): (member: Member) => Told {
  return (member) => ({ employee: member.employee, hour: member.hour ?? hour })
}
