import { addDays, type Day } from '../../../indonesian/dates.ts'
import type { Reminding } from '../ports.ts'
import type { DigestStore } from './digest-store.ts'

/** A digest that did not arrive is written anew within so many days. */
const AGAIN_WITHIN_DAYS = 7

/** The batch in which the digests of a day go out. */
export function batchOf(day: Day): string {
  return `reminder:${day}`
}

/**
 * Takes back what was put down as said on the last day of digests to those whose letter ran out of time, as it does when a
 * platform is away until the evening: it waits again, unless something nearer has come since. Once for each such letter.
 */
export async function takeBackExpired(
  { digests, post }: { readonly digests: DigestStore; readonly post: Pick<Reminding['post'], 'deliveries'> },
  today: Day,
): Promise<void> {
  const day = await digests.lastBefore(today, addDays(today, -AGAIN_WITHIN_DAYS))
  if (day === undefined) return
  const expired = await post.deliveries(batchOf(day), ['expired'])
  if (expired.length === 0) return
  await digests.takeBack(
    day,
    expired.map(({ recipient }) => recipient),
  )
}
