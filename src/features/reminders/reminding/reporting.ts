import { literal, type Outgoing } from '../../../chat/message.ts'
import type { Member } from '../../../directory.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Reminding } from '../ports.ts'
import type { DigestStore, Reported } from './digest-store.ts'
import type { PlanningStore } from './planning-store.ts'
import type { Doers } from './standing.ts'
import { texts } from './texts.ts'

/** What telling the officers is made from. */
export interface Reporting extends Pick<Reminding, 'audiences' | 'outbox'> {
  readonly digests: DigestStore
  readonly store: Pick<PlanningStore, 'completed'>
  readonly doers: Doers
  members(audience: string): Promise<readonly Member[]>
}

/** The button by which officers see who is missing; behind it stands the occurrence. */
export const WHO = 'pengingat_belum'

const MOST_UNITS = 10

/** Tells the officers, once for an occurrence, how many have not done it, and where they work. */
export async function tellOfficers(from: Reporting, today: Day, hour: number, now: Date): Promise<void> {
  const { digests, audiences, outbox } = from
  const due = await digests.toReport(today, hour)
  if (due.length === 0) return
  const officers = await audiences.officers(today)
  for (const one of due) {
    const message = await summaryOf(from, one)
    for (const { conversation, account } of officers)
      await outbox.say(conversation, message, `reminder:hr:${one.id}:${account}`)
    await digests.reported(one.id, now)
  }
}

async function summaryOf(from: Reporting, one: Reported): Promise<Outgoing> {
  const t = texts.id
  const members = await from.members(one.audience)
  const done = new Set(await from.store.completed(one.id))
  const sent = await from.doers(one.done, one)
  const missing = members.filter(({ employee }) => !done.has(employee) && !sent.has(employee))
  const all = showNumber(members.length)
  if (missing.length === 0) return { text: t.hrDone(literal(one.title), one.label, all) }
  const units = countedByUnit(missing)
  return {
    text: t.hr({
      title: literal(one.title),
      label: one.label,
      day: showDay(one.due),
      missing: showNumber(missing.length),
      all,
      units: units.slice(0, MOST_UNITS).map(({ name, people }) => ({ name: literal(name), people })),
      moreUnits: Math.max(0, units.length - MOST_UNITS),
    }),
    choices: [{ label: t.who, value: `${WHO}:${one.id}` }],
  }
}

/** How many people of each unit, most first. */
export function countedByUnit(
  members: readonly Pick<Member, 'unit'>[],
): readonly { readonly name: string; readonly people: number }[] {
  return [...Map.groupBy(members, ({ unit }) => unit)]
    .map(([name, those]) => ({ name, people: those.length }))
    .toSorted((a, b) => b.people - a.people || a.name.localeCompare(b.name))
}
