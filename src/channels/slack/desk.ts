import type { App } from '@slack/bolt'
import type { Log } from '../../log.ts'

/** What Slack sends, parsed. */
export type Body = Record<string, unknown>

/** How the log tells of what is passed over, since it would come again for ever. */
export const UNREADABLE = 'something Slack sent could not be read'

const handedOn = new WeakSet<object>()

/** Says that Bolt could make something of a body and has handed it on: what fails from here on is for Slack to send again. */
export function takeOver(body: object): void {
  handedOn.add(body)
}

/** Where bodies are worked through by Bolt; what is to be answered to each is kept until then. */
export function createDesk(log: Log) {
  const underWay = new Set<Promise<unknown>>()
  let app: App | undefined

  async function process(body: Body, retryNum?: number): Promise<unknown> {
    let response: unknown
    try {
      await app?.processEvent({
        body,
        ...(retryNum !== undefined && { retryNum }),
        ack: async (given?: unknown) => {
          if (given !== undefined) response = given
        },
      })
    } catch (error) {
      // Bolt looks into a body before anybody else, and stumbles over what is not as Slack writes it
      if (handedOn.has(body) || !(error instanceof TypeError)) throw error
      const { event_id: event, type } = Object(body) as Body // over a connection anything may come
      log.error({ event, type, err: error }, UNREADABLE)
    }
    return response
  }

  return {
    init(owner: App): void {
      app = owner
    },
    /** Resolves to what is to be answered, once Bolt is through with it. Throws what the listener threw. */
    work(body: Body, retryNum?: number): Promise<unknown> {
      const work = process(body, retryNum)
      underWay.add(work)
      return work.finally(() => underWay.delete(work))
    },
    /** Resolves once everything under way is through. */
    async empty(): Promise<void> {
      await Promise.allSettled(underWay)
    },
  }
}
