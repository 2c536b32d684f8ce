import { ROLES, type Role } from '../../../chat/feature.ts'
import type { Database } from '../../../database/database.ts'

/** The roles that accounts were granted by themselves. */
export function createRoleStore(database: Database) {
  return {
    /** Takes from the accounts behind an entry what they were granted above a role. */
    async lower(entry: string, role: Role): Promise<void> {
      await database.query(
        `update account set role = 'citizen', granted_at = null
         where person = (select id from person where employee = $1::bigint) and role = any($2::text[])`,
        [entry, ROLES.slice(ROLES.indexOf(role) + 1)],
      )
    },
  }
}
