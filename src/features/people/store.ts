import type { Person, Role } from '../../chat/feature.ts'
import type { ConversationId } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'

/** Who is who: which account may do what. */
export type PeopleStore = ReturnType<typeof createPeopleStore>

export function createPeopleStore(database: Database) {
  return {
    /** The person behind an account; whoever is not known is a citizen. */
    async person(account: string, name: string): Promise<Person> {
      const rows = await database.query<{ role: Role }>(`select role from account where id = $1`, [account])
      return { account, name, role: rows[0]?.role ?? 'citizen', language: 'id' }
    },

    async hasAdmin(): Promise<boolean> {
      const rows = await database.query(`select 1 from account where role = 'admin' limit 1`)
      return rows.length > 0
    },

    /** Makes an account the first administrator; false when there is one already. Safe against two at once. */
    async claim(account: string, name: string, conversation: ConversationId): Promise<boolean> {
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        const rows = await connection.query(
          `insert into account (id, name, role, conversation)
           select $1, $2, 'admin', $3 where not exists (select from account where role = 'admin')
           on conflict (id) do update set role = 'admin', conversation = excluded.conversation
           returning id`,
          [account, name, conversation],
        )
        return rows.length > 0
      })
    },
  }
}
