import type { Action, Command, FeatureForm, OwnData, Person, Section } from '../../../chat/feature.ts'
import type { Database } from '../../../database/database.ts'
import { createEvaluationsExportStore } from '../exports/evaluations-export-store.ts'
import { createExports } from '../exports/exports.ts'
import type { Making } from '../exports/making.ts'
import { createReportsExportStore } from '../exports/reports-export-store.ts'
import { createUnitsStore } from '../exports/units-store.ts'
import type { Appraising, Audit } from './appraising.ts'
import { createEvaluationStore } from './evaluation-store.ts'
import { home } from './home.ts'
import { createOwnEvaluations } from './own-data-store.ts'
import { createRating } from './rating.ts'
import { createReportsStore } from './reports-store.ts'
import { createSelf } from './self.ts'
import { createSpreadStore } from './spread/spread-store.ts'
import { createSpread } from './spread.ts'
import type { Today } from './working-store.ts'

/** What the appraisal needs from outside; without `audit` nobody is written down. */
export interface AppraisalContext extends Pick<Appraising, 'directory' | 'outbox' | 'timeZone'> {
  readonly database: Database
  readonly files: Making
  readonly organization: string
  readonly audit?: Audit
  /** Which day it is, for those who leave; the database's own day where left out. */
  readonly today?: Today
}

/** What it adds to a feature. */
export interface Appraisal {
  readonly commands: readonly Command[]
  readonly actions: readonly Action[]
  readonly forms: readonly FeatureForm[]
  readonly ownData: OwnData
  home(person: Person, now: Date): Promise<readonly Section[]>
}

/** Self-evaluation each quarter, the supervisor's rating, the spread of the predicates, and all of it as files. */
export function createAppraisal(context: AppraisalContext): Appraisal {
  const { database, timeZone, today, audit = async () => undefined } = context
  const spread = createSpreadStore(database, today)
  const units = createUnitsStore(database)
  const deps: Appraising = {
    ...context,
    audit,
    store: createEvaluationStore(database, today),
    reports: createReportsStore(database),
  }
  const exporting = createExports({
    ...context,
    audit,
    spread,
    units,
    reports: createReportsExportStore(database),
    evaluations: createEvaluationsExportStore(database, timeZone, today),
  })
  const self = createSelf(deps)
  const rating = createRating({ ...deps, spread })
  const spreading = createSpread({ ...deps, units, spread, exported: exporting.evaluationsOf })
  return {
    commands: [self.command, rating.command, spreading.command, exporting.command],
    actions: [self.action, rating.action, spreading.action, exporting.action],
    forms: [...self.forms, ...rating.forms, exporting.form],
    ownData: createOwnEvaluations(database),
    home: (person, now) => home(deps, person, now),
  }
}
