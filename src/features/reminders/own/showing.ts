import type { Person, Reply, Section, Turn } from '../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import { DESK } from '../deadlines/preview.ts'
import { texts as desk } from '../deadlines/texts.ts'
import { daysLeft, REMINDERS, short } from '../reminding/digest.ts'
import { texts as digest } from '../reminding/texts.ts'
import { itemsOf, type Mine, type MyItem } from './mine.ts'
import { texts } from './texts.ts'

const SHOWN = 10
const SHOWN_AT_HOME = 5
const MOST_BUTTONS = 5

export type Showing = ReturnType<typeof createShowing>

/** How people see their own deadlines. */
export function createShowing(deps: Mine & { readonly timeZone: string }) {
  /** `/pengingat`: what is due of whoever asks; and for officers the way to all deadlines. */
  async function show({ person, now }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const office = mayUse(person.role, 'hr') ? officeChoices(person.language) : []
    const { employee } = person
    if (employee === undefined)
      return {
        say: [{ text: office.length > 0 ? desk[person.language].deskOnly : t.notListed, choices: office }],
      }
    const today = dayAt(now, deps.timeZone)
    const items = await itemsOf(deps, employee, today)
    const open = items.filter(({ isDone }) => !isDone)
    const choices: Choice[] = [
      ...open
        .filter(({ of }) => of.done.said)
        .slice(0, MOST_BUTTONS)
        .map(({ id, of }) => ({ label: short(t.doneWith(of.title)), value: `${REMINDERS}:sudah:${id}` })),
      ...((await deps.own.told(employee, today)).length > 0
        ? [{ label: t.tomorrow, value: `${REMINDERS}:besok` }]
        : []),
      { label: t.settings, value: `${REMINDERS}:atur` },
      { label: t.calendar, value: `${REMINDERS}:kalender` },
      ...office,
    ]
    const lines = linesOf(items.slice(0, SHOWN), today, person.language)
    const more = items.length > SHOWN ? [t.more(items.length - SHOWN)] : []
    const text = items.length === 0 ? t.nothing : [t.heading, ...lines, ...more].join('\n')
    return { say: [{ text, choices }] }
  }

  /** The next deadlines on a person's own page; nothing where there are none. */
  async function home({ employee, language }: Person, now: Date): Promise<readonly Section[]> {
    if (employee === undefined) return []
    const t = texts[language]
    const today = dayAt(now, deps.timeZone)
    const open = (await itemsOf(deps, employee, today)).filter(({ isDone }) => !isDone)
    if (open.length === 0) return []
    const text = linesOf(open.slice(0, SHOWN_AT_HOME), today, language).join('\n')
    return [{ title: t.homeTitle, text, choices: [{ label: t.open, value: `${REMINDERS}:lihat` }] }]
  }

  return { show, home }
}

function linesOf(items: readonly MyItem[], today: Day, language: Language): readonly string[] {
  const t = texts[language]
  return items.map(({ of, label, due, isDone }) => {
    const state = isDone ? t.done : digest[language].left(daysLeft(due, today))
    return t.line(literal(of.title), label, showDay(due), state)
  })
}

function officeChoices(language: Language): readonly Choice[] {
  const t = desk[language]
  return [
    { label: t.make, value: `${DESK}:buat` },
    { label: t.manage, value: `${DESK}:daftar` },
  ]
}
