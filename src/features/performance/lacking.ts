import type { Lack } from '../../directory.ts'
import { LACKING } from './lacking/texts.ts'
import type { StandingStore } from './standing-store.ts'

/** What people may still owe of their performance, to choose an audience by. */
export function lacksOf({
  withoutReport,
  withoutTargets,
}: Pick<StandingStore, 'withoutReport' | 'withoutTargets'>): readonly Lack[] {
  return [
    { name: 'laporan', ...LACKING.report, without: withoutReport },
    { name: 'rhk', ...LACKING.targets, without: withoutTargets },
  ]
}
