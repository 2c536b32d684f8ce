import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'

/** Something an office does for citizens. */
export interface Service {
  readonly id: string
  readonly name: string
  readonly unit: { readonly id: string; readonly name: string }
  /** Since then it is not offered any more; null while it is. */
  readonly closedOn: Day | null
}

export type ServiceStore = ReturnType<typeof createServices>

/** The services of offices, each found by its name folded. */
export function createServices(on: Queryable) {
  const select = (which: string, value: string): Promise<readonly Service[]> =>
    on.query<Service>(
      `select service.id, service.name, closed_on as "closedOn",
         jsonb_build_object('id', unit.id::text, 'name', unit.name) as unit
       from service join unit on unit.id = service.unit where ${which} order by closed_on is not null, service.key collate "C", service.id`,
      [value],
    )

  return {
    one: async (id: string): Promise<Service | undefined> => (await select('service.id = $1::bigint', id))[0],

    /** Those of a unit itself, what is closed last. */
    of: (unit: string): Promise<readonly Service[]> => select('service.unit = $1::bigint', unit),

    /** Those of a unit and all below it that are open. */
    openBelow: (unit: string): Promise<readonly Service[]> =>
      select(
        `closed_on is null and service.unit in (
           with recursive below as (
             select id from unit where id = $1::bigint
             union select unit.id from unit join below on unit.parent = below.id
           ) select id from below)`,
        unit,
      ),

    /** The name of a unit; undefined where there is none. */
    async unit(id: string): Promise<string | undefined> {
      const [unit] = await on.query<{ name: string }>('select name from unit where id = $1::bigint', [id])
      return unit?.name
    },

    /** Adds services to a unit; resolves to the names of those that were not there. */
    async add(unit: string, names: readonly string[]): Promise<readonly string[]> {
      const rows = await on.query<{ name: string }>(
        `insert into service (unit, name, key) select $1::bigint, name, key from unnest($2::text[], $3::text[]) as new (name, key)
         on conflict (unit, key) do nothing returning name`,
        [unit, names, names.map(fold)],
      )
      return rows.map(({ name }) => name)
    },

    /** Gives a service another name; false where its unit has one of that name already. */
    async rename(id: string, name: string): Promise<boolean> {
      const rows = await on.query(
        `update service set name = $2, key = $3 where id = $1::bigint and not exists (
           select 1 from service other where other.unit = service.unit and other.key = $3 and other.id <> service.id)
         returning id`,
        [id, name, fold(name)],
      )
      return rows.length > 0
    },

    /** Closes a service from a day on, or opens it again. */
    async close(id: string, closedOn: Day | null): Promise<void> {
      await on.query(
        `update service set closed_on = case when $2::date is null then null else coalesce(closed_on, $2) end
         where id = $1::bigint`,
        [id, closedOn],
      )
    },
  }
}
