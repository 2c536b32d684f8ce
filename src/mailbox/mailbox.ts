import type { Database } from '../database/database.ts'
import { createSeal, type Seal } from '../seal.ts'
import { createArriving } from './arriving.ts'
import { createBacklog } from './backlog.ts'
import { createEnding } from './ending.ts'
import { createEnvelopes } from './envelopes.ts'
import { createForgetting } from './forgetting.ts'
import { createLeases } from './leases.ts'
import { createLeaving } from './leaving.ts'
import { createNext } from './next.ts'
import { createTranscript } from './transcript.ts'

/** The messages table: transcript, inbox and outbox in one. Every write is safe to repeat. */
export type Mailbox = ReturnType<typeof createMailbox>

/** Opens the messages table of a database; `seal` hides what is to leave no trace. */
export function createMailbox(database: Database, seal: Seal = createSeal()) {
  const envelopes = createEnvelopes(seal)
  return {
    ...createArriving(database, envelopes),
    ...createLeases(database, envelopes),
    ...createNext(database, envelopes),
    ...createEnding(database, envelopes),
    ...createLeaving(database),
    ...createBacklog(database),
    ...createTranscript(database, envelopes),
    ...createForgetting(database, envelopes),
  }
}
