import { type Action, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { ownEntry, reviewerConversation } from '../targets/who.ts'
import { whatToChange } from './asking.ts'
import { type Draft, remember, tokenOf } from './draft.ts'
import { ANSWER, answerForm } from './note-forms.ts'
import { openSince, openUntil, standingOfDay } from './period.ts'
import { REVIEW, texts } from './review-texts.ts'
import type { Saving } from './saving.ts'
import { evidenceOf, wholeReport } from './showing.ts'
import { texts as updateTexts } from './texts.ts'
import type { Update } from './update.ts'
import { lineOf } from './wording.ts'

/** The name of the buttons below one's own stored reports. */
export const OWN = 'kerja'

const SHOWN = 8

/** One's own stored reports: to see, change and take back while their quarter is open, and to answer for. */
export function createOwnReports(deps: Saving): {
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  const { store, directory, outbox, files } = deps

  async function list(turn: Turn, own: Employee): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const updates = await store.latest(own.id, openSince(today), SHOWN)
    if (updates.length === 0) return { say: [{ text: t.listNone }] }
    const lines = updates.map((update) => lineOf(update, today, turn.person.language))
    const told = lines.map((line, i) =>
      lines.indexOf(line) === lines.lastIndexOf(line) ? line : t.alike(line, said(updates[i])),
    )
    const choices = updates.map(({ id }, i) => ({ label: String(i + 1), value: `${OWN}:lihat:${id}` }))
    return { say: [{ text: t.list(told.map((line, i) => `${i + 1}. ${line}`)), choices }] }
  }

  async function show(turn: Turn, update: Update): Promise<Reply> {
    const choices = isOpen(update, turn) ? choicesOf(turn, update) : evidenceChoice(turn, update)
    return { say: [{ text: await wholeReport(store, update, turn), choices }] }
  }

  function evidenceChoice({ person }: Turn, { id, evidence, link }: Update): readonly Choice[] {
    const count = evidence.length + (link === null ? 0 : 1)
    return count === 0
      ? []
      : [{ label: texts[person.language].seeEvidence(count), value: `${OWN}:berkas:${id}` }]
  }

  function choicesOf(turn: Turn, update: Update): readonly Choice[] {
    const t = texts[turn.person.language]
    const { id, status } = update
    return [
      ...(status === 'asked' ? [{ label: t.reply, value: `${OWN}:jawab:${id}` }] : []),
      { label: t.change, value: `${OWN}:ubah:${id}` },
      { label: t.withdraw, value: `${OWN}:tarik:${id}` },
      { label: t.addEvidence, value: `${OWN}:bukti:${id}` },
      ...evidenceChoice(turn, update),
    ]
  }

  /** Opens a stored report as a draft again; it is stored once for the message that does. */
  function amend(turn: Turn, update: Update): Reply {
    const draft: Draft = {
      key: turn.message.id,
      said: update.said,
      at: turn.now.toISOString(),
      amends: update.id,
      quantity: update.quantity,
      unit: update.unit,
      good: update.good,
      doneOn: update.doneOn,
      target: update.target?.id ?? null,
      ...(update.late !== null && { late: update.late }),
      ...(update.link !== null && { link: update.link }),
    }
    return { ...whatToChange(turn, draft), memory: remember(turn, { draft }) }
  }

  async function withdraw(turn: Turn, own: Employee, update: Update): Promise<Reply> {
    const t = texts[turn.person.language]
    const line = lineOf(update, dayAt(turn.now, turn.timeZone), turn.person.language)
    const to = await reviewerConversation(deps, own, turn)
    // before it is taken back: whoever repeats this after a crash would no longer see that it was approved
    if (update.status === 'approved' && to)
      await outbox.say(to, { text: t.toldWithdrawn(literal(own.name), line) }, `work:${update.id}:withdrawn`)
    await store.withdrawUpdate(update.id, { key: turn.message.id, by: own.id, now: turn.now })
    return { say: [{ text: t.withdrawn(line) }] }
  }

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const own = await ownEntry(directory, turn)
    const [verb = '', id = ''] = rest.split(':')
    if (verb === 'daftar') return list(turn, own)
    const update = await store.update(id)
    const again = verb === 'ya' && update?.status === 'withdrawn'
    if (update?.employee.id !== own.id || (update.status === 'withdrawn' && !again))
      return { say: [{ text: t.gone }] }
    if (verb === 'lihat') return show(turn, update)
    if (verb === 'berkas') return { say: await evidenceOf(files, update, turn) }
    if (verb === 'jawab') return { say: [], open: { form: ANSWER, answers: { report: id } } }
    if (!isOpen(update, turn)) return { say: [{ text: t.closed(showDay(openUntil(update.doneOn))) }] }
    if (verb === 'ubah') return amend(turn, update)
    if (verb === 'bukti') return awaitEvidence(turn, update)
    if (verb === 'ya') return withdraw(turn, own, update)
    const sure = lineOf(update, dayAt(turn.now, turn.timeZone), turn.person.language)
    const yes = { label: t.withdrawYes, value: `${OWN}:ya:${id}` }
    const no = { label: t.keep, value: `${OWN}:lihat:${id}` }
    return { say: [{ text: t.withdrawSure(sure), choices: [yes, no] }] }
  }

  function awaitEvidence(turn: Turn, { id }: Update): Reply {
    const t = updateTexts[turn.person.language]
    const saved = { token: tokenOf({ key: turn.message.id }), id, at: turn.now.toISOString() }
    const hint = files.isPossible(turn.conversation) ? t.sendEvidence : t.noFilesHere
    return { say: [{ text: hint }], memory: remember(turn, { saved }) }
  }

  const answered = whenSent(
    answerForm,
    async (turn, { report, words }) => {
      const t = texts[turn.person.language]
      const own = await ownEntry(directory, turn)
      const update = await store.update(report)
      if (update?.employee.id !== own.id || update.status === 'withdrawn') return { say: [{ text: t.gone }] }
      const deed = { key: turn.message.id, by: own.id, now: turn.now }
      await store.say(report, 'comment', words, deed, update.status === 'asked' ? 'sent' : undefined)
      const to = await reviewerConversation(deps, own, turn)
      const line = lineOf(update, dayAt(turn.now, turn.timeZone), turn.person.language)
      if (to)
        await outbox.say(
          to,
          {
            text: t.toldAnswer(own.name, line, literal(words)),
            choices: [{ label: t.open, value: `${REVIEW}:lihat:${report}` }],
          },
          `work:${report}:answer:${turn.message.id}`,
        )
      return { say: [{ text: t.answered }] }
    },
    'employee',
  )

  return { action: { name: OWN, audience: 'employee', personal: true, run }, forms: [answered] }
}

/** What tells one report from others of so much on the same day: the words it was told in. */
function said(update: Update | undefined): string {
  const words = update?.said.replace(/\s+/g, ' ').trim() ?? ''
  return literal(words.length > LONGEST_SAID ? `${words.slice(0, LONGEST_SAID - 1)}…` : words)
}

const LONGEST_SAID = 60

function isOpen({ doneOn }: Update, { now, timeZone }: Turn): boolean {
  return standingOfDay(doneOn, dayAt(now, timeZone)) === 'open'
}
