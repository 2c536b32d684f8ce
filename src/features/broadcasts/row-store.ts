import type { ConversationId } from '../../chat/message.ts'
import type { Queryable } from '../../database/database.ts'
import type { Broadcast, Keeper } from './broadcast.ts'

/** What is read of a broadcast's row. */
export const COLUMNS = `id, status, version, changed_by as "changedBy", text, file, audience, send_at as "sendAt",
  at_night as "atNight", people_at_confirm as "peopleAtConfirm", account, accounts, employee, role, conversation,
  approved_by as "approvedBy", held_for as "heldFor", resent_of as "resentOf", confirmed_at as "confirmedAt",
  started_at as "startedAt", posted_at as "postedAt", ended_at as "endedAt", shown`

/** A row as the database has it. */
export interface Row extends Omit<Broadcast, 'keeper'>, Omit<Keeper, 'conversation'> {
  readonly conversation: ConversationId
}

/** A row as a broadcast. */
export function broadcastOf(row: Row): Broadcast {
  const { account, accounts, employee, role, conversation, ...rest } = row
  return { ...rest, keeper: { account, accounts, employee, role, conversation } }
}

/** The broadcast of a statement that ends in "where …" or in "returning". */
export async function one(
  on: Queryable,
  statement: string,
  parameters: readonly unknown[],
): Promise<Broadcast | undefined> {
  const sql = statement.startsWith('where')
    ? `select ${COLUMNS} from broadcast ${statement}`
    : `${statement} ${COLUMNS}`
  const [row] = await on.query<Row>(sql, parameters)
  return row && broadcastOf(row)
}
