import type { Reply, Turn } from '../../../chat/feature.ts'
import { mayUse } from '../../../chat/turn.ts'
import { readNumber } from '../../../indonesian/numbers.ts'
import type { Room } from '../ports.ts'
import { texts } from './texts.ts'

const MOST = 1_000_000

/** `/siaran batas 200`: above how many people a second officer has to agree. Officers see it, administrators set it. */
export function createLimit({ store, audit }: Pick<Room, 'store' | 'audit'>) {
  return async ({ person, message, now }: Turn, rest: string): Promise<Reply> => {
    const t = texts[person.language]
    if (rest === '') return { say: [{ text: t.limitIs(await store.limit()) }] }
    if (!mayUse(person.role, 'admin')) return { say: [{ text: t.limitIsForAdmins(await store.limit()) }] }
    const people = readNumber(rest)
    if (people === undefined || !Number.isInteger(people) || people < 0 || people > MOST)
      return { say: [{ text: t.wrongLimit }] }
    const before = await store.limit()
    await store.setLimit(people)
    const { account, role } = person
    const deed = { action: 'broadcast.limit', account, role, subject: null, detail: { before, people } }
    await audit.note({ ...deed, key: `broadcast.limit:${message.id}` }, now)
    return { say: [{ text: t.limitSet(people) }] }
  }
}
