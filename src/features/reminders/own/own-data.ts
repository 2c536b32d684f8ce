import type { Json, KeptAbout, OwnData } from '../../../chat/feature.ts'
import type { Audiences } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { OwnStore } from './store.ts'
import { texts } from './texts.ts'

/** What is kept of somebody: what they did and wished. What officers put down from a list stays. */
export function createOwnReminders({
  own,
  audiences,
  clock,
  timeZone,
}: {
  readonly own: OwnStore
  readonly audiences: Pick<Audiences, 'preference' | 'prefer'>
  readonly clock: () => Date
  readonly timeZone: string
}): OwnData {
  return {
    async collect({ employee, language }) {
      if (employee === undefined) return []
      const { data } = texts[language]
      const { completions, reminders, feeds } = await own.kept(employee)
      const preference = await audiences.preference(employee)
      const chosen = preference.hour === null && preference.channel === null ? [] : [preference]
      const all = [
        { title: data.completions, why: data.completionsWhy, rows: completions.map(plain) },
        { title: data.reminders, why: data.remindersWhy, rows: reminders.map(plain) },
        { title: data.preferences, why: data.preferencesWhy, rows: chosen.map(plain) },
        { title: data.feeds, why: data.feedsWhy, rows: feeds.map(plain) },
      ]
      return all.filter(({ rows }: KeptAbout) => rows.length > 0)
    },

    async erase({ employee, language }) {
      if (employee === undefined) return []
      await audiences.prefer(employee, { hour: null, channel: null })
      const t = texts[language]
      const { listed, reminders } = await own.erase(employee, dayAt(clock(), timeZone))
      return [...(listed > 0 ? [t.listStays(listed)] : []), ...(reminders > 0 ? [t.remindersStay] : [])]
    },
  }
}

function plain(row: object): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(row)) as Record<string, Json> // dates as ISO 8601
}
