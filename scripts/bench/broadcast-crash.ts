import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { type Day, dayAt } from '../../src/indonesian/dates.ts'
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
const WAIT_MS = 600_000

/** What is on its way while one of two processes is killed again and again. */
export interface Killed {
  readonly on: string
  readonly redis?: string
  readonly seed: number
  /** Reminders that are worked out and sent by themselves, instead of letters that were posted before. */
  readonly reminders?: boolean
}

/** Whether everybody is written to once while one of two processes is killed again and again. */
export async function benchBroadcastCrash(
  rig: Rig,
  { on, redis, seed, reminders = false }: Killed,
): Promise<Findings> {
  const database = await createOwnDatabase(rig, on)
  const rows = await openDatabase({ kind: 'native', url: database })
  rig.onEnd(() => rows.close())
  await employed(rows, PEOPLE)
  const server = await createTelegramServer({ limits: true })
  rig.onEnd(() => server.close())
  const people = Array.from({ length: PEOPLE }, (_, i) => server.user({ id: FIRST + i }))
  const letters = createLetters(rows)
  const zone = zoneOfMorning()
  const batch = reminders ? `reminder:${dayAt(new Date(), zone)}` : 'broadcast:1'
  const start = (): Promise<Abdi> =>
    startAbdi(rig, {
      server,
      directory: rig.folder(),
      database,
      hook: true,
      settings: { TIME_ZONE: zone, ...(redis && { REDIS_URL: redis }) },
    })
  const workers: Abdi[] = await Promise.all([start(), start()])
  await Promise.all(workers.map((abdi) => abdi.ready()))
  const members = await rows.query<{ to: `telegram:${string}`; recipient: string }>(
    `select conversation as "to", employee::text as recipient from account join person on person.id = account.person`,
  )
  const begun = performance.now()
  if (reminders) await dueToday(rows, dayAt(new Date(), zone))
  else
    await letters.post(
      batch,
      members.map((one) => ({ ...one, message: { text: 'Besok apel pagi' } })),
    )

  const between = randomOf(seed)
  const gone = async (): Promise<number> => (await letters.progress(batch)).delivered
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
    timeoutMs: WAIT_MS,
    everyMs: 200,
  })
  const copies = people.map((person) => person.received().length)
  const missing = copies.filter((count) => count === 0).length
  const repeats = copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0)
  return {
    bench: `${reminders ? 'reminders' : 'letters'} to ${PEOPLE} by two processes, one killed again and again (${redis ? 'Redis' : 'PostgreSQL'} queue)`,
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

/** A deadline of everybody that is due on a day. Nothing is said where that is a day off. */
async function dueToday(database: Database, day: Day): Promise<void> {
  await database.query(
    `insert into deadline (key, title, recurrence, shift, audience, plan, hour, escalation, done, status, made_by,
       changed_by, changed_at, planned_on)
     values ('bench', 'Laporan kinerja', jsonb_build_object('kind', 'once', 'on', $1::text), 'none', '{}',
       '{"before": [], "onDay": true, "overdueEvery": null, "mostOverdue": 0}', 6,
       '{"supervisorAfter": null, "hrAfter": null}', '{"by": null, "said": true}', 'active', 'test:hr', 'test:hr', now(), $1::date - 1)`,
    [day],
  )
}
