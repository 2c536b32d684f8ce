import type { Calendar, Holiday } from '../../calendar.ts'
import type { Reply, Turn } from '../../chat/feature.ts'
import type { Choice } from '../../chat/message.ts'
import { mayUse } from '../../chat/turn.ts'
import { dayAt } from '../../indonesian/dates.ts'
import type { Deps } from './deps.ts'
import { missingYears } from './missing.ts'
import { texts } from './texts.ts'

/** Names of the buttons for everybody who works here, and for officers. */
export const DAYS_OFF = 'libur'
export const CHANGE = 'libur_ubah'

const SHOWN = 12

/** The days off of a year, or the coming ones, with what they rest on; officers see what is missing, and change it. */
export function createListing({ calendar: store }: Pick<Deps, 'calendar'>) {
  return async function list(turn: Turn, year?: number): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const thisYear = Number(today.slice(0, 4))
    const calendar = await store.calendar()
    const from = year === undefined ? today : `${year}-01-01`
    const days = await store.holidays(from, `${year ?? thisYear + 1}-12-31`)
    const shown = year === undefined ? days.slice(0, SHOWN) : days
    const paragraphs = [
      t.heading(year),
      t.week(calendar.week),
      ...listed(shown, days.length - shown.length, turn),
      ...(days.length === 0 && year !== undefined ? [t.none(year)] : []),
      ...remarks(turn, calendar, year),
    ]
    const years =
      year === undefined ? [thisYear, thisYear + 1] : [thisYear, thisYear + 1].filter((one) => one !== year)
    const choices = [
      ...years
        .filter((one) => calendar.knows(one))
        .map((one): Choice => ({ label: t.wholeYear(one), value: `${DAYS_OFF}:${one}` })),
      ...officerChoices(turn),
    ]
    return { say: [{ text: paragraphs.join('\n\n'), ...(choices.length > 0 && { choices }) }] }
  }
}

/** The lines of some days, how many more there are, and the decrees they rest on. */
function listed(days: readonly Holiday[], more: number, { person }: Turn): readonly string[] {
  if (days.length === 0) return []
  const t = texts[person.language]
  const decrees = [...new Set(days.map(({ decree }) => decree))]
  const numbered = (decree: string): number | undefined =>
    decrees.length > 1 ? decrees.indexOf(decree) + 1 : undefined
  const lines = days.map((day) => t.line(day, numbered(day.decree)))
  return [lines.join('\n'), ...(more > 0 ? [t.more(more)] : []), t.decrees(decrees)]
}

function remarks(turn: Turn, calendar: Calendar, year: number | undefined): readonly string[] {
  const t = texts[turn.person.language]
  const missing = missingYears(calendar, dayAt(turn.now, turn.timeZone))
  if (isOfficer(turn) && missing.length > 0) return missing.map(t.missing)
  if (year !== undefined) return calendar.knows(year) ? [] : [t.unknownYear(year)]
  return missing.map(t.unknownYear)
}

function officerChoices(turn: Turn): readonly Choice[] {
  const t = texts[turn.person.language]
  if (!isOfficer(turn)) return []
  return [
    { label: t.add, value: `${CHANGE}:tambah` },
    { label: t.upload, value: `${CHANGE}:daftar` },
    { label: t.remove, value: `${CHANGE}:hapus` },
    { label: t.changeWeek, value: `${CHANGE}:pekan` },
  ]
}

/** What officers may change is theirs to see in private. */
function isOfficer({ person, message }: Turn): boolean {
  return mayUse(person.role, 'hr') && message.shared !== true
}
