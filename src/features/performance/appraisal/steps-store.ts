import type { Database, Queryable } from '../../../database/database.ts'
import {
  type Barrier,
  barrierFor,
  type Evaluation,
  isSettled,
  type Note,
  type OwnView,
} from './evaluation.ts'
import type { Rating } from './predicate.ts'
import { selectEvaluations } from './row-store.ts'
import type { Today } from './working-store.ts'

/** Who says something, by the id of their entry, with which message and when. */
export interface Said {
  readonly by: string
  readonly key: string
  readonly now: Date
}

/** What happens to an evaluation after it was sent: each step is noted, and none is taken where something speaks against it. */
export function createSteps(database: Database, today: Today) {
  async function one(on: Queryable, id: string): Promise<Evaluation | undefined> {
    const [found] = await selectEvaluations(on, today(), 'v.id = $1', [id])
    return found
  }

  /** Notes a step and changes the row with it, all or nothing; the same message again changes nothing. */
  async function take(id: string, step: Step): Promise<Evaluation | Barrier> {
    if (!/^\d{1,18}$/.test(id)) return 'gone'
    return database.transaction(async (connection) => {
      await connection.query(
        `select 1 from evaluation v join employee e on e.id = v.employee where v.id = $1 for update of v for share of e`,
        [id],
      )
      const before = await one(connection, id)
      if (before === undefined) return 'gone'
      const done = await connection.query('select 1 from evaluation_note where key = $1', [step.key])
      if (done.length > 0) return before
      const barrier = step.barrier(before)
      if (barrier !== undefined) return barrier
      const note = step.kind === 'changed' ? ownNote(before) : step
      const [result, behaviour] = note.ratings ?? [null, null]
      await connection.query(
        `insert into evaluation_note (key, evaluation, by_employee, kind, text, result, behaviour, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [step.key, id, step.by, step.kind, note.text, result, behaviour, step.now],
      )
      const [sql, ...values] = step.set ?? []
      if (sql !== undefined)
        await connection.query(`update evaluation set ${sql} where id = $1`, [id, ...values])
      return (await one(connection, id)) ?? 'gone'
    })
  }

  return {
    /** Fills in anew what was sent, as long as it is not rated and still what the person saw. */
    amend: (id: string, version: number, own: OwnView, said: Said): Promise<Evaluation | Barrier> =>
      take(id, {
        ...said,
        kind: 'changed',
        text: null,
        set: [
          `results = $2, behaviours = $3::jsonb, own_result = $4, own_behaviour = $5, sent_at = $6,
           version = version + 1, status = 'sent'`,
          ...ownValues(own),
          said.now,
        ],
        barrier: (e) =>
          ownerBarrier(e, said.by) ??
          (e.status === 'rated' ? 'rated' : e.version === version ? undefined : 'changed'),
      }),

    /** A supervisor's question about it. */
    ask: (id: string, text: string, said: Said): Promise<Evaluation | Barrier> =>
      take(id, {
        ...said,
        kind: 'asked',
        text,
        set: [`status = 'asked'`],
        barrier: (e) => barrierFor(e, said.by) ?? (e.status === 'rated' ? 'rated' : undefined),
      }),

    /** The writer's answer to it. */
    answer: (id: string, text: string, said: Said): Promise<Evaluation | Barrier> =>
      take(id, {
        ...said,
        kind: 'answered',
        text,
        set: [`status = 'sent'`],
        barrier: (e) => ownerBarrier(e, said.by) ?? (e.status === 'rated' ? 'rated' : undefined),
      }),

    comment: (id: string, text: string, said: Said): Promise<Evaluation | Barrier> =>
      take(id, { ...said, kind: 'comment', text, barrier: (e) => barrierFor(e, said.by) }),

    /** A supervisor's rating of what they saw, once; once more where the person objected. */
    rate: (
      id: string,
      version: number,
      rating: { readonly result: Rating; readonly behaviour: Rating; readonly reason: string },
      said: Said,
    ): Promise<Evaluation | Barrier> =>
      take(id, {
        ...said,
        kind: 'rated',
        text: rating.reason,
        ratings: [rating.result, rating.behaviour],
        set: [
          `status = 'rated', rated_by = $2::bigint, result = $3, behaviour = $4, reason = $5, rated_at = $6`,
          said.by,
          rating.result,
          rating.behaviour,
          rating.reason,
          said.now,
        ],
        barrier: (e) =>
          barrierFor(e, said.by) ?? (isSettled(e) ? 'rated' : e.version === version ? undefined : 'changed'),
      }),

    /** What the person says to their rating, once. */
    reply: (
      id: string,
      kind: 'accepted' | 'objected',
      text: string | null,
      said: Said,
    ): Promise<Evaluation | Barrier> =>
      take(id, {
        ...said,
        kind,
        text,
        set: [`replied = $2, replied_at = $3`, kind, said.now],
        barrier: (e) =>
          ownerBarrier(e, said.by) ??
          (e.status !== 'rated' ? 'changed' : e.replied === null ? undefined : 'replied'),
      }),
  }
}

/** The parts of somebody's own view as the columns hold them. */
export function ownValues({ results, behaviours, result, behaviour }: OwnView): readonly unknown[] {
  return [results, JSON.stringify(behaviours), result, behaviour]
}

/** What is noted besides, and what changes with it. */
interface Step extends Said {
  readonly kind: Note['kind']
  readonly text: string | null
  readonly ratings?: readonly [Rating, Rating]
  readonly set?: readonly [sql: string, ...values: unknown[]]
  /** What speaks against it, by how things stand once nobody else can change them. */
  barrier(evaluation: Evaluation): Barrier | undefined
}

/** What stood there before a change stays in the notes. */
function ownNote({ own }: Evaluation): Pick<Step, 'text' | 'ratings'> {
  return { text: own.results, ratings: [own.result, own.behaviour] }
}

function ownerBarrier(evaluation: Evaluation, by: string): Barrier | undefined {
  return evaluation.employee.id === by ? undefined : 'not theirs'
}
