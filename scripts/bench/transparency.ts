import { Hono } from 'hono'
import { createCalendarStore } from '../../src/calendar.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { createAudit, createPlaces } from '../../src/directory.ts'
import { createDesks } from '../../src/features/feedback/tickets/desk-store.ts'
import { createPromisedStore } from '../../src/features/feedback/tickets/promised-store.ts'
import { createTransparency } from '../../src/features/feedback/transparency/transparency.ts'
import { startServer } from '../../src/http.ts'
import { createLog } from '../../src/log.ts'
import { createOwnDatabase } from './database.ts'
import { type Figure, type Findings, quantile } from './figures.ts'
import type { Rig } from './rig.ts'

const TICKETS = 100_000
const UNITS = 40
const BELOW = 4
const TODAY = '2026-12-15'
const FIRST = '2025-01-01'
const ROUNDS = 300
const AT_ONCE = 20
const MOST_MS = 100
const MOST_BYTES = 100_000
const PAGE = '/transparansi'
const ASKED = [PAGE, `${PAGE}?unit=7`, `${PAGE}?bulan=2026-03`, `${PAGE}?unit=7&bulan=2025-11`]

/** How long the public waits for the page of figures where there are 100,000 tickets of two years. */
export async function benchTransparency(rig: Rig, on?: string): Promise<Findings> {
  const database = await openDatabase(
    on === undefined
      ? { kind: 'embedded', directory: rig.folder() }
      : { kind: 'native', url: await createOwnDatabase(rig, on) },
  )
  rig.onEnd(() => database.close())
  rig.tell(`making ${TICKETS} tickets of ${UNITS} units`)
  await fill(database)

  const first = await opened(rig, database)
  rig.tell('asking for the page that nobody has asked for before')
  const made = await first.ask(PAGE)
  const again = await opened(rig, database)
  const cold = await again.ask(PAGE)
  rig.tell(`asking ${ROUNDS} times, one after the other and ${AT_ONCE} at once`)
  const alone: Answer[] = []
  for (let i = 0; i < ROUNDS; i++) alone.push(await again.ask(ASKED[i % ASKED.length] ?? PAGE))
  const together: Answer[] = []
  for (let i = 0; i < ROUNDS; i += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, k) => again.ask(ASKED[(i + k) % ASKED.length] ?? PAGE))
    together.push(...(await Promise.all(some)))
  }
  const known = await again.ask(PAGE, { 'if-none-match': cold.etag })
  const files = await Promise.all(['.csv', '.json'].map((kind) => again.ask(`${PAGE}${kind}`)))
  const largest = Math.max(...alone.map(({ bytes }) => bytes))
  const p95 = quantile(times(alone), 0.95)
  const sent = Math.max(...(await Promise.all(ASKED.map((path) => again.sent(path)))))
  const shown = await shareShown(database)
  const figure = (name: string, unit: Figure['unit'], abdi: number): Figure => ({ name, unit, abdi })
  return {
    bench: `transparency (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    figures: [
      figure('the figures of a day made, and the page', 'ms', made.ms),
      figure('the first page of another process on that day', 'ms', cold.ms),
      figure('page: median', 'ms', quantile(times(alone), 0.5)),
      figure('page: 95 of 100', 'ms', p95),
      figure(`page, ${AT_ONCE} at once: median`, 'ms', quantile(times(together), 0.5)),
      figure(`page, ${AT_ONCE} at once: 95 of 100`, 'ms', quantile(times(together), 0.95)),
      figure('page a browser has already', 'ms', known.ms),
      figure('largest page, bytes', '', largest),
      figure('largest page as it is sent (gzip), bytes', '', sent),
      figure('CSV, bytes', '', files[0]?.bytes ?? 0),
      figure('JSON, bytes', '', files[1]?.bytes ?? 0),
      figure('numbers of units and months that are shown', '%', shown * 100),
    ],
    notes: [
      `${TICKETS} tickets of two years in ${UNITS} units and ${UNITS * BELOW} below them; over HTTP, four addresses in turn.`,
      'The figures of a day are made by a job at night; the first line is what a page costs where that has not run.',
    ],
    broken: [
      ...(p95 > MOST_MS ? [`95 of 100 pages were to come within ${MOST_MS} ms, it was ${p95}`] : []),
      ...(largest > MOST_BYTES ? [`a page was to have ${MOST_BYTES} bytes at most, one has ${largest}`] : []),
    ],
  }
}

interface Answer {
  readonly ms: number
  readonly bytes: number
  readonly etag: string
}

/** A process as the public reaches it. */
async function opened(rig: Rig, database: Database) {
  const { pages } = createTransparency({
    database,
    calendar: createCalendarStore(database),
    promised: createPromisedStore(database),
    desks: createDesks(database),
    places: createPlaces(database),
    audit: createAudit(database),
    organization: 'Kota Contoh',
    timeZone: 'Asia/Jakarta',
    today: () => TODAY,
  })
  const server = await startServer(
    {
      routes: new Hono(),
      pages,
      ready: async () => undefined,
      metrics: async () => ({ contentType: 'text/plain', body: '' }),
      log: createLog('error'),
    },
    { host: '127.0.0.1', port: 0 },
  )
  rig.onEnd(() => server.stop())
  const url = `http://127.0.0.1:${server.port}`
  return {
    async ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const begun = performance.now()
      const response = await fetch(`${url}${path}`, { headers })
      const { byteLength } = await response.arrayBuffer()
      const ms = performance.now() - begun
      if (response.status >= 400) throw new Error(`${path} answered ${response.status}`)
      return { ms, bytes: byteLength, etag: response.headers.get('etag') ?? '' }
    },
    /** How many bytes travel; what is fetched is unpacked already, so the pages are asked for themselves. */
    async sent(path: string): Promise<number> {
      const request = new Request(`${url}${path}`, { headers: { 'accept-encoding': 'gzip' } })
      const page = pages.find((one) => one.path === new URL(request.url).pathname)
      return (await page?.respond(request))?.arrayBuffer().then(({ byteLength }) => byteLength) ?? 0
    },
  }
}

