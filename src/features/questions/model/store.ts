import type { Database } from '../../../database/database.ts'

/** How a call of a model ended: it was of use, it did not know, nothing of it could be proven or read, or there was none. */
export type CallOutcome = 'answered' | 'unknown' | 'ungrounded' | 'unusable' | 'unavailable' | 'over-budget'

/** What is kept of one call: nothing of who asked, and nothing of what was said. */
export interface ModelCall {
  readonly prompt: string
  readonly version: string
  readonly model: string
  /** Ids of the passages the model was shown. */
  readonly passages: readonly string[]
  /** The pasal it cited, as "regulation#pasal". */
  readonly citations: readonly string[]
  readonly outcome: CallOutcome
  readonly milliseconds: number
  readonly charactersIn: number
  readonly charactersOut: number
}

/** What this feature keeps of the models: the budget of each day, and every call. */
export type ModelStore = ReturnType<typeof createModelStore>

export function createModelStore(database: Database) {
  return {
    /**
     * Takes one answer of a day for a mark, as long as those of all marks of the person (this one among them) and those
     * of everybody are not used up.
     */
    async spend(
      day: string,
      mark: string,
      own: readonly string[],
      { perPerson, forAll }: { readonly perPerson: number; readonly forAll: number },
    ): Promise<boolean> {
      const rows = await database.query(
        `insert into model_use (day, person, answers)
         select $1::date, $2, 1
         where (select coalesce(sum(answers), 0) from model_use where day = $1::date) < $4::int
           and (select coalesce(sum(answers), 0) from model_use where day = $1::date and person = any($5::text[])) < $3::int
         on conflict (day, person) do update set answers = model_use.answers + 1 where model_use.answers < $3::int
         returning answers`,
        [day, mark, perPerson, forAll, own],
      )
      return rows.length > 0
    },

    async giveBack(day: string, mark: string): Promise<void> {
      await database.query(
        'update model_use set answers = answers - 1 where day = $1::date and person = $2 and answers > 0',
        [day, mark],
      )
    },

    async record(call: ModelCall): Promise<void> {
      await database.query(
        `insert into model_call (prompt, version, model, passages, citations, outcome, milliseconds, characters_in, characters_out)
         values ($1, $2, $3, array(select value::bigint from jsonb_array_elements_text($4::jsonb)),
                 array(select jsonb_array_elements_text($5::jsonb)), $6, $7, $8, $9)`,
        [
          call.prompt,
          call.version,
          call.model,
          JSON.stringify(call.passages),
          JSON.stringify(call.citations),
          call.outcome,
          Math.round(call.milliseconds),
          call.charactersIn,
          call.charactersOut,
        ],
      )
    },

    /** Deletes what is kept of calls older than so many days, and budgets of days gone by; resolves to how many calls. */
    async forget(days: number): Promise<number> {
      await database.query(`delete from model_use where day < current_date - 1`)
      const rows = await database.query(
        `delete from model_call where at < now() - make_interval(days => $1) returning id`,
        [days],
      )
      return rows.length
    },
  }
}
