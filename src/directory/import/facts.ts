import type { Day } from '../../indonesian/dates.ts'
import { fold } from '../../indonesian/words.ts'
import { readEmail, readPhone } from '../contact.ts'
import type { EntryRole, Kind } from '../employee.ts'
import { readGrade } from '../grade.ts'
import { readKind } from '../kind.ts'
import { readNip } from '../nip.ts'
import { dayOf, empties, textOf } from './cells.ts'
import type { NoteKind } from './report.ts'
import type { Arrival, Noting, Said } from './row.ts'
import type { Cell } from './table.ts'

const ROLES: Readonly<Record<string, EntryRole>> = { pegawai: 'employee', hr: 'hr', admin: 'admin' }

/** How somebody is employed, or why they do not belong here; nothing where the words are not known. */
export function kindFrom(text: string): { readonly kind?: Kind } | { readonly problem: string } {
  const kind = readKind(text)
  if (kind === 'none') return { problem: `jenis "${text}" bukan PNS atau PPPK.` }
  return kind === undefined ? {} : { kind }
}

/** The golongan of somebody who is employed so. */
export function gradeFrom(text: string, kind: Kind, note: Noting): Pick<Arrival, 'grade'> {
  if (text === '') return {}
  const grade = empties(text) ? '' : readGrade(text, kind)
  if (grade === undefined) note('grade')
  return grade === undefined ? {} : { grade }
}

/** The e-mail and the phone. */
export function contactsFrom({ email, telepon }: Said, note: Noting): Pick<Arrival, 'email' | 'phone'> {
  const mail = contact(email, readEmail, ['email', 'emails'], note)
  const phone = contact(telepon, readPhone, ['phone', 'phones'], note)
  return { ...(mail !== undefined && { email: mail }), ...(phone !== undefined && { phone }) }
}

function contact(
  text: string,
  read: typeof readPhone,
  [unreadable, several]: readonly [NoteKind, NoteKind],
  note: Noting,
): string | undefined {
  if (text === '' || empties(text)) return text === '' ? undefined : ''
  const found = read(text)
  if (found === undefined) note(unreadable)
  if (found?.more) note(several)
  return found?.value
}

/** The NIP of the supervisor of somebody with a NIP of their own. */
export function supervisorFrom(cell: Cell, own: string, note: Noting): Pick<Arrival, 'supervisor'> {
  const text = textOf(cell)
  if (text === '' || empties(text)) return text === '' ? {} : { supervisor: '' }
  const read = readNip(cell)
  if ('nip' in read && read.nip !== own) return { supervisor: read.nip }
  note('nip' in read ? 'ownSupervisor' : 'supervisorNip')
  return {}
}

/** What somebody may do. Only the three words count: a right is not guessed. */
export function roleFrom(text: string, note: Noting): Pick<Arrival, 'role'> {
  if (text === '') return {}
  const word = fold(text)
  const role = Object.hasOwn(ROLES, word) ? ROLES[word] : undefined
  if (role === undefined) note('role')
  return role === undefined ? {} : { role }
}

/** The day somebody left; one that is to come is none yet, for who has one works here no more. */
export function leftFrom(text: string, today: Day, note: Noting): Pick<Arrival, 'left_on'> {
  if (text === '') return {}
  const day = empties(text) ? '' : dayOf(text, today)
  if (day === undefined || day > today) {
    note(day === undefined ? 'left' : 'leftLater')
    return {}
  }
  return { left_on: day }
}
