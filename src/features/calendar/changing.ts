import type { Holiday } from '../../calendar.ts'
import { type FeatureForm, type Reply, type Turn, whenSent } from '../../chat/feature.ts'
import { type Choice, literal } from '../../chat/message.ts'
import { addDays, type Day, dayAt, readDay, showDay } from '../../indonesian/dates.ts'
import { type Deps, noteDeed } from './deps.ts'
import { ADD, addForm } from './forms.ts'
import { CHANGE } from './listing.ts'
import { texts } from './texts.ts'

const FURTHEST_YEARS = 3
const MOST_LISTED = 10

/** One day more or less, and the working days of a week, by officers. */
export function createChanging(deps: Deps): {
  readonly form: FeatureForm
  /** What a button of these does; undefined for others. */
  press(turn: Turn, verb: string, value: string): Promise<Reply | undefined>
} {
  const { calendar: store } = deps
  const cancelTo = (turn: Turn): Choice => ({
    label: texts[turn.person.language].cancel,
    value: `${CHANGE}:batal`,
  })

  const added = whenSent(
    addForm,
    async (turn, holiday) => {
      const t = texts[turn.person.language]
      const furthest = Number(dayAt(turn.now, turn.timeZone).slice(0, 4)) + FURTHEST_YEARS
      if (Number(holiday.day.slice(0, 4)) > furthest) {
        const { day: _, ...answers } = holiday
        return { say: [{ text: t.tooFar(furthest) }], open: { form: ADD, answers } }
      }
      const before = await at(holiday.day)
      await store.add([holiday], turn.person.account, turn.now)
      await noteDeed(deps, turn, 'calendar.added', { day: holiday.day, kind: holiday.kind })
      const replaced = before !== undefined && before.name !== holiday.name ? before : undefined
      return { say: [{ text: t.added(holiday, replaced) }] }
    },
    'hr',
  )

  async function at(day: Day): Promise<Holiday | undefined> {
    return (await store.holidays(day, day))[0]
  }

  async function offerToRemove(turn: Turn): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const coming = await store.holidays(today, addDays(today, 366 * FURTHEST_YEARS))
    const mine = coming.filter(({ source }) => source === 'added').slice(0, MOST_LISTED)
    if (mine.length === 0) return { say: [{ text: t.nothingToRemove }] }
    const lines = mine.map(({ day, name }) => `- ${showDay(day)}: ${literal(name)}`)
    const choices = mine.map(({ day }) => ({ label: showDay(day), value: `${CHANGE}:hapus:${day}` }))
    return {
      say: [{ text: `${t.whichToRemove}\n\n${lines.join('\n')}`, choices: [...choices, cancelTo(turn)] }],
    }
  }

  async function removeOne(turn: Turn, day: Day, sure: boolean): Promise<Reply> {
    const t = texts[turn.person.language]
    const [found] = await store.holidays(day, day)
    if (found?.source !== 'added') return { say: [{ text: t.alreadyRemoved }] }
    if (!sure) {
      const yes = { label: t.removeYes, value: `${CHANGE}:hapus-ya:${day}` }
      return { say: [{ text: t.removeSure(found), choices: [yes, cancelTo(turn)] }] }
    }
    const removed = await store.remove(day)
    if (removed === undefined) return { say: [{ text: t.alreadyRemoved }] }
    await noteDeed(deps, turn, 'calendar.removed', { day, kind: removed.kind })
    return { say: [{ text: t.removed(removed, await at(day)) }] }
  }

  async function changeWeek(turn: Turn, wanted: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (wanted === '5' || wanted === '6') {
      const week = wanted === '5' ? 5 : 6
      await store.setWeek(week)
      await noteDeed(deps, turn, 'calendar.week', { week })
      return { say: [{ text: t.weekChanged(week) }] }
    }
    const other = (await store.week()) === 5 ? 6 : 5
    const yes = { label: t.weekYes, value: `${CHANGE}:pekan:${other}` }
    return { say: [{ text: t.weekSure(other), choices: [yes, cancelTo(turn)] }] }
  }

  return {
    form: added,
    async press(turn, verb, value) {
      if (verb === 'tambah') return { say: [], open: { form: ADD, answers: {} } }
      if (verb === 'pekan') return changeWeek(turn, value)
      if (verb === 'hapus' && value === '') return offerToRemove(turn)
      const day = readDay(value, dayAt(turn.now, turn.timeZone))
      if ((verb === 'hapus' || verb === 'hapus-ya') && day !== undefined)
        return removeOne(turn, day, verb === 'hapus-ya')
      if (verb === 'batal') return { say: [{ text: texts[turn.person.language].cancelled }] }
      return undefined
    },
  }
}
