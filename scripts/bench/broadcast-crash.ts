import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/database/database.ts'
import { createLetters } from '../../src/mailbox/letters.ts'
import { randomOf } from '../../test/support/crash.ts'
import { createTelegramServer } from '../../test/support/telegram-server.ts'
import { type Abdi, startAbdi, zoneOfMorning } from './abdi.ts'
import { employed, FIRST } from './broadcast-people.ts'
import { createOwnDatabase } from './database.ts'
import type { Findings } from './figures.ts'
import { until } from './program.ts'
import type { Rig } from './rig.ts'

const PEOPLE = 3_000
const KILLS = 100
const WAIT_MS = 120_000
const BATCH = 'broadcast:1'

/** Whether a batch of letters reaches everybody once while one of two processes is killed again and again. */
export async function benchBroadcastCrash(
  rig: Rig,
  { on, redis, seed }: { readonly on: string; readonly redis?: string; readonly seed: number },
): Promise<Findings> {
  const database = await createOwnDatabase(rig, on)
  const rows = await openDatabase({ kind: 'native', url: database })
  rig.onEnd(() => rows.close())
  await employed(rows, PEOPLE)
  const server = await createTelegramServer({ limits: true })
  rig.onEnd(() => server.close())
  const people = Array.from({ length: PEOPLE }, (_, i) => server.user({ id: FIRST + i }))
  const start = (): Promise<Abdi> =>
    startAbdi(rig, {
      server,
      directory: rig.folder(),
      database,
      hook: true,
      settings: { TIME_ZONE: zoneOfMorning(), ...(redis && { REDIS_URL: redis }) },
    })
  const workers: Abdi[] = await Promise.all([start(), start()])
  await Promise.all(workers.map((abdi) => abdi.ready()))
  const letters = createLetters(rows)
  const members = await rows.query<{ to: `telegram:${string}`; recipient: string }>(
    `select conversation as "to", employee::text as recipient from account join person on person.id = account.person`,
  )
  const begun = performance.now()
  const texts = members.map((one) => ({ ...one, message: { text: 'Besok apel pagi' } }))
  await letters.post(BATCH, texts)

  const between = randomOf(seed)
  const gone = async (): Promise<number> => (await letters.progress(BATCH)).delivered
  for (let i = 1; i <= KILLS; i++) {
    const wanted = (i / (KILLS + 1)) * PEOPLE
    await until(workers[i % 2] as Abdi, 'more was sent', async () => (await gone()) >= wanted || undefined, {
      timeoutMs: WAIT_MS,
      everyMs: 100,
    })
    await pause(between(0, 300))
    const chosen = between(0, 1)
    await workers[chosen]?.kill()
    workers[chosen] = await start() // which goes on while the other is killed
    rig.tell(`killed ${i} of ${KILLS} times, ${await gone()} of ${PEOPLE} written to`)
  }
  await until(workers[0] as Abdi, 'the rest was sent', async () => (await gone()) >= PEOPLE || undefined, {
    timeoutMs: WAIT_MS * 5,
    everyMs: 200,
  })
  const copies = people.map((person) => person.received().length)
  const missing = copies.filter((count) => count === 0).length
  const repeats = copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0)
  return {
    bench: `letters to ${PEOPLE} by two processes, one killed again and again (${redis ? 'Redis' : 'PostgreSQL'} queue)`,
    figures: [
      { name: 'killed', unit: '', abdi: KILLS },
      { name: 'people not written to', unit: '', abdi: missing },
      { name: 'letters that came twice', unit: '', abdi: repeats },
      { name: 'the whole run', unit: 's', abdi: (performance.now() - begun) / 1_000 },
    ],
    notes: ['Goal: nobody missed, and no more letters twice than there were kills.'],
    broken: [
      ...(missing > 0 ? [`${missing} people were not written to`] : []),
      ...(repeats > KILLS ? [`${repeats} letters came twice, of ${KILLS} kills`] : []),
    ],
  }
}
