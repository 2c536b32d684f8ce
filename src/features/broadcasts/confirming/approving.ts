import { accountsOf, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { Broadcast } from '../broadcast.ts'
import { button, readRef, refOf } from '../buttons.ts'
import type { createReviewing } from '../drafting/reviewing.ts'
import { sampleFor } from '../letter.ts'
import { showMoment } from '../moment.ts'
import { changing, keeps, nameOf, officersFor, tellAll, tellKeeper } from '../officers.ts'
import type { Room } from '../ports.ts'
import { REFUSE, refuseForm } from './form.ts'
import { texts } from './texts.ts'

/** The second officer: they see all of it, and agree or say why not. Whoever made it cannot agree. */
export function createApproving(room: Room, review: ReturnType<typeof createReviewing>) {
  const { store, audiences, outbox } = room

  /** What is said once it is confirmed; the other officers are asked where it waits for them. */
  async function confirmed(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    if (broadcast.status === 'waiting') {
      const asked = await askOthers(turn, broadcast)
      return { say: [{ text: t.waiting(broadcast.id, asked, await store.limit()) }] }
    }
    const at = broadcast.sendAt ?? turn.now
    const text =
      at.getTime() > turn.now.getTime()
        ? t.scheduled(broadcast.id, showMoment(at, turn.timeZone))
        : t.starting(broadcast.id)
    return { say: [{ text, choices: [button(t.look, 'lihat', broadcast)] }] }
  }

  /** Shows it to all other officers; resolves to how many they are. */
  async function askOthers(turn: Turn, broadcast: Broadcast): Promise<number> {
    const t = texts[turn.person.language]
    const { others } = await officersFor(audiences, broadcast)
    const sample = await sampleFor(audiences, broadcast, broadcast.keeper.employee ?? undefined)
    const text = t.askApproval(
      literal(await nameOf(room, turn.person)),
      await review.summary(broadcast, sample, turn),
      broadcast.sendAt && showMoment(broadcast.sendAt, turn.timeZone),
    )
    const key = `broadcast:${broadcast.id}:approval:${broadcast.version}`
    await tellAll(outbox, others, sample, `${key}:letter`)
    await tellAll(outbox, others, { text, choices: choicesOf(broadcast, turn) }, key)
    return others.length
  }

  async function approve(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    if (keeps(turn.person, broadcast)) return { say: [{ text: t.notOwn }] }
    const changed = await store.change(broadcast.id, changing(turn, broadcast, ['waiting'], 'approved'), {
      status: 'scheduled',
      approvedBy: turn.person.account,
      sendAt: broadcast.sendAt ?? turn.now,
    })
    if (changed === undefined) return review.meanwhile(turn, broadcast.id)
    const when = broadcast.sendAt === null ? null : showMoment(broadcast.sendAt, turn.timeZone)
    const told = { text: t.toldApproved(broadcast.id, literal(await nameOf(room, turn.person)), when) }
    await tellKeeper(room, changed, told, `broadcast:${broadcast.id}:approved:${turn.message.id}`)
    return { say: [{ text: t.approved(broadcast.id), choices: [button(t.look, 'lihat', changed)] }] }
  }

  async function refuse(turn: Turn, kept: string, reason: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const { id, version } = readRef(kept)
    const seen = changing(turn, { id, version }, ['waiting'], 'refused')
    const changed = await store.change(id, seen, { status: 'draft', confirmedAt: null })
    if (changed === undefined) return review.meanwhile(turn, id)
    const told = {
      text: t.toldRefused(id, literal(await nameOf(room, turn.person)), literal(reason)),
      choices: [button(t.look, 'lihat', changed)],
    }
    await tellKeeper(room, changed, told, `broadcast:${id}:refused:${turn.message.id}`)
    return { say: [{ text: t.refused }] }
  }

  /** Who may agree: anybody but who made it. */
  function mayApprove({ person }: Turn, broadcast: Broadcast): boolean {
    return broadcast.status === 'waiting' && !keeps(person, broadcast)
  }

  /** True where somebody else than whoever asks has agreed to it, or they are a second one themselves. */
  function isSecond({ person }: Turn, broadcast: Broadcast): boolean {
    const approved = broadcast.approvedBy !== null && accountsOf(person).includes(broadcast.approvedBy)
    return !keeps(person, broadcast) && !approved
  }

  const forms: readonly FeatureForm[] = [
    whenSent(refuseForm, (turn, { id, reason }) => refuse(turn, id, reason), 'hr'),
  ]
  const verbs = {
    setuju: approve,
    tolak: async (turn: Turn, broadcast: Broadcast): Promise<Reply> =>
      mayApprove(turn, broadcast)
        ? { say: [], open: { form: REFUSE, answers: { id: refOf(broadcast) } } }
        : review.meanwhile(turn, broadcast.id),
  }
  return { confirmed, mayApprove, isSecond, choicesOf, verbs, forms }
}

function choicesOf(broadcast: Broadcast, { person }: Pick<Turn, 'person'>) {
  const t = texts[person.language]
  return [button(t.approve, 'setuju', broadcast), button(t.refuse, 'tolak', broadcast)]
}
