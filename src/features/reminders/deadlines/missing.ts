import { stringify } from 'csv-stringify/sync'
import type { Turn } from '../../../chat/feature.ts'
import type { Member } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Reminders } from '../ports.ts'
import type { PlanningStore } from '../reminding/planning-store.ts'
import { createDoers } from '../reminding/standing.ts'
import type { Item } from './row.ts'

/** Everybody an occurrence is for, and those of them who have not done what it asks. */
export interface Standings {
  readonly all: readonly Member[]
  readonly missing: readonly Member[]
}

/** Tells who has not done what an occurrence asks for. */
export async function standingsOf(
  from: Pick<Reminders, 'audiences' | 'standing' | 'timeZone'> & {
    readonly plans: Pick<PlanningStore, 'completed'>
  },
  item: Item,
  { now }: Pick<Turn, 'now'>,
): Promise<Standings> {
  const all = await from.audiences.members(item.of.audience, dayAt(now, from.timeZone))
  const done = new Set(await from.plans.completed(item.id))
  const sent = await createDoers(from.standing)(item.of.done, item)
  return { all, missing: all.filter(({ employee }) => !done.has(employee) && !sent.has(employee)) }
}

/** How many of each unit there are, and how many of them are missing; most missing first. */
export function byUnit({ all, missing }: Standings): readonly {
  readonly name: string
  readonly all: number
  readonly missing: number
}[] {
  const open = Map.groupBy(missing, ({ unit }) => unit)
  return [...Map.groupBy(all, ({ unit }) => unit)]
    .map(([name, those]) => ({ name, all: those.length, missing: open.get(name)?.length ?? 0 }))
    .toSorted((a, b) => b.missing - a.missing || a.name.localeCompare(b.name))
}

/** A table for Excel in Indonesian: UTF-8 with its mark, semicolons; no cell is taken for a formula. */
export function csvOf(headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const safe = (cell: string): string =>
    (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replace(/<(?=[!?/a-z])/gi, '< ')
  const table = stringify(
    [headings, ...rows].map((row) => row.map(safe)),
    { delimiter: ';', record_delimiter: '\r\n' },
  )
  return Buffer.from(`\uFEFF${table}`, 'utf8')
}
