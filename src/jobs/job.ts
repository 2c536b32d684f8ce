import type { z } from 'zod'

/** Work for the clock. May run twice for one tick or payload; the second run then changes nothing. */
export interface Job<P = unknown> {
  /** The feature or room it belongs to, a dot, and what it does: "mailbox.sweep". */
  readonly name: `${string}.${string}`
  readonly payload: z.ZodType<P>
  /** When it runs by itself: every so many seconds, or a cron pattern in the organization's time zone. */
  readonly every?: { readonly seconds: number } | { readonly cron: string }
  run(payload: P): Promise<void>
}

/** The clock: it starts jobs, it is never the truth about what is due. */
export interface Queue {
  /** Begins to run the jobs and puts their schedules in order: none vanished, none doubled. */
  start(jobs: readonly Job[]): Promise<void>
  /** Runs a job once; the same id again while it waits adds nothing. The id is letters, digits, dots, dashes. */
  add<P>(
    job: Job<P>,
    payload: P,
    options?: { readonly id?: string; readonly delaySeconds?: number },
  ): Promise<void>
  /** How many jobs wait, run, and failed for good. */
  counts(): Promise<{ readonly waiting: number; readonly active: number; readonly failed: number }>
  /** BullMQ's own queue, for whoever shows it. */
  readonly board: unknown
  /** Resolves once the running jobs have ended; nothing new is begun. */
  stop(): Promise<void>
}

/** Binds a job's type to its payload's schema. */
export function job<P>(definition: Job<P>): Job {
  return {
    ...definition,
    payload: definition.payload as z.ZodType<unknown>,
    run: (payload) => definition.run(definition.payload.parse(payload)),
  }
}
