import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Rating } from './fairness.ts'

/** What citizens wrote of somebody, and how much it weighs. */
export interface Wording {
  readonly on: Day
  readonly words: string
  readonly weight: number
}

/** Reads what citizens think of officers. What tells of a crime is never part of it, nor is one text counted twice. */
export function createRatingStore(on: Queryable) {
  return {
    /** The ratings of somebody within some days. */
    of: (employee: string, from: Day, until: Day): Promise<readonly Rating[]> =>
      on.query<Rating>(
        `select received_on as "on", rating as stars, weight::float8 as weight from ticket
         where officer = $1::bigint and ${COUNTS} and received_on between $2::date and $3::date
         order by received_on, number`,
        [employee, from, until],
      ),

    /** The means of all others in their unit, and of all others anywhere, and the weights these rest on. */
    async around(employee: string, from: Day, until: Day): Promise<Around> {
      const [row] = await on.query<Around>(
        `select coalesce(sum(weight) filter (where near), 0)::float8 as "unitWeight",
           (sum(weight * rating) filter (where near) / nullif(sum(weight) filter (where near), 0))::float8 as unit,
           coalesce(sum(weight), 0)::float8 as "allWeight",
           (sum(weight * rating) / nullif(sum(weight), 0))::float8 as all
         from (
           select rating, weight, e.unit = (select unit from employee where id = $1::bigint) as near
           from ticket join employee e on e.id = ticket.officer
           where officer <> $1::bigint and ${COUNTS} and received_on between $2::date and $3::date
         ) others`,
        [employee, from, until],
      )
      return row ?? { unit: null, unitWeight: 0, all: null, allWeight: 0 }
    },

    /** What was written of somebody within some days, the latest first. */
    wordings: (employee: string, from: Day, until: Day, limit: number): Promise<readonly Wording[]> =>
      on.query<Wording>(
        `select received_on as "on", words, weight::float8 as weight from ticket
         where officer = $1::bigint and ${COUNTS} and received_on between $2::date and $3::date
         order by received_on desc, number limit $4`,
        [employee, from, until, limit],
      ),
  }
}

/** The means around somebody; null where nobody was rated. */
export interface Around {
  readonly unit: number | null
  readonly unitWeight: number
  readonly all: number | null
  readonly allWeight: number
}

const COUNTS = `ticket.rating is not null and ticket.weight > 0 and ticket.kind <> 'whistleblowing' and ticket.split_from is null`
