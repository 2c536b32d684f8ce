import { addDays, type Day } from '../../../indonesian/dates.ts'
import type { Deadline } from '../deadline.ts'
import type { Item } from '../deadlines/row.ts'
import type { DeadlineStore } from '../deadlines/store.ts'
import type { Reminders } from '../ports.ts'
import { AHEAD_DAYS } from '../reminding/bringing.ts'
import { createDoers } from '../reminding/standing.ts'
import type { OwnStore } from './store.ts'

/** What knowing somebody's deadlines needs. */
export interface Mine extends Pick<Reminders, 'audiences' | 'standing'> {
  readonly deadlines: DeadlineStore
  readonly own: OwnStore
}

/** An occurrence somebody has, and whether it is done. */
export interface MyItem extends Item {
  readonly isDone: boolean
}

/** The deadlines that hold and are meant for somebody on a day. */
export async function deadlinesOf(
  { audiences, deadlines }: Mine,
  employee: string,
  today: Day,
): Promise<readonly Deadline[]> {
  const known = new Map<string, Promise<boolean>>()
  const found: Deadline[] = []
  for (const deadline of await deadlines.active()) {
    const key = JSON.stringify(deadline.audience)
    const meant = known.get(key) ?? isMeant({ audiences }, deadline, employee, today)
    known.set(key, meant)
    if (await meant) found.push(deadline)
  }
  return found
}

/** Whether a deadline is meant for somebody on a day. */
export async function isMeant(
  { audiences }: Pick<Mine, 'audiences'>,
  { audience }: Pick<Deadline, 'audience'>,
  employee: string,
  today: Day,
): Promise<boolean> {
  if (audience.list?.includes(employee) === false) return false
  return (await audiences.members({ ...audience, list: [employee] }, today)).length > 0
}

/** What somebody has to do in the next weeks or should have done, soonest first. */
export async function itemsOf(from: Mine, employee: string, today: Day): Promise<readonly MyItem[]> {
  const mine = await deadlinesOf(from, employee, today)
  const items = await from.own.open(
    mine.map(({ id }) => id),
    today,
    addDays(today, AHEAD_DAYS),
  )
  return marked(from, employee, items)
}

/** Marks what somebody has done. */
export async function marked(
  { own, standing }: Pick<Mine, 'own' | 'standing'>,
  employee: string,
  items: readonly Item[],
): Promise<readonly MyItem[]> {
  const done = await own.doneOf(
    employee,
    items.map(({ id }) => id),
  )
  const doers = createDoers(standing)
  const found: MyItem[] = []
  for (const item of items) {
    const isDone = done.has(item.id) || (await doers(item.of.done, item)).has(employee)
    found.push({ ...item, isDone })
  }
  return found
}
