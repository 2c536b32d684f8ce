import { createHash, timingSafeEqual } from 'node:crypto'
import type { Feature, Turn } from '../../chat/feature.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

const TRIES = 5
const FORGET_AFTER_MS = 10 * 60_000

/** Accounts and roles: `/klaim CODE` makes the sender the first administrator, once. */
export function createPeople(store: PeopleStore, claimCode: string): Feature {
  const failures = new Map<string, { readonly count: number; readonly since: number }>()

  /** Counts wrong codes by account, and over all accounts, so that many accounts guess no faster. */
  function tooMany(account: string, now: number): boolean {
    for (const [key, { since }] of failures) if (now - since > FORGET_AFTER_MS) failures.delete(key)
    const all = [...failures.values()].reduce((sum, { count }) => sum + count, 0)
    return (failures.get(account)?.count ?? 0) >= TRIES || all >= TRIES * 10
  }

  async function claim({ person, conversation, now }: Turn, code: string) {
    const t = texts[person.language]
    const say = (text: string) => ({ say: [{ text }] })
    if (code === '') return say(t.how)
    if (person.role === 'admin') return say(t.already)
    if (await store.hasAdmin()) return say(t.taken)
    if (tooMany(person.account, now.getTime())) return say(t.tooOften)
    if (!sameCode(code, claimCode)) {
      const before = failures.get(person.account)
      failures.set(person.account, { count: (before?.count ?? 0) + 1, since: before?.since ?? now.getTime() })
      return say(t.wrong)
    }
    return say((await store.claim(person.account, person.name, conversation)) ? t.done : t.taken)
  }

  return { name: 'people', commands: [{ name: 'klaim', audience: 'citizen', personal: true, run: claim }] }
}

function sameCode(given: string, code: string): boolean {
  const digest = (text: string): Buffer =>
    createHash('sha256').update(text.toUpperCase().replaceAll(/[\s-]/g, '')).digest()
  return timingSafeEqual(digest(given), digest(code))
}
