import type { Command, Outbox, Reply, Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import type { Audit } from '../../directory.ts'
import { sameCode } from './code.ts'
import { nameOf } from './naming.ts'
import { ownerOf, say, tell } from './replies.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

/** What claiming needs: the code, and who is told. */
export interface Claiming {
  readonly store: PeopleStore
  readonly outbox: Outbox
  readonly audit: Audit
  readonly claimCode: string
  /** True where whoever runs the bot chose the code themselves: then it makes one administrator more, once. */
  readonly claimAgain?: boolean
}

/** `/klaim CODE` makes the sender the first administrator, once; a code of the operator's own choice also a later one. */
export function createClaiming({ store, outbox, audit, claimCode, claimAgain }: Claiming): Command {
  async function claim(turn: Turn, code: string): Promise<Reply> {
    const { person, conversation, message, now } = turn
    const t = texts[person.language].claim
    if (code === '') return say(t.how)
    if (person.role === 'admin') return say(t.already)
    const isFirst = !(await store.hasAdmin())
    if (!isFirst && !claimAgain) return say(t.taken)
    const tried = { kind: 'claim', account: person.account, message: message.id } as const
    const found = await store.attempt(tried, now, async () => sameCode(code, claimCode) || undefined)
    if (found === 'too often') return say(t.tooOften)
    if (found === 'wrong') return say(t.wrong)
    const done = isFirst
      ? await store.claim(person.account, person.name, conversation, claimCode)
      : await store.claimAgain(ownerOf(turn), claimCode)
    if (!done) return say(isFirst && (await store.hasAdmin()) ? t.taken : t.spent)
    await audit.note(
      {
        key: `admin.claimed:${message.id}`,
        action: 'admin.claimed',
        account: person.account,
        role: person.role,
        subject: person.employee ?? null,
      },
      now,
    )
    const name = literal(nameOf({ id: person.account, name: person.name }))
    const others = await store.adminsBut(person.account)
    await tell(outbox, others, () => t.toldAdmins(name), `claimed:${message.id}`)
    return say(isFirst ? t.done : t.doneAgain)
  }

  /** Whoever read the code along could be the one it makes an administrator; a wrong one gets the same words. */
  async function spoil({ person }: Turn, typed: string): Promise<Reply | undefined> {
    if (typed === '') return undefined
    if (sameCode(typed, claimCode)) await store.spoil(claimCode)
    return say(texts[person.language].claim.spilt)
  }

  return { name: 'klaim', audience: 'citizen', personal: true, run: claim, overheard: spoil }
}