function times(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ ms }) => ms)
}

async function shareShown(database: Database): Promise<number> {
  const [row] = await database.query<{ share: number }>(
    `select avg((value <> 'null')::int)::float8 as share from transparency_day,
       jsonb_path_query(figures, '$.years[*].units[*].months.*.keyvalue() ? (@.key != "medianDays" && @.key != "satisfaction").value') as value`,
  )
  return row?.share ?? 0
}

/** Units of very different sizes; most tickets are answered, the latest wait, few are joined, reopened or of crimes. */
async function fill(database: Database): Promise<void> {
  await database.query(
    `insert into unit (name, key, parent)
     select 'Dinas Urusan Warga Nomor ' || i, 'dinas urusan warga nomor ' || i, null from generate_series(1, $1::int) i
     union all select 'Bidang ' || i, 'bidang ' || i, 1 + i % $1::int from generate_series(1, $1::int * $2::int) i`,
    [UNITS, BELOW],
  )
  await database.query(
    `with made as (
       select i, ('x' || substr(md5(i::text), 1, 7))::bit(28)::int as a, ('x' || substr(md5(i::text), 8, 7))::bit(28)::int as b,
         ('x' || substr(md5(i::text), 15, 7))::bit(28)::int as c
       from generate_series(1, $1::int) i
     ), dated as (
       select *, $2::date + (a % ($3::date - $2::date)) as received,
         -- small units have a twentieth of what large ones have
         1 + floor(power((b % 10000) / 10000.0, 2) * $4::int)::int + case when c % 3 = 0 then $4::int else 0 end as unit
       from made
     )
     insert into ticket (number, code, key, identity, kind, state, unit, rating, words, sentiment, themes, received_on,
       verified_on, answered_on, closed_on, stood_still, reopened, satisfaction, announced)
     select lpad(i::text, 8, '0'), '-', i::text, 'anonymous',
       case when c % 100 < 20 then 'praise' when c % 100 < 21 then 'whistleblowing' when c % 100 < 40 then 'suggestion'
         else 'complaint' end,
       case when c % 100 >= 20 and b % 10 < 9 and received < $3::date - 12 then 'closed' else 'new' end,
       nullif(unit, 0), 1 + a % 5, 'Antrean di loket lama sekali dan kursinya kurang, mohon ditambah.', 'negative',
       array[(array['antrean', 'sikap', 'biaya', 'toilet', 'jam-layanan'])[1 + b % 5]], received, received + 1,
       case when c % 100 >= 20 and b % 10 < 9 then received + 2 + c % 14 end,
       case when c % 100 >= 20 and b % 10 < 9 and received < $3::date - 12 then received + 16 end,
       a % 3, (c % 50 = 0)::int, case when a % 4 = 0 then 1 + b % 5 end, true
     from dated`,
    [TICKETS, FIRST, TODAY, UNITS],
  )
  await database.query(
    `update ticket set state = 'joined', joined_to = '00000001', answered_on = null
     where number > '00000001' and right(key, 2) = '77'`,
  )
  await database.query(
    `insert into feedback_change (key, unit, on_day, words, account, published_on)
     select i::text, 1 + i % $1::int, $2::date, repeat('Loket pendaftaran kini dibuka pukul tujuh pagi. ', 4), 'web:1', $2::date
     from generate_series(1, 60) i`,
    [UNITS, TODAY],
  )
  await database.query('analyze ticket')
}
