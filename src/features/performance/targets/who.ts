import type { Turn } from '../../../chat/feature.ts'
import type { Directory, Employee } from '../../../directory.ts'
import { Refusal } from '../../../errors.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { PerformanceStore } from '../store.ts'
import type { Moment } from '../updates/reviewer-store.ts'
import { texts } from '../updates/texts.ts'

/** The entry of whoever wrote. Throws `Refusal` where they have none, or no longer work here. */
export async function ownEntry(directory: Directory, { person, now, timeZone }: Turn): Promise<Employee> {
  const t = texts[person.language]
  const entry = person.employee === undefined ? undefined : await directory.employee(person.employee)
  if (entry === undefined) throw new Refusal(t.notListed)
  if (entry.leftOn !== null && entry.leftOn <= dayAt(now, timeZone)) throw new Refusal(t.hasLeft)
  return entry
}

/** The day and the instant of a turn. */
export function momentOf({ now, timeZone }: Pick<Turn, 'now' | 'timeZone'>): Moment {
  return { today: dayAt(now, timeZone), now }
}

/** Where whoever decides about somebody's reports can be written to; undefined where nobody does, or they cannot. */
export async function reviewerConversation(
  { store, directory }: { readonly store: PerformanceStore; readonly directory: Directory },
  own: Employee,
  turn: Turn,
): Promise<`${string}:${string}` | undefined> {
  const reviewer = await store.reviewerOf(own.id, momentOf(turn))
  return reviewer === undefined ? undefined : conversationOf(directory, reviewer)
}

/** Where somebody of the directory can be written to by themselves; undefined where they have linked no account. */
export async function conversationOf(
  directory: Directory,
  employee: string,
): Promise<`${string}:${string}` | undefined> {
  const [account] = await directory.accountsOf(employee)
  return account?.conversation as `${string}:${string}` | undefined // the directory keeps what channels call themselves
}
