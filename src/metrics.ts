import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the bot counts of itself, for Prometheus. No label ever names a person or a conversation. */
export type Metrics = ReturnType<typeof createMetrics>

/** What is asked when the figures are read. */
export interface Watched {
  backlog(): Promise<{ readonly unanswered: number; readonly unsent: number; readonly letters: number }>
  /** How many different passages have their vector, of how many, where vectors are made. */
  vectors?(): { readonly done: number; readonly of: number }
}

/** Makes a registry of its own. */
export function createMetrics({ backlog, vectors }: Watched) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'abdi_answer_seconds',
    help: 'From taking up a message to its stored answer',
    labelNames: ['outcome'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  })
  const received = new Counter({
    name: 'abdi_messages_received_total',
    help: 'Messages that came in',
    labelNames: ['channel'],
    registers: [registry],
  })
  new Gauge({
    name: 'abdi_messages_open',
    help: 'Messages that wait to be answered or delivered',
    labelNames: ['direction'],
    registers: [registry],
    async collect() {
      const { unanswered, unsent, letters } = await backlog()
      this.set({ direction: 'in' }, unanswered)
      this.set({ direction: 'out' }, unsent)
      this.set({ direction: 'letter' }, letters)
    },
  })
  if (vectors)
    new Gauge({
      name: 'abdi_passages',
      help: 'Passages with a vector for the search by meaning, and those that wait for one',
      labelNames: ['vector'],
      registers: [registry],
      collect() {
        const { done, of } = vectors()
        this.set({ vector: 'made' }, done)
        this.set({ vector: 'missing' }, of - done)
      },
    })
  return {
    answered: (seconds: number, failed: boolean) =>
      answers.observe({ outcome: failed ? 'failed' : 'answered' }, seconds),
    received: (channel: string) => received.inc({ channel }),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  }
}
