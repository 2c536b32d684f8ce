import type { Action, Command, Feature, Reply, Turn } from '../../chat/feature.ts'
import { mayUse } from '../../chat/turn.ts'
import { createAudit } from '../../directory.ts'
import type { Job } from '../../jobs/job.ts'
import { createAnswering } from './asking/answering.ts'
import { tellQuestions } from './asking/questions.job.ts'
import { createReading } from './asking/reading.ts'
import type { Broadcast } from './broadcast.ts'
import { BROADCAST, readRef } from './buttons.ts'
import { createApproving } from './confirming/approving.ts'
import { createConfirming } from './confirming/confirming.ts'
import { createLimit } from './confirming/limit.ts'
import { createChoosing } from './drafting/choosing.ts'
import { behindCommand, broadcastIn } from './drafting/hearing.ts'
import { createReviewing } from './drafting/reviewing.ts'
import { createWriting } from './drafting/writing.ts'
import { keeps } from './officers.ts'
import { forgetBroadcasts } from './own-data/forget.job.ts'
import { createKeepingStore } from './own-data/keeping-store.ts'
import { createOwnBroadcasts } from './own-data/own-data.ts'
import type { Broadcasting, Room } from './ports.ts'
import { followBroadcasts } from './sending/progress.job.ts'
import { sendBroadcasts } from './sending/send.job.ts'
import { createBroadcastStore } from './store.ts'
import { texts } from './texts.ts'
import { createHandling } from './watching/handling.ts'
import { createMissing } from './watching/missing.ts'
import { createShowing } from './watching/showing.ts'

/** What a button of the officers does with a broadcast; `more` is what stands behind its version. */
type Verb = (turn: Turn, broadcast: Broadcast, more: number) => Promise<Reply>

/** `/siaran`: officers write to many, see how it will look, have a second one agree, and watch it arrive. */
export function createBroadcasts(given: Broadcasting): {
  readonly feature: Feature
  readonly jobs: readonly Job[]
} {
  const { database, clock } = given
  const room: Room = { ...given, store: createBroadcastStore(database), audit: createAudit(database) }
  const { store } = room

  const look = (turn: Turn, broadcast: Broadcast): Promise<Reply> => showing.look(turn, broadcast)
  const review = createReviewing(room, look)
  const approving = createApproving(room, review)
  const showing = createShowing(room, {
    draft: (turn, broadcast) => review.show(turn, broadcast),
    approval: (turn, broadcast) =>
      approving.mayApprove(turn, broadcast) ? approving.choicesOf(broadcast, turn) : [],
  })
  const choosing = createChoosing(room, review)
  const writing = createWriting(room, { choosing, review })
  const confirming = createConfirming(room, { review, approving })
  const handling = createHandling(room, { approving, look, meanwhile: review.meanwhile })
  const missing = createMissing(room, review)
  const answering = createAnswering(room)
  const reading = createReading(room)
  const limit = createLimit(room)

  /** Those that change a draft: for whoever made it, and only as it was when the button was shown. */
  const ofDrafts: Readonly<Record<string, Verb>> = {
    ...writing.verbs,
    ...choosing.verbs,
    ...review.verbs,
    ...confirming.verbs,
  }
  /** Those that decide about one as it was when the button was shown. */
  const ofSeen: Readonly<Record<string, Verb>> = { ...approving.verbs, ...handling.seen }
  /** Those that do the same whatever has changed meanwhile. */
  const ofAll: Readonly<Record<string, Verb>> = {
    ...handling.verbs,
    ...missing.verbs,
    ...answering.verbs,
    lihat: look,
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', ...ref] = rest.split(':')
    if (verb === 'baru') return writing.open(turn)
    const { id, version, more } = readRef(ref.join(':'))
    const found = await store.find(id)
    if (found === undefined) return { say: [{ text: texts[turn.person.language].gone }] }
    const again = found.changedBy === turn.message.id // the same press once more, after a crash
    const isCurrent = found.version === version || again
    const isTheirs = keeps(turn.person, found) && (found.status === 'draft' || again)
    if (Object.hasOwn(ofDrafts, verb) && !(isCurrent && isTheirs)) return review.meanwhile(turn, id)
    if (Object.hasOwn(ofSeen, verb) && !isCurrent) return review.meanwhile(turn, id)
    const act = new Map(Object.entries({ ...ofDrafts, ...ofSeen, ...ofAll })).get(verb) ?? look
    return act(turn, found, more)
  }

  async function command(turn: Turn, rest: string): Promise<Reply> {
    const [, setting, value = ''] = /^(batas)\b\s*(.*)$/is.exec(rest) ?? []
    if (setting !== undefined) return limit(turn, value.trim())
    if (/^(?:baru|tulis)$/i.test(rest)) return writing.open(turn)
    const one = /^\d{1,18}$/.test(rest) ? await store.find(rest) : undefined
    if (one !== undefined) return look(turn, one)
    return rest === '' ? showing.list(turn) : writing.hear(turn, behindCommand(rest), null)
  }

  /** Officers say it in plain words, or under a file; for everybody else it is a question. */
  async function hears(turn: Turn): Promise<Reply | undefined> {
    const { content, shared } = turn.message
    if (!mayUse(turn.person.role, 'hr')) return undefined
    const said =
      content.kind === 'text' ? content.text : content.kind === 'file' ? content.caption : undefined
    const heard = said === undefined ? undefined : broadcastIn(said)
    if (heard === undefined) return undefined
    if (shared) return { say: [{ text: texts[turn.person.language].onlyInPrivate }] }
    return writing.hear(turn, heard, content.kind === 'file' ? content : null)
  }

  const officers = { audience: 'hr', personal: true } as const satisfies Partial<Action & Command>
  const keeping = createKeepingStore(database)
  return {
    feature: {
      name: 'broadcasts',
      commands: [
        {
          ...officers,
          name: BROADCAST,
          plain: (rest) => /^(?:baru|batas(?: \S+)?)$/i.test(rest),
          summary: (l) => texts[l].summary,
          run: command,
        },
      ],
      actions: [{ ...officers, name: BROADCAST, run: press }, answering.action, ...reading.actions],
      forms: [
        ...writing.forms,
        ...choosing.forms,
        ...confirming.forms,
        ...approving.forms,
        ...answering.forms,
        ...reading.forms,
      ],
      hears,
      home: showing.home,
      ownData: createOwnBroadcasts(keeping),
    },
    jobs: [
      sendBroadcasts(room),
      followBroadcasts(room),
      tellQuestions(room),
      forgetBroadcasts(keeping, clock),
    ],
  }
}
