import { accountsOf, type OwnData } from '../../../chat/feature.ts'
import type { Deps } from '../deps.ts'
import { texts } from './texts.ts'

/** What is kept of somebody's absences; all of it may be erased at once. */
export function createOwnAbsences({ calendar: store }: Pick<Deps, 'calendar'>): OwnData {
  return {
    async collect(person) {
      if (person.employee === undefined) return []
      const t = texts[person.language]
      const kept = await store.absencesKept(person.employee)
      const own = accountsOf(person)
      const rows = kept.map(({ from, to, kind, by, at }) => ({
        [t.kindLabel]: t.kinds[kind],
        [t.fromLabel]: from,
        [t.toLabel]: to,
        [t.notedBy]: own.includes(by) ? t.byYou : t.byOfficer,
        at: at.toISOString(),
      }))
      return rows.length === 0 ? [] : [{ title: t.keptTitle, why: t.keptWhy, rows }]
    },

    async erase({ employee }) {
      if (employee !== undefined) await store.eraseAbsences(employee)
      return []
    },
  }
}
