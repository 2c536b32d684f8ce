import { z } from 'zod'
import { isNight } from '../../../indonesian/hours.ts'
import { type Job, job } from '../../../jobs/job.ts'
import { button } from '../buttons.ts'
import { tellKeeper } from '../officers.ts'
import type { Room } from '../ports.ts'
import { choicesFor, lineOf, MOST_QUESTIONS } from './answering.ts'
import type { Bundle } from './question-store.ts'
import { texts } from './texts.ts'

/** After officers heard of questions, more of them wait for so long, to be told together. */
const QUIET_MS = 10 * 60_000

/** Every minute of the day, tells whoever answers for a broadcast which questions came back, several at once. */
export function tellQuestions(room: Room): Job {
  const { store, clock, timeZone } = room

  async function tell({ broadcast: id, bundle }: Bundle): Promise<void> {
    const t = texts.id
    const broadcast = await store.find(id)
    const all = await store.bundled(bundle)
    if (broadcast !== undefined && all.length > 0) {
      const shown = all.slice(0, MOST_QUESTIONS)
      const more = all.length - shown.length
      const lines = [t.arrived(id, all.length), ...shown.map((one) => lineOf(one, 'id'))]
      const message = {
        text: [...lines, ...(more > 0 ? [t.more(more)] : [])].join('\n'),
        choices: [...choicesFor(shown, 'id'), ...(more > 0 ? [button(t.all, 'tanya', broadcast)] : [])],
      }
      await tellKeeper(room, broadcast, message, `broadcast:${id}:questions:${bundle}`)
    }
    await store.told(bundle, clock())
  }

  return job({
    name: 'broadcasts.questions',
    payload: z.object({}),
    every: { seconds: 60 },
    async run() {
      const now = clock()
      if (isNight(now, timeZone)) return
      for (const bundle of await store.bundles(new Date(now.getTime() - QUIET_MS))) await tell(bundle)
    },
  })
}
