import type { Day } from '../../indonesian/dates.ts'
import type { Audience, Audiences } from './ports.ts'

/** How many people an audience has, where they can be written to, and why some cannot. */
export interface Reach {
  readonly people: number
  readonly reachable: number
  readonly byChannel: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
}

/** Of more people than this it is not looked up why each of some cannot be written to. */
const MOST_LOOKED_AT = 20_000

/** Counts an audience as it is on a day; the reasons are left out for very large ones. */
export async function reachOf(
  audiences: Pick<Audiences, 'count' | 'members'>,
  audience: Audience,
  today: Day,
): Promise<Reach> {
  const { people, reachable, byChannel } = await audiences.count(audience, today)
  const reasons: Record<string, number> = {}
  if (reachable < people && people <= MOST_LOOKED_AT)
    for (const { conversation, reason } of await audiences.members(audience, today))
      if (conversation === null)
        reasons[reason ?? 'unreachable'] = (reasons[reason ?? 'unreachable'] ?? 0) + 1
  return { people, reachable, byChannel, reasons }
}
