import type { Queryable } from '../../../database/database.ts'

/** Somebody who answers tickets, where they are written to. */
export interface Clerk {
  readonly employee: string
  readonly account: string
}

/** Who answers the tickets of which unit. */
export function createDesks(on: Queryable) {
  return {
    /** The entries of those who answer for a unit, or for the nearest above it that has any. */
    async clerksOf(unit: string): Promise<readonly string[]> {
      const rows = await on.query<{ employee: string }>(
        `${ABOVE}, nearest as (
           select min(steps) as steps from above join ticket_desk on ticket_desk.unit = above.id
         )
         select employee from above join nearest using (steps) join ticket_desk on ticket_desk.unit = above.id
         order by employee`,
        [unit],
      )
      return rows.map(({ employee }) => employee)
    },

    /** Whether somebody answers for a unit, by themselves or for one above it. */
    async answersFor(employee: string, unit: string): Promise<boolean> {
      const rows = await on.query(
        `${ABOVE} select 1 from above join ticket_desk on ticket_desk.unit = above.id where employee = $2::bigint`,
        [unit, employee],
      )
      return rows.length > 0
    },

    /** Puts those who answer for a unit in the place of those before. */
    async appoint(unit: string, employees: readonly string[]): Promise<void> {
      await on.query(
        `with gone as (
           delete from ticket_desk where unit = $1::bigint and employee <> all($2::bigint[])
         )
         insert into ticket_desk (unit, employee) select $1::bigint, unnest($2::bigint[]) on conflict do nothing`,
        [unit, employees],
      )
    },

    /** The units of which somebody answers the tickets, as far as they were appointed themselves. */
    async unitsOf(employee: string): Promise<readonly string[]> {
      const rows = await on.query<{ unit: string }>(
        'select unit from ticket_desk where employee = $1::bigint order by unit',
        [employee],
      )
      return rows.map(({ unit }) => unit)
    },
  }
}
export type Desks = ReturnType<typeof createDesks>

/** The unit $1 and those above it, with how many steps each is away. */
const ABOVE = `with recursive above as (
  select id, parent, 0 as steps from unit where id = $1::bigint
  union all select unit.id, unit.parent, steps + 1 from unit join above on unit.id = above.parent
)`
