import { accountsOf, type OwnData } from '../../../chat/feature.ts'
import type { KeptStore } from './kept-store.ts'
import { texts } from './texts.ts'

/** What surveys keep of somebody: that they were invited, and what they sent as an officer. Never what they answered. */
export function createOwnSurveys(store: KeptStore): OwnData {
  return {
    async collect(person) {
      const t = texts[person.language]
      const { invitations, sent } = await store.kept(person.employee ?? null, accountsOf(person))
      const all = [
        { title: t.invitations, why: t.invitationsWhy, rows: invitations.map((row) => ({ ...row })) },
        { title: t.sent, why: t.sentWhy, rows: sent.map((row) => ({ ...row })) },
      ]
      return all.filter(({ rows }) => rows.length > 0)
    },

    async erase(person) {
      const [employee, accounts] = [person.employee ?? null, accountsOf(person)]
      await store.erase(employee, accounts)
      const { sent } = await store.kept(employee, accounts)
      return sent.length > 0 ? [texts[person.language].stays] : []
    },
  }
}
