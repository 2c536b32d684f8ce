import type { ConversationId } from '../chat/message.ts'
import type { Database, Queryable } from '../database/database.ts'
import type { Envelopes } from './envelopes.ts'

/** So long a sealed message stays after it is closed: whoever reads on the web fetches it meanwhile. */
const SEALED_SECONDS = 600
const SETTLED_DAYS = 7

/** What is deleted: soon where it was to leave no trace, all else when it is old. */
export function createForgetting(database: Database, { settledAs, opened }: Envelopes) {
  return {
    /**
     * Deletes sealed messages that were closed a while ago, and conversations that held nothing else; resolves to how
     * many messages.
     */
    async efface(seconds = SEALED_SECONDS): Promise<number> {
      return database.transaction(async ({ query }) => {
        const gone = await query<Gone>(
          `delete from message where id in (
             select id from message where content ? 'sealed' and done_at <= now() - make_interval(secs => $1)
             order by id limit 1000 for update skip locked
           ) returning key, direction, conversation`,
          [seconds],
        )
        if (gone.length === 0) return 0
        await query(
          'insert into settled (digest) select unnest($1::text[]) on conflict (digest) do nothing',
          [gone.filter(({ direction }) => direction === 'in').map(({ key }) => settledAs(key))],
        )
        const ids = [...new Set(gone.map(({ conversation }) => conversation))]
        await unseal(ids, query)
        await query(
          `delete from conversation where id = any($1::text[]) and not sealed and lease is null
             and state->'forms' = '{}'::jsonb and state->'memory' = '{}'::jsonb
             and not exists (select from message where conversation = conversation.id)`,
          [ids],
        )
        return gone.length
      })
    },

    /** Deletes closed messages older than so many days, conversations that nothing is left of, and what was remembered. */
    async forget(days: number): Promise<{ readonly messages: number; readonly conversations: number }> {
      const messages = await database.query(
        `delete from message where done_at < now() - make_interval(days => $1) returning id`,
        [days],
      )
      const conversations = await database.query(
        `delete from conversation where created_at < now() - make_interval(days => $1)
           and not exists (select from message where conversation = conversation.id)
           and state->'forms' = '{}'::jsonb
         returning id`,
        [days],
      )
      await database.query('delete from settled where on_day < current_date - $1::int', [SETTLED_DAYS])
      await database.query(
        `update person set memory = '{}' where remembered_at < now() - make_interval(days => $1) and memory <> '{}'`,
        [days],
      )
      return { messages: messages.length, conversations: conversations.length }
    },
  }

  /** What was offered last in a sealed talk that is over was all that kept it sealed. */
  async function unseal(ids: readonly ConversationId[], query: Queryable['query']): Promise<void> {
    const over = await query<{ id: ConversationId; state: unknown }>(
      `select id, state from conversation where id = any($1::text[]) and sealed and lease is null
         and not exists (select from message where conversation = conversation.id and content ? 'sealed')
       for update`,
      [ids],
    )
    for (const { id, state } of over) {
      const read = opened(state) as { readonly forms: object } // as `ending.ts` has stored it
      if (Object.keys(read.forms).length > 0) continue
      await query('update conversation set state = $2::jsonb, sealed = false where id = $1', [
        id,
        JSON.stringify({ ...read, offered: [] }),
      ])
    }
  }
}

interface Gone {
  readonly key: string
  readonly direction: 'in' | 'out'
  readonly conversation: ConversationId
}
