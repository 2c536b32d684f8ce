import type { Database } from '../../database/database.ts'
import { createProgressStore } from './progress/store.ts'
import { createTargetStore } from './targets/store.ts'
import { createWorkFilesStore } from './updates/files-store.ts'
import { createReviewStore } from './updates/review-store.ts'
import { createUpdateStore } from './updates/store.ts'

/** What this feature keeps: targets, reports of work with what was said about them, and where everybody stands. */
export type PerformanceStore = ReturnType<typeof createPerformanceStore>

export function createPerformanceStore(database: Database) {
  return {
    ...createTargetStore(database),
    ...createUpdateStore(database),
    ...createReviewStore(database),
    ...createProgressStore(database),
    ...createWorkFilesStore(database),
  }
}
