import { z } from 'zod'
import { type Calendar, nextWorking } from '../../../calendar.ts'
import type { ConversationId } from '../../../chat/message.ts'
import { type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { Worked } from '../tickets/acting-store.ts'
import { type DueNext, daysUntil, dueNext, type Promised } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import type { TicketStore } from '../tickets/store.ts'
import { type Announcing, officersFor, readersOf } from './announce.job.ts'
import { DESK } from './card.ts'
import { type Telling, tellWriters } from './telling.ts'
import { texts } from './texts.ts'

/** What keeping to what was promised needs. */
export interface Promising extends Announcing, Telling {
  readonly tickets: Pick<TicketStore, 'forgetSenders'>
  readonly clock: () => Date
  readonly timeZone: string
}

const AT_ONCE = 500
/** So many days after a ticket was closed its return address is given up. */
const ADDRESS_DAYS = 30

/**
 * On working mornings: whoever answers hears the day before something is due, the officers the day after it was missed;
 * tickets nobody says anything about any more are closed, of which their writers hear.
 */
export function keepPromises(deps: Promising): Job {
  const { acting, open, calendar, promised, outbox, clock, timeZone } = deps

  async function close(ticket: Worked, today: Day): Promise<void> {
    const message = `lapse:${today}`
    const result = await acting.act({ number: ticket.number, deed: 'lapse', message, on: today })
    if (result === 'gone' || result === 'over') return
    await tellWriters(deps, result.ticket, 'lapse', '', message)
  }

  return job({
    name: 'feedback.promises',
    payload: z.object({}),
    every: { cron: '15 7 * * *' },
    async run() {
      const today = dayAt(clock(), timeZone)
      const days = await calendar.calendar()
      const usual = await promised.days()
      await deps.tickets.forgetSenders(today)
      await open.forgetAddresses(today, ADDRESS_DAYS)
      if (nextWorking(days, today) !== today) return
      const readers = onceEach((ticket) => readersOf(deps, ticket))
      const officers = onceEach((ticket) => officersFor(deps, ticket))
      for (let after = ''; ; ) {
        const some = await open.open(after, AT_ONCE)
        for (const ticket of some) {
          const next = stepOf(ticket, today, days, usual)
          if (next === undefined) continue
          if (next.what === 'lapse') await close(ticket, today)
          else
            for (const place of await (next.what === 'soon' ? readers : officers)(ticket))
              await outbox.say(place, warning(ticket, next), `ticket:${ticket.number}:${next.key}:${place}`)
        }
        const last = some.at(-1)
        if (last === undefined) return
        after = last.number
      }
    },
  })
}

/** What a morning asks for: a word to those who answer, a word to the officers, or an end. */
type Step =
  | { readonly what: 'lapse' }
  | { readonly what: 'soon' | 'missed'; readonly due: DueNext; readonly key: string }

function stepOf(ticket: Worked, today: Day, days: Calendar, promised: Promised): Step | undefined {
  const due = dueNext(ticket, days, promised)
  const left = daysUntil(due.on, today, days)
  if (due.what === 'close') return left < 0 ? { what: 'lapse' } : undefined
  if (left > 1) return undefined
  const what = left < 0 ? 'missed' : 'soon'
  return { what, due, key: `${due.what}:${due.on}:${what === 'missed'}` }
}

function warning({ number, unit }: Worked, { what, due }: Exclude<Step, { what: 'lapse' }>) {
  const t = texts.id
  const say = what === 'soon' ? t.dueSoon : t.missed
  const text = say(
    showDigits(number),
    unit?.name ?? null,
    due.what === 'verify' ? 'verify' : 'answer',
    showDay(due.on),
  )
  return { text, choices: [{ label: t.open, value: `${DESK}:lihat:${number}` }] }
}

/** Asks once for all tickets of a unit: those of a crime go to others, and those about somebody not to them. */
function onceEach(
  ask: (ticket: Worked) => Promise<readonly ConversationId[]>,
): (ticket: Worked) => Promise<readonly ConversationId[]> {
  const known = new Map<string, Promise<readonly ConversationId[]>>()
  return (ticket) => {
    const key = `${ticket.unit?.id ?? ''}:${ticket.kind === 'whistleblowing'}:${ticket.officer?.id ?? ''}`
    const answer = known.get(key) ?? ask(ticket)
    known.set(key, answer)
    return answer
  }
}
