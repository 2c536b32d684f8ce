import { addWorkingDays, type Calendar, occurrencesBetween } from '../../../calendar.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { reconciled } from '../plan/reconciling.ts'
import { lastDayOf } from '../plan/steps.ts'
import type { Kept, PlanningStore, Unplanned } from './planning-store.ts'

/** Occurrences are kept from so many days before they are due: longer than any reminder comes before. */
export const AHEAD_DAYS = 75
const LOOK_BACK = 14

/** Keeps the occurrences of deadlines ahead, as they fall by the calendar of today. */
export async function bring(
  store: PlanningStore,
  deadlines: readonly Unplanned[],
  calendar: Calendar,
  today: Day,
): Promise<void> {
  const open = Map.groupBy(
    await store.open(
      deadlines.map(({ id }) => id),
      today,
    ),
    ({ deadline }) => deadline,
  )
  const added: Kept[] = []
  for (const deadline of deadlines) {
    const since = later(addDays(deadline.plannedOn, 1), deadline.startsOn)
    const until = addDays(today, AHEAD_DAYS)
    const to = deadline.endsOn !== null && deadline.endsOn < until ? deadline.endsOn : until
    // a while back too: a new day off may have moved what was still to come
    const wanted = occurrencesBetween(
      deadline.recurrence,
      deadline.shift,
      calendar,
      addDays(since, -LOOK_BACK),
      to,
    )
    const kept = open.get(deadline.id) ?? []
    const found = reconciled(kept, wanted, since)
    const asKept = (one: (typeof wanted)[number]): Kept => keptOf(deadline, one, calendar)
    added.push(...found.added.map(asKept))
    for (const one of found.moved) await store.move(one.id, asKept(one))
    await store.close(found.closed, today)
    // another plan or escalation changes how long something is said, on the same days
    if (deadline.isNew)
      for (const one of kept.filter(({ id }) => !found.closed.includes(id)))
        if (!found.moved.some(({ id }) => id === one.id))
          await store.move(one.id, keptOf(deadline, { ...one, period: one }, calendar))
  }
  await store.add(added)
}

function keptOf(
  deadline: Unplanned,
  { nominal, due, period }: { nominal: Day; due: Day; period: { from: Day; to: Day; label: string } },
  calendar: Calendar,
): Kept {
  const { plan, escalation, plannedOn } = deadline
  const { hrAfter } = escalation
  return {
    deadline: deadline.id,
    nominal,
    due,
    from: period.from,
    to: period.to,
    label: period.label,
    planned: plannedOn,
    lastDay: lastDayOf(due, plan, escalation, calendar),
    hrOn: hrAfter === null ? null : addWorkingDays(calendar, due, hrAfter),
  }
}

function later(a: Day, b: Day | null): Day {
  return b !== null && b > a ? b : a
}
