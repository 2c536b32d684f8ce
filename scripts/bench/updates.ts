import { setTimeout as pause } from 'node:timers/promises'
import { type Database, type DatabaseConfig, openDatabase } from '../../src/database/database.ts'
import { showNumber } from '../../src/indonesian/numbers.ts'
import { randomOf } from '../../test/support/crash.ts'
import { createTelegramServer, type Person } from '../../test/support/telegram-server.ts'
import { type Abdi, startAbdi } from './abdi.ts'
import { createOwnDatabase } from './database.ts'
import type { Findings } from './figures.ts'
import { until } from './program.ts'
import type { Rig } from './rig.ts'

const PEOPLE = 100
const EACH = 50
const KILLS = 22
/** One kill in so many is followed by another while the bot starts. */
const AT_START = 4
const FIRST = 10_000
const WAIT_MS = 600_000
const AN_HOUR = 3_600

/** A report as somebody sent it: how much, by which message. */
interface Told {
  readonly person: number
  readonly quantity: number
  readonly key: string
}

/** Whether 5,000 reports of work, through Telegram's webhook and with `kill -9` again and again, are each saved once. */
export async function benchUpdates(rig: Rig, { on, seed }: { on?: string; seed: number }): Promise<Findings> {
  const directory = rig.folder()
  const at: DatabaseConfig =
    on === undefined
      ? { kind: 'embedded', directory }
      : { kind: 'native', url: await createOwnDatabase(rig, on) }
  const prepared = await openDatabase(at)
  await employ(prepared).finally(() => prepared.close())

  const server = await createTelegramServer()
  rig.onEnd(() => server.close())
  const start = (): Promise<Abdi> =>
    startAbdi(rig, { server, directory, hook: true, ...(at.kind === 'native' && { database: at.url }) })
  const told: Told[] = []
  let saved = 0
  const people = Array.from({ length: PEOPLE }, (_, i) => server.user({ id: FIRST + i }))
  const begun = performance.now()
  const report = { told: (one: Told) => void told.push(one), saved: () => void saved++ }
  const [{ last, atStart }] = await Promise.all([
    killed(rig, start, { seed, progress: () => saved / (PEOPLE * EACH) }),
    ...people.map((person) => reportsAll(person, report)),
  ])
  const seconds = (performance.now() - begun) / 1_000
  const quiet = async (): Promise<true | undefined> =>
    (server.pending().length === 0 && (await last.open()) === 0) || undefined
  await until(last, 'everything was answered', quiet, { timeoutMs: WAIT_MS, everyMs: 50 })
  await last.kill()

  const left = await openDatabase(at)
  const { lost, doubled } = await accounts(left, told).finally(() => left.close())
  const repeated = people.reduce((sum, person) => sum + repeatedTo(person), 0)
  return {
    bench: `updates (${on === undefined ? 'embedded database' : 'PostgreSQL'}, seed ${seed})`,
    figures: [
      { name: 'reports sent and confirmed', unit: '', abdi: told.length },
      { name: 'in an hour it would be', unit: '', abdi: (told.length / seconds) * AN_HOUR },
      { name: 'killed while it worked', unit: '', abdi: KILLS + 1 },
      { name: 'killed while it started', unit: '', abdi: atStart },
      { name: 'reports lost', unit: '', abdi: lost.length },
      { name: 'reports saved twice, or never sent', unit: '', abdi: doubled.length },
      { name: 'confirmations that came twice', unit: '', abdi: repeated },
      { name: 'the whole run', unit: 's', abdi: seconds },
    ],
    notes: [
      `Goal: 5,000 in an hour, none lost, none doubled. ${PEOPLE} employees, ${EACH} reports each: one message, one press.`,
      'What a kill kept from being acknowledged Telegram brings again; so every report sent must be there once.',
    ],
    broken: [...lost, ...doubled],
  }
}

