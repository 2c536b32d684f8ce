import type { Reply, Turn } from '../../../chat/feature.ts'
import { literal, type Outgoing } from '../../../chat/message.ts'
import { Unreadable } from '../../../errors.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Evidence } from '../own/evidence-store.ts'
import type { OwnStore } from '../own/store.ts'
import type { Reminders } from '../ports.ts'
import type { Note } from './making.ts'
import { DESK } from './preview.ts'
import { texts } from './texts.ts'

/** What looking at evidence needs. */
export interface Proving extends Pick<Reminders, 'audiences' | 'files' | 'timeZone'> {
  readonly own: Pick<OwnStore, 'item' | 'proofs' | 'evidence'>
  readonly note: Note
}

const SHOWN = 5

/** The evidence people sent in, as officers open it: some at a time, each with whose it is; who looked is written down. */
export function createProving({ own, audiences, files, timeZone, note }: Proving) {
  return async (turn: Turn, id: string, from: string): Promise<Reply> => {
    const t = texts[turn.person.language]
    const item = await own.item(id)
    if (item === undefined) return { say: [{ text: t.noOccurrence }] }
    if (!files.isPossible(turn.conversation)) return { say: [{ text: t.proofsNotHere }] }
    const offset = /^\d{1,6}$/.test(from) ? Number(from) : 0
    const [count, found] = [await own.proofs(id), await own.evidence(id, offset, SHOWN)]
    if (found.length === 0) return { say: [{ text: t.noProofs(literal(item.of.title)) }] }
    const employees = found.map(({ employee }) => employee)
    await note(turn, 'deadline.evidence', item.of, { occurrence: id, employees })
    const members = await audiences.byIds(employees, dayAt(turn.now, timeZone))
    const whose = new Map(members.map(({ employee, name, unit }) => [employee, `${name}, ${unit}`]))
    const say: Outgoing[] = []
    for (const one of found) say.push(await shown(turn, one, literal(whose.get(one.employee) ?? t.hasLeft)))
    const left = count - offset - found.length
    if (left > 0) {
      const choices = [{ label: t.more, value: `${DESK}:bukti:${id}:${offset + found.length}` }]
      say.push({ text: t.moreProofs(showNumber(left)), choices })
    }
    return { say }
  }

  async function shown(turn: Turn, { file }: Evidence, whose: string): Promise<Outgoing> {
    const t = texts[turn.person.language]
    try {
      return { text: t.proof(whose), file: await files.show(file, turn) }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      return { text: t.proofGone(whose) }
    }
  }
}
