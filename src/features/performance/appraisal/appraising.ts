import type { Json, Outbox, Reply, Turn } from '../../../chat/feature.ts'
import type { Choice, ConversationId, Outgoing } from '../../../chat/message.ts'
import type { Directory, Employee } from '../../../directory.ts'
import { Refusal } from '../../../errors.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { EvaluationStore } from './evaluation-store.ts'
import { daysOf, openQuarters, type Quarter } from './quarter.ts'
import type { Reports, ReportsStore } from './reports-store.ts'
import { texts } from './texts.ts'

/** Something somebody did with what is kept about another: the key makes it once-only, the subject is an entry's id. */
export interface Audited {
  readonly key: string
  readonly action: string
  readonly subject?: string
  readonly detail?: Readonly<Record<string, Json>>
}

/** Writes down who looked at or changed what about whom. */
export type Audit = (note: Audited, turn: Turn) => Promise<void>

/** What the parts of the appraisal are made from. */
export interface Appraising {
  readonly store: EvaluationStore
  readonly reports: ReportsStore
  readonly directory: Directory
  readonly outbox: Outbox
  readonly audit: Audit
  readonly timeZone: string
}

/** The entry of whoever writes. Throws `Refusal`, in words for them, where there is none or they have left. */
export async function entryOf(
  directory: Directory,
  { person, now, timeZone }: Pick<Turn, 'person' | 'now' | 'timeZone'>,
): Promise<Employee> {
  const entry = person.employee === undefined ? undefined : await directory.employee(person.employee)
  if (entry === undefined) throw new Refusal(texts[person.language].notConnected)
  if (entry.leftOn !== null && entry.leftOn <= dayAt(now, timeZone))
    throw new Refusal(texts[person.language].left)
  return entry
}

/** Says something to somebody in the directory where they like it best; false where no account of theirs is known. */
export async function tellEntry(
  { directory, outbox }: Pick<Appraising, 'directory' | 'outbox'>,
  entry: string,
  message: Outgoing,
  key: string,
): Promise<boolean> {
  const [account] = await directory.accountsOf(entry)
  if (account === undefined) return false
  await outbox.say(account.conversation as ConversationId, message, key) // the directory reads it from the accounts
  return true
}

/** What somebody reported in a quarter. */
export function reportedIn(reports: ReportsStore, employee: string, quarter: Quarter): Promise<Reports> {
  const { from, until } = daysOf(quarter)
  return reports.reported(employee, from, until)
}

/** The quarters that are evaluated now, the usual one first. */
export function quartersNow(now: Date, timeZone: string): readonly [Quarter, ...Quarter[]] {
  return openQuarters(dayAt(now, timeZone))
}

/** A reply of one message. */
export function say(text: string, choices?: readonly Choice[]): Reply {
  return { say: [{ text, ...(choices && choices.length > 0 && { choices }) }] }
}
