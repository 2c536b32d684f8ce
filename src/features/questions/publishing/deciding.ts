import { accountsOf, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { Publishing } from '../publishing.ts'
import { REJECT, rejection } from './forms.ts'
import { revision, say } from './notices.ts'
import { publishedOf } from './store.ts'
import { texts } from './texts.ts'

/** The second half: another officer approves or rejects, and any officer may withdraw what is live. */
export function createDeciding({ store, outbox, knowledge }: Omit<Publishing, 'proposed'>): {
  readonly form: FeatureForm
  approve(turn: Turn, id: string): Promise<Reply>
  askWhy(turn: Turn, id: string): Promise<Reply>
  withdraw(turn: Turn, id: string): Promise<Reply>
} {
  const form = whenSent(
    rejection,
    async ({ person, now }, { entry: id, reason }) => {
      const t = texts[person.language]
      const entry = await store.reject(id, person, now, reason)
      if (entry === undefined) return say(t.decided)
      const choices = revision(entry, t)
      if (accountsOf(person).includes(entry.author)) return { say: [{ text: t.rejectedOwn(id), choices }] }
      const text = t.rejectedFor(id, literal(entry.question), literal(person.name), literal(reason))
      await outbox.say(entry.conversation, { text, choices }, `published:${id}:rejected`)
      return say(t.rejected(id))
    },
    'hr',
  )

  return {
    form,
    async approve({ person, now }, id) {
      const t = texts[person.language]
      const entry = await store.entry(id)
      if (entry === undefined) return say(t.gone)
      const alone = accountsOf(person).includes(entry.author)
      if (alone && (await store.officersBut(entry.author)).length > 0) return say(t.notOwn)
      const live = await store.approve(id, person, now)
      if (live === undefined) return say(t.decided)
      await knowledge?.publish(publishedOf(live))
      if (!alone)
        await outbox.say(
          live.conversation,
          { text: t.approvedFor(id, literal(live.question), literal(person.name)) },
          `published:${id}:approved`,
        )
      return say(t.approved(id, alone))
    },

    async askWhy({ person }, id) {
      const t = texts[person.language]
      const entry = await store.entry(id)
      if (entry === undefined) return say(t.gone)
      return entry.state === 'proposed'
        ? { say: [], open: { form: REJECT, answers: { entry: id } } }
        : say(t.decided)
    },

    async withdraw({ person, now }, id) {
      const t = texts[person.language]
      const entry = await store.withdraw(id, now)
      if (entry === undefined) return say(t.gone)
      await knowledge?.unpublish(id)
      if (!accountsOf(person).includes(entry.author))
        await outbox.say(
          entry.conversation,
          { text: t.withdrawnFor(id, literal(entry.question), literal(person.name)) },
          `published:${id}:withdrawn`,
        )
      return { say: [{ text: t.withdrawn(id), choices: revision(entry, t) }] }
    },
  }
}
