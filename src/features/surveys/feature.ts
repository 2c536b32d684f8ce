import { createCalendarStore } from '../../calendar.ts'
import type { Feature } from '../../chat/feature.ts'
import { createAudit, createDirectory, createPlaces } from '../../directory.ts'
import { type Day, dayAt } from '../../indonesian/dates.ts'
import type { Job } from '../../jobs/job.ts'
import { createAsking } from './answering/asking.ts'
import { createCountStore } from './counting/count-store.ts'
import { createTotalStore } from './counting/total-store.ts'
import { inviteToSurveys } from './inviting/invite.job.ts'
import { createSending } from './inviting/sending.ts'
import { createSendingStore } from './inviting/sending-store.ts'
import { createKeptStore } from './own-data/kept-store.ts'
import { createOwnSurveys } from './own-data/own-data.ts'
import type { Room, Surveying } from './ports.ts'
import { createPublicIndices, type PublicIndex } from './publishing/indices.ts'
import { shippedSurveys } from './shipped.ts'
import { createPlanStore } from './showing/plan-store.ts'
import { createShowing } from './showing/showing.ts'

export type { PublicIndex } from './publishing/indices.ts'

/** Surveys: citizens and employees answer without a name, officers invite, read the results and plan what to do. */
export function createSurveys(given: Surveying): {
  readonly feature: Feature
  readonly jobs: readonly Job[]
  publicIndices(from: Day, until: Day): Promise<readonly PublicIndex[]>
} {
  const { database, seal, clock, timeZone, surveys = shippedSurveys() } = given
  const room: Room = {
    ...given,
    surveys,
    counts: createCountStore(database, seal),
    totals: createTotalStore(database),
    sendings: createSendingStore(database),
    plans: createPlanStore(database),
    places: createPlaces(database),
    directory: createDirectory(database),
    audit: createAudit(database),
    calendar: createCalendarStore(database),
    today: () => dayAt(clock(), timeZone),
    survey: (id) => surveys.find((survey) => survey.id === id),
  }
  const asking = createAsking(room)
  const sending = createSending(room)
  const showing = createShowing(room)
  return {
    feature: {
      name: 'surveys',
      commands: [...asking.commands, sending.command, ...showing.commands],
      actions: [asking.action, sending.action, showing.action],
      forms: [...asking.forms, sending.form, ...showing.forms],
      ownData: createOwnSurveys(createKeptStore(database)),
    },
    jobs: [inviteToSurveys(room)],
    publicIndices: createPublicIndices(room),
  }
}
