import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { FollowUp } from '../report/skm-report.ts'
import type { Element } from '../skm/elements.ts'

/** How many people use a service (null: the unit as a whole). */
export interface Population {
  readonly service: string | null
  readonly people: number
}

/** What a plan belongs to. */
export interface PlanFor {
  readonly survey: string
  readonly unit: string
  readonly period: string
}

/** A row of a plan in which all is said. */
export type Planned = FollowUp & {
  readonly activity: string
  readonly time: string
  readonly responsible: string
}

export type PlanStore = ReturnType<typeof createPlanStore>

/** What officers add to a survey: how many people there are to ask, and what is done about what they say. */
export function createPlanStore(on: Queryable) {
  return {
    /** What was said last of a unit and its services for a day or before it. */
    populations: (unit: string, day: Day): Promise<readonly Population[]> =>
      on.query<Population>(
        `select distinct on (service) service::text, people from survey_population
         where unit = $1::bigint and from_on <= $2 order by service, from_on desc`,
        [unit, day],
      ),

    async setPopulation(
      { unit, service }: { readonly unit: string; readonly service: string | null },
      people: number,
      from: Day,
    ): Promise<void> {
      await on.query(
        `insert into survey_population (unit, service, from_on, people)
         values ($1::bigint, $2::bigint, $3, $4)
         on conflict (unit, service, from_on) do update set people = excluded.people`,
        [unit, service, from, people],
      )
    },

    followUps: ({ survey, unit, period }: PlanFor): Promise<readonly Planned[]> =>
      on.query<Planned>(
        `select element, activity, time, responsible from survey_follow_up
         where survey = $1 and unit = $2::bigint and period = $3 order by element`,
        [survey, unit, period],
      ),

    /** Puts a row into a plan, in the place of the one about the same element. */
    async plan({ survey, unit, period }: PlanFor, row: Planned): Promise<void> {
      await on.query(
        `insert into survey_follow_up (survey, unit, period, element, activity, time, responsible)
         values ($1, $2::bigint, $3, $4, $5, $6, $7)
         on conflict (survey, unit, period, element) do update set activity = excluded.activity, time = excluded.time,
           responsible = excluded.responsible`,
        [survey, unit, period, row.element, row.activity, row.time, row.responsible],
      )
    },

    /** Takes a row out of a plan. */
    async unplan({ survey, unit, period }: PlanFor, element: Element): Promise<void> {
      await on.query(
        'delete from survey_follow_up where survey = $1 and unit = $2::bigint and period = $3 and element = $4',
        [survey, unit, period, element],
      )
    },
  }
}
