import type { Update } from 'grammy/types'
import { jsonParam, numberParam, type Params } from './params.ts'
import { Refusal } from './refusal.ts'
import type { Signal } from './signal.ts'

const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** An update before the server numbers it. */
export type NewUpdate = Omit<Update, 'update_id'> & { readonly update_id?: number }

/** One update that waits to be confirmed; `again` marks a redelivery of a confirmed one. */
export interface Waiting {
  readonly update: Update
  again: boolean
}

/** Updates that are not confirmed yet, and the one long poll that may take them. */
export type UpdateQueue = ReturnType<typeof createUpdateQueue>

/** An empty queue; `onPush` is called when something new waits. */
export function createUpdateQueue(signal: Signal, onPush: () => void) {
  const queue: Waiting[] = []
  let lastId = 100_000
  let allowed: ReadonlySet<string> | undefined
  let poll: { end(conflict?: Refusal): void; look(): void } | undefined
  return {
    queue,
    push(update: NewUpdate): Update {
      const numbered: Update = { ...update, update_id: update.update_id ?? ++lastId }
      lastId = Math.max(lastId, numbered.update_id)
      if (isAllowed(numbered)) queue.push({ update: numbered, again: false })
      wake()
      return numbered
    },
    redeliver(update: Update): void {
      queue.unshift({ update, again: true })
      wake()
    },
    remove(item: Waiting): void {
      const index = queue.indexOf(item)
      if (index >= 0) queue.splice(index, 1)
      signal.notify()
    },
    clear(): void {
      queue.length = 0
      signal.notify()
    },
    allow(params: Params): void {
      const types = jsonParam(params, 'allowed_updates')
      if (!Array.isArray(types)) return
      allowed = types.length === 0 ? undefined : new Set(types.map(String))
    },
    allowedTypes: (): string[] | undefined => (allowed === undefined ? undefined : [...allowed]),
    /** Ends the waiting poll with a 409, as setWebhook and a second getUpdates do. */
    interrupt(by: string): void {
      poll?.end(new Refusal(409, `Conflict: terminated by ${by}`))
    },
    /** core.telegram.org/bots/api#getupdates; resolves early with nothing once `gone` is aborted. */
    take(params: Params, gone: AbortSignal): Promise<Update[]> {
      const offset = numberParam(params, 'offset') ?? 0
      confirm(offset)
      const limit = Math.min(Math.max(numberParam(params, 'limit') ?? 100, 1), 100)
      const seconds = Math.min(numberParam(params, 'timeout') ?? 0, 50)
      const ready = batch(limit)
      if (ready.length > 0 || seconds <= 0 || gone.aborted) return Promise.resolve(ready)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(), seconds * 1000)
        const own = { end, look }
        poll = own
        gone.addEventListener('abort', () => end(), { once: true })
        function end(conflict?: Refusal) {
          if (poll === own) poll = undefined
          clearTimeout(timer)
          if (conflict === undefined) resolve(gone.aborted ? [] : batch(limit))
          else reject(conflict)
        }
        function look() {
          if (queue.length > 0) end()
        }
      })
    },
    polling: () => poll !== undefined,
  }

  function wake(): void {
    poll?.look()
    onPush()
    signal.notify()
  }

  function isAllowed(update: Update): boolean {
    const type = Object.keys(update).find((name) => name !== 'update_id') ?? ''
    return allowed === undefined ? !NOT_BY_DEFAULT.has(type) : allowed.has(type)
  }

  // A redelivery stays until it was handed out once, else the poller's own offset would confirm it unseen.
  function confirm(offset: number): void {
    if (offset === 0) return
    const from = offset > 0 ? offset : (queue.at(offset)?.update.update_id ?? 0)
    const kept = queue.filter(({ update, again }) => update.update_id >= from || again)
    if (kept.length === queue.length) return
    queue.splice(0, queue.length, ...kept)
    signal.notify()
  }

  function batch(limit: number): Update[] {
    const taken = queue.slice(0, limit)
    for (const item of taken) item.again = false
    return taken.map(({ update }) => update)
  }
}
