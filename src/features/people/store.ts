import { type Person, ROLES, type Role } from '../../chat/feature.ts'
import type { Language } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import type { EntryRole } from '../../directory.ts'
import type { Day } from '../../indonesian/dates.ts'
import { createAccountStore } from './accounts-store.ts'
import { createClaimStore } from './claim-store.ts'
import { createFactStore } from './fact-store.ts'
import { createLinkStore } from './link-store.ts'
import { createTries } from './tries-store.ts'

/** Who is who: which accounts are one person's, and what that person may do. */
export type PeopleStore = ReturnType<typeof createPeopleStore>

/** Opens what is known of accounts; `today` tells whose entries have ended, the database's own day where left out. */
export function createPeopleStore(database: Database, today?: () => Day) {
  const tries = createTries(database)
  return {
    ...tries,
    ...createAccountStore(database),
    ...createFactStore(database),
    ...createLinkStore(database, tries),
    ...createClaimStore(database),

    /**
     * The person behind an account, with the highest role of all their accounts and of their entry in the directory;
     * whoever is not known is a citizen, and so is whoever no longer works here.
     */
    async person(account: string, name: string): Promise<Person> {
      const rows = await database.query<Row>(WHO, [account, today?.() ?? null])
      const [{ language, employee, entry, leads } = NOBODY] = rows
      const granted = [...rows.map(({ role }) => role), entry, leads ? 'supervisor' : null]
      return {
        account,
        name,
        role: ROLES.findLast((role) => granted.includes(role)) ?? 'citizen',
        language: language ?? 'id',
        ...(rows.length > 1 && { accounts: rows.map(({ id }) => id) }),
        ...(employee !== null && { employee }),
      }
    },
  }
}

interface Row {
  readonly id: string
  readonly role: Role
  readonly language: Language | null
  readonly employee: string | null
  readonly entry: EntryRole | null
  readonly leads: boolean | null
}

const NOBODY: Omit<Row, 'id' | 'role'> = { language: null, employee: null, entry: null, leads: null }

/**
 * Asked for each message, so no more than three tables and one look at an index. Whoever leads people is a supervisor for
 * a quarter longer than they work here: reports of theirs may wait.
 */
const WHO = `
  select account.id, account.role, person.language, own.id as employee, own.role as entry,
    exists (
      select from employee where supervisor = own.id
        and coalesce(left_on > coalesce($2::date, current_date) - 92, true)
    ) as leads
  from account left join person on person.id = account.person
    left join employee own on own.id = person.employee
      and coalesce(own.left_on > coalesce($2::date, current_date), true)
  where account.id = $1 or account.person = (select person from account where id = $1)
  order by account.id`
