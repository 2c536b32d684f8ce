import type { Day } from '../../../indonesian/dates.ts'
import type { Days } from './day-store.ts'
import type { Published } from './figures.ts'

/** What today's figures need. */
export interface Current {
  readonly days: Days
  today(): Day
  /** Makes the figures of a day anew, which takes a while. */
  make(day: Day): Promise<Published>
}

/**
 * Today's figures. They are made once a day, for all processes alike; while those of a new day are made people see the
 * ones of the day before. `current` rejects only where there are none at all; `renew` where today's could not be made.
 */
export function createCurrent({ days, today, make }: Current) {
  let copy: Published | undefined
  let coming: Promise<Published> | undefined

  async function made(day: Day): Promise<Published> {
    copy = (await days.find(day)) ?? (await days.keep(await make(day)))
    return copy
  }

  async function renew(): Promise<Published> {
    const day = today()
    if (copy?.on === day) return copy
    coming ??= made(day).finally(() => {
      coming = undefined
    })
    return coming
  }

  return {
    renew,
    async current(): Promise<Published> {
      const before = copy
      const next = renew()
      if (before === undefined) return next
      next.catch(() => undefined) // the job of the night tells why; what is shown says of which day it is
      return before
    },
  }
}
export type CurrentFigures = ReturnType<typeof createCurrent>
