import { accountsOf, type Json, type KeptAbout, type OwnData } from '../../../chat/feature.ts'
import type { PerformanceStore } from '../store.ts'
import { texts } from './own-data/texts.ts'

/** What is kept of somebody's targets and reports. They stay: ratings rest on them, and those decide pay. */
export function createOwnWork(store: PerformanceStore): OwnData {
  return {
    async collect({ employee, language }) {
      if (employee === undefined) return []
      const t = texts[language]
      const targets = await store.targetsKept(employee)
      const updates = await store.updatesKept(employee)
      const notes = []
      for (const update of updates)
        notes.push(...(await store.notes(update.id)).map((note) => ({ report: update.said, ...note })))
      const all = [
        { title: t.targets, why: t.why, rows: targets.map(({ employee: _, ...row }) => plain(row)) },
        {
          title: t.updates,
          why: t.why,
          rows: updates.map(({ employee: _, supervisor: _by, key: _key, ...row }) => plain(row)),
        },
        { title: t.notes, why: t.why, rows: notes.map(plain) },
      ]
      return all.filter(({ rows }: KeptAbout) => rows.length > 0)
    },

    async erase(person) {
      await store.forgetShownTo(accountsOf(person))
      if (person.employee === undefined) return []
      const kept =
        (await store.targetsKept(person.employee)).length + (await store.updatesKept(person.employee)).length
      return kept > 0 ? [texts[person.language].stays] : []
    },
  }
}

function plain(row: object): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(row)) as Record<string, Json> // dates as ISO 8601
}
