import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** Something an office changed because of what citizens wrote, in words that name nobody. */
export interface Change {
  readonly id: string
  readonly on: Day
  readonly unit: { readonly id: string; readonly name: string }
  readonly service: string | null
  readonly words: string
}

/** A change as an officer writes it. */
export interface ChangeDraft {
  /** The id of the message that wrote it. */
  readonly key: string
  readonly unit: string
  readonly service: string | null
  readonly on: Day
  readonly words: string
  readonly account: string
}

/** What was changed because of feedback. */
export function createChanges(on: Queryable) {
  const one = async (condition: string, parameters: readonly unknown[]): Promise<Change | undefined> =>
    (await on.query<Change>(`${CHANGES} where ${condition}`, parameters))[0]

  return {
    /** Keeps what an officer wrote, for nobody else to see yet; what they wrote before and did not publish goes. */
    async draft({ key, unit, service, on: day, words, account }: ChangeDraft): Promise<string> {
      await on.query(
        'delete from feedback_change where account = $1 and published_on is null and key <> $2',
        [account, key],
      )
      const [row] = await on.query<{ id: string }>(
        `insert into feedback_change (key, unit, service, on_day, words, account)
         values ($1, $2::bigint, $3::bigint, $4::date, $5, $6)
         on conflict (key) do update set key = excluded.key returning id`,
        [key, unit, service, day, words, account],
      )
      return row?.id ?? ''
    },

    /** A change, whether it is public or not, unless it was withdrawn. */
    find: (id: string): Promise<Change | undefined> =>
      one('change.id = $1::bigint and withdrawn_on is null', [id]),

    /** Makes public what somebody wrote themselves; undefined where it is no longer there. */
    async publish(id: string, account: string, day: Day): Promise<Change | undefined> {
      await on.query(
        `update feedback_change set published_on = $3::date
         where id = $1::bigint and account = $2 and published_on is null and withdrawn_on is null`,
        [id, account, day],
      )
      return one('change.id = $1::bigint and change.account = $2 and withdrawn_on is null', [id, account])
    },

    async withdraw(id: string, day: Day): Promise<void> {
      await on.query(
        'update feedback_change set withdrawn_on = $2::date where id = $1::bigint and withdrawn_on is null',
        [id, day],
      )
    },

    /** What is public of a highest unit and of all below it (null: of all), the latest first. */
    public: (top: string | null, limit: number): Promise<readonly Change[]> =>
      on.query<Change>(
        `with recursive below as (
           select id from unit where id = $1::bigint
           union select unit.id from unit join below on unit.parent = below.id
         )
         ${CHANGES} where published_on is not null and withdrawn_on is null
           and ($1::bigint is null or change.unit in (select id from below))
         order by published_on desc, change.id desc limit $2`,
        [top, limit],
      ),

    /** What some accounts wrote. */
    of: (accounts: readonly string[]): Promise<readonly Change[]> =>
      on.query<Change>(`${CHANGES} where change.account = any($1::text[]) order by change.id`, [accounts]),

    /** Forgets who wrote; resolves to how many stay. */
    async disown(accounts: readonly string[]): Promise<number> {
      await on.query('delete from feedback_change where account = any($1::text[]) and published_on is null', [
        accounts,
      ])
      const rows = await on.query(
        'update feedback_change set account = null where account = any($1::text[]) returning id',
        [accounts],
      )
      return rows.length
    },
  }
}
export type Changes = ReturnType<typeof createChanges>

const CHANGES = `select change.id, coalesce(published_on, on_day) as on,
  jsonb_build_object('id', unit.id::text, 'name', unit.name) as unit, service.name as service, words
  from feedback_change change join unit on unit.id = change.unit left join service on service.id = change.service`
