import type { Database, Queryable } from '../database/database.ts'
import type { Day } from '../indonesian/dates.ts'
import { type Calendar, calendarOf, type Week } from './calendar.ts'
import type { Holiday } from './holiday.ts'
import { shippedHolidays } from './shipped.ts'

/** A day of the table, and whether officers added it ("added") or it came with the bot ("shipped"). */
export interface Listed extends Holiday {
  readonly source: 'shipped' | 'added'
}

interface Setting {
  readonly week: Week
  /** One more with every change, so that a calendar read before is known to be old. */
  readonly version: number
}

/** Days off: those that ship, and before them those that officers added. */
export function createHolidayStore(database: Database, shipped: readonly Holiday[] = shippedHolidays()) {
  let last: { readonly version: number; readonly calendar: Calendar } | undefined

  async function change(by: Partial<Setting>, run: (connection: Queryable) => Promise<void>): Promise<void> {
    await database.transaction(async (connection) => {
      await connection.query(
        `insert into setting (name, value) values ('calendar', $1::jsonb || '{"version": 1}')
         on conflict (name) do update set value = setting.value || $2::jsonb
           || jsonb_build_object('version', (setting.value ->> 'version')::int + 1)`,
        [JSON.stringify({ week: 5, ...by }), JSON.stringify(by)],
      )
      await run(connection)
    })
  }

  const added = (from: Day, to: Day): Promise<readonly Holiday[]> =>
    database.query<Holiday>(
      'select day, kind, name, decree from holiday where day between $1::date and $2::date order by day',
      [from, to],
    )

  const store = {
    /** The calendar of the organization. Asks the database no more than whether something has changed. */
    async calendar(): Promise<Calendar> {
      const { version, week } = await settingOf(database)
      if (last?.version === version) return last.calendar
      const calendar = calendarOf([...shipped, ...(await added('0001-01-01', '9999-12-31'))], week)
      last = { version, calendar }
      return calendar
    },

    /** Working days a week: 5 until officers say otherwise. */
    async week(): Promise<Week> {
      return (await settingOf(database)).week
    },

    async setWeek(week: Week): Promise<void> {
      await change({ week }, async () => undefined)
    },

    /** What the table says between two days, both included, in their order. */
    async holidays(from: Day, to: Day): Promise<readonly Listed[]> {
      const days = new Map<Day, Listed>()
      for (const one of shipped)
        if (one.day >= from && one.day <= to) days.set(one.day, { ...one, source: 'shipped' })
      for (const one of await added(from, to)) days.set(one.day, { ...one, source: 'added' })
      return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
    },

    /** Adds days, in the place of what was said of them before; the same again changes nothing. */
    async add(holidays: readonly Holiday[], by: string, now: Date): Promise<void> {
      if (holidays.length === 0) return
      await change({}, async (connection) => {
        await connection.query(
          `insert into holiday (day, kind, name, decree, added_by, added_at)
           select day, kind, name, decree, $2, $3
           from jsonb_to_recordset($1::jsonb) as given (day date, kind text, name text, decree text)
           on conflict (day) do update set kind = excluded.kind, name = excluded.name, decree = excluded.decree,
             added_by = excluded.added_by, added_at = excluded.added_at
           where (holiday.kind, holiday.name, holiday.decree)
             is distinct from (excluded.kind, excluded.name, excluded.decree)`,
          [JSON.stringify([...new Map(holidays.map((one) => [one.day, one])).values()]), by, now],
        )
      })
    },

    /** Takes back what officers said of a day; what shipped holds again. Resolves to what was taken back. */
    async remove(day: Day): Promise<Holiday | undefined> {
      let removed: Holiday | undefined
      await change({}, async (connection) => {
        ;[removed] = await connection.query<Holiday>(
          'delete from holiday where day = $1::date returning day, kind, name, decree',
          [day],
        )
      })
      return removed
    },
  }
  return store
}

async function settingOf(database: Queryable): Promise<Setting> {
  const [row] = await database.query<{ value: Setting }>(`select value from setting where name = 'calendar'`)
  return row?.value ?? { week: 5, version: 0 }
}
