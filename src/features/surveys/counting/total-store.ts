import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** Which answers: of one survey, in months from the first to the last day given; those of a sending are of one round. */
export interface Which {
  readonly survey: string
  readonly sending: string | null
  readonly months: number
  readonly from: Day
  readonly until: Day
  /** Only those of one unit. */
  readonly unit?: string
}

/** How many opened a survey and how many sent it, of one unit (null: of none) and service (null: of the unit as such). */
export interface PlaceCount {
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly service: { readonly id: string; readonly name: string } | null
  readonly opened: number
  readonly answered: number
}

/** How many in a unit (null: in none) gave an answer to a question. */
export interface AnswerCount {
  readonly unit: string | null
  readonly question: string
  readonly answer: string
  readonly people: number
}

/** What was answered in a unit, or one of its services, in a month. */
export interface MonthCount {
  readonly unit: string
  readonly name: string
  /** 'YYYY-MM'. */
  readonly month: string
  readonly respondents: number
  /** By question, how many gave which answer. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type TotalStore = ReturnType<typeof createTotalStore>

/** Sums of what was answered. */
export function createTotalStore(on: Queryable) {
  return {
    /** How many answered where, by unit and service. */
    places: (which: Which): Promise<readonly PlaceCount[]> =>
      on.query<PlaceCount>(
        `select case when unit.id is not null then jsonb_build_object('id', unit.id::text, 'name', unit.name) end as unit,
           case when service.id is not null then jsonb_build_object('id', service.id::text, 'name', service.name) end
             as service, sum(opened)::int as opened, sum(answered)::int as answered
         from survey_count left join unit on unit.id = survey_count.unit
           left join service on service.id = survey_count.service
         where ${THESE} group by unit.id, service.id order by unit.name, unit.id, service.name, service.id`,
        valuesOf(which),
      ),

    /** How many answered in each month, the earliest first. */
    byMonth: (which: Which): Promise<readonly { readonly month: Day; readonly answered: number }[]> =>
      on.query(
        `select month, sum(answered)::int as answered from survey_count where ${THESE} group by month order by month`,
        valuesOf(which),
      ),

    /** How many gave which answer, by unit; of what was written, how many did ('' is the answer then). */
    answers: (which: Which): Promise<readonly AnswerCount[]> =>
      on.query<AnswerCount>(
        `with these as (select unit, counts, words from survey_count where ${THESE})
         select unit::text as unit, asked.key as question, given.key as answer, sum(given.value::int)::int as people
         from these cross join lateral jsonb_each(counts) asked cross join lateral jsonb_each_text(asked.value) given
         group by 1, 2, 3
         union all
         select unit::text, asked.key, '', sum(jsonb_array_length(asked.value))::int
         from these cross join lateral jsonb_each(words) asked group by 1, 2 order by 1, 2, 3`,
        valuesOf(which),
      ),

    /** What was written to a question, in no order. */
    async words(which: Which, question: string): Promise<readonly string[]> {
      const rows = await on.query<{ text: string }>(
        `select text from survey_count cross join lateral jsonb_array_elements_text(words->$7) as text
         where ${THESE} order by random()`,
        [...valuesOf(which), question],
      )
      return rows.map(({ text }) => text)
    },

    /** The months in which a survey, or a unit in it, has answers; the latest first. */
    async answeredMonths(survey: string, unit?: string): Promise<readonly Day[]> {
      const rows = await on.query<{ month: Day }>(
        `select distinct month from survey_count where survey = $1 and sending is null and answered > 0
           and coalesce(unit = $2::bigint, true) order by month desc`,
        [survey, unit ?? null],
      )
      return rows.map(({ month }) => month)
    },

    /**
     * What was answered by unit and month, without sendings: each row is a sum already, of a unit or one of its services.
     */
    monthly: (survey: string, from: Day, until: Day): Promise<readonly MonthCount[]> =>
      on.query<MonthCount>(
        `select unit.id as unit, unit.name, to_char(month, 'YYYY-MM') as month, answered as respondents, counts
         from survey_count join unit on unit.id = survey_count.unit
         where survey = $1 and sending is null and answered > 0 and month between $2 and $3
         order by survey_count.month, unit.id`,
        [survey, from, until],
      ),
  }
}

const THESE = `survey = $1 and sending is not distinct from $2::bigint and months = $3 and month between $4 and $5
  and coalesce(survey_count.unit = $6::bigint, $6::bigint is null)`

function valuesOf({ survey, sending, months, from, until, unit }: Which): readonly unknown[] {
  return [survey, sending, months, from, until, unit ?? null]
}
