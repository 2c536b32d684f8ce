import { createCalendarStore } from '../../calendar.ts'
import type { Feature, Outbox } from '../../chat/feature.ts'
import type { ConversationId } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { type Audiences, createAudit, createDirectory } from '../../directory.ts'
import { type Day, dayAt } from '../../indonesian/dates.ts'
import type { Job } from '../../jobs/job.ts'
import type { Seal } from '../../seal.ts'
import { createAnswering } from './following/answering.ts'
import { createFollowing } from './following/status.ts'
import { announceTickets } from './handling/announce.job.ts'
import { createAppointing } from './handling/appointing.ts'
import { keepPromises } from './handling/deadlines.job.ts'
import { createDeeds } from './handling/deeds.ts'
import { createWaiting } from './handling/waiting.ts'
import { createLodging } from './lodging/lodging.ts'
import { texts } from './lodging/texts.ts'
import { createOwnTickets } from './own-data/own-data.ts'
import { createActingStore } from './tickets/acting-store.ts'
import { createDesks } from './tickets/desk-store.ts'
import { createPlaces } from './tickets/place-store.ts'
import { createTicketStore } from './tickets/store.ts'

/** What the feature is made from. */
export interface Feedback {
  readonly database: Database
  readonly seal: Seal
  readonly timeZone: string
  readonly outbox: Outbox
  readonly clock: () => Date
  readonly audiences: Pick<Audiences, 'byIds' | 'officers'>
  addressOf(conversation: ConversationId): ConversationId
}

/** What citizens say of what an office does for them: kept under a number, answered, and if they like without a name. */
export function createFeedback(given: Feedback): {
  readonly feature: Feature
  readonly jobs: readonly Job[]
} {
  const { database, seal, audiences, clock, timeZone } = given
  const today = (): Day => dayAt(clock(), timeZone)
  const deps = {
    ...given,
    calendar: createCalendarStore(database),
    tickets: createTicketStore(database, seal),
    places: createPlaces(database),
    acting: createActingStore(database, seal),
    desks: createDesks(database),
    directory: createDirectory(database),
    audit: createAudit(database),
    officers: () => audiences.officers(today()),
    placesOf: async (employees: readonly string[]) =>
      (await audiences.byIds(employees, today())).flatMap(({ conversation }) => conversation ?? []),
  }
  const answering = createAnswering(deps)
  const deeds = createDeeds(deps)
  const lodging = createLodging({ ...deps, answering })
  const following = createFollowing(deps)
  return {
    feature: {
      name: 'feedback',
      commands: [lodging.command, following.command, createWaiting(deps), createAppointing(deps)],
      actions: [lodging.action, following.action, deeds.action],
      forms: [...lodging.forms, following.form, answering.form, ...deeds.forms],
      ownData: createOwnTickets(deps.tickets),
      suggestions: (language) => [{ label: texts[language].suggestion, value: 'lapor:mulai' }],
    },
    jobs: [announceTickets(deps), keepPromises(deps)],
  }
}
