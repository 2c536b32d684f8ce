import type { Reply, Turn } from '../../../chat/feature.ts'
import type { Choice } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Employee } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Deps } from '../deps.ts'
import { texts } from './texts.ts'

/** Names of the command with its buttons, and of the officers' buttons. */
export const AWAY = 'tidak_masuk'
export const AWAY_OTHER = 'tidak_masuk_lain'

const MOST_LISTED = 8

/** Shows what is noted of whoever wrote, or of somebody else, with what can be done about it. */
export function createListing({ calendar: store }: Pick<Deps, 'calendar'>) {
  return async function list(turn: Turn, other?: Employee): Promise<Reply> {
    const t = texts[turn.person.language]
    const id = other?.id ?? turn.person.employee
    const mayNoteOthers = mayUse(turn.person.role, 'hr')
    const forOther: Choice = { label: t.noteOther, value: `${AWAY_OTHER}:catat` }
    if (id === undefined)
      return mayNoteOthers
        ? { say: [{ text: t.purpose, choices: [forOther] }] }
        : { say: [{ text: t.notRegistered, choices: [{ label: t.register, value: 'daftar' }] }] }
    const today = dayAt(turn.now, turn.timeZone)
    const absences = await store.absencesOf(id, today)
    const prefix = other === undefined ? `${AWAY}:batal` : `${AWAY_OTHER}:batal:${other.id}`
    const choices: readonly Choice[] = [
      ...absences
        .slice(0, MOST_LISTED)
        .map((one) => ({ label: t.takeBack(one, today), value: `${prefix}:${one.id}` })),
      { label: t.note, value: other === undefined ? `${AWAY}:catat` : `${AWAY_OTHER}:catat:${other.nip}` },
      ...(mayNoteOthers && other === undefined ? [forOther] : []),
    ]
    const told = absences.length === 0 ? t.none(other?.name) : t.list(other?.name, absences, today)
    return { say: [{ text: other === undefined ? `${told}\n\n${t.purpose}` : told, choices }] }
  }
}
