import { type FeatureForm, type Json, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Broadcast } from '../broadcast.ts'
import { button, readRef, refOf } from '../buttons.ts'
import { changing, keeps } from '../officers.ts'
import type { Audience, Room } from '../ports.ts'
import { CHOOSE, chooseForm } from './forms.ts'
import type { createReviewing } from './reviewing.ts'
import { texts } from './texts.ts'

/** Whom words mean: somebody, everybody (which asks for a press of its own), or nobody, and why. */
export type Meant =
  | { readonly kind: 'some'; readonly audience: Audience }
  | { readonly kind: 'everyone'; readonly audience: Audience; readonly people: number }
  | { readonly kind: 'nobody'; readonly hint: string }

/** For whom a broadcast is. */
export function createChoosing(room: Room, review: ReturnType<typeof createReviewing>) {
  const { store, audiences } = room

  function ask(broadcast: Broadcast, hint?: string): Reply {
    return {
      say: hint === undefined ? [] : [{ text: hint }],
      open: { form: CHOOSE, answers: { id: refOf(broadcast) } },
    }
  }

  async function meant({ person, now, timeZone }: Turn, who: string): Promise<Meant> {
    const t = texts[person.language]
    const today = dayAt(now, timeZone)
    const read = await audiences.read(who, today)
    if (!read.ok) return { kind: 'nobody', hint: literal(read.hint) }
    const { audience, everyone } = read
    const { people, reachable } = await audiences.count(audience, today)
    if (people === 0) return { kind: 'nobody', hint: t.nobody }
    if (reachable === 0) return { kind: 'nobody', hint: t.noneReachable(people) }
    return everyone ? { kind: 'everyone', audience, people } : { kind: 'some', audience }
  }

  /** Shows a draft whose audience is known by now, or asks for what is missing. */
  async function goOn(turn: Turn, broadcast: Broadcast, found: Meant): Promise<Reply> {
    const t = texts[turn.person.language]
    if (found.kind === 'some') return review.show(turn, broadcast)
    if (found.kind === 'nobody') return ask(broadcast, found.hint)
    const { people, audience } = found
    const choices = [
      button(t.yesEverybody(people), 'semua', broadcast),
      button(t.otherRecipients, 'penerima', broadcast),
    ]
    const memory: Json = { broadcast: broadcast.id, audience: { ...audience } }
    return { say: [{ text: t.everybodySure(people), choices }], memory }
  }

  async function set(turn: Turn, { id, version }: Broadcast, audience: Audience): Promise<Reply> {
    const seen = changing(turn, { id, version }, ['draft'], 'addressed')
    const changed = await store.change(id, seen, { audience })
    return changed === undefined ? review.meanwhile(turn, id) : review.show(turn, changed)
  }

  async function chosen(turn: Turn, kept: string, who: string): Promise<Reply> {
    const { id, version } = readRef(kept)
    const broadcast = await store.find(id)
    if (broadcast === undefined || !keeps(turn.person, broadcast) || broadcast.status !== 'draft')
      return review.meanwhile(turn, id)
    const found = await meant(turn, who)
    return found.kind === 'some'
      ? set(turn, { ...broadcast, version }, found.audience)
      : goOn(turn, broadcast, found)
  }

  const forms: readonly FeatureForm[] = [
    whenSent(chooseForm, (turn, { id, who }) => chosen(turn, id, who), 'hr'),
  ]
  /** The press that means everybody. */
  const verbs = {
    async semua(turn: Turn, draft: Broadcast): Promise<Reply> {
      const { broadcast, audience } = Object(turn.memory) as { broadcast?: string; audience?: Audience }
      if (draft.changedBy === turn.message.id) return review.show(turn, draft)
      return broadcast === draft.id && audience !== undefined ? set(turn, draft, audience) : ask(draft)
    },
  }
  return { ask, meant, goOn, forms, verbs }
}
