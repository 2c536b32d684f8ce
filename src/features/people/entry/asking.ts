import type { Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { ownerOf } from '../replies.ts'
import type { Asking } from './proof-store.ts'

/** Who asks for something about an entry, with which message, and on which day. */
export function askingOf(turn: Turn): Asking {
  const { person, message, now, timeZone } = turn
  return { owner: ownerOf(turn), role: person.role, message: message.id, now, today: dayAt(now, timeZone) }
}
