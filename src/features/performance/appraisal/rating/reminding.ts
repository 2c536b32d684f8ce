import type { Person, Reply, Turn } from '../../../../chat/feature.ts'
import { literal, type Outgoing } from '../../../../chat/message.ts'
import { dayAt } from '../../../../indonesian/dates.ts'
import { showNumber } from '../../../../indonesian/numbers.ts'
import { type Appraising, entryOf, quartersNow, say, tellEntry } from '../appraising.ts'
import { type Quarter, quarterKey } from '../quarter.ts'
import type { SpreadStore } from '../spread/spread-store.ts'
import { texts as shared } from '../texts.ts'
import { RATING } from './desk.ts'
import { texts } from './texts.ts'

const NAMED = 10
const REMINDED = 200

/** What reminding is made from. */
export interface Reminding extends Appraising {
  readonly spread: Pick<SpreadStore, 'missing'>
}

/** Tells supervisors which of their direct reports have sent nothing, and reminds those, once a day. */
export function createReminding(deps: Reminding) {
  const { spread, directory, timeZone } = deps
  const missing = (supervisor: string, quarter: Quarter) =>
    spread.missing(quarter, { unit: null, supervisor }, 'unsent', REMINDED)

  return {
    /** Who is missing, with the button to remind them; undefined where nobody is. */
    async missingOf({ language }: Person, supervisor: string, now: Date): Promise<Outgoing | undefined> {
      const t = texts[language]
      const [quarter] = quartersNow(now, timeZone)
      const people = await missing(supervisor, quarter)
      if (people.length === 0) return undefined
      const more = people.length - NAMED
      const names = people.slice(0, NAMED).map(({ name }) => literal(name))
      const list = [...names, ...(more > 0 ? [t.others(showNumber(more))] : [])]
      const text = t.missing(showNumber(people.length), shared[language].quarter(quarter), list)
      return { text, choices: [{ label: t.remind, value: `${RATING}:ingatkan:${quarterKey(quarter)}` }] }
    },

    async remind(turn: Turn, quarter: Quarter): Promise<Reply> {
      const { language } = turn.person
      const t = texts[language]
      const entry = await entryOf(directory, turn)
      const key = quarterKey(quarter)
      const message: Outgoing = {
        text: t.reminder(literal(entry.name), shared[language].quarter(quarter)),
        choices: [{ label: t.fillIn, value: `evaluasi:buka:${key}` }],
      }
      const unreached: string[] = []
      const people = await missing(entry.id, quarter)
      for (const { id, name } of people) {
        const once = `evaluation:remind:${id}:${key}:${dayAt(turn.now, timeZone)}`
        if (!(await tellEntry(deps, id, message, once))) unreached.push(literal(name))
      }
      return say(t.reminded(showNumber(people.length - unreached.length), unreached))
    },
  }
}
