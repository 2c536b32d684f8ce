/** What the Bot API sends beside some refusals (core.telegram.org/bots/api#responseparameters). */
export interface RefusalParameters {
  readonly migrate_to_chat_id?: number
  readonly retry_after?: number
}

/** A call the Bot API answers with `{ok: false}`; `message` is the description word for word. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: RefusalParameters | undefined

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** A 400 with Telegram's prefix. */
export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`)
}
