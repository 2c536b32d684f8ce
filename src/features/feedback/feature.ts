import { createCalendarStore } from '../../calendar.ts'
import type { Feature, Outbox } from '../../chat/feature.ts'
import type { ConversationId } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { type Audiences, createAudit, createDirectory, createPlaces, unitsMeant } from '../../directory.ts'
import type { Keeping } from '../../files.ts'
import { type Day, dayAt } from '../../indonesian/dates.ts'
import type { Job } from '../../jobs/job.ts'
import type { Log } from '../../log.ts'
import type { ChatModel } from '../../model/model.ts'
import type { Seal } from '../../seal.ts'
import { createExportStore } from './exporting/export-store.ts'
import { createExporting } from './exporting/exporting.ts'
import { createAnswering } from './following/answering.ts'
import { createFollowing } from './following/status.ts'
import { announceTickets } from './handling/announce.job.ts'
import { createAppointing } from './handling/appointing.ts'
import { keepPromises } from './handling/deadlines.job.ts'
import { createDesk } from './handling/desk.ts'
import { createPromising } from './handling/promising.ts'
import { createWaiting } from './handling/waiting.ts'
import { createAdding } from './lodging/adding.ts'
import { createLodging } from './lodging/lodging.ts'
import { createSending } from './lodging/sending.ts'
import { texts } from './lodging/texts.ts'
import { createOfficers, type Officers } from './officers/officers.ts'
import { createOwnTickets } from './own-data/own-data.ts'
import { createModelReading } from './reading/model-reading.ts'
import { rereadTickets } from './reading/read.job.ts'
import { createPrinting } from './services/printing.ts'
import { createServices } from './services/service-store.ts'
import { createServing } from './services/services.ts'
import { createActingStore } from './tickets/acting-store.ts'
import { createDesks } from './tickets/desk-store.ts'
import { createJoiningStore } from './tickets/joining-store.ts'
import { createPhotoStore } from './tickets/photo-store.ts'
import { createPromisedStore } from './tickets/promised-store.ts'
import { createReadingStore } from './tickets/reading-store.ts'
import { createTicketStore } from './tickets/store.ts'
import { createTries } from './tickets/try-store.ts'
import { createWaitingStore } from './tickets/waiting-store.ts'
import type { Indices } from './transparency/figures.ts'
import { createTransparency } from './transparency/transparency.ts'

/** What the feature is made from. */
export interface Feedback {
  readonly database: Database
  readonly seal: Seal
  readonly timeZone: string
  readonly outbox: Outbox
  readonly clock: () => Date
  readonly files: Keeping
  readonly audiences: Pick<Audiences, 'byIds' | 'officers'>
  readonly organization: string
  /** Where the public page is reached; left out where nobody has said. */
  readonly publicUrl?: string | undefined
  /** What surveys say of units and months; left out where there are none. */
  readonly indices?: Indices
  /** Reads tickets once more, to sort them better; left out where there is no model. */
  readonly chat?: ChatModel
  readonly log: Log
  /** A link that opens the bot with a payload; undefined where no platform has such links. */
  link(payload: string): string | undefined
  addressOf(conversation: ConversationId): ConversationId
  isOf(address: ConversationId, conversation: ConversationId): boolean
}

/** What citizens say of what an office does for them: kept under a number, answered, and if they like without a name. */
export function createFeedback(given: Feedback): {
  readonly feature: Feature
  readonly jobs: readonly Job[]
  /** What citizens think of somebody's service, as `officers/fairness.ts` says. */
  readonly ratings: Officers['ratings']
} {
  const { database, seal, audiences, clock, timeZone, chat, log } = given
  const today = (): Day => dayAt(clock(), timeZone)
  const [printing, audit, desks] = [createPrinting(given), createAudit(database), createDesks(database)]
  const namedOfficers = createOfficers({ ...given, printing, audit })
  const deps = {
    ...given,
    printing,
    audit,
    namedOfficers,
    calendar: createCalendarStore(database),
    tickets: createTicketStore(database, seal),
    photos: createPhotoStore(database, seal),
    tries: createTries(database, seal),
    places: createPlaces(database),
    promised: createPromisedStore(database),
    open: createWaitingStore(database),
    joining: createJoiningStore(database, seal),
    acting: createActingStore(database, seal, given.isOf),
    desks,
    exporting: createExporting({ ...given, audit, desks, exported: createExportStore(database) }),
    directory: createDirectory(database),
    services: createServices(database),
    unitsMeant: (words: string) => unitsMeant(database, words),
    officers: () => audiences.officers(today()),
    placesOf: async (employees: readonly string[]) =>
      (await audiences.byIds(employees, today())).flatMap(({ conversation }) => conversation ?? []),
  }
  const serving = createServing(deps)
  const own = createOwnTickets(deps.tickets)
  const answering = createAnswering(deps)
  const desk = createDesk(deps)
  const adding = createAdding(deps)
  const lodging = createLodging({ ...deps, sending: createSending(deps), adding, answering })
  const following = createFollowing(deps)
  const transparency = createTransparency({ ...deps, today })
  return {
    feature: {
      name: 'feedback',
      commands: [
        lodging.command,
        following.command,
        createWaiting(deps),
        createAppointing(deps),
        createPromising(deps),
        serving.command,
        ...namedOfficers.commands,
        ...transparency.commands,
      ],
      actions: [
        lodging.action,
        following.action,
        desk.action,
        serving.action,
        ...namedOfficers.actions,
        transparency.action,
      ],
      forms: [
        ...lodging.forms,
        following.form,
        answering.form,
        ...desk.forms,
        ...serving.forms,
        ...namedOfficers.forms,
      ],
      ownData: {
        collect: async (person) => [
          ...(await own.collect(person)),
          ...(await namedOfficers.ownData.collect(person)),
          ...(await transparency.ownData.collect(person)),
        ],
        erase: async (person) => [
          ...(await own.erase(person)),
          ...(await namedOfficers.ownData.erase(person)),
          ...(await transparency.ownData.erase(person)),
        ],
      },
      pages: transparency.pages,
      suggestions: (language) => [{ label: texts[language].suggestion, value: 'lapor:mulai' }],
    },
    jobs: [
      announceTickets(deps),
      keepPromises(deps),
      transparency.job,
      ...namedOfficers.jobs,
      ...(chat
        ? [
            rereadTickets({
              unread: createReadingStore(database),
              read: createModelReading({ chat, log }),
              today,
            }),
          ]
        : []),
    ],
    ratings: namedOfficers.ratings,
  }
}
