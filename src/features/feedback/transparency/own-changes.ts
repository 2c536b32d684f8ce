import { accountsOf, type OwnData } from '../../../chat/feature.ts'
import type { Changes } from './changes-store.ts'
import { texts } from './texts.ts'

/** What is kept of an officer: what they made public, of which only who wrote it can be forgotten. */
export function createOwnChanges(changes: Changes): OwnData {
  return {
    async collect(person) {
      const t = texts[person.language]
      const rows = await changes.of(accountsOf(person))
      if (rows.length === 0) return []
      return [
        {
          title: t.ownChanges,
          why: t.ownChangesWhy,
          rows: rows.map(({ on, unit, words }) => ({ on, unit: unit.name, words })),
        },
      ]
    },

    async erase(person) {
      const count = await changes.disown(accountsOf(person))
      return count > 0 ? [texts[person.language].changesStay(count)] : []
    },
  }
}
