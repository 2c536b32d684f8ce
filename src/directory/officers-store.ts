import type { Queryable } from '../database/database.ts'
import type { Day } from '../indonesian/dates.ts'
import { type Place, works } from './audience-store.ts'
import { PLACE } from './reach-store.ts'

/** Somebody who looks after the people or the bot. */
export interface Officer {
  readonly conversation: Place
  /** The id of their entry; null where they have none. */
  readonly employee: string | null
  readonly account: string
  readonly name: string
  readonly role: 'hr' | 'admin'
}

/** Where officers and administrators are written to. */
export function createOfficers(on: Queryable) {
  return {
    /** The best place of each officer, whichever of their accounts or their entry makes them one, by account. */
    officers: (today: Day | null): Promise<readonly Officer[]> =>
      on.query<Officer>(
        `with granted as (
           select id, person, role from account where role in ('hr', 'admin')
         ), placed as (
           select person.id as person, e.role from employee e join person on person.employee = e.id
           where e.role in ('hr', 'admin') and ${works('e')}
         )
         select conversation, employee, account, name, role from (
           select distinct on (coalesce(person.id::text, account.id)) account.conversation, e.id as employee,
             account.id as account, coalesce(e.name, account.name) as name,
             case when exists (select from granted g where g.role = 'admin' and (g.id = account.id or g.person = person.id))
               or e.role = 'admin' then 'admin' else 'hr' end as role
           from account left join person on person.id = account.person
             left join employee e on e.id = person.employee and ${works('e')}
             left join conversation on conversation.id = account.conversation
             left join contact_preference wish on wish.employee = person.employee
           where conversation.unreachable is null and (account.id in (select id from granted)
             or account.person in (select person from granted) or account.person in (select person from placed))
           order by coalesce(person.id::text, account.id), ${PLACE}, account.id
         ) as each order by account`,
        [today],
      ),
  }
}
