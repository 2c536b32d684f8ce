import type { Action, Command, Outbox, Reply, Turn } from '../../../chat/feature.ts'
import { type Language, literal } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Directory, Employee } from '../../../directory.ts'
import { digestOf, newCode } from '../code.ts'
import { shown, works } from '../described.ts'
import { namesOf } from '../naming.ts'
import { readNip } from '../nip.ts'
import { say, tell } from '../replies.ts'
import { askingOf } from './asking.ts'
import type { createEntryStore } from './store.ts'
import { texts } from './texts.ts'

const t = (language: Language) => texts[language].officer

/** What officers need to help somebody to their entry. */
export interface Issuing {
  readonly entries: ReturnType<typeof createEntryStore>
  readonly directory: Directory
  readonly outbox: Outbox
}

/** `/kode_pegawai` gives out a code for an entry, `/lepas_pegawai` takes an entry away from the accounts that have it. */
export function createIssuing({ entries, directory, outbox }: Issuing): {
  readonly commands: readonly Command[]
  readonly action: Action
} {
  async function issue(turn: Turn, rest: string): Promise<Reply> {
    const { person, message } = turn
    const own = t(person.language)
    const nip = readNip(rest)
    if (nip === undefined) return say(own.howCode)
    const employee = await directory.byNip(nip)
    const objection = objectionTo(employee, turn)
    if (employee === undefined || objection !== undefined) return say(objection ?? own.unknown)
    if (!works(employee, askingOf(turn).today)) return say(own.left(shown(employee)))
    const code = newCode()
    await entries.issue(employee.id, digestOf(code) ?? '', askingOf(turn))
    const holders = await entries.holders(employee.id)
    const { codeIssued } = texts[person.language]
    await tell(outbox, holders, () => codeIssued, `code-issued:${message.id}`)
    return say(own.code(shown(employee), code, holders.length))
  }

  /** Shows who it is before anything is taken away. */
  async function show(turn: Turn, rest: string): Promise<Reply> {
    const own = t(turn.person.language)
    const nip = readNip(rest)
    if (nip === undefined) return say(own.howFree)
    const employee = await directory.byNip(nip)
    const objection = objectionTo(employee, turn)
    if (employee === undefined || objection !== undefined) return say(objection ?? own.unknown)
    const holders = await entries.holders(employee.id)
    if (holders.length === 0) return say(own.nobodyHas(shown(employee)))
    return say(own.free(shown(employee), namesOf(holders).map(literal)), [
      { label: own.freeIt, value: `lepas_pegawai:${nip}` },
    ])
  }

  async function free(turn: Turn, nip: string): Promise<Reply> {
    const { person, message } = turn
    const own = t(person.language)
    const employee = await directory.byNip(nip)
    const objection = objectionTo(employee, turn)
    if (employee === undefined || objection !== undefined) return say(objection ?? own.unknown)
    const lost = await entries.free(employee.id, askingOf(turn))
    await tell(outbox, lost, () => texts[person.language].lost, `entry-freed:${message.id}`)
    return say(lost.length === 0 ? own.nobodyHas(shown(employee)) : own.freed(shown(employee)))
  }

  const isNip = (rest: string): boolean => readNip(rest) !== undefined
  const officer = { audience: 'hr', personal: true } as const
  return {
    commands: [
      { ...officer, name: 'kode_pegawai', plain: isNip, summary: (l) => t(l).codeSummary, run: issue },
      { ...officer, name: 'lepas_pegawai', plain: isNip, run: show },
    ],
    action: { ...officer, name: 'lepas_pegawai', run: free },
  }
}

/** Why an officer may not touch an entry: whoever could move an administrator's to their own account would be one. */
function objectionTo(employee: Employee | undefined, { person }: Turn): string | undefined {
  const own = t(person.language)
  if (employee === undefined) return own.unknown
  return employee.role === 'admin' && !mayUse(person.role, 'admin') ? own.adminsOnly : undefined
}
