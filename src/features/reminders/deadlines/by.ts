import type { Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { By } from './saving-store.ts'

/** Who does something with a message, and on which day. */
export function byOf({ person, message, now }: Turn, timeZone: string): By {
  return { by: person.account, key: message.id, now, today: dayAt(now, timeZone) }
}
