import { type Action, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import type { Broadcast } from '../broadcast.ts'
import { ASK, READ, SAMPLE } from '../buttons.ts'
import type { Room } from '../ports.ts'
import { QUESTION, questionForm } from './forms.ts'
import { texts } from './texts.ts'

/** What recipients do with a broadcast: they say that they have read it, and ask about it. */
export function createReading({ store }: Pick<Room, 'store'>): {
  readonly actions: readonly Action[]
  readonly forms: readonly FeatureForm[]
} {
  /** One that has gone out, or what to say where the button is of none. */
  async function sent({ person }: Turn, id: string): Promise<Broadcast | Reply> {
    const t = texts[person.language]
    if (id === SAMPLE) return { say: [{ text: t.onlySample }] }
    const broadcast = await store.find(id)
    return broadcast === undefined || broadcast.startedAt === null ? { say: [{ text: t.gone }] } : broadcast
  }

  /** Thanks once; again there is nothing more to say. */
  async function read(turn: Turn, id: string): Promise<Reply> {
    const { person, now } = turn
    const broadcast = await sent(turn, id)
    if ('say' in broadcast) return broadcast
    if (person.employee === undefined) return { say: [{ text: texts[person.language].notRegistered }] }
    const first = await store.read(broadcast.id, person.employee, now)
    return { say: first ? [{ text: texts[person.language].thanks }] : [] }
  }

  async function ask(turn: Turn, id: string): Promise<Reply> {
    const broadcast = await sent(turn, id)
    return 'say' in broadcast
      ? broadcast
      : { say: [], open: { form: QUESTION, answers: { id: broadcast.id } } }
  }

  async function asked(turn: Turn, id: string, text: string): Promise<Reply> {
    const { person, message, conversation, now } = turn
    const t = texts[person.language]
    const broadcast = await sent(turn, id)
    if ('say' in broadcast) return broadcast
    if (person.employee === undefined) return { say: [{ text: t.notRegistered }] }
    const { account, employee } = person
    await store.ask({ key: message.id, broadcast: broadcast.id, employee, account, conversation, text, now })
    return { say: [{ text: t.asked }] }
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
