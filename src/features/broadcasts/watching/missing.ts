import { stringify } from 'csv-stringify/sync'
import type { Reply, Turn } from '../../../chat/feature.ts'
import { showNip } from '../../../directory.ts'
import { type Broadcast, batchOf } from '../broadcast.ts'
import { button } from '../buttons.ts'
import type { createReviewing } from '../drafting/reviewing.ts'
import { keeperOf, noted } from '../officers.ts'
import type { Member, Room } from '../ports.ts'
import { type Missed, texts } from './texts.ts'

interface Missing extends Member, Missed {}

/** How many are named on the screen. */
const MOST_NAMED = 15
const MIME = 'text/csv'
const SEPARATE = { delimiter: ';', bom: true, record_delimiter: '\r\n', escape_formulas: true } as const

/** Those whom a broadcast has not reached: named, as a table, and written to once more. */
export function createMissing(room: Room, review: ReturnType<typeof createReviewing>) {
  const { store, post, audiences, files } = room

  /** Whom it has not reached, and the reason as the platform or we have it, by the ids of their entries. */
  async function reasons(broadcast: Broadcast): Promise<ReadonlyMap<string, string>> {
    const unreached = await store.unreached(broadcast.id)
    const failed = await post.deliveries(batchOf(broadcast), [
      'unreachable',
      'failed',
      'expired',
      'withdrawn',
    ])
    return new Map([
      ...unreached.map(({ employee, reason }) => [employee, reason] as const),
      ...failed.map(
        ({ recipient, state, reason }) =>
          [recipient, state === 'unreachable' ? (reason ?? state) : state] as const,
      ),
    ])
  }

  /** The same people as the directory has them now; those who have left are written to no more. */
  async function missed(broadcast: Broadcast): Promise<readonly Missing[]> {
    const why = await reasons(broadcast)
    const members = why.size === 0 ? [] : await audiences.byIds([...why.keys()])
    return members.map((member) => ({ ...member, why: texts.id.reason(why.get(member.employee) ?? '') }))
  }

  async function list({ person, message, now, ...turn }: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[person.language]
    const people = await missed(broadcast)
    if (people.length === 0) return { say: [{ text: t.nobodyMissed }] }
    await noted(room, { person, message, now, ...turn }, 'missed', broadcast, { people: people.length })
    const named = people.slice(0, MOST_NAMED)
    const choices = [
      ...(files.isPossible(turn.conversation) ? [button(t.asTable, 'csv', broadcast)] : []),
      ...(broadcast.endedAt === null ? [] : [button(t.resend, 'ulang', broadcast)]),
      button(t.back, 'lihat', broadcast),
    ]
    const text = t.missedList(broadcast.id, people.length, named, people.length - named.length)
    return { say: [{ text, choices }] }
  }

  async function table(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    const people = await missed(broadcast)
    if (people.length === 0) return { say: [{ text: t.nobodyMissed }] }
    await noted(room, turn, 'exported', broadcast, { people: people.length })
    const rows = people.map(({ nip, name, unit, why }) => [showNip(nip), name, unit, why])
    const bytes = Buffer.from(stringify([[...t.columns], ...rows], SEPARATE), 'utf8')
    const file = await files.make(bytes, { name: t.file(broadcast.id), mime: MIME }, turn, 'export')
    return { say: [{ text: t.table(broadcast.id, people.length), file }] }
  }

  /** A new draft with the same words, for those only; it is confirmed like any other. */
  async function resend(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    if (broadcast.endedAt === null) return review.meanwhile(turn, broadcast.id)
    const people = await missed(broadcast)
    if (people.length === 0) return { say: [{ text: t.nobodyMissed }] }
    if (people.every(({ conversation }) => conversation === null))
      return { say: [{ text: t.noneOfThemReachable(people.length) }] }
    const { id, text, file } = broadcast
    const draft = await store.begin({
      key: turn.message.id,
      text,
      file,
      audience: { list: people.map(({ employee }) => employee) },
      resentOf: id,
      by: keeperOf(turn),
      now: turn.now,
    })
    await noted(room, turn, 'resent', draft, { of: id, people: people.length })
    return review.show(turn, draft, t.resent(id))
  }

  return { verbs: { belum: list, csv: table, ulang: resend } }
}
