import type { Absence } from '../../../calendar.ts'
import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import type { ConversationId } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { type Employee, readNip } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { type Deps, noteDeed } from '../deps.ts'
import { OTHER, OWN, otherForm, ownForm } from './forms.ts'
import { AWAY, AWAY_OTHER, createListing } from './listing.ts'
import { texts } from './texts.ts'

/** Days on which somebody is away and reminders wait: noted and taken back by themselves, or by officers for them. */
export function createAbsences(deps: Deps): {
  readonly command: Command
  readonly actions: readonly Action[]
  readonly forms: readonly FeatureForm[]
} {
  const { calendar: store, directory, outbox } = deps

  const list = createListing(deps)

  async function note(turn: Turn, employee: string, absence: Absence, other?: Employee): Promise<Reply> {
    const { person, message, now, timeZone } = turn
    const t = texts[person.language]
    const today = dayAt(now, timeZone)
    if (absence.to < today) {
      const answers = { kind: absence.kind, ...(other && { nip: other.nip }) }
      return { say: [{ text: t.over(absence.to) }], open: { form: other ? OTHER : OWN, answers } }
    }
    const { kind, from, to } = absence
    const before = await store.absencesOf(employee, today)
    const same = before.find((one) => one.kind === kind && one.from === from && one.to === to)
    if (same !== undefined && same.key !== message.id) return { say: [{ text: t.already(same) }] }
    await store.note({ key: message.id, employee, kind, from, to, by: person.account, now })
    if (other !== undefined) {
      await noteDeed(deps, turn, 'absence.noted', { kind, from, to }, employee)
      await tell(turn, other, t.toldNoted(absence), `absence:noted:${message.id}`)
    }
    return { say: [{ text: t.noted(absence, other?.name) }] }
  }

  async function takeBack(turn: Turn, id: string, employee: string, other?: Employee): Promise<Reply> {
    const t = texts[turn.person.language]
    const today = dayAt(turn.now, turn.timeZone)
    const absence = await store.takeBack(id, employee, today)
    if (absence === undefined) return { say: [{ text: t.gone }] }
    if (other !== undefined) {
      const { kind, from, to } = absence
      await noteDeed(deps, turn, 'absence.removed', { kind, from, to }, employee)
      await tell(turn, other, t.toldTakenBack(absence), `absence:removed:${turn.message.id}`)
    }
    return { say: [{ text: t.takenBack(absence, today, other?.name) }] }
  }

  /** Lets somebody know what an officer noted of them; nothing where they cannot be written to, or it was themselves. */
  async function tell({ person }: Turn, { id }: Employee, text: string, key: string): Promise<void> {
    if (person.employee === id) return
    const [account] = await directory.accountsOf(id)
    // the directory keeps what channels call their conversations
    if (account !== undefined) await outbox.say(account.conversation as ConversationId, { text }, key)
  }

  async function employed(turn: Turn, found: Employee | undefined): Promise<Employee | string> {
    const t = texts[turn.person.language]
    if (found === undefined) return t.unknownNip
    const today = dayAt(turn.now, turn.timeZone)
    return found.leftOn !== null && found.leftOn <= today ? t.hasLeft : found
  }

  const own = whenSent(
    ownForm,
    async (turn, absence) => {
      const { employee } = turn.person
      return employee === undefined ? list(turn) : note(turn, employee, absence)
    },
    'employee',
  )

  const others = whenSent(
    otherForm,
    async (turn, { nip, ...absence }) => {
      const who = await employed(turn, await directory.byNip(nip))
      if (typeof who === 'string') return { say: [{ text: who }], open: { form: OTHER, answers: absence } }
      return note(turn, who.id, absence, who)
    },
    'hr',
  )

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', id = ''] = rest.split(':')
    const { employee } = turn.person
    if (employee === undefined) return list(turn)
    if (verb === 'catat') return { say: [], open: { form: OWN, answers: {} } }
    return verb === 'batal' ? takeBack(turn, id, employee) : list(turn)
  }

  async function runOther(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', whose = '', id = ''] = rest.split(':')
    if (verb === 'catat')
      return { say: [], open: { form: OTHER, answers: whose === '' ? {} : { nip: whose } } }
    const who = /^\d{1,18}$/.test(whose) ? await directory.employee(whose) : undefined
    if (verb !== 'batal' || who === undefined) return list(turn)
    return takeBack(turn, id, who.id, who)
  }

  return {
    command: {
      name: AWAY,
      audience: 'employee',
      personal: true,
      summary: (l) => texts[l].summary,
      async run(turn, rest) {
        if (rest === '' || !mayUse(turn.person.role, 'hr')) return list(turn)
        const read = readNip(rest)
        if ('problem' in read) return { say: [{ text: texts[turn.person.language].wrongNip(read.problem) }] }
        const who = await employed(turn, await directory.byNip(read.nip))
        return typeof who === 'string' ? { say: [{ text: who }] } : list(turn, who)
      },
    },
    actions: [
      { name: AWAY, audience: 'employee', personal: true, run },
      { name: AWAY_OTHER, audience: 'hr', personal: true, run: runOther },
    ],
    forms: [own, others],
  }
}
