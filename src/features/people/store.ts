import { type Person, ROLES, type Role } from '../../chat/feature.ts'
import type { ConversationId, Language } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { createAccountStore } from './accounts-store.ts'
import { createFactStore } from './fact-store.ts'
import { createLinkStore } from './link-store.ts'
import { createTries } from './tries-store.ts'

/** Who is who: which accounts are one person's, and what that person may do. */
export type PeopleStore = ReturnType<typeof createPeopleStore>

export function createPeopleStore(database: Database) {
  const tries = createTries(database)
  return {
    ...tries,
    ...createAccountStore(database),
    ...createFactStore(database),
    ...createLinkStore(database, tries),

    /** The person behind an account, with the highest role of all their accounts; whoever is not known is a citizen. */
    async person(account: string, name: string): Promise<Person> {
      const rows = await database.query<{ id: string; role: Role; language: Language | null }>(
        `select account.id, role, language from account left join person on person.id = person
         where account.id = $1 or person = (select person from account where id = $1) order by account.id`,
        [account],
      )
      const role = ROLES.findLast((one) => rows.some((row) => row.role === one)) ?? 'citizen'
      const accounts = rows.length > 1 && { accounts: rows.map(({ id }) => id) }
      return { account, name, role, language: rows[0]?.language ?? 'id', ...accounts }
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
           on conflict (id) do update set role = 'admin', conversation = excluded.conversation, granted_at = now()
           returning id`,
          [account, name, conversation],
        )
        return rows.length > 0
      })
    },
  }
}
