import { type Action, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { batchOf } from '../broadcast.ts'
import { ASK, READ, SAMPLE } from '../buttons.ts'
import type { Room } from '../ports.ts'
import { QUESTION, questionForm } from './forms.ts'
import { texts } from './texts.ts'

/** What recipients do with a broadcast: they say that they have read it, and ask about it. */
export function createReading({ store, post }: Pick<Room, 'store' | 'post'>): {
  readonly actions: readonly Action[]
  readonly forms: readonly FeatureForm[]
} {
  /** Whoever has got it, and which one it is; or what to say to anybody else: the value of a button can be made up. */
  async function recipientOf({ person }: Turn, id: string): Promise<Recipient | Reply> {
    const t = texts[person.language]
    if (id === SAMPLE) return { say: [{ text: t.onlySample }] }
    const broadcast = await store.find(id)
    if (broadcast === undefined || broadcast.startedAt === null) return { say: [{ text: t.gone }] }
    const { employee } = person
    if (employee === undefined) return { say: [{ text: t.notRegistered }] }
    if (!(await post.includes(batchOf(broadcast), employee))) return { say: [{ text: t.notRecipient }] }
    return { broadcast: broadcast.id, employee }
  }

  /** Thanks once; again there is nothing more to say. */
  async function read(turn: Turn, id: string): Promise<Reply> {
    const recipient = await recipientOf(turn, id)
    if ('say' in recipient) return recipient
    const first = await store.read(recipient.broadcast, recipient.employee, turn.now)
    return { say: first ? [{ text: texts[turn.person.language].thanks }] : [] }
  }

  async function ask(turn: Turn, id: string): Promise<Reply> {
    const recipient = await recipientOf(turn, id)
    return 'say' in recipient
      ? recipient
      : { say: [], open: { form: QUESTION, answers: { id: recipient.broadcast } } }
  }

  async function asked(turn: Turn, id: string, text: string): Promise<Reply> {
    const { person, message, conversation, now } = turn
    const recipient = await recipientOf(turn, id)
    if ('say' in recipient) return recipient
    await store.ask({ key: message.id, ...recipient, account: person.account, conversation, text, now })
    return { say: [{ text: texts[person.language].asked }] }
  }

  const recipients = { audience: 'employee', personal: true } as const
  return {
    actions: [
      { ...recipients, name: READ, run: read },
      { ...recipients, name: ASK, run: ask },
    ],
    forms: [whenSent(questionForm, (turn, { id, question }) => asked(turn, id, question), 'employee')],
  }
}

interface Recipient {
  readonly broadcast: string
  readonly employee: string
}
