import type { Turn } from '../../../chat/feature.ts'
import { type Language, literal, type Outgoing } from '../../../chat/message.ts'
import { type Directory, showNip } from '../../../directory.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { described } from '../described.ts'
import { pathOf } from './profile.ts'
import type { Report } from './store.ts'
import { texts } from './texts.ts'

/** Puts a report as officers see it, with the buttons that decide it. */
export type Showing = (report: Report, turn: Turn) => Promise<Outgoing>

/** How reports are shown, whoever they are shown to. */
export function createShowing(directory: Directory): Showing {
  return async (report, { person, timeZone }) => {
    const t = texts[person.language]
    const employee = await directory.employee(report.employee)
    const meant = report.supposed === null ? undefined : await directory.employee(report.supposed)
    if (employee === undefined) return { text: t.desk.gone }
    return {
      text: t.desk.report({
        number: report.id,
        who: literal(employee.name),
        nip: showNip(employee.nip),
        unit: literal(await pathOf(directory, employee)),
        supervisor: literal(employee.supervisor?.name ?? t.noSupervisor),
        said: literal(report.said),
        note: report.note === null ? null : literal(report.note),
        meant: meant === undefined ? null : literal(described(meant)),
        day: showDay(dayAt(report.at, timeZone)),
      }),
      choices: verdicts(report, person.language),
    }
  }
}

function verdicts({ id }: Report, language: Language) {
  const { accept, other, refuse } = texts[language].desk
  return [
    { label: accept, value: `atasan_ganti:${id}` },
    { label: other, value: `atasan_lain:${id}` },
    { label: refuse, value: `atasan_tolak:${id}` },
  ]
}
