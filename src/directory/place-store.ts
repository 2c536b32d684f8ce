import type { Queryable } from '../database/database.ts'
import { fold } from '../indonesian/words.ts'
import { unitsMeant } from './unit-store.ts'

/** Where something happened: a unit, and which of its services; `title` is how people read it. */
export interface Where {
  readonly unit: string
  readonly service: string | null
  readonly title: string
}

/** The places citizens can speak of. */
export function createPlaces(on: Queryable) {
  const services = (condition: string, value: unknown): Promise<readonly Where[]> =>
    on.query<Where>(
      `select unit.id as unit, service.id as service, service.name || ', ' || unit.name as title
       from service join unit on unit.id = service.unit where closed_on is null and ${condition} order by service.id limit 8`,
      [value],
    )

  return {
    /** What a code at a counter stands for: "s12" is a service, "u5" a unit. */
    async coded(code: string): Promise<Where | undefined> {
      const [, kind, id] = /^([su])(\d{1,18})$/i.exec(code.trim()) ?? []
      if (id === undefined) return undefined
      if (kind?.toLowerCase() === 's') return (await services('service.id = $1::bigint', id))[0]
      const [unit] = await on.query<Where>(
        'select id as unit, null as service, name as title from unit where id = $1::bigint',
        [id],
      )
      return unit
    },

    /** The services whose names have all of the words, else the units that can be meant by them. */
    async called(words: string): Promise<readonly Where[]> {
      const asked = fold(words)
        .split(' ')
        .filter((word) => word !== '')
      if (asked.length === 0) return []
      const found = await services(`string_to_array(service.key, ' ') @> $1::text[]`, asked)
      if (found.length > 0) return found
      const units = await unitsMeant(on, words)
      return units.slice(0, 8).map(({ id, path }) => ({ unit: id, service: null, title: path }))
    },
  }
}
export type Places = ReturnType<typeof createPlaces>
