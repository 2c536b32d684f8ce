/** A call that Slack answers with `{ok: false}`; `message` is its error code word for word. */
export class Refusal extends Error {
  /** What goes into response_metadata.messages. */
  readonly details: readonly string[]
  /** Further fields of the answer (needed, provided). */
  readonly fields: Readonly<Record<string, unknown>>

  constructor(
    error: string,
    details: readonly string[] = [],
    fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(error)
    this.details = details
    this.fields = fields
  }

  /** True where a careful app would never have been refused: it broke a documented rule. */
  get blame(): boolean {
    return !BEYOND_THE_APP.has(this.message)
  }

  /** The body of the answer. */
  get body(): Readonly<Record<string, unknown>> {
    const metadata = this.details.length > 0 ? { response_metadata: { messages: this.details } } : {}
    return { ok: false, error: this.message, ...this.fields, ...metadata }
  }
}

/** A refusal of arguments, with what is wrong and where (a JSON pointer). */
export function badArguments(what: string, pointer = ''): Refusal {
  return new Refusal('invalid_arguments', [
    `[ERROR] ${what}${pointer === '' ? '' : ` [json-pointer:${pointer}]`}`,
  ])
}

// What people do, and what an app can't know before it asks.
const BEYOND_THE_APP = new Set([
  'already_reacted',
  'cannot_dm_bot',
  'cant_delete_message',
  'cant_update_message',
  'channel_not_found',
  'file_not_found',
  'hash_conflict',
  'is_archived',
  'message_not_found',
  'not_found',
  'not_in_channel',
  'user_disabled',
  'user_not_found',
  'user_not_in_channel',
])
