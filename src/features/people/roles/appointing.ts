import type { Command, Outbox, Reply, Turn } from '../../../chat/feature.ts'
import type { Language } from '../../../chat/message.ts'
import type { Audit, Directory, EntryRole } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import type { Account } from '../accounts-store.ts'
import { shown, works } from '../described.ts'
import { readNip } from '../nip.ts'
import { say, tell } from '../replies.ts'
import type { createRoleStore } from './store.ts'
import { texts } from './texts.ts'

const t = (language: Language) => texts[language]

/** What changing a role needs. */
export interface Appointing {
  readonly roles: ReturnType<typeof createRoleStore>
  readonly directory: Directory
  readonly audit: Audit
  readonly outbox: Outbox
  /** The accounts of whoever has an entry. */
  holders(entry: string): Promise<readonly Account[]>
}

/** `/peran NIP hr|pegawai|admin`: what somebody may do, whichever account they write from. */
export function createAppointing({ roles, directory, audit, outbox, holders }: Appointing): Command {
  async function appoint({ person, message, now, timeZone }: Turn, rest: string): Promise<Reply> {
    const own = t(person.language)
    const { nip, role } = askedFor(rest, person.language)
    if (nip === undefined || role === undefined) return say(own.how)
    const employee = await directory.byNip(nip)
    if (employee === undefined) return say(own.unknown)
    if (!works(employee, dayAt(now, timeZone))) return say(own.left(shown(employee)))
    if (employee.id === person.employee) return say(own.own) // so that an administrator is always left
    await directory.change(employee.id, { role }, { source: 'officer', by: person.account, now })
    await roles.lower(employee.id, role)
    await audit.note(
      {
        key: `role.changed:${message.id}`,
        action: 'role.changed',
        account: person.account,
        role: person.role,
        subject: employee.id,
        detail: { to: role },
      },
      now,
    )
    const told = own.told(own.roles[role])
    await tell(outbox, await holders(employee.id), () => told, `role:${message.id}`)
    return say(own.done(shown(employee), own.roles[role]))
  }

  return {
    name: 'peran',
    audience: 'admin',
    personal: true,
    plain: (rest) => askedFor(rest, 'id').nip !== undefined,
    summary: (l) => t(l).summary,
    run: appoint,
  }
}

/** Who should be what: a NIP, and behind it a word for a role. */
function askedFor(
  rest: string,
  language: Language,
): { readonly nip: string | undefined; readonly role: EntryRole | undefined } {
  const [, written = '', word = ''] = /^(.*\d)\D*?(\p{L}+)\W*$/su.exec(rest.trim()) ?? []
  const { words } = t(language)
  return { nip: readNip(written), role: Object.hasOwn(words, fold(word)) ? words[fold(word)] : undefined }
}
