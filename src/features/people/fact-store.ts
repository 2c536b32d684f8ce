import type { ConversationId } from '../../chat/message.ts'
import type { Database, Queryable } from '../../database/database.ts'

/** An account that wrote in private: what it is called, and where it can be written to. */
export interface Owner {
  readonly id: string
  readonly name: string
  readonly conversation: ConversationId
}

/** What a platform vouches for about an account. */
export interface Facts {
  readonly email?: string
  readonly phone?: string
}

/** What is known for sure about accounts. */
export function createFactStore(database: Database) {
  return {
    /** Keeps what a platform vouches for; what was known of the same kind before is replaced. */
    async verify(owner: Owner, facts: Facts, now: Date): Promise<void> {
      await database.transaction(async (connection) => {
        await register(connection, owner)
        await keepFacts(connection, owner.id, facts, now)
      })
    },
  }
}

/** Makes sure that an account is known, by its present name. */
export async function register(connection: Queryable, { id, name, conversation }: Owner): Promise<void> {
  await connection.query(
    `insert into account (id, name, conversation, granted_at) values ($1, $2, $3, null)
     on conflict (id) do update set name = excluded.name`,
    [id, name, conversation],
  )
}

/** Keeps what a platform vouches for about an account that is known. */
export async function keepFacts(
  connection: Queryable,
  account: string,
  facts: Facts,
  now: Date,
): Promise<void> {
  for (const kind of ['email', 'phone'] as const)
    if (facts[kind] !== undefined)
      await connection.query(
        `insert into verified_fact (account, kind, value, verified_at) values ($1, $2, $3, $4)
         on conflict (account, kind) do update set value = excluded.value, verified_at = excluded.verified_at`,
        [account, kind, facts[kind], now],
      )
}
