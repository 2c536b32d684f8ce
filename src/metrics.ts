import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the bot counts of itself, for Prometheus. No label ever names a person or a conversation. */
export type Metrics = ReturnType<typeof createMetrics>

/** Makes a registry of its own; `backlog` is asked when the figures are read. */
export function createMetrics(backlog: () => Promise<{ unanswered: number; unsent: number }>) {
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
      const { unanswered, unsent } = await backlog()
      this.set({ direction: 'in' }, unanswered)
      this.set({ direction: 'out' }, unsent)
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
