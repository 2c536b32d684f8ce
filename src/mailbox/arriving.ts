import type { Incoming } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import type { Envelopes } from './envelopes.ts'
import { clean, whole } from './whole.ts'

/** The inbox: what people say, stored once. */
export function createArriving(database: Database, { closed, settledAs }: Envelopes) {
  /**
   * Resolves to its row id. Without an envelope it is stored only where it needs none: where the conversation neither is
   * sealed nor will be once what waits there is answered.
   */
  async function store(message: Incoming, envelope?: string): Promise<string | undefined> {
    const key = whole(message.id)
    const rows = await database.query<{ id: string }>(
      `with dialogue as (
         insert into conversation (id) values ($1)
         on conflict (id) do update set unreachable = null where conversation.unreachable is not null
       )
       insert into message (conversation, direction, key, account, sender_name, content, sent_at, shared, edited, aside)
       select $1, 'in', $2, $3, $4, coalesce($10::jsonb, $5::jsonb), $6, $7, $8, $9
       where ($10::jsonb is not null or not exists (select from conversation where id = $1 and sealed) and not exists (
           select from message
           where conversation = $1 and direction = 'in' and done_at is null and batch is null and content ? 'sealed'
         ))
         and not exists (select from settled where digest = $11) ${message.edited ? `and ${SAID_ANEW}` : ''}
       on conflict (key) do nothing
       returning id`,
      [
        whole(message.conversation),
        key,
        whole(message.sender.account),
        whole(message.sender.name),
        JSON.stringify(message.content, clean),
        message.sentAt,
        message.shared ?? false,
        message.edited ?? false,
        message.aside ?? false,
        envelope ?? null,
        settledAs(key),
      ],
    )
    return rows[0]?.id
  }

  return {
    /**
     * Stores a message that came in; resolves to its row id, or undefined when it was here before. An edit to
     * words that its writer has said since their last edit is nothing new either: platforms tell of more than words.
     * What is `traceless`, or comes while the conversation is sealed, is stored sealed.
     */
    async receive(message: Incoming, traceless = false): Promise<string | undefined> {
      // almost none needs an envelope, so it is made for those alone that were not stored without one
      return (traceless ? undefined : await store(message)) ?? store(message, closed(message.content))
    },
  }
}

/** SQL: whether the writer has not said these words since their last edit. */
const SAID_ANEW = `not exists (
  select from message
  where conversation = $1 and direction = 'in' and account = $3 and content = $5::jsonb and id >= coalesce((
    select max(id) from message where conversation = $1 and direction = 'in' and account = $3 and edited
  ), 0)
)`
