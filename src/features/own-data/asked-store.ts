import type { Queryable } from '../../database/database.ts'

/** What somebody asked, of the bot and of the officers, and what they wrote as an officer. */
export interface AskedKept {
  readonly questions: readonly object[]
  readonly handedOver: readonly object[]
  readonly published: readonly object[]
}

/** Questions, those handed to officers, and answers written for everybody. */
export async function askedKept(
  on: Queryable,
  accounts: readonly string[],
  conversations: readonly string[],
): Promise<AskedKept> {
  return {
    questions: await on.query(
      `select asked_at as at, text, outcome, verdict from question where ${QUESTIONS} order by id`,
      [accounts, conversations],
    ),
    handedOver: await on.query(
      `select id as number, asked_at as at, name, question, detail, answer, answered_at as "answeredAt"
       from handover where ${HANDOVERS} order by id`,
      [accounts, conversations],
    ),
    published: await on.query(
      `select proposed_at as at, question, answer, state from published
       where author = any($1::text[]) or reviewer = any($1::text[]) order by id`,
      [accounts],
    ),
  }
}

/** Erases what was asked; the files that went with it are given up. */
export async function eraseAsked(
  on: Queryable,
  accounts: readonly string[],
  conversations: readonly string[],
): Promise<void> {
  await on.query(`delete from question where ${QUESTIONS}`, [accounts, conversations])
  await on.query(
    `delete from file_use where purpose = 'handover' and reference in (select key from handover where ${HANDOVERS})`,
    [accounts, conversations],
  )
  await on.query(`delete from handover where ${HANDOVERS}`, [accounts, conversations])
}

const QUESTIONS = `id in (
  select id from question where conversation = any($2::text[])
  union select question.id from message join question on question.message = message.key
        where message.account = any($1::text[]))`
/** Of before accounts were written down, those of their own conversations. */
const HANDOVERS = `(account = any($1::text[]) or (account is null and conversation = any($2::text[])))`
