import { createHash } from 'node:crypto'
import { accountsOf, type Person } from '../../../chat/feature.ts'
import type { ModelCall, ModelStore } from './store.ts'

/** How many answers a day a model may be asked for: by one person, and by all of them. */
export const BUDGET = { perPerson: 40, forAll: 4_000 } as const

/** Who may still have an answer of the model today, and what is kept of each call. */
export interface Usage {
  /** Takes one answer from a person's budget of a day (an ISO date), one for all their accounts; false where it is used up. */
  spend(person: Person, day: string): Promise<boolean>
  /** Puts one back that an account was given and that came to nothing. */
  giveBack(account: string, day: string): Promise<void>
  record(call: ModelCall): Promise<void>
}

/** Keeps the budget in the database; an account is known there by a mark of one day alone, which leads back to nobody. */
export function createUsage(store: ModelStore, { perPerson, forAll } = BUDGET as Budget): Usage {
  return {
    spend(person, day) {
      const own = accountsOf(person).map((account) => markOf(account, day))
      return store.spend(day, markOf(person.account, day), own, { perPerson, forAll })
    },
    giveBack: (account, day) => store.giveBack(day, markOf(account, day)),
    record: (call) => store.record(call),
  }
}

interface Budget {
  readonly perPerson: number
  readonly forAll: number
}

function markOf(account: string, day: string): string {
  return createHash('sha256').update(`${day} ${account}`).digest('base64url').slice(0, 22)
}
