import type { Database } from '../../../database/database.ts'
import { createOfficers } from '../../../directory.ts'
import type { Evaluation, Note, OwnView } from './evaluation.ts'
import type { Quarter } from './quarter.ts'
import { selectEvaluations } from './row-store.ts'
import { createSteps, ownValues, type Said } from './steps-store.ts'
import type { Today } from './working-store.ts'

/** The evaluations, and what is said about them. */
export type EvaluationStore = ReturnType<typeof createEvaluationStore>

export function createEvaluationStore(database: Database, today: Today = () => null) {
  const select = (where: string, values: readonly unknown[], order?: string) =>
    selectEvaluations(database, today(), where, values, order)

  async function one(where: string, ...values: readonly unknown[]): Promise<Evaluation | undefined> {
    const [found] = await select(where, values)
    return found
  }

  return {
    ...createSteps(database, today),

    async evaluation(id: string): Promise<Evaluation | undefined> {
      return /^\d{1,18}$/.test(id) ? one('v.id = $1', id) : undefined
    },

    /** What somebody sent for a quarter. */
    ofQuarter: (employee: string, { year, number }: Quarter): Promise<Evaluation | undefined> =>
      one(OF_QUARTER, employee, year, number),

    /** What waits for a supervisor: first what has an answer to give, then what they asked about themselves. */
    waitingFor: (supervisor: string): Promise<readonly Evaluation[]> =>
      select(`${OPEN} and above.id = $1::bigint`, [supervisor], `v.status = 'asked', v.sent_at, v.id`),

    /** What nobody can rate: its writer has left, or nobody who still works here is above them. */
    orphans: (): Promise<readonly Evaluation[]> =>
      select(`${OPEN} and above.id is null`, [], 'v.sent_at, v.id'),

    /** What was said about an evaluation, in order. */
    notes: (id: string): Promise<readonly Note[]> =>
      database.query<Note>(
        `select n.kind, employee.name as by, n.text, n.at from evaluation_note n
         left join employee on employee.id = n.by_employee where n.evaluation = $1 order by n.id`,
        [id],
      ),

    /** Keeps a self-evaluation, once for a quarter: with `fresh` false it is the one that was there before. */
    async send(
      quarter: Quarter,
      own: OwnView,
      { by, key, now }: Said,
    ): Promise<{ readonly evaluation: Evaluation; readonly fresh: boolean }> {
      await database.query(
        `insert into evaluation (key, employee, year, quarter, results, behaviours, own_result, own_behaviour, sent_at)
         values ($1, $2::bigint, $3, $4, $5, $6::jsonb, $7, $8, $9) on conflict do nothing`,
        [key, by, quarter.year, quarter.number, ...ownValues(own), now],
      )
      const found = await one(OF_QUARTER, by, quarter.year, quarter.number)
      const [mine] = await database.query('select 1 from evaluation where key = $1', [key])
      if (found === undefined) throw new Error('the evaluation was not stored')
      return { evaluation: found, fresh: mine !== undefined }
    },

    /** Where the officers are written to. */
    officers: async () =>
      (await createOfficers(database).officers(today())).map(({ conversation }) => conversation),
  }
}

const OF_QUARTER = 'v.employee = $1::bigint and v.year = $2 and v.quarter = $3'
const OPEN = `(v.status <> 'rated' or (v.replied = 'objected' and v.rated_at <= v.replied_at))`
