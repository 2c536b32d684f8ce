import { type Calendar, occurrencesBetween, showRecurrence } from '../../../calendar.ts'
import type { Turn } from '../../../chat/feature.ts'
import { type Choice, literal, type Outgoing } from '../../../chat/message.ts'
import { addDays, type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Content, Deadline } from '../deadline.ts'
import { stepsOf } from '../plan/steps.ts'
import type { Reminders } from '../ports.ts'
import { digestOf } from '../reminding/digest.ts'
import { shownPart, UI_PARTS } from './parts.ts'
import { templateNamed } from './templates.ts'
import { texts } from './texts.ts'

/** The name of the officers' buttons. */
export const DESK = 'pengingat_kelola'

/** A draft put before whoever makes it, and whether it can be saved as it is. */
export interface Preview {
  readonly message: Outgoing
  readonly savable: boolean
  readonly people: number
}

const SHOWN_DAYS = 5
const SHOWN_UNITS = 4
const YEARS_AHEAD = 6

/** The next due days of a content, seen from a day. */
export function nextDays(content: Content, calendar: Calendar, today: Day, count = SHOWN_DAYS) {
  const from = content.startsOn !== null && content.startsOn > today ? content.startsOn : today
  const far = addDays(from, YEARS_AHEAD * 366)
  const to = content.endsOn !== null && content.endsOn < far ? content.endsOn : far
  return occurrencesBetween(content.recurrence, content.shift, calendar, from, to).slice(0, count)
}

/** What a deadline would do: its parts, its next days with the steps of the first, who is reminded, and how it reads. */
export async function previewOf(
  { audiences, calendar: days, timeZone }: Pick<Reminders, 'audiences' | 'calendar' | 'timeZone'>,
  draft: Deadline,
  { person: { language }, now }: Turn,
): Promise<Preview> {
  const t = texts[language]
  const today = dayAt(now, timeZone)
  const calendar = await days.calendar()
  const [audience, counted] = [
    await audiences.describe(draft.audience),
    await audiences.count(draft.audience, today),
  ]
  const next = nextDays(draft, calendar, today)
  const how = { audience, timeZone, language }
  const parts = UI_PARTS.filter((part) => (part !== 'startsOn' && part !== 'endsOn') || draft[part] !== null)
  const ground = templateNamed(draft.template)?.ground
  const savable = counted.people > 0 && next.length > 0
  const [first] = next
  const text = [
    [draft.replaces === null ? t.previewNew : t.previewChange],
    parts.map((part) => t.field(t.labels[part], literal(shownPart(draft, part, how)))),
    ground == null ? [] : [t.ground(ground)],
    next.length === 0
      ? [t.noDays]
      : [t.nextDays, ...next.map(({ due, period }) => `- ${showDay(due)} (${period.label})`)],
    first === undefined ? [] : [t.stepsOfNext, ...stepLines(draft, first.due, calendar, today, language)],
    next.every(({ due }) => calendar.knows(Number(due.slice(0, 4)))) ? [] : [t.unknownYear],
    counted.people === 0 ? [t.nobody] : countLines(counted, language),
    first === undefined
      ? []
      : [t.sample, quoted(sampleOf(draft, first, firstTold(draft, first.due, calendar, today), language))],
  ]
  return {
    savable,
    people: counted.people,
    message: {
      text: text.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n'),
      choices: buttons(draft, savable, language),
    },
  }
}

function stepLines(
  draft: Deadline,
  due: Day,
  calendar: Calendar,
  today: Day,
  language: Turn['person']['language'],
): readonly string[] {
  const t = texts[language]
  const steps = stepsOf(due, draft.plan, calendar)
  const late = steps.filter(({ day }) => day > due)
  const [first, last] = [late[0], late.at(-1)]
  const ahead = steps.filter(({ day }) => day <= due)
  return [
    ...ahead.map(({ step, day }) => {
      const past = day < today ? ` (${t.alreadyPast})` : ''
      return `- ${t.step(step)}: ${showDay(day)}${past}`
    }),
    ...(first === undefined || last === undefined
      ? []
      : [`- ${t.late(showDay(first.day), showDay(last.day), late.length)}`]),
  ]
}

function countLines(
  counted: Awaited<ReturnType<Reminders['audiences']['count']>>,
  language: Turn['person']['language'],
): readonly string[] {
  const t = texts[language]
  const channels = Object.entries(counted.byChannel).map(([name, people]) => `${name} ${showNumber(people)}`)
  const units = counted.byUnit
    .slice(0, SHOWN_UNITS)
    .map(({ name, people }) => `${literal(name)}: ${showNumber(people)}`)
  return [
    t.audienceCount(showNumber(counted.people), showNumber(counted.reachable), channels.join(', ')),
    t.units(units, counted.byUnit.length - units.length),
  ]
}

function sampleOf(
  draft: Deadline,
  first: ReturnType<typeof nextDays>[number],
  today: Day,
  language: Turn['person']['language'],
): string {
  const task = {
    occurrence: '0',
    title: draft.title,
    label: first.period.label,
    due: first.due,
    words: draft.words,
    mayBeSaid: draft.done.said,
  }
  return digestOf(texts[language].sampleName, { tasks: [task], below: [] }, today, language).text
}

/** The day on which the next due day is first spoken of. */
function firstTold(draft: Deadline, due: Day, calendar: Calendar, today: Day): Day {
  return stepsOf(due, draft.plan, calendar).find(({ day }) => day >= today)?.day ?? today
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ')
}

function buttons(
  { id }: Deadline,
  savable: boolean,
  language: Turn['person']['language'],
): readonly Choice[] {
  const t = texts[language]
  return [
    ...(savable ? [{ label: t.save, value: `${DESK}:simpan:${id}` }] : []),
    { label: t.change, value: `${DESK}:ubah:${id}` },
    { label: t.cancel, value: `${DESK}:batal:${id}` },
  ]
}

/** When a deadline falls due, in a few words. */
export function whenOf({ recurrence }: Content): string {
  return showRecurrence(recurrence)
}
