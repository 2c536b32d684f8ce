import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { literal, type Outgoing } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { conversationOf, momentOf, ownEntry } from '../targets/who.ts'
import { ASK, askForm, COMMENT, commentForm } from './note-forms.ts'
import { OWN } from './own-reports.ts'
import { REVIEW, texts } from './review-texts.ts'
import type { Saving } from './saving.ts'
import { evidenceOf } from './showing.ts'
import type { Update } from './update.ts'
import { createWaitingList } from './waiting-list.ts'
import { lineOf } from './wording.ts'

/** The supervisor's side: what waits by person, one by one or all at once; what they say reaches the writer. */
export function createReviewing(deps: Saving): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  const { store, directory, outbox, files } = deps
  const { list, next, show } = createWaitingList(deps)

  async function approve(turn: Turn, own: Employee, update: Update, revision: number): Promise<Reply> {
    const t = texts[turn.person.language]
    const line = lineOf(update, dayAt(turn.now, turn.timeZone), turn.person.language)
    const result = await store.approve(update.id, revision, {
      key: turn.message.id,
      by: own.id,
      ...momentOf(turn),
    })
    if (result === 'gone') return { say: [{ text: t.notYours }] }
    if (result === 'changed')
      return show(turn, own, update, {
        waiting: await store.waitingOf(update.employee.id, own.id, momentOf(turn)),
        said: t.changedMeanwhile,
      })
    await tell(
      update.employee.id,
      { text: t.toldApproved(line) },
      `work:${update.id}:approved:${turn.message.id}`,
    )
    return next(turn, own, update.employee.id, { after: update.id, said: t.approved(line) })
  }

  async function approveAll(turn: Turn, own: Employee, employee: string, shownAt: number): Promise<Reply> {
    const t = texts[turn.person.language]
    const deed = { key: turn.message.id, by: own.id, ...momentOf(turn) }
    const approved = await store.approveAll(employee, new Date(shownAt), deed)
    const [first] = approved
    if (first === undefined) return next(turn, own, employee) // what changed meanwhile is shown anew
    const today = dayAt(turn.now, turn.timeZone)
    const lines = approved.map((update) => lineOf(update, today, turn.person.language))
    const text =
      approved.length === 1 ? t.toldApproved(lines[0] ?? '') : t.toldApprovedAll(approved.length, lines)
    await tell(employee, { text }, `work:approved:${turn.message.id}`)
    return list(turn, own, t.approvedAll(first.employee.name, approved.length))
  }

  async function tell(employee: string, message: Outgoing, key: string): Promise<void> {
    const to = await conversationOf(directory, employee)
    if (to !== undefined) await outbox.say(to, message, key)
  }

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const own = await ownEntry(directory, turn)
    const [verb = '', id = '', value = ''] = rest.split(':')
    if (verb === 'daftar' || !/^\d{1,18}$/.test(id)) return list(turn, own)
    if (verb === 'orang') return next(turn, own, id)
    if (verb === 'semua') return approveAll(turn, own, id, Number(value) || 0)
    const update = await store.update(id)
    if (update?.employee.id === own.id) return { say: [{ text: t.ownReport }] }
    if (update === undefined || !(await mayReview(turn, own, update))) return { say: [{ text: t.notYours }] }
    const waiting = await store.waitingOf(update.employee.id, own.id, momentOf(turn))
    switch (verb) {
      case 'setuju':
        return approve(turn, own, update, Number(value))
      case 'lewat':
        return next(turn, own, update.employee.id, { after: id })
      case 'tanya':
        return { say: [], open: { form: ASK, answers: { report: id } } }
      case 'komentar':
        return { say: [], open: { form: COMMENT, answers: { report: id } } }
      case 'bukti':
        return { say: await evidenceOf(files, update, turn) }
      default:
        return show(turn, own, update, { waiting })
    }
  }

  async function mayReview(turn: Turn, own: Employee, { id, status }: Update): Promise<boolean> {
    return status !== 'withdrawn' && store.reviews(own.id, id, momentOf(turn))
  }

  /** Says something about a report to whoever wrote it, who can answer. */
  async function say(turn: Turn, id: string, words: string, kind: 'asked' | 'comment'): Promise<Reply> {
    const t = texts[turn.person.language]
    const own = await ownEntry(directory, turn)
    const update = await store.update(id)
    if (update === undefined || !(await mayReview(turn, own, update))) return { say: [{ text: t.notYours }] }
    const deed = { key: turn.message.id, by: own.id, now: turn.now }
    await store.say(id, kind, words, deed, kind === 'asked' ? 'asked' : undefined)
    const line = lineOf(update, dayAt(turn.now, turn.timeZone), turn.person.language)
    const told = kind === 'asked' ? t.toldAsked : t.toldComment
    const message = {
      text: told(own.name, line, literal(words)),
      choices: [{ label: t.reply, value: `${OWN}:jawab:${id}` }],
    }
    await tell(update.employee.id, message, `work:${id}:${kind}:${turn.message.id}`)
    const done = kind === 'asked' ? t.asked(update.employee.name) : t.commented(update.employee.name)
    return next(turn, own, update.employee.id, { after: id, said: done })
  }

  const supervisor = { name: REVIEW, audience: 'supervisor', personal: true } as const
  return {
    command: {
      ...supervisor,
      summary: (l) => texts[l].summary,
      run: async (turn) => list(turn, await ownEntry(directory, turn)),
    },
    action: { ...supervisor, run },
    forms: [
      whenSent(askForm, (turn, { report, words }) => say(turn, report, words, 'asked'), 'supervisor'),
      whenSent(commentForm, (turn, { report, words }) => say(turn, report, words, 'comment'), 'supervisor'),
    ],
  }
}
