import type { Queryable } from '../database/database.ts'

/** When and where somebody wants to be written to: an hour of their day (6 to 17) and a platform; null where open. */
export interface Preference {
  readonly hour: number | null
  readonly channel: string | null
}

/**
 * SQL of the place each person of an entry is written to, as "reach": the platform they chose first, then Telegram, Slack
 * and others, and none where they are known to be gone. `among` joins the entries it is wanted for, of which it uses the
 * ids.
 */
export const reachOf = (among: string): string => `
  select person.employee,
    substr(min(${PLACE} || account.conversation) filter (where conversation.unreachable is null), 2) as conversation
  from ${among} join person on person.employee = ${among}.id
    join account on account.person = person.id
    left join conversation on conversation.id = account.conversation
    left join contact_preference wish on wish.employee = person.employee
  group by person.employee`

/** SQL of a letter by which the accounts of one person are tried in order, with their wish as "wish". */
export const PLACE = `(case split_part(account.conversation, ':', 1)
  when wish.channel then 'a' when 'telegram' then 'b' when 'slack' then 'c' else 'd' end collate "C")`

/** When and where people want to be written to. */
export function createPreferences(on: Queryable) {
  return {
    /** What somebody chose, by the id of their entry. */
    async preference(employee: string): Promise<Preference> {
      const [row] = await on.query<Preference>(
        'select hour, channel from contact_preference where employee = $1::bigint',
        [employee],
      )
      return row ?? { hour: null, channel: null }
    },

    /** Keeps what somebody chose: what is left out stays as it was, null gives it up. */
    async prefer(employee: string, { hour, channel }: Partial<Preference>): Promise<void> {
      await on.query(
        `insert into contact_preference as kept (employee, hour, channel) values ($1::bigint, $2::smallint, $3)
         on conflict (employee) do update set at = now(),
           hour = case when $4 then excluded.hour else kept.hour end,
           channel = case when $5 then excluded.channel else kept.channel end`,
        [employee, hour ?? null, channel ?? null, hour !== undefined, channel !== undefined],
      )
    },
  }
}
