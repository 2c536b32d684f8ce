import {
  type Action,
  type FeatureForm,
  type Outbox,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { Directory } from '../../../directory.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { readNip } from '../nip.ts'
import { say } from '../replies.ts'
import { WRONG, wrongForm } from './forms.ts'
import { ownEntry } from './profile.ts'
import type { Showing } from './showing.ts'
import type { createReportStore } from './store.ts'
import { texts } from './texts.ts'

/** What saying that one's supervisor is wrong needs. */
export interface Reporting {
  readonly reports: ReturnType<typeof createReportStore>
  readonly directory: Directory
  readonly outbox: Outbox
  readonly show: Showing
}

/** Whoever sees a wrong supervisor in their entry says who is right, and the officers hear of it. */
export function createReporting({ reports, directory, outbox, show }: Reporting): {
  readonly action: Action
  readonly form: FeatureForm
} {
  async function begin(turn: Turn): Promise<Reply> {
    return (await objection(turn)) ?? { say: [], open: { form: WRONG, answers: {} } }
  }

  /** Why somebody cannot report now: they have no entry, or a report of theirs waits. */
  async function objection({ person, message, timeZone }: Turn): Promise<Reply | undefined> {
    const t = texts[person.language]
    if (person.employee === undefined) return say(t.notRegistered, [{ label: t.register, value: 'daftar' }])
    const waiting = await reports.waitingOf(person.employee)
    if (waiting === undefined || waiting.key === message.id) return undefined
    return say(t.waiting(literal(waiting.said), showDay(dayAt(waiting.at, timeZone))))
  }

  const sent = whenSent(
    wrongForm,
    async (turn, { who, note }) => {
      const { person, message, now, timeZone } = turn
      const t = texts[person.language]
      const refusal = await objection(turn)
      const own = await ownEntry(directory, person.employee)
      if (refusal !== undefined || own === undefined) return refusal ?? say(t.notRegistered)
      if (readNip(who) === own.nip) return { ...say(t.self), open: { form: WRONG, answers: { note } } }
      const today = dayAt(now, timeZone)
      const meant = await reports.meant(who, own.id, today)
      const supposed = meant.length === 1 ? (meant[0]?.id ?? null) : null
      if (supposed !== null && supposed === own.supervisor?.id)
        return say(t.already(literal(own.supervisor.name)))
      const kept = await reports.report({
        key: message.id,
        employee: own.id,
        said: who,
        note,
        supposed,
        now,
      })
      if (kept === undefined) return (await objection(turn)) ?? say(t.thanks)
      const arrived = await show(kept, turn)
      for (const { conversation } of await reports.officersBut(own.id, today))
        await outbox.say(conversation, arrived, `supervisor-report:${kept.id}:${conversation}`)
      return say(t.thanks)
    },
    'employee',
  )

  return {
    action: { name: 'atasan_salah', audience: 'employee', personal: true, run: begin },
    form: sent,
  }
}
