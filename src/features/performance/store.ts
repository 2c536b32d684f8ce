import type { Database } from '../../database/database.ts'
import { createProgressStore } from './progress/store.ts'
import { createTargetStore } from './targets/store.ts'
import { createEvidenceStore } from './updates/evidence-store.ts'
import { createWorkFilesStore } from './updates/files-store.ts'
import { createReviewStore } from './updates/review-store.ts'
import { createReviewerStore } from './updates/reviewer-store.ts'
import { createUpdateStore } from './updates/store.ts'

/** What this feature keeps: targets, reports of work with what was said about them, and where everybody stands. */
export type PerformanceStore = ReturnType<typeof createPerformanceStore>

export function createPerformanceStore(database: Database) {
  return {
    ...createTargetStore(database),
    ...createUpdateStore(database),
    ...createEvidenceStore(database),
    ...createReviewStore(database),
    ...createReviewerStore(database),
    ...createProgressStore(database),
    ...createWorkFilesStore(database),
  }
}
