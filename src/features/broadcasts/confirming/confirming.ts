import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { isNight } from '../../../indonesian/hours.ts'
import type { Broadcast } from '../broadcast.ts'
import { button, readRef, refOf } from '../buttons.ts'
import type { createReviewing } from '../drafting/reviewing.ts'
import { showMoment } from '../moment.ts'
import { changing, keeps, officersFor } from '../officers.ts'
import type { Room } from '../ports.ts'
import { type Reach, reachOf } from '../reach.ts'
import type { Patch } from '../store.ts'
import type { createApproving } from './approving.ts'
import { WHEN, whenForm } from './form.ts'
import { texts } from './texts.ts'

/** What confirming needs besides: the draft as it is shown, and whoever has to agree. */
export interface AroundConfirming {
  readonly review: ReturnType<typeof createReviewing>
  readonly approving: ReturnType<typeof createApproving>
}

/** When a draft goes out, and the second step before it does. */
export function createConfirming(room: Room, { review, approving }: AroundConfirming) {
  const { store, audiences } = room

  async function set(turn: Turn, broadcast: Broadcast, patch: Patch): Promise<Reply> {
    const changed = await store.change(broadcast.id, changing(turn, broadcast, ['draft'], 'timed'), patch)
    return changed === undefined ? review.meanwhile(turn, broadcast.id) : sure(turn, changed)
  }

  /** The second step: says whom it goes to, when, and how it begins; at night it asks about that first. */
  async function sure(turn: Turn, broadcast: Broadcast, said?: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const at = broadcast.sendAt ?? turn.now
    if (isNight(at, turn.timeZone) && !broadcast.atNight) return warn(turn, broadcast)
    const reach = await reachIn(turn, broadcast)
    if (reach === undefined || reach.reachable === 0)
      return { say: [{ text: t.nobody, choices: [back(turn, broadcast)] }] }
    const when = broadcast.sendAt === null ? null : showMoment(broadcast.sendAt, turn.timeZone)
    const text = t.sure(reach, when, beginning(broadcast.text))
    const choices = [button(t.yes(reach.reachable), 'ya', broadcast, reach.people), back(turn, broadcast)]
    return { say: [{ text: said === undefined ? text : `${said}\n\n${text}`, choices }] }
  }

  function warn(turn: Turn, broadcast: Broadcast): Reply {
    const t = texts[turn.person.language]
    const choices = [
      button(t.atNight, 'malam', broadcast),
      button(t.otherTime, 'jadwal', broadcast),
      back(turn, broadcast),
    ]
    return { say: [{ text: t.night, choices }] }
  }

  function back({ person }: Turn, broadcast: Broadcast) {
    return button(texts[person.language].back, 'lihat', broadcast)
  }

  async function reachIn(
    { now, timeZone }: Turn,
    { audience }: Pick<Broadcast, 'audience'>,
  ): Promise<Reach | undefined> {
    return audience === null ? undefined : reachOf(audiences, audience, dayAt(now, timeZone))
  }

  /** Confirmed: from here on it goes out by itself, or waits for a second officer. */
  async function confirm(turn: Turn, broadcast: Broadcast, people: number): Promise<Reply> {
    const t = texts[turn.person.language]
    if (broadcast.changedBy === turn.message.id) return approving.confirmed(turn, broadcast)
    if (broadcast.status !== 'draft') return review.meanwhile(turn, broadcast.id)
    if (broadcast.sendAt !== null && broadcast.sendAt <= turn.now)
      return { say: [{ text: t.wrongTime.past }], open: { form: WHEN, answers: { id: refOf(broadcast) } } }
    if (isNight(broadcast.sendAt ?? turn.now, turn.timeZone) && !broadcast.atNight)
      return warn(turn, broadcast)
    const reach = await reachIn(turn, broadcast)
    if (reach === undefined || reach.reachable === 0) return sure(turn, broadcast)
    if (hasGrown(reach.people, people)) return sure(turn, broadcast, t.grownMeanwhile)
    const limit = await store.limit()
    const needsEyes = reach.people > limit
    if (needsEyes && (await officersFor(audiences, broadcast)).others.length === 0)
      return { say: [{ text: t.nobodyElse(reach.people, limit), choices: [back(turn, broadcast)] }] }
    const confirmed = { peopleAtConfirm: reach.people, confirmedAt: turn.now }
    const changed = await store.change(
      broadcast.id,
      changing(turn, broadcast, ['draft'], 'confirmed', { people: reach.people }),
      needsEyes
        ? { ...confirmed, status: 'waiting' }
        : { ...confirmed, status: 'scheduled', sendAt: broadcast.sendAt ?? turn.now },
    )
    return changed === undefined ? review.meanwhile(turn, broadcast.id) : approving.confirmed(turn, changed)
  }

  const forms: readonly FeatureForm[] = [
    whenSent(
      whenForm,
      async (turn, { id: kept, at }) => {
        const { id, version } = readRef(kept)
        const broadcast = await store.find(id)
        if (broadcast === undefined || !keeps(turn.person, broadcast)) return review.meanwhile(turn, id)
        return set(turn, { ...broadcast, version }, { sendAt: new Date(at), atNight: false })
      },
      'hr',
    ),
  ]

  /** The buttons of a draft that lead here. */
  const verbs: Readonly<Record<string, (turn: Turn, broadcast: Broadcast, more: number) => Promise<Reply>>> =
    {
      kirim: (turn, broadcast) => set(turn, broadcast, { sendAt: null, atNight: false }),
      malam: (turn, broadcast) => set(turn, broadcast, { atNight: true }),
      jadwal: async (_, broadcast) => ({ say: [], open: { form: WHEN, answers: { id: refOf(broadcast) } } }),
      ya: confirm,
    }
  return { verbs, forms }
}

const [GROWTH, MOST_MORE] = [1.1, 5]

/** True where an audience has become larger than what was confirmed by more than a tenth, and by more than five. */
export function hasGrown(people: number, confirmed: number): boolean {
  return people > confirmed * GROWTH && people - confirmed > MOST_MORE
}

const LONGEST_BEGINNING = 120

/** The first words of a text, in one line. */
export function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_BEGINNING
    ? `${line
        .slice(0, LONGEST_BEGINNING)
        .toWellFormed()
        .replace(/\s\S*$/, '')}…`
    : line
}
