import { z } from 'zod'
import type { ConversationId } from '../chat/message.ts'
import { type Job, job } from '../jobs/job.ts'
import type { Log } from '../log.ts'
import type { Mailbox } from './mailbox.ts'

/** How long answered and delivered messages are kept, in days. */
export const RETENTION_DAYS = 365

const SWEEP_SECONDS = 10
const LETTERS_SECONDS = 5
const NEGLECTED_SECONDS = 5
const BATCH = 200

/** The mailbox's clockwork: pick up what a crash left open, and forget what is old. */
export function mailboxJobs(
  mailbox: Mailbox,
  advance: (conversation: ConversationId) => Promise<void>,
  carryLetters: () => void,
  log: Log,
): readonly Job[] {
  return [
    job({
      name: 'mailbox.sweep',
      payload: z.object({}),
      every: { seconds: SWEEP_SECONDS },
      async run() {
        const left = await mailbox.neglected(NEGLECTED_SECONDS, BATCH)
        await Promise.all(left.map(advance))
        await mailbox.efface()
      },
    }),
    job({
      name: 'mailbox.letters',
      payload: z.object({}),
      every: { seconds: LETTERS_SECONDS },
      run: async () => carryLetters(), // they take longer than a job should
    }),
    job({
      name: 'mailbox.forget',
      payload: z.object({}),
      every: { cron: '30 2 * * *' },
      async run() {
        const forgotten = await mailbox.forget(RETENTION_DAYS)
        log.info(forgotten, 'old messages are forgotten')
      },
    }),
  ]
}
