import type { Action, Command, Reply, Turn } from '../../../chat/feature.ts'
import { type Audit, type Directory, type Employee, readNip } from '../../../directory.ts'
import type { Printing } from '../services/printing.ts'
import { showDigits } from '../tickets/number.ts'
import type { createCodes } from './code-store.ts'
import { texts } from './texts.ts'

/** What codes on name tags need. */
export interface Coding {
  readonly codes: ReturnType<typeof createCodes>
  readonly directory: Pick<Directory, 'byNip' | 'employee'>
  readonly audit: Audit
  readonly printing: Printing
}

const NAME = 'kode_petugas'

/** `/kode_petugas NIP` for officers of staff, `/kode_saya` for everybody who works here: the code, its link, the name tag. */
export function createCoding({ codes, directory, audit, printing }: Coding) {
  async function ofNip(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (rest === '') return { say: [{ text: t.codeHow }] }
    const read = readNip(rest)
    const entry = 'nip' in read ? await directory.byNip(read.nip) : undefined
    if (entry === undefined || entry.leftOn !== null) return { say: [{ text: t.nipUnknown(rest) }] }
    await noted(turn, entry, 'officer.code-seen')
    return tag(turn, entry, true)
  }

  async function own(turn: Turn): Promise<Reply> {
    const { employee, language } = turn.person
    const entry = employee === undefined ? undefined : await directory.employee(employee)
    return entry === undefined ? { say: [{ text: texts[language].noEntry }] } : tag(turn, entry, false)
  }

  /** The button has the code it replaces, so that pressing it twice replaces it once. */
  async function replace(turn: Turn, rest: string): Promise<Reply> {
    const [, id = '', before = ''] = /^ganti:(\d{1,18}):(\d{6})$/.exec(rest) ?? []
    const entry = id === '' ? undefined : await directory.employee(id)
    if (entry === undefined) return { say: [{ text: texts[turn.person.language].codeHow }] }
    const code = await codes.replace(entry.id, before)
    await noted(turn, entry, 'officer.code-replaced')
    const { say } = await tag(turn, entry, true)
    return { say: [{ text: texts[turn.person.language].replaced(showDigits(code)) }, ...say] }
  }

  async function tag(turn: Turn, entry: Employee, mayReplace: boolean): Promise<Reply> {
    const t = texts[turn.person.language]
    const code = await codes.codeOf(entry.id)
    const payload = `lapor_p${code}`
    const link = printing.link(payload)
    const about = [entry.name, entry.position, showDigits(code)]
    const file = await printing.pages(turn, [{ payload, title: t.tagTitle, about }], t.tagFile)
    const choices = mayReplace ? [{ label: t.replace, value: `${NAME}:ganti:${entry.id}:${code}` }] : []
    const words = t.code({ name: entry.name, code: showDigits(code), link })
    return { say: [{ text: words, choices, ...(file && { file }) }] }
  }

  async function noted({ person, message, now }: Turn, entry: Employee, action: string): Promise<void> {
    const { account, role } = person
    await audit.note({ key: `${action}:${message.id}`, action, account, role, subject: entry.id }, now)
  }

  const commands: readonly Command[] = [
    { name: NAME, audience: 'hr', personal: true, summary: (l) => texts[l].codeSummary, run: ofNip },
    {
      name: 'kode_saya',
      audience: 'employee',
      personal: true,
      summary: (l) => texts[l].ownCodeSummary,
      run: own,
    },
  ]
  const action: Action = { name: NAME, audience: 'hr', personal: true, run: replace }
  return { commands, action }
}
