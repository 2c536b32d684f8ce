import type { App } from '@slack/bolt'

/** What Slack sends, parsed. */
export type Body = Record<string, unknown>

/** Where bodies are worked through by Bolt; what is to be answered to each is kept until then. */
export function createDesk() {
  const underWay = new Set<Promise<unknown>>()
  let app: App | undefined

  async function process(body: Body, retryNum?: number): Promise<unknown> {
    let response: unknown
    await app?.processEvent({
      body,
      ...(retryNum !== undefined && { retryNum }),
      ack: async (given?: unknown) => {
        if (given !== undefined) response = given
      },
    })
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