/** Somebody reports again and again, each time once the last one is said to be saved. */
async function reportsAll(
  person: Person,
  { told, saved }: { told(one: Told): void; saved(): void },
): Promise<void> {
  let sum = 0
  for (let quantity = 1; quantity <= EACH; quantity++) {
    const update = person.says(`/kinerja ${quantity} pasien, semua lengkap`)
    told({ person: person.id, quantity, key: `telegram:${update.update_id}` })
    const card = await person.waitFor(
      ({ text, buttons }) => text.includes(`${quantity} pasien`) && buttons.flat().some(isSave),
      WAIT_MS,
    )
    const data = card.buttons.flat().find(isSave)?.data ?? ''
    person.presses({ data, messageId: card.id })
    sum += quantity
    await person.waitFor(
      ({ text }) => text.startsWith('Tersimpan') && text.includes(` ${showNumber(sum)} dari `),
      WAIT_MS,
    )
    saved()
  }
}

function isSave({ label }: { readonly label: string }): boolean {
  return label === 'Simpan'
}

/** Kills the bot as the reports go on, spread over all of them at moments nobody chose; the last one started is left alive. */
async function killed(
  rig: Rig,
  start: () => Promise<Abdi>,
  { seed, progress }: { readonly seed: number; progress(): number },
): Promise<{ readonly last: Abdi; readonly atStart: number }> {
  const between = randomOf(seed)
  let [atStart, usualStart] = [0, 3_000]
  for (let i = 1; i <= KILLS; i++) {
    const abdi = await start()
    usualStart = await abdi.ready()
    const share = i / (KILLS + 1)
    await until(abdi, 'more was reported', () => progress() >= share || undefined, { timeoutMs: WAIT_MS })
    await pause(between(0, 400))
    await abdi.kill()
    rig.tell(`killed ${i} of ${KILLS} times, ${Math.round(progress() * 100)} of 100 reports saved`)
    if (i % AT_START > 0) continue
    const short = await start()
    await pause(between(50, usualStart))
    await short.kill()
    atStart++
  }
  const last = await start()
  await last.ready()
  return { last, atStart }
}

/** Employees with an account on Telegram and one target each, and their supervisor. */
async function employ(database: Database): Promise<void> {
  await database.query(`insert into unit (name, key) values ('Puskesmas Ciracas', 'puskesmas ciracas')`)
  await database.query(
    `insert into employee (nip, name, kind, unit, position)
     select '19850101201001' || lpad((1000 + i)::text, 4, '0'), 'Pegawai ' || i, 'PNS', 1, 'Perawat Terampil'
     from generate_series(0, $1::int) as i`,
    [PEOPLE],
  )
  await database.query('update employee set supervisor = 1 where id > 1')
  await database.query('insert into person (employee) select id from employee where id > 1')
  await database.query(
    `insert into account (id, name, conversation, person)
     select 'telegram:' || $1 + employee - 2, 'Pegawai', 'telegram:' || $1 + employee - 2, id from person`,
    [FIRST],
  )
  await database.query(
    `insert into target (key, employee, year, number, title, quantity, unit, created_at)
     select 'bench:' || id, id, extract(year from now()), 1, 'Terlayaninya pasien', 5000, 'pasien', now()
     from employee where id > 1`,
  )
}

/** Compares what was sent with what is kept: a report for each message, as it was said, and no other. */
async function accounts(
  database: Database,
  told: readonly Told[],
): Promise<{ readonly lost: readonly string[]; readonly doubled: readonly string[] }> {
  const rows = await database.query<{ key: string; person: number; quantity: number }>(
    `select key, employee::int - 2 + $1::int as person, quantity::int as quantity from work_update`,
    [FIRST],
  )
  const kept = new Map(rows.map((row) => [row.key, row]))
  const sent = new Set(told.map(({ key }) => key))
  const isKept = ({ key, person, quantity }: Told): boolean =>
    kept.get(key)?.person === person && kept.get(key)?.quantity === quantity
  return {
    lost: told.filter((one) => !isKept(one)).map(({ person, quantity }) => `lost: ${quantity} of ${person}`),
    doubled: rows.filter(({ key }) => !sent.has(key)).map(({ key }) => `nobody sent ${key}`),
  }
}

/** How many confirmations stand on a screen once more than they should. */
function repeatedTo(person: Person): number {
  const all = person.received().flatMap(({ text }) => (text.startsWith('Tersimpan') ? [text] : []))
  return all.length - new Set(all).size
}
