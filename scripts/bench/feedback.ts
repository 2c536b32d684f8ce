import { setTimeout as pause } from 'node:timers/promises'
import { type Database, type DatabaseConfig, openDatabase } from '../../src/database/database.ts'
import { createTelegramServer, type Person, type TelegramServer } from '../../test/support/telegram-server.ts'
import { type Abdi, startAbdi } from './abdi.ts'
import { createOwnDatabase } from './database.ts'
import { type Findings, quantile } from './figures.ts'
import { until } from './program.ts'
import type { Rig } from './rig.ts'

/** So many reports of citizens a second, for a minute. */
const A_SECOND = { native: 100, embedded: 20 } as const
const SECONDS = 60
const FIRST = 500_000
const EVERY_MS = 50
const WAIT_MS = 900_000

/** Whether what citizens write in a rush, through Telegram's webhook and with a `kill -9` in the middle, is all kept. */
export async function benchFeedback(rig: Rig, on?: string): Promise<Findings> {
  const directory = rig.folder()
  const at: DatabaseConfig =
    on === undefined
      ? { kind: 'embedded', directory }
      : { kind: 'native', url: await createOwnDatabase(rig, on) }
  const prepared = await openDatabase(at)
  await furnish(prepared).finally(() => prepared.close())
  const rate = A_SECOND[at.kind]

  const server = await createTelegramServer()
  rig.onEnd(() => server.close())
  const start = (): Promise<Abdi> =>
    startAbdi(rig, { server, directory, hook: true, ...(at.kind === 'native' && { database: at.url }) })
  let abdi = await start()
  await abdi.ready()
  const people = Array.from({ length: rate * SECONDS }, (_, i) => server.user({ id: FIRST + i }))

  const step = async (name: string, act: (person: Person) => void): Promise<number> => {
    const begun = performance.now()
    for (const person of people) act(person)
    await quiet(abdi, server, name)
    return (people.length / (performance.now() - begun)) * 1_000
  }
  const press = (data: string) => (person: Person) =>
    void person.presses({ data, messageId: person.received().at(-1)?.id ?? 0 })
  const paces = [
    await step('all had scanned the code', (person) => void person.says('/start lapor_s1')),
    await step('all had given their stars', press('lapor?rating=2')),
    await step('all had chosen to stay anonymous', press('lapor?identity=anonymous')),
  ]

  rig.tell(`${rate} reports a second for ${SECONDS} s`)
  const begun = performance.now()
  const waited = watched(server)
  const killed = (async () => {
    await pause((SECONDS / 2) * 1_000)
    await abdi.kill()
    const again = await start()
    await again.ready()
    return again
  })()
  for (const [at, person] of people.entries()) {
    const due = begun + (at / rate) * 1_000
    if (performance.now() < due) await pause(due - performance.now())
    person.says(`Antre sejak pukul tujuh, nomor ${at} baru dipanggil siang; kursinya kurang`)
  }
  const written = performance.now()
  abdi = await killed
  await quiet(abdi, server, 'all was answered')
  const drained = (performance.now() - written) / 1_000
  const waits = waited()
  await abdi.kill()

  const left = await openDatabase(at)
  const kept = await left
    .query<{ number: string; at: number }>(
      `select number, substring(words from 'nomor (\\d+) ')::int as at from ticket`,
    )
    .finally(() => left.close())
  const told = people.map((person) => receiptsOf(person))
  const known = new Set(kept.map(({ number }) => number))
  const lost = people.flatMap((_, at) => (kept.some((one) => one.at === at) ? [] : [`lost: report ${at}`]))
  const untold = told.flatMap((numbers, at) =>
    numbers.some((number) => known.has(number)) ? [] : [`nobody was told of report ${at}`],
  )
  return {
    bench: `feedback (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    figures: [
      { name: 'written', unit: '', abdi: people.length },
      { name: 'a second', unit: '/s', abdi: (people.length / (written - begun)) * 1_000 },
      { name: 'kept', unit: '', abdi: known.size },
      { name: 'lost', unit: '', abdi: lost.length },
      { name: 'kept twice', unit: '', abdi: kept.length - new Set(kept.map(({ at }) => at)).size },
      { name: 'without a receipt', unit: '', abdi: untold.length },
      {
        name: 'receipts that came twice',
        unit: '',
        abdi: told.flat().length - told.filter(({ length }) => length > 0).length,
      },
      { name: 'until the bot had one, p50', unit: 'ms', abdi: quantile(waits, 0.5) },
      { name: 'the same, longest, with the kill', unit: 'ms', abdi: quantile(waits, 1) },
      { name: 'until all was answered, after the last', unit: 's', abdi: drained },
      { name: 'taps before, slowest step', unit: '/s', abdi: Math.min(...paces) },
    ],
    notes: [
      `Goal: ${rate} reports a second for a minute, nothing lost. Each from somebody else, who has scanned, rated and chosen before.`,
      'Killed once in the middle; what was not taken Telegram brings again. Telegram holds 40 connections at most.',
    ],
    broken: [...lost, ...untold],
  }
}

/** Resolves once Telegram holds nothing back and the bot has nothing left to say. */
async function quiet(abdi: Abdi, server: TelegramServer, what: string): Promise<void> {
  const isQuiet = async (): Promise<true | undefined> =>
    (server.pending().length === 0 && (await abdi.open()) === 0) || undefined
  await until(abdi, what, isQuiet, { timeoutMs: WAIT_MS, everyMs: 100 })
}

/** Looks again and again how long the oldest update has waited; resolves to what was seen, in ms. */
function watched(server: TelegramServer): () => readonly number[] {
  const since = new Map<number, number>()
  const waits: number[] = []
  const timer = setInterval(() => {
    const now = performance.now()
    const pending = server.pending().map(({ update_id }) => update_id)
    for (const id of pending) if (!since.has(id)) since.set(id, now)
    waits.push(Math.max(0, ...pending.map((id) => now - (since.get(id) ?? now))))
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    return waits
  }
}

/** The numbers of the tickets somebody was told of. */
function receiptsOf(person: Person): readonly string[] {
  return person.received().flatMap(({ text }) => {
    const [, number] = /Nomor: (\d{4}-\d{4})/.exec(text) ?? []
    return number === undefined ? [] : [number.replace('-', '')]
  })
}

async function furnish(database: Database): Promise<void> {
  await database.query(`insert into unit (name, key) values ('Puskesmas Ciracas', 'puskesmas ciracas')`)
  await database.query(
    `insert into service (unit, name, key) values (1, 'Loket Pendaftaran', 'loket pendaftaran')`,
  )
}
