import { addWorkingDays } from '../../../calendar.ts'
import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import type { Item } from '../deadlines/row.ts'
import type { Reminders } from '../ports.ts'
import { REMINDERS, short } from '../reminding/digest.ts'
import { createDoers } from '../reminding/standing.ts'
import { EVIDENCE, evidenceForm } from './forms.ts'
import { isMeant, type Mine } from './mine.ts'
import { texts } from './texts.ts'

/** What people say about their own deadlines: done, with evidence; not done after all; remind me again. */
export type Doing = ReturnType<typeof createDoing>

/** What that needs. */
export interface DoingFrom extends Mine, Pick<Reminders, 'calendar' | 'files' | 'timeZone'> {}

/** Takes what people say about their own deadlines. */
export function createDoing(deps: DoingFrom) {
  const { own, audiences, files, timeZone, standing } = deps

  async function done(turn: Turn, employee: string, id: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const item = await own.item(id)
    if (item === undefined || item.of.status === 'draft') return say(t.gone)
    const named = [literal(item.of.title), item.label] as const
    if (!(await isMeant({ audiences }, item.of, employee, dayAt(turn.now, timeZone)))) return say(t.notYours)
    if ((await createDoers(standing)(item.of.done, item)).has(employee)) return say(t.already(...named))
    if (!item.of.done.said) return say(t.notByWord(named[0]))
    const key = turn.message.id
    const completion = {
      occurrence: id,
      employee,
      key,
      how: 'said',
      by: turn.person.account,
      now: turn.now,
    } as const
    await own.complete([completion])
    const told = (await own.completionKey(employee, id)) === key ? t.thanks(...named) : t.already(...named)
    return say(told, [...evidenceChoice(turn, id), { label: t.undo, value: `${REMINDERS}:salah:${id}` }])
  }

  function evidenceChoice({ conversation, person: { language } }: Turn, id: string): readonly Choice[] {
    if (!files.isPossible(conversation)) return []
    return [{ label: texts[language].attach, value: `${REMINDERS}:bukti:${id}` }]
  }

  async function undo({ person: { language } }: Turn, employee: string, id: string): Promise<Reply> {
    const t = texts[language]
    const item = await own.item(id)
    if (item === undefined) return say(t.gone)
    const taken = await own.uncomplete(employee, id)
    if (taken || (await own.completionKey(employee, id)) === undefined)
      return say(t.undone(literal(item.of.title)))
    return say(t.cannotUndo)
  }

  async function askEvidence(turn: Turn, employee: string, id: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if ((await own.completionKey(employee, id)) === undefined) return say(t.sayFirst)
    return { say: [], open: { form: EVIDENCE, answers: { occurrence: id } } }
  }

  const evidence: FeatureForm = whenSent(
    evidenceForm,
    async (turn, { occurrence, file }) => {
      const t = texts[turn.person.language]
      const { employee } = turn.person
      const key = employee === undefined ? undefined : await own.completionKey(employee, occurrence)
      const item = await own.item(occurrence)
      if (employee === undefined || key === undefined || item === undefined) return say(t.sayFirst)
      const kept = await files.keep(file, turn, 'completion', key)
      await own.prove(employee, occurrence, kept.hash)
      return say(t.attached(literal(kept.name), literal(item.of.title)))
    },
    'employee',
  )

  /** Reminds again on the next working day of these. */
  async function again(turn: Turn, employee: string, items: readonly Item[]): Promise<Reply> {
    const t = texts[turn.person.language]
    const [first] = items
    if (first === undefined) return say(t.nothingToRepeat)
    const today = dayAt(turn.now, timeZone)
    const day = addWorkingDays(await deps.calendar.calendar(), today, 1)
    const { hour } = await audiences.preference(employee)
    await own.again(
      employee,
      items.map(({ id }) => id),
      { day, hour: hour ?? first.of.hour, now: turn.now },
    )
    return say(
      t.again(
        showDay(day),
        items.map(({ of }) => literal(of.title)),
      ),
    )
  }

  /** Asks which of several is done. */
  function which({ person: { language } }: Turn, items: readonly Item[]): Reply {
    const t = texts[language]
    const choices = items
      .slice(0, MOST_CHOICES)
      .map(({ id, of }) => ({ label: short(t.doneWith(of.title)), value: `${REMINDERS}:sudah:${id}` }))
    return say(t.whichDone, choices)
  }

  return { done, undo, askEvidence, evidence, again, which }
}

const MOST_CHOICES = 10

function say(text: string, choices: readonly Choice[] = []): Reply {
  return { say: [{ text, ...(choices.length > 0 && { choices }) }] }
}
