import type { Feature, Outbox, Turn } from '../../chat/feature.ts'
import type { Database } from '../../database/database.ts'
import { createAudit, createDirectory } from '../../directory.ts'
import type { Keeping } from '../../files.ts'
import type { Log } from '../../log.ts'
import type { ChatModel } from '../../model/model.ts'
import { createAppraisal } from './appraisal/appraisal.ts'
import type { Audited } from './appraisal/appraising.ts'
import { createOverview, type Ratings } from './progress/overview.ts'
import { createPerformanceStore } from './store.ts'
import { createTargets } from './targets/setting.ts'
import { createHearing } from './updates/hearing.ts'
import { createModelReader, type ModelUsage } from './updates/model-reading.ts'
import { createOwnWork } from './updates/own-data.ts'
import { createOwnReports } from './updates/own-reports.ts'
import { createReporting } from './updates/reporting.ts'
import { createReviewing } from './updates/reviewing.ts'

/** What the feature is made from. */
export interface Performance {
  readonly database: Database
  readonly outbox: Outbox
  readonly files: Keeping
  readonly log: Log
  readonly timeZone: string
  readonly organization: string
  /** Reads reports that their pattern leaves open, within the day's budget. */
  readonly chat?: ChatModel
  readonly usage?: ModelUsage
  /** What citizens think of somebody's service. */
  readonly ratings?: Ratings
}

/** What people do: their targets, their reports of work with what the supervisor says of them, and their appraisal. */
export function createPerformance(given: Performance): Feature {
  const { database, chat, usage, log } = given
  const [directory, audit] = [createDirectory(database), createAudit(database)]
  const store = createPerformanceStore(database)
  const overview = createOverview({ ...given, store })
  const note = ({ subject, ...deed }: Audited, { person, now }: Turn) =>
    audit.note({ ...deed, subject: subject ?? null, account: person.account, role: person.role }, now)
  const appraisal = createAppraisal({ ...given, directory, audit: note })
  const reader = chat && createModelReader({ chat, log, ...(usage && { usage }) })
  const deps = { ...given, store, directory, audit, overview, show: overview.show, ...(reader && { reader }) }
  const targets = createTargets(deps)
  const reporting = createReporting(deps)
  const own = createOwnReports(deps)
  const reviewing = createReviewing(deps)
  const work = createOwnWork(store)
  return {
    name: 'performance',
    commands: [reporting.command, targets.command, reviewing.command, ...appraisal.commands],
    actions: [reporting.action, own.action, targets.action, reviewing.action, ...appraisal.actions],
    forms: [reporting.form, ...own.forms, ...targets.forms, ...reviewing.forms, ...appraisal.forms],
    hears: createHearing({ ...deps, targets: targets.show }, reporting),
    home: async (person, now) => [
      ...(await overview.home(person, now)),
      ...(await appraisal.home(person, now)),
    ],
    ownData: {
      collect: async (person) => [
        ...(await work.collect(person)),
        ...(await appraisal.ownData.collect(person)),
      ],
      erase: async (person) => [...(await work.erase(person)), ...(await appraisal.ownData.erase(person))],
    },
  }
}
