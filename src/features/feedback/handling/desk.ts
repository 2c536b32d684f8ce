import type { Action, FeatureForm, Reply, Turn } from '../../../chat/feature.ts'
import { DESK } from './card.ts'
import { createDeeds } from './deeds.ts'
import { findTicket } from './finding.ts'
import { createJoining, type Joining } from './joining.ts'
import { createLooking, type Looking } from './looking.ts'

/** The buttons of those who answer tickets, and the forms they open. */
export function createDesk(deps: Joining & Omit<Looking, 'alike'>): {
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  const deeds = createDeeds(deps)
  const joining = createJoining(deps)
  const looking = createLooking({ ...deps, alike: joining.alike })

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', number = '', more = ''] = rest.split(':')
    const ticket = await findTicket(deps, turn, number)
    if ('say' in ticket) return ticket
    const done =
      (await looking.press(turn, verb, ticket)) ??
      (await deeds.press(turn, verb, ticket)) ??
      (await joining.press(turn, verb, ticket, more))
    return done ?? looking.look(turn, ticket)
  }

  return {
    action: { name: DESK, audience: 'employee', personal: true, run: press },
    forms: [...deeds.forms, ...joining.forms],
  }
}
