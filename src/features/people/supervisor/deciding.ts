import {
  type Action,
  accountsOf,
  type Command,
  type FeatureForm,
  type Outbox,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../chat/message.ts'
import type { Audit, Directory, Employee } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Account } from '../accounts-store.ts'
import { works } from '../described.ts'
import { say, tell } from '../replies.ts'
import { type Candidate, MOST_CANDIDATES } from './candidate-store.ts'
import { REFUSE, refuseForm, WHO, whoForm } from './forms.ts'
import type { Showing } from './showing.ts'
import { createReportStore, type Report } from './store.ts'
import { texts } from './texts.ts'

const MOST_LISTED = 10
const LONGEST_LABEL = 40
const t = (language: Language) => texts[language].desk

/** What deciding reports needs. */
export interface Deciding {
  readonly reports: ReturnType<typeof createReportStore>
  readonly directory: Directory
  readonly audit: Audit
  readonly outbox: Outbox
  readonly show: Showing
  /** The accounts of whoever has an entry. */
  holders(entry: string): Promise<readonly Account[]>
}

/** The officers' side: the reports that wait, and what they make of them. */
export function createDeciding({ reports, directory, audit, outbox, show, holders }: Deciding): {
  readonly command: Command
  readonly actions: readonly Action[]
  readonly forms: readonly FeatureForm[]
} {
  async function list(turn: Turn): Promise<Reply> {
    const own = t(turn.person.language)
    const { reports: waiting, all } = await reports.waiting(MOST_LISTED)
    if (waiting.length === 0) return say(own.none)
    const shown = await Promise.all(waiting.map((report) => show(report, turn)))
    return { say: [{ text: own.some(waiting.length, all) }, ...shown] }
  }

  /** A report that may be decided by whoever asks, or why not. */
  async function openReport(id: string, { person }: Turn): Promise<Report | Reply> {
    const own = t(person.language)
    const report = await reports.find(id)
    if (report === undefined) return say(own.gone)
    if (report.employee === person.employee) return say(own.own)
    return report
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [id = '', chosen] = rest.split(':')
    const report = await openReport(id, turn)
    if ('say' in report) return report
    const supposed = chosen ?? report.supposed
    return supposed === null ? choose(turn, report, report.said) : accept(turn, report, supposed)
  }

  /** Offers those who may be meant; asks where that is nobody. */
  async function choose(turn: Turn, report: Report, who: string): Promise<Reply> {
    const own = t(turn.person.language)
    if (report.decided !== null) return say(own.decided)
    const employee = await directory.employee(report.employee)
    const meant = await reports.meant(who, report.employee, dayAt(turn.now, turn.timeZone))
    if (employee === undefined) return say(own.gone)
    if (meant.length === 0)
      return { say: [{ text: own.nobody }], open: { form: WHO, answers: { report: report.id } } }
    const shown = meant.slice(0, MOST_CANDIDATES)
    return say(
      [own.which(literal(employee.name)), shown.map((one) => `- ${literal(nameOf(one))}`).join('\n')].join(
        '\n\n',
      ),
      [
        ...shown.map(
          (one): Choice => ({
            label: short(nameOf(one)),
            value: `atasan_ganti:${report.id}:${one.id}`,
          }),
        ),
        { label: own.other, value: `atasan_lain:${report.id}` },
        { label: own.refuse, value: `atasan_tolak:${report.id}` },
      ],
    )
  }

  async function accept(turn: Turn, report: Report, chosen: string): Promise<Reply> {
    const { person, message, now, timeZone } = turn
    const own = t(person.language)
    const employee = await directory.employee(report.employee)
    const supposed = /^\d{1,18}$/.test(chosen) ? await directory.employee(chosen) : undefined
    if (employee === undefined || supposed === undefined) return say(own.gone)
    if (!works(supposed, dayAt(now, timeZone))) return say(own.left)
    const names = [literal(employee.name), literal(supposed.name)] as const
    const by = { by: person.account, key: message.id, now }
    const decision = { decided: 'accepted', supposed: supposed.id, reason: null, ...by } as const
    const outcome = await directory.change(
      employee.id,
      { supervisor: supposed.id },
      { source: 'report', by: person.account, now },
      (connection) => createReportStore(connection).decide(report.id, decision),
    )
    if (outcome === 'circle') return say(own.circle(names[1], names[0]))
    if (outcome !== 'changed') return say(outcome === 'left' ? own.decided : own.gone)
    await noted(turn, 'supervisor.changed', employee)
    const { accepted, toldSupervisor } = texts[person.language]
    const theirs = await holders(employee.id)
    const above = (await holders(supposed.id)).filter(({ id }) => !accountsOf(person).includes(id))
    await tell(outbox, theirs, () => accepted(names[1]), `supervisor:${message.id}`)
    await tell(outbox, above, () => toldSupervisor(names[0]), `supervisor:${message.id}`)
    return say(own.changed(...names))
  }

  async function noted(turn: Turn, action: string, { id }: Employee): Promise<void> {
    const { person, message, now } = turn
    const deed = { key: `${action}:${message.id}`, action, account: person.account, role: person.role }
    await audit.note({ ...deed, subject: id }, now)
  }

  /** Opens a form about a report. */
  const asks =
    (form: string) =>
    async (turn: Turn, id: string): Promise<Reply> => {
      const report = await openReport(id, turn)
      if ('say' in report) return report
      if (report.decided !== null) return say(t(turn.person.language).decided)
      return { say: [], open: { form, answers: { report: report.id } } }
    }

  const named = whenSent(
    whoForm,
    async (turn, { report: id, who }) => {
      const report = await openReport(id, turn)
      return 'say' in report ? report : choose(turn, report, who)
    },
    'hr',
  )

  const refused = whenSent(
    refuseForm,
    async (turn, { report: id, reason }) => {
      const { person, message, now } = turn
      const own = t(person.language)
      const report = await openReport(id, turn)
      if ('say' in report) return report
      const by = { by: person.account, key: message.id, now }
      const decision = { decided: 'refused', supposed: null, reason, ...by } as const
      if (!(await reports.decide(report.id, decision))) return say(own.decided)
      const employee = await directory.employee(report.employee)
      if (employee === undefined) return say(own.gone)
      await noted(turn, 'supervisor.kept', employee)
      const told = texts[person.language].refused(literal(reason))
      await tell(outbox, await holders(employee.id), () => told, `supervisor:${message.id}`)
      return say(own.refusedDone)
    },
    'hr',
  )

  const officer = { audience: 'hr', personal: true } as const
  return {
    command: { ...officer, name: 'laporan_atasan', summary: (l) => t(l).summary, run: list },
    actions: [
      { ...officer, name: 'atasan_ganti', run: press },
      { ...officer, name: 'atasan_lain', run: asks(WHO) },
      { ...officer, name: 'atasan_tolak', run: asks(REFUSE) },
    ],
    forms: [named, refused],
  }
}

function nameOf({ name, position, unit }: Candidate): string {
  return `${name}, ${position}, ${unit}`
}

function short(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label
}
