import { accountsOf, type Person, type Reply, type Section, type Turn } from '../../../chat/feature.ts'
import type { Choice, Outgoing } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { type Day, dayAt } from '../../../indonesian/dates.ts'
import type { Broadcast, Status } from '../broadcast.ts'
import { button, START } from '../buttons.ts'
import { beginning } from '../confirming/confirming.ts'
import { sampleFor } from '../letter.ts'
import { showClock, showMoment } from '../moment.ts'
import { keeps } from '../officers.ts'
import type { Room } from '../ports.ts'
import { heldMessage } from '../sending/held.ts'
import { texts as shared } from '../texts.ts'
import { progressOf } from './progress.ts'
import { texts } from './texts.ts'

/** How many broadcasts the list has. */
const MOST_LISTED = 8

/** What looking at broadcasts needs of the parts around it. */
export interface AroundShowing {
  /** A draft, to whoever made it. */
  draft(turn: Turn, broadcast: Broadcast): Promise<Reply>
  /** The buttons for those who may agree to one that waits. */
  approval(turn: Turn, broadcast: Broadcast): readonly Choice[]
}

/** The list of broadcasts, and each of them as it stands. */
export function createShowing(room: Room, around: AroundShowing) {
  const { store, audiences } = room

  async function list({ person, timeZone }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const rows = await store.latest(accountsOf(person), MOST_LISTED)
    const start = { label: shared[person.language].start, value: START }
    if (rows.length === 0) return { say: [{ text: t.none, choices: [start] }] }
    const listed = rows.map(({ id, status, text, startedAt, sendAt }) => {
      const at = startedAt ?? sendAt
      return { id, status, beginning: beginning(text), when: at && showMoment(at, timeZone) }
    })
    const choices = [start, ...rows.map((one) => button(t.openOne(one.id), 'lihat', one))]
    return { say: [{ text: t.list(listed), choices }] }
  }

  /** One as it stands, with what whoever looks can do about it. */
  async function look(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const { person, timeZone } = turn
    const t = texts[person.language]
    const own = keeps(person, broadcast)
    const { id, sendAt, status, audience } = broadcast
    const edit = own ? [button(t.edit, 'ubah', broadcast)] : []
    const cancel = button(t.cancel, 'stop', broadcast)
    const when = sendAt && showMoment(sendAt, timeZone)
    switch (status) {
      case 'draft':
        return own ? around.draft(turn, broadcast) : { say: [{ text: t.notYours }] }
      case 'waiting': {
        const choices = [...around.approval(turn, broadcast), ...edit, cancel]
        return { say: [{ text: t.waiting(id, when), choices }] }
      }
      case 'scheduled':
        return { say: [{ text: t.scheduled(id, when ?? ''), choices: [...edit, cancel] }] }
      case 'held': {
        const { people } = audience === null ? { people: 0 } : await audiences.count(audience, dayOf(turn))
        const letter = own ? [] : [await sampleFor(audiences, broadcast, person.employee)]
        return { say: [...letter, heldMessage(broadcast, people, person.language)] }
      }
      default:
        return broadcast.startedAt === null
          ? { say: [{ text: t.heading(id, status) }] }
          : { say: [asOf(await progressOf(room, broadcast), status, turn)] }
    }
  }

  /** What officers find on their own page: those that wait for one of them, or are on their way. */
  async function home({ role, language }: Person): Promise<readonly Section[]> {
    const t = texts[language]
    const rows = mayUse(role, 'hr') ? await store.pending(MOST_LISTED) : []
    if (rows.length === 0) return []
    const listed = rows.map(({ id, status, text }) => ({
      id,
      status,
      beginning: beginning(text),
      when: null,
    }))
    const choices = rows.map((one) => button(t.openOne(one.id), 'lihat', one))
    return [{ title: t.title, text: t.lines(listed), choices }]
  }

  return { list, look, home }
}

/** What was asked for stays as it was: only the one message that shows how far it is changes by itself. */
function asOf(progress: Outgoing, status: Status, { now, timeZone, person }: Turn): Outgoing {
  if (status !== 'sending') return progress
  return { ...progress, text: `${progress.text}\n${texts[person.language].asOf(showClock(now, timeZone))}` }
}

function dayOf({ now, timeZone }: Turn): Day {
  return dayAt(now, timeZone)
}
