import { accountsOf, type Json, type KeptAbout, type OwnData } from '../../../chat/feature.ts'
import type { createKeepingStore } from './keeping-store.ts'
import { texts } from './texts.ts'

/** What is kept of somebody in broadcasts. Those an officer sent stay: they are acts of the office. */
export function createOwnBroadcasts(store: ReturnType<typeof createKeepingStore>): OwnData {
  return {
    async collect(person) {
      const t = texts[person.language]
      const kept = await store.kept(person.employee ?? null, accountsOf(person))
      const all: readonly KeptAbout[] = [
        { title: t.read, why: t.why, rows: kept.read.map(plain) },
        { title: t.asked, why: t.why, rows: kept.asked.map(plain) },
        { title: t.missed, why: t.why, rows: kept.missed.map(plain) },
        { title: t.made, why: t.whyMade, rows: kept.made.map(plain) },
      ]
      return all.filter(({ rows }) => rows.length > 0)
    },

    async erase(person) {
      const [employee, accounts] = [person.employee ?? null, accountsOf(person)]
      await store.erase(employee, accounts)
      const { made } = await store.kept(employee, accounts)
      return made.length > 0 ? [texts[person.language].stays] : []
    },
  }
}

function plain(row: object): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(row)) as Record<string, Json> // dates as ISO 8601
}
