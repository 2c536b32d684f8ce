import type { Action, Command, Outbox, Reply, Turn } from '../../chat/feature.ts'
import { type Language, literal } from '../../chat/message.ts'
import { markOf, nameOf, namesOf } from './naming.ts'
import { say, tell } from './replies.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

const t = (language: Language) => texts[language].unlinking

/** `/lepaskan`: shows the linked accounts, each with a button that takes it away. */
export function createUnlinking({
  store,
  outbox,
}: {
  readonly store: PeopleStore
  readonly outbox: Outbox
}): {
  readonly command: Command
  readonly action: Action
} {
  async function list({ person }: Turn): Promise<Reply> {
    const own = t(person.language)
    const accounts = await store.accounts(person.account)
    if (accounts.length < 2) return say(own.alone)
    const names = namesOf(accounts)
    const choices = accounts.map((account, i) => ({
      label: account.id === person.account ? own.takeThis : own.take(names[i] ?? ''),
      value: `lepaskan:${markOf(account)}`,
    }))
    return say(own.which, choices)
  }

  async function unlink({ person, message, now }: Turn, account: string): Promise<Reply> {
    const own = t(person.language)
    const result = await store.unlink(person.account, account, message.id, now)
    if (result === undefined) return say(own.notYours)
    const { gone, left } = result
    const name = literal(nameOf(gone))
    await tell(
      outbox,
      [gone, ...left].filter(({ id }) => id !== person.account),
      ({ id }) => (id === gone.id ? own.toldGone : own.toldLeft(name)),
      `unlinked:${message.id}`,
    )
    return say(gone.id === person.account ? own.doneThis : own.done(name))
  }

  async function press(turn: Turn, mark: string): Promise<Reply> {
    if (mark === '') return list(turn)
    const accounts = await store.accounts(turn.person.account)
    return unlink(turn, accounts.find((account) => markOf(account) === mark)?.id ?? '')
  }

  return {
    command: {
      name: 'lepaskan',
      audience: 'citizen',
      personal: true,
      summary: (l) => t(l).summary,
      run: list,
    },
    action: { name: 'lepaskan', audience: 'citizen', personal: true, run: press },
  }
}
