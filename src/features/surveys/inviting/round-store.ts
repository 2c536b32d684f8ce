import type { Database } from '../../../database/database.ts'
import type { Audience } from '../../../directory.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** When a sending asks, and until when it takes answers; `months` after the first round. */
export interface Round {
  readonly months: number
  readonly dueOn: Day
  readonly untilOn: Day
}

/** A round of a sending that went out; `invited` is null as long as it has not, or not to all. */
export interface OpenRound extends Round {
  readonly sending: string
  readonly survey: string
  readonly about: string | null
  readonly audience: Audience
  readonly invited: number | null
}

/** Which round of which sending. */
export type RoundId = Pick<OpenRound, 'sending' | 'months'>

/** The rounds of what was sent, and who was invited to them. */
export function createRoundStore(database: Database) {
  const rounds = (condition: string, values: readonly unknown[]): Promise<readonly OpenRound[]> =>
    database.query<OpenRound>(
      `select sending.id::text as sending, survey, about, audience, months, due_on as "dueOn", until_on as "untilOn",
         invited
       from survey_round join survey_sending sending on sending.id = survey_round.sending
       where status = 'sent' and ${condition} order by due_on desc, sending.id desc, months`,
      values,
    )

  return {
    /** The rounds people are still to be invited to. */
    due: (today: Day): Promise<readonly OpenRound[]> =>
      rounds('invited is null and due_on <= $1 and until_on >= $1', [today]),

    /** The rounds of which half the time is over, and whose silent ones have not been reminded. */
    toRemind: (today: Day): Promise<readonly OpenRound[]> =>
      rounds(
        `invited is not null and not reminded and until_on >= $1
         and due_on + ((until_on - due_on) / 2) <= $1`,
        [today],
      ),

    /** Writes down who was invited to a round. */
    async invite({ sending, months }: RoundId, employees: readonly string[]): Promise<void> {
      await database.query(
        `insert into survey_invitation (sending, months, employee) select $1::bigint, $2, unnest($3::bigint[])
         on conflict do nothing`,
        [sending, months, employees],
      )
    },

    /** Marks a round as gone out to all; how many those were stays, whoever is forgotten later. */
    async invited({ sending, months }: RoundId): Promise<void> {
      await database.query(
        `update survey_round set invited = (
           select count(*)::int from survey_invitation one where one.sending = $1::bigint and one.months = $2
         ) where sending = $1::bigint and months = $2 and invited is null`,
        [sending, months],
      )
    },

    /** Takes no answers to a round any more from a day on. */
    async close({ sending, months }: RoundId, from: Day): Promise<void> {
      await database.query(
        `update survey_round set until_on = $3::date - 1 where sending = $1::bigint and months = $2 and until_on >= $3`,
        [sending, months, from],
      )
    },

    async reminded({ sending, months }: RoundId): Promise<void> {
      await database.query(
        'update survey_round set reminded = true where sending = $1::bigint and months = $2',
        [sending, months],
      )
    },

    /** Who was invited to a round, by the ids of their entries. */
    async invitedTo({ sending, months }: RoundId): Promise<readonly string[]> {
      const rows = await database.query<{ employee: string }>(
        'select employee from survey_invitation where sending = $1::bigint and months = $2 order by employee',
        [sending, months],
      )
      return rows.map(({ employee }) => employee)
    },

    /** A round, where somebody was invited to it. */
    async roundFor(employee: string, { sending, months }: RoundId): Promise<OpenRound | undefined> {
      if (!/^\d{1,18}$/.test(sending) || !Number.isInteger(months) || months < 0 || months > 99)
        return undefined
      const [round] = await rounds(`sending.id = $1::bigint and months = $2 and ${INVITED('$3')}`, [
        sending,
        months,
        employee,
      ])
      return round
    },

    /** The rounds somebody was invited to that still take answers. */
    openFor: (employee: string, today: Day): Promise<readonly OpenRound[]> =>
      rounds(`until_on >= $1 and ${INVITED('$2')}`, [today, employee]),

    /** The rounds of one survey that have begun, the latest first. */
    of: (survey: string, today: Day): Promise<readonly OpenRound[]> =>
      rounds('survey = $1 and due_on <= $2', [survey, today]),

    async round({ sending, months }: RoundId): Promise<OpenRound | undefined> {
      if (!/^\d{1,18}$/.test(sending) || !Number.isInteger(months) || months < 0 || months > 99)
        return undefined
      const [round] = await rounds('sending.id = $1::bigint and months = $2', [sending, months])
      return round
    },
  }
}

const INVITED = (employee: string): string =>
  `exists (select from survey_invitation one where one.sending = survey_round.sending
     and one.months = survey_round.months and employee = ${employee}::bigint)`
