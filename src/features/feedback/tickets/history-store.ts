import type { Queryable } from '../../../database/database.ts'
import type { TicketEvent } from './ticket.ts'

/** Something said or done about a ticket, as the office reads it. */
export interface OfficeEvent extends TicketEvent {
  /** The officer who did it, where they are in the directory. */
  readonly officer: string | null
  readonly internal: boolean
}

/** All that happened to a ticket, in its order, with what only the office knows. */
export async function officeHistory(on: Queryable, number: string): Promise<readonly OfficeEvent[]> {
  return on.query<OfficeEvent>(
    `select on_day as on, side, action, words, internal, employee.name as officer
     from ticket_event left join account on account.id = ticket_event.account
       left join person on person.id = account.person left join employee on employee.id = person.employee
     where ticket = $1 order by ticket_event.position`,
    [number],
  )
}
