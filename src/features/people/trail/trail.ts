import { type Command, type Reply, ROLES, type Turn } from '../../../chat/feature.ts'
import { type Language, literal } from '../../../chat/message.ts'
import type { Audit, Directory, Trace } from '../../../directory.ts'
import { shown } from '../described.ts'
import { readNip } from '../nip.ts'
import { say } from '../replies.ts'
import { texts } from './texts.ts'

const MOST_LINES = 20
const t = (language: Language) => texts[language]

/** `/jejak NIP`: the latest deeds about somebody. Looking at them is one too. */
export function createTrail({
  directory,
  audit,
}: {
  readonly directory: Directory
  readonly audit: Audit
}): Command {
  async function show({ person, message, now, timeZone }: Turn, rest: string): Promise<Reply> {
    const own = t(person.language)
    const nip = readNip(rest)
    if (nip === undefined) return say(own.how)
    const employee = await directory.byNip(nip)
    if (employee === undefined) return say(own.unknown)
    const key = `trail.seen:${message.id}`
    const seen = await audit.about(employee.id, MOST_LINES)
    const deed = { key, action: 'trail.seen', account: person.account, role: person.role }
    await audit.note({ ...deed, subject: employee.id }, now)
    if (seen.length === 0) return say(own.none(shown(employee)))
    const lines = seen.map((trace) => line(trace, person.language, timeZone))
    return say([own.heading(shown(employee)), lines.join('\n')].join('\n\n'))
  }

  return {
    name: 'jejak',
    audience: 'admin',
    personal: true,
    plain: (rest) => readNip(rest) !== undefined,
    summary: (l) => t(l).summary,
    run: show,
  }
}

function line({ at, by, role, action }: Trace, language: Language, timeZone: string): string {
  const own = t(language)
  const when = new Intl.DateTimeFormat('id-ID', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  )
  const known = ROLES.find((one) => one === role)
  const what = Object.hasOwn(own.actions, action) ? own.actions[action] : undefined
  return own.line(when, literal(by), known ? own.roles[known] : literal(role), what ?? literal(action))
}
