import type { Choice, Language, Outgoing } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { type Day, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { filled } from '../plan/wording.ts'
import { texts } from './texts.ts'

/** One thing somebody has to do. */
export interface Task {
  readonly occurrence: string
  readonly title: string
  readonly label: string
  readonly due: Day
  readonly words: string | null
  /** Whether it is enough that they say it is done. */
  readonly mayBeSaid: boolean
}

/** What those below somebody have not done. */
export interface Below {
  readonly title: string
  readonly label: string
  readonly due: Day
  readonly names: readonly string[]
}

/** The name of the buttons everybody has. */
export const REMINDERS = 'pengingat'

const MOST_TASKS = 15
const MOST_BUTTONS = 6
const MOST_NAMES = 10
const LONGEST_LABEL = 40

/** All that somebody is reminded of on a day, in one message: the soonest first, what is late apart. */
export function digestOf(
  name: string,
  { tasks, below }: { readonly tasks: readonly Task[]; readonly below: readonly Below[] },
  today: Day,
  language: Language = 'id',
): Outgoing {
  const t = texts[language]
  const sorted = tasks.toSorted((a, b) =>
    a.due === b.due ? a.title.localeCompare(b.title) : a.due < b.due ? -1 : 1,
  )
  const shown = sorted.slice(0, MOST_TASKS)
  const lines = (some: readonly Task[]): readonly string[] =>
    some.flatMap((task) => [lineOf(task, today, language), ...wordsOf(task, name, today, language)])
  const [ahead, late] = [shown.filter(({ due }) => due >= today), shown.filter(({ due }) => due < today)]
  const parts = [
    [t.heading(literal(name))],
    ahead.length > 0 ? [t.upcoming, ...lines(ahead)] : [],
    late.length > 0 ? [t.overdue, ...lines(late)] : [],
    sorted.length > shown.length ? [t.more(sorted.length - shown.length)] : [],
    below.length > 0 ? [t.belowHeading, ...below.map((one) => belowOf(one, language))] : [],
  ]
  const text = parts.flatMap((part) => (part.length === 0 ? [] : [part.join('\n')])).join('\n\n')
  return { text, choices: choicesOf(shown, today, language) }
}

/** A label that fits a button. */
export function short(label: string, most = LONGEST_LABEL): string {
  return [...label].length > most
    ? `${[...label]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : label
}

/** How many days are left until a day, negative once it is over. */
export function daysLeft(due: Day, today: Day): number {
  return Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000)
}

function lineOf({ title, label, due }: Task, today: Day, language: Language): string {
  const t = texts[language]
  return t.line(literal(title), label, showDay(due), t.left(daysLeft(due, today)))
}

function wordsOf(
  { words, title, label, due }: Task,
  name: string,
  today: Day,
  language: Language,
): readonly string[] {
  if (words === null) return []
  const sisa = texts[language].left(daysLeft(due, today))
  const said = filled(words, { nama: name, judul: title, tenggat: showDay(due), periode: label, sisa })
  return [`  ${literal(said)}`]
}

function belowOf({ title, label, due, names }: Below, language: Language): string {
  const shown = names.slice(0, MOST_NAMES).map(literal)
  return texts[language].below(
    literal(title),
    label,
    showDay(due),
    showNumber(names.length),
    shown,
    names.length - shown.length,
  )
}

function choicesOf(tasks: readonly Task[], today: Day, language: Language): readonly Choice[] {
  const t = texts[language]
  const said = tasks.filter(({ mayBeSaid }) => mayBeSaid).slice(0, MOST_BUTTONS)
  const [only] = said
  const dones =
    tasks.length === 1 && only !== undefined
      ? [{ label: t.done, value: `${REMINDERS}:sudah:${only.occurrence}` }]
      : said.map(({ occurrence, title }) => ({
          label: short(t.doneWith(title)),
          value: `${REMINDERS}:sudah:${occurrence}`,
        }))
  const later = tasks.length > 0 ? [{ label: t.tomorrow, value: `${REMINDERS}:besok:${today}` }] : []
  return [...dones, ...later, { label: t.settings, value: `${REMINDERS}:atur` }]
}
