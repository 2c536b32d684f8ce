import type { ReviewedAnswer } from '../../../regulations/knowledge/answers.ts'
import { attribution, type Knowledge, type Published } from './published.ts'

/**
 * Keeps what is live and what the search finds the same: each change makes all live entries findable anew, of which
 * only what differs is written, so a repeat changes nothing and an interrupted change is made good by the next.
 */
export function createFindable(
  live: () => Promise<readonly Published[]>,
  shelve: (answers: readonly ReviewedAnswer[]) => Promise<void>,
  timeZone: string,
): Knowledge {
  async function shelveWithout(id?: string): Promise<void> {
    const entries = await live()
    await shelve(
      entries
        .filter((entry) => entry.id !== id)
        .map((entry) => ({
          id: entry.id,
          question: entry.question,
          answer: entry.answer,
          source: attribution(entry, timeZone),
        })),
    )
  }
  return { publish: () => shelveWithout(), unpublish: (id) => shelveWithout(id) }
}
