import type { Command, Reply, Turn } from '../../chat/feature.ts'
import { sameCode } from './code.ts'
import { say } from './replies.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

/** `/klaim CODE` makes the sender the first administrator, once. */
export function createClaiming(store: PeopleStore, claimCode: string): Command {
  async function claim({ person, conversation, message, now }: Turn, code: string): Promise<Reply> {
    const t = texts[person.language].claim
    if (code === '') return say(t.how)
    if (person.role === 'admin') return say(t.already)
    if (await store.hasAdmin()) return say(t.taken)
    const tried = { kind: 'claim', account: person.account, message: message.id } as const
    const found = await store.attempt(tried, now, async () => sameCode(code, claimCode) || undefined)
    if (found === 'too often') return say(t.tooOften)
    if (found === 'wrong') return say(t.wrong)
    return say((await store.claim(person.account, person.name, conversation)) ? t.done : t.taken)
  }

  return { name: 'klaim', audience: 'citizen', personal: true, run: claim }
}
