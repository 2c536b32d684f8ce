import { z } from 'zod'
import { type Calendar, nextWorking } from '../../../calendar.ts'
import type { ConversationId } from '../../../chat/message.ts'
import { type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { Worked } from '../tickets/acting-store.ts'
import { type DueNext, daysUntil, dueNext } from '../tickets/deadlines.ts'
import { showDigits } from '../tickets/number.ts'
import { type Announcing, officersFor, readersOf } from './announce.job.ts'
import { DESK } from './card.ts'
import { texts } from './texts.ts'

/** What keeping to what was promised needs. */
export interface Promising extends Announcing {
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
  const { acting, calendar, outbox, clock, timeZone } = deps
  const t = texts.id

  async function look(ticket: Worked, today: Day, days: Calendar): Promise<void> {
    const due = dueNext(ticket, days)
    const left = daysUntil(due.on, today, days)
    if (due.what === 'close') return left < 0 ? close(ticket, today) : undefined
    if (left >= 0 && left <= 1) return tell(await readersOf(deps, ticket), ticket, due, t.dueSoon)
    if (left < 0) return tell(await officersFor(deps, ticket), ticket, due, t.missed)
  }

  async function tell(
    places: readonly ConversationId[],
    { number, unit }: Worked,
    { what, on }: DueNext,
    say: (number: string, unit: string | null, what: 'verify' | 'answer', day: string) => string,
  ): Promise<void> {
    if (what === 'close') return
    const text = say(showDigits(number), unit?.name ?? null, what, showDay(on))
    const choices = [{ label: t.open, value: `${DESK}:lihat:${number}` }]
    for (const place of places)
      await outbox.say(
        place,
        { text, choices },
        `ticket:${number}:${what}:${on}:${say === t.missed}:${place}`,
      )
  }

  async function close({ number }: Worked, today: Day): Promise<void> {
    const result = await acting.act({ number, deed: 'lapse', message: `lapse:${number}:${today}`, on: today })
    if (result === 'gone' || result === 'over' || result.ticket.address === null) return
    const choices = [{ label: t.citizen.unsolved, value: `lapor:belum:${number}` }]
    await outbox.say(
      result.ticket.address,
      { text: t.citizen.lapsed(showDigits(number)), choices },
      `ticket:lapse:${number}:${today}`,
    )
  }

  return job({
    name: 'feedback.promises',
    payload: z.object({}),
    every: { cron: '15 7 * * *' },
    async run() {
      const today = dayAt(clock(), timeZone)
      const days = await calendar.calendar()
      await acting.forgetAddresses(today, ADDRESS_DAYS)
      if (nextWorking(days, today) !== today) return
      for (let after = ''; ; ) {
        const some = await acting.open(after, AT_ONCE)
        for (const ticket of some) await look(ticket, today, days)
        const last = some.at(-1)
        if (last === undefined) return
        after = last.number
      }
    },
  })
}
